import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, Fragment, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { activeStore, type Store } from '../lib/db/store.ts';
import { activeWorkspace } from '../lib/settings.ts';

const StoreContext = createContext<Store | null>(null);

/** The active workspace, opened. */
export function useStore(): Store {
  const store = use(StoreContext);
  if (!store) throw new Error('useStore outside of StoreProvider');
  return store;
}

/** Opens the active workspace, and another where the person switches, here or on any other surface. Draws nothing before it is open. */
export function StoreProvider({ children }: { children: ReactNode }) {
  const [store, setStore] = useState<Store>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  useEffect(() => {
    let mounted = true;
    const open = () =>
      activeStore().then(
        (opened) => mounted && setStore(opened),
        (error: unknown) => mounted && setFailure({ error }),
      );
    void open();
    const unwatch = activeWorkspace.watch(open);
    return () => {
      mounted = false;
      unwatch();
    };
  }, []);
  if (failure) throw failure.error;
  if (!store) return null;
  return (
    <StoreContext value={store}>
      {/* The key: nothing of one workspace is ever shown in another. */}
      <Fragment key={store.workspace.id}>{children}</Fragment>
    </StoreContext>
  );
}

/**
 * The answer of a query, kept up with every change that any surface or the background writes.
 * `undefined` is loading, also right after `deps` changed: an old answer is never shown for a new question.
 */
export function useLive<T>(query: (store: Store) => Promise<T>, deps: readonly unknown[]): T | undefined {
  const store = useStore();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what its query depends on
  const asked = useMemo(() => ({}), [store, ...deps]);
  const answer = useLiveQuery(async () => ({ asked, value: await query(store) }), [asked]);
  return answer?.asked === asked ? answer.value : undefined;
}
