import { changeOf } from '../../../lib/core/effort.ts';
import type { Measure } from '../../../lib/core/metric.ts';
import type { Brand } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { metricWords } from '../../metric-words.ts';
import { number } from '../../ui/format.ts';
import { Withheld, withheldWords } from '../../ui/withheld.tsx';
import { cellKey, exactly } from './columns.ts';
import type { Compared } from './groups.tsx';
import { wasWords } from './measure-cell.tsx';
import type { SeenData } from './seen-data.ts';

interface Opening {
  data: SeenData;
  open: string | null;
  onOpen(key: string): void;
}

function Words({
  column: { metric },
  brand,
  measure,
  earlier,
  data,
  open,
  onOpen,
}: Opening & {
  column: Compared;
  brand: Brand;
  measure: Measure;
  earlier: Measure;
}) {
  if (measure.value === null) return <Withheld reason={withheldWords(measure)} />;
  const { unit } = metric;
  const { value, low, high, n } = measure;
  const key = cellKey(metric, brand);
  const change = changeOf(measure, earlier, data.effort);
  const facts = [
    ...(low === null ? [] : [i18n.t('ui.between', [exactly(unit, low), exactly(unit, high)])]),
    i18n.t('benchmark.n', { n: number(n) }),
    ...(change.value === null ? [] : [wasWords(unit, change.value, change.before)]),
  ];
  return (
    <>
      <button type="button" id={`number-${key}`} className="number-link" aria-expanded={open === key} onClick={() => onOpen(key)}>
        {exactly(unit, value)}
      </button>{' '}
      <span className="meta dots">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
    </>
  );
}

/** The same numbers as the panels, in words alone. */
export function GroupTwin({ titled, columns, ...opening }: Opening & { titled: string; columns: Compared[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key
    <section className="wide-table" aria-labelledby={titled} tabIndex={0}>
      <table className="group-twin">
        <thead>
          <tr>
            <th scope="col">{i18n.t('dashboard.brand')}</th>
            {columns.map(({ metric }) => (
              <th key={metric.id} scope="col">
                {metricWords(metric, 'name')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {opening.data.compared.map(({ brand }, index) => (
            <tr key={brand.id} className={brand.kind === 'own' ? 'own' : ''}>
              <th scope="row">{brand.name}</th>
              {columns.map((column) => (
                <td key={column.metric.id} className="measure">
                  <Words column={column} brand={brand} measure={column.measures[index]!} earlier={column.earlier[index]!} {...opening} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
