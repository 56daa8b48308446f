import { i18n } from '../../../lib/i18n/index.ts';
import './history.css';

/** The head of both pages of what is past: what was done, and what was deleted. */
export function PastHead({ page }: { page: 'history' | 'trash' }) {
  const other = page === 'history' ? 'trash' : 'history';
  return (
    <>
      <h1 className="page-title">{i18n.t(`${page}.title`)}</h1>
      <p className="control ink-2 past-hint">
        {i18n.t(`${page}.hint`)} <a href={`#/${other}`}>{i18n.t(`${other}.title`)}</a>
      </p>
    </>
  );
}
