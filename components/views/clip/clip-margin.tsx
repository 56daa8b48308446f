import { i18n } from '../../../lib/i18n/index.ts';
import { Margin } from '../../dashboard/margin.tsx';
import { clipLink } from '../../links.ts';
import { ClipDetail } from './clip-detail.tsx';

/** One clip beside the list it is from. */
export const ClipMargin = ({ id, opener, onClose }: { id: string; opener: string; onClose(): void }) => (
  <Margin
    label={i18n.t('clip.label')}
    opener={opener}
    onClose={onClose}
    head={
      <a className="meta" href={clipLink(id)}>
        {i18n.t('clip.byItself')}
      </a>
    }
  >
    <ClipDetail id={id} onTrashed={onClose} />
  </Margin>
);
