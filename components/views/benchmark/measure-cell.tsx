import type { Measure, Metric, Reason } from '../../../lib/core/metric.ts';
import type { Brand } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { libraryLink, viewLink } from '../../links.ts';
import { number, signed } from '../../ui/format.ts';
import { Whisker } from '../../ui/whisker.tsx';
import { Withheld, withheldWords } from '../../ui/withheld.tsx';
import { type BenchmarkData, onCounted } from './benchmark-data.ts';
import { type Column, cellKey, exactly } from './columns.ts';

export const whiskerWidth = 74;

/** What would make a number showable. */
const todo = {
  'few-mentions': 'benchmark.todo.fewMentions',
  'few-rated': 'benchmark.todo.fewRated',
  'few-judged': 'benchmark.todo.fewJudged',
  'few-authors': 'benchmark.todo.fewAuthors',
  'few-answerable': 'benchmark.todo.fewMentions',
  'few-answered': 'benchmark.todo.fewAnswered',
  'few-own': 'benchmark.todo.fewOwn',
  'no-account': 'benchmark.todo.noAccount',
  'none-answered': null,
  'few-posts': null,
  'likes-unknown': null,
  'numbers-unknown': null,
  'followers-unknown': null,
} as const satisfies Record<Reason, string | null>;

/** The clips that a metric is of: those that name the brand, or that its account wrote, as far as words can find them. */
export function clipsLink(
  { of }: Pick<Metric, 'of'>,
  brand: Pick<Brand, 'id' | 'handles'>,
  { period, chosen }: BenchmarkData,
  untagged = false,
): string {
  const [handle, ...others] = brand.handles;
  return libraryLink({
    brand: brand.id,
    ...period,
    ...onCounted({ chosen }),
    ...(untagged && { untagged: '1' }),
    ...(of === 'own' && handle && others.length === 0 && { text: handle.slice(handle.indexOf(':') + 1).replace(/^@/, '') }),
  });
}

interface Props {
  column: Column;
  brand: Brand;
  measure: Measure;
  data: BenchmarkData;
  open: string | null;
  onOpen(key: string): void;
  width?: number;
  /** The value of the period before, where it may be compared. */
  before?: number | null;
}

/** One number: dot and interval, the value that opens its formula, and n; or why it is withheld. */
export function MeasureCell({ column: { metric, scale }, brand, measure, data, open, onOpen, width = whiskerWidth, before = null }: Props) {
  if (measure.value === null) {
    const act = todo[measure.reason];
    const href = measure.reason === 'no-account' ? viewLink('settings') : clipsLink(metric, brand, data, measure.reason === 'few-judged');
    return <Withheld reason={withheldWords(measure)}>{act && <a href={href}>{i18n.t(act)}</a>}</Withheld>;
  }
  const { value, low, high, n } = measure;
  const key = cellKey(metric, brand);
  const change = before === null ? null : value - before;
  return (
    <div className="row measure">
      <Whisker {...measure} before={before} min={scale.low} max={scale.high} own={brand.kind === 'own'} width={width} />
      <span className="value">
        <button type="button" id={`number-${key}`} className="number-link" aria-expanded={open === key} onClick={() => onOpen(key)}>
          {exactly(metric.unit, value)}
        </button>
        {low !== null && <span className="sr">{i18n.t('ui.between', [exactly(metric.unit, low), exactly(metric.unit, high)])}</span>}
        <span className="meta n">{i18n.t('benchmark.n', { n: number(n) })}</span>
        {change !== null && before !== null && <span className="meta n">{wasWords(metric.unit, change, before)}</span>}
      </span>
    </div>
  );
}

/** "was 38.0% (+2.4)": in points for shares. */
export const wasWords = (unit: Metric['unit'], change: number, before: number): string =>
  i18n.t('benchmark.was', {
    change: signed(unit === 'percent' ? change * 100 : unit === 'balance' ? Math.round(change * 100) / 100 : change),
    before: exactly(unit, before),
  });
