import { averageOf, type Rank, ranksOf } from '../../../lib/core/benchmark.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { libraryLink } from '../../links.ts';
import { metricWords } from '../../metric-words.ts';
import { number } from '../../ui/format.ts';
import { type BenchmarkData, onCounted } from './benchmark-data.ts';
import { type Column, exactly, ofBrands } from './columns.ts';
import { MeasureCell, whiskerWidth } from './measure-cell.tsx';
import { ScaleHead } from './scale-head.tsx';

function RankWords({ rank }: { rank: Rank | null }) {
  if (!rank) return null;
  if (rank.best === rank.worst) return number(rank.best);
  return i18n.t('benchmark.ranks', { best: number(rank.best), worst: number(rank.worst) });
}

function Average({ column: { metric, measures }, rivalsOnly }: { column: Column; rivalsOnly: boolean }) {
  const average = averageOf(rivalsOnly ? measures.slice(1) : measures);
  if (!average) return <td className="meta">{i18n.t('benchmark.noAverage')}</td>;
  return (
    <td>
      <div className="row measure">
        <span className="meta of">{ofBrands(average)}</span>
        <span className="value">{exactly(metric.unit, average.value)}</span>
      </div>
    </td>
  );
}

interface Props {
  data: BenchmarkData;
  columns: Column[];
  open: string | null;
  onOpen(key: string): void;
}

/** All brands by all metrics. Each number opens its formula; what cannot be said yet says why. */
export function BrandTable({ data, columns, open, onOpen }: Props) {
  const { compared, period } = data;
  const ranks = ranksOf(columns[0]!.measures);
  const on = onCounted(data);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key
    <section className="wide-table" aria-labelledby="benchmark-title" tabIndex={0}>
      <table className="benchmark">
        <thead>
          <tr>
            <th scope="col">{i18n.t('benchmark.rank')}</th>
            <th scope="col">{i18n.t('dashboard.brand')}</th>
            <th scope="col" className="figure">
              {i18n.t('benchmark.mentions')}
            </th>
            {columns.map(({ metric, scale }) => (
              <th key={metric.id} scope="col">
                {metricWords(metric, 'name')}
                <ScaleHead scale={scale} unit={metric.unit} width={whiskerWidth} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compared.map(({ brand, tally }, index) => {
            return (
              <tr key={brand.id} className={brand.kind === 'own' ? 'own' : ''}>
                <td className="rank">
                  <RankWords rank={ranks[index]!} />
                </td>
                <th scope="row">{brand.name}</th>
                <td className="figure">
                  <a className="number-link" href={libraryLink({ brand: brand.id, ...period, ...on })}>
                    {number(tally.mentions)}
                  </a>
                </td>
                {columns.map((column) => (
                  <td key={column.metric.id}>
                    <MeasureCell column={column} brand={brand} measure={column.measures[index]!} data={data} open={open} onOpen={onOpen} />
                  </td>
                ))}
              </tr>
            );
          })}
          {compared.length > 1 &&
            ([true, false] as const).map((rivalsOnly) => (
              <tr key={String(rivalsOnly)} className="average">
                <td className="rank" />
                <th scope="row" colSpan={2}>
                  {i18n.t(rivalsOnly ? 'benchmark.average' : 'benchmark.landscape')}
                </th>
                {columns.map((column) => (
                  <Average key={column.metric.id} column={column} rivalsOnly={rivalsOnly} />
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
