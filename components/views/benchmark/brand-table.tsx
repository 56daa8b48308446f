import { type Rank, ranksOf } from '../../../lib/core/benchmark.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { libraryLink } from '../../links.ts';
import { metricWords } from '../../metric-words.ts';
import { number } from '../../ui/format.ts';
import { AverageNumber } from './average-number.tsx';
import { type BenchmarkData, onCounted } from './benchmark-data.ts';
import { type Average, averageIn, averages, type Column, ofBrands } from './columns.ts';
import { MeasureCell, whiskerWidth } from './measure-cell.tsx';
import { ScaleHead } from './scale-head.tsx';

function RankWords({ rank }: { rank: Rank | null }) {
  if (!rank) return null;
  if (rank.best === rank.worst) return number(rank.best);
  return i18n.t('benchmark.ranks', { best: number(rank.best), worst: number(rank.worst) });
}

function AverageCell({ column, whose, open, onOpen }: { column: Column; whose: Average } & Pick<Props, 'open' | 'onOpen'>) {
  const average = averageIn(column, whose);
  if (!average) return <td className="meta">{i18n.t('benchmark.noAverage')}</td>;
  return (
    <td>
      <div className="row measure">
        <span className="meta of">{ofBrands(average)}</span>
        <span className="value">
          <AverageNumber metric={column.metric} whose={whose} value={average.value} open={open} onOpen={onOpen} />
        </span>
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
            averages.map((whose) => (
              <tr key={whose} className="average">
                <td className="rank" />
                <th scope="row" colSpan={2}>
                  {i18n.t(`benchmark.${whose}`)}
                </th>
                {columns.map((column) => (
                  <AverageCell key={column.metric.id} column={column} whose={whose} open={open} onOpen={onOpen} />
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
