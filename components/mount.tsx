import { type ReactNode, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { activeStore, type Store } from '../lib/db/store.ts';
import { locale } from '../lib/i18n/index.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { StoreProvider } from './store.tsx';
import { ToastProvider } from './ui/toast.tsx';
import './ui/tokens.css';
import './ui/base.css';

/**
 * Draws a surface into its page: language, store, toast and the place where errors end are the same for all.
 * Where the store is `opened` already, the first drawing holds all.
 */
export function mount(title: string, surface: ReactNode, opening = activeStore(), opened?: Store): void {
  document.documentElement.lang = locale();
  document.title = title;
  const root = createRoot(document.getElementById('root')!);
  const drawn = (
    <StrictMode>
      <ErrorBoundary>
        <StoreProvider opening={opening} opened={opened}>
          <ToastProvider>{surface}</ToastProvider>
        </StoreProvider>
      </ErrorBoundary>
    </StrictMode>
  );
  // What is known already need not wait for a turn of its own.
  if (opened) flushSync(() => root.render(drawn));
  else root.render(drawn);
  // Once all is drawn and nothing else is to be done: the background may have slept through its alarm. What fails is tried again by it.
  requestIdleCallback(() => void opening.then(upkeep).catch(() => undefined));
}

async function upkeep(store: Store): Promise<void> {
  const { purgeIfDue } = await import('../lib/db/upkeep.ts');
  await purgeIfDue(store);
}
