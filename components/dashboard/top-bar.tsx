import Keyboard from 'lucide-react/icons/keyboard';
import Plus from 'lucide-react/icons/plus';
import { i18n } from '../../lib/i18n/index.ts';
import { SearchField } from '../search/search-field.tsx';
import { useLive } from '../store.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { number } from '../ui/format.ts';
import { Logo } from '../ui/quadrant-mark.tsx';
import type { View } from '../views/view.ts';
import { go, type Route, withQuery } from './route.ts';
import { ViewsMenu } from './views-menu.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';

function ViewLink({ view, current }: { view: View; current: boolean }) {
  const count = useLive(async (store) => (view.count ? view.count(store) : 0), [view]) ?? 0;
  return (
    <a href={`#/${view.id}`} aria-current={current ? 'page' : undefined}>
      {view.name()}
      {count > 0 && (
        <span className="count">
          <span aria-hidden="true">{number(count)}</span>
          <span className="sr">{i18n.t('dashboard.waiting', count, { n: number(count) })}</span>
        </span>
      )}
    </a>
  );
}

const library: Route = { view: 'library', rest: null, query: new URLSearchParams() };

interface Props {
  views: readonly View[];
  route: Route;
  onKeys(): void;
}

export function TopBar({ views, route, onKeys }: Props) {
  // A clip opened by itself belongs to the Library.
  const current = route.view === 'clip' ? 'library' : route.view;
  return (
    <header className="top-bar">
      <span className="brand-mark">
        <Logo size={18} />
        {i18n.t('appName')}
      </span>
      <WorkspaceMenu />
      <nav aria-label={i18n.t('dashboard.nav')}>
        {views
          .filter(({ order }) => order !== null)
          .map((view) => (
            <ViewLink key={view.id} view={view} current={view.id === current} />
          ))}
      </nav>
      {/* The Library has its own. */}
      {route.view !== 'library' && <SearchField onFind={(q) => go(withQuery(library, { q }))} />}
      <span className="row top-acts">
        <ViewsMenu />
        <ButtonLink
          look="quiet"
          iconOnly
          href="#/add"
          aria-label={i18n.t('add.title')}
          title={i18n.t('add.title')}
          aria-current={route.view === 'add' ? 'page' : undefined}
        >
          <Plus />
        </ButtonLink>
        <Button
          look="quiet"
          iconOnly
          aria-label={i18n.t('dashboard.keys.title')}
          title={i18n.t('dashboard.keys.title')}
          aria-keyshortcuts="?"
          onClick={onKeys}
        >
          <Keyboard />
        </Button>
      </span>
    </header>
  );
}
