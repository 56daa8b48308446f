import { i18n } from '../../lib/i18n/index.ts';
import { viewLink } from '../links.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** A page about brands before there is one. */
export const NoBrand = ({ page }: { page: string }) => (
  <>
    <h1 className="sr">{page}</h1>
    <EmptyState title={i18n.t('dashboard.noBrand')}>
      <p>{i18n.t('dashboard.noBrandHint')}</p>
      <p>
        <a href={viewLink('settings')}>{i18n.t('dashboard.addBrand')}</a>
      </p>
    </EmptyState>
  </>
);
