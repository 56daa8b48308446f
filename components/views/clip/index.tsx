import ArrowLeft from 'lucide-react/icons/arrow-left';
import { i18n } from '../../../lib/i18n/index.ts';
import { go } from '../../dashboard/route.ts';
import { viewLink } from '../../links.ts';
import type { ViewProps } from '../view.ts';
import { ClipDetail } from './clip-detail.tsx';

/** One clip by itself: everything known about it, and everything that can be said about it. */
export default function ClipPage({ rest }: ViewProps) {
  return (
    <div className="clip-page">
      <h1 className="sr">{i18n.t('dashboard.views.clip')}</h1>
      <p className="meta">
        <a className="row" href={viewLink('library')}>
          <ArrowLeft className="small" /> {i18n.t('dashboard.views.library')}
        </a>
      </p>
      <ClipDetail id={rest ?? ''} page onTrashed={() => go('#/library')} />
    </div>
  );
}
