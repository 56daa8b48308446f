import type { ReactNode } from 'react';
import type { Metric } from '../../lib/core/metric.ts';
import type { Tally } from '../../lib/core/tally.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { inUnit } from '../ui/format.ts';
import type { JudgedBefore } from './judged-before.ts';
import type { BrandRow, PopupData } from './popup-data.ts';

/** A number that opens its clips in a tab. */
export function ClipsLink({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <a className="number-link" href={href} target="_blank" rel="noreferrer" aria-label={label}>
      {children}
    </a>
  );
}

/** The interval in words, for those who do not see the whisker. */
export const Between = ({ unit, low, high }: { unit: Metric['unit']; low: number | null; high: number | null }) =>
  low === null || high === null ? null : <span className="sr">{i18n.t('ui.between', [inUnit(unit, low), inUnit(unit, high)])}</span>;

export interface TableProps {
  rows: BrandRow[];
  compared: Tally[];
  period: PopupData['period'];
  /** undefined until it is read; null where nothing can be compared. */
  before: JudgedBefore | null | undefined;
  /** The brand whose card is open. */
  opened: string | null;
  onOpen(brand: string | null): void;
}

/** A brand's name, which opens its card below the table. */
export const BrandName = ({ brand: { id, name }, opened, onOpen }: Pick<BrandRow, 'brand'> & Pick<TableProps, 'opened' | 'onOpen'>) => (
  <th scope="row">
    <button
      type="button"
      className="brand-name"
      id={`brand-${id}`}
      aria-expanded={opened === id}
      aria-controls={opened === id ? 'brand-card' : undefined}
      onClick={() => onOpen(opened === id ? null : id)}
    >
      {name}
    </button>
  </th>
);
