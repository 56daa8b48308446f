import { averageOf, type Rank, ranksOf, type Scale, scaleOf } from '../../../lib/core/benchmark.ts';
import type { Measure, Metric } from '../../../lib/core/metric.ts';
import { metrics } from '../../../lib/core/metrics/index.ts';
import type { Brand } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { libraryLink } from '../../links.ts';
import { metricWords } from '../../metric-words.ts';
import { inUnit, number, percent } from '../../ui/format.ts';
import { Whisker } from '../../ui/whisker.tsx';
import { Withheld, withheldWords } from '../../ui/withheld.tsx';
import type { BenchmarkData } from './benchmark-data.ts';
import { ScaleHead } from './scale-head.tsx';

const whiskerWidth = 74;

/** A value with all the digits that its interval allows to compare. */
export const exactly = (unit: Metric['unit'], value: number): string => (unit === 'percent' ? percent(value, true) : inUnit(unit, value));

/** Names one number of the table in addresses and ids. */
export const cellKey = (metric: Metric, brand: Pick<Brand, 'id'>): string => `${metric.id}|${brand.id}`;

export interface Column {
  metric: Metric;
  measures: Measure[];
  scale: Scale;
}

export function columnsOf({ compared }: BenchmarkData): Column[] {
  const tallies = compared.map(({ tally }) => tally);
  return metrics.map((metric) => {
    const measures = tallies.map((tally) => metric.measure(tally, tallies));
    return { metric, measures, scale: scaleOf(measures, metric.unit) };
  });
}

function RankWords({ rank }: { rank: Rank | null }) {
  if (!rank) return null;
  if (rank.best === rank.worst) return number(rank.best);
  return i18n.t('benchmark.ranks', { best: number(rank.best), worst: number(rank.worst) });
}

/** What would make a number showable. */
const todo = {
  'few-mentions': 'benchmark.todo.fewMentions',
  'few-rated': 'benchmark.todo.fewRated',
  'few-judged': 'benchmark.todo.fewJudged',
} as const;

interface CellProps {
  column: Column;
  row: BenchmarkData['compared'][number];
  measure: Measure;
  data: BenchmarkData;
  open: string | null;
  onOpen(key: string): void;
}

function Cell({ column: { metric, scale }, row: { brand }, measure, data: { period, chosen }, open, onOpen }: CellProps) {
  if (measure.value === null) {
    const filter = {
      brand: brand.id,
      ...period,
      ...(chosen && { on: [...chosen].join(',') }),
      ...(measure.reason === 'few-judged' && { untagged: '1' }),
    };
    return (
      <Withheld reason={withheldWords(measure)}>
        {measure.reason !== 'likes-unknown' && <a href={libraryLink(filter)}>{i18n.t(todo[measure.reason])}</a>}
      </Withheld>
    );
  }
  const { value, low, high, n } = measure;
  const key = cellKey(metric, brand);
  return (
    <div className="row measure">
      <Whisker {...measure} min={scale.low} max={scale.high} own={brand.kind === 'own'} width={whiskerWidth} />
      <span className="value">
        <button type="button" id={`number-${key}`} className="number-link" aria-expanded={open === key} onClick={() => onOpen(key)}>
          {exactly(metric.unit, value)}
        </button>
        <span className="sr">{i18n.t('ui.between', [exactly(metric.unit, low), exactly(metric.unit, high)])}</span>
        <span className="meta n">{i18n.t('benchmark.n', { n: number(n) })}</span>
      </span>
    </div>
  );
}

function Average({ column: { metric, measures } }: { column: Column }) {
  const average = averageOf(measures.slice(1));
  if (!average) return <td className="meta">{i18n.t('benchmark.noAverage')}</td>;
  return (
    <td>
      <div className="row measure">
        <span className="meta of">
          {average.measured < average.of && i18n.t('benchmark.ofBrands', average.of, { n: number(average.measured), of: number(average.of) })}
        </span>
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
  const { compared, period, chosen } = data;
  const ranks = ranksOf(columns[0]!.measures);
  const on = chosen && { on: [...chosen].join(',') };
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
          {compared.map((row, index) => {
            const { brand, tally } = row;
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
                    <Cell column={column} row={row} measure={column.measures[index]!} data={data} open={open} onOpen={onOpen} />
                  </td>
                ))}
              </tr>
            );
          })}
          {compared.length > 1 && (
            <tr className="average">
              <td className="rank" />
              <th scope="row" colSpan={2}>
                {i18n.t('benchmark.average')}
              </th>
              {columns.map((column) => (
                <Average key={column.metric.id} column={column} />
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
