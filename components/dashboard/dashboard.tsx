import { lazy, Suspense, useEffect, useRef } from 'react';
import { i18n } from '../../lib/i18n/index.ts';
import { Later, type Loadable, later } from '../later.tsx';
import { RecountBanner } from '../recount-banner.tsx';
import { RetentionReminder } from '../retention-reminder.tsx';
import { SampleBanner } from '../sample-banner.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { views } from '../views/index.ts';
import type { View, ViewProps } from '../views/view.ts';
import { Keys, useDashboardKeys } from './keys.tsx';
import { parseRoute, useRoute } from './route.ts';
import { TopBar } from './top-bar.tsx';
import './dashboard.css';

/** Not needed for the first paint: seldom has it anything to say. */
const BackupWarning = lazy(() => import('../backup-warning.tsx').then(({ BackupWarning: it }) => ({ default: it })));

const pages = new Map<View, Loadable<ViewProps>>(views.map((view) => [view, later(async () => (await view.load()).default)]));

/** Loads the page that the address names; and once that is drawn and nothing else is to be done, those to which the top bar leads. What fails is told where it is shown. */
export async function loadPages(): Promise<void> {
  const load = (view: View) =>
    pages
      .get(view)!
      .load()
      .catch(() => undefined);
  const first = views.find(({ id }) => id === parseRoute(location.hash).view);
  if (first) await load(first);
  requestIdleCallback(() => {
    for (const view of views) if (view.order !== null) void load(view);
  });
}

const Nowhere = () => (
  <>
    <h1 className="sr">{i18n.t('appName')}</h1>
    <EmptyState title={i18n.t('dashboard.nowhere')}>
      <a href="#/library">{i18n.t('dashboard.toLibrary')}</a>
    </EmptyState>
  </>
);

/** The frame of all pages: top bar, keys, and the page that the address names. */
export function Dashboard() {
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(route.view);
  const keys = useDashboardKeys();

  const view = views.find(({ id }) => id === route.view);
  const page = view && pages.get(view);
  const app = i18n.t('appName');
  const title = view ? i18n.t('dashboard.pageTitle', { view: view.name(), app }) : app;

  useEffect(() => {
    document.title = title;
    if (shown.current === route.view) return;
    shown.current = route.view;
    // A new page is read from its beginning.
    main.current?.focus();
    scrollTo(0, 0);
  }, [route.view, title]);

  return (
    <>
      {/* A button: the fragment of the address is taken by where the dashboard is. */}
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {i18n.t('dashboard.skip')}
      </button>
      <TopBar views={views} route={route} onKeys={keys.show} />
      <SampleBanner />
      <RecountBanner />
      <RetentionReminder here={route.view === 'privacy'} />
      <Suspense>
        <BackupWarning />
      </Suspense>
      <main id="main" className="page" tabIndex={-1} ref={main}>
        <Suspense>{page ? <Later key={route.view} of={page} props={{ rest: route.rest }} /> : <Nowhere />}</Suspense>
      </main>
      <Keys {...keys} />
    </>
  );
}
