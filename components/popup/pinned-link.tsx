import Pin from 'lucide-react/icons/pin';
import { pinnedOf } from '../../lib/core/saved-view.ts';
import { savedViews } from '../../lib/db/find-views.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { savedViewLink } from '../links.ts';
import { useLive } from '../store.tsx';

export function PinnedLink() {
  const view = pinnedOf(useLive(savedViews, []) ?? []);
  return (
    view && (
      <section className="pinned-view" aria-label={i18n.t('views.pinned')}>
        <a className="row control" href={savedViewLink(view)} target="_blank" rel="noreferrer">
          <Pin className="small" /> {view.name}
        </a>
      </section>
    )
  );
}
