/** Brands side by side: ranks that doubt leaves open, averages of rivals, scales, and shares of voice over time. */
import { addDays } from './day.ts';
import { wilson } from './interval.ts';
import type { Measure, Metric } from './metric.ts';
import type { Tally } from './tally.ts';

export interface Rank {
  best: number;
  worst: number;
}

/** Rank of each measured brand, highest value first; brands whose intervals overlap share the places between them. */
export function ranksOf(measures: readonly Measure[]): (Rank | null)[] {
  const measured = measures.filter((one) => one.value !== null);
  return measures.map((one) =>
    one.value === null
      ? null
      : {
          best: 1 + measured.filter((other) => (other.low ?? other.value) > (one.high ?? one.value)).length,
          worst: measured.length - measured.filter((other) => (other.high ?? other.value) < (one.low ?? one.value)).length,
        },
  );
}

/**
 * Mean of the values that are known, each brand counting once; null where none is. Of rivals alone it is the "competitor average", of all
 * compared the "landscape average" (METRICS "Competitor average"). Given one metric's measures only: two denominators are never averaged.
 */
export function averageOf(rivals: readonly Measure[]): { value: number; measured: number; of: number } | null {
  const values = rivals.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return null;
  return { value: values.reduce((sum, value) => sum + value, 0) / values.length, measured: values.length, of: rivals.length };
}

export interface Scale {
  low: number;
  high: number;
  /** Three to five values, both ends among them. */
  ticks: number[];
}

/** The smallest of 1, 2, 2.5, 5 × 10ⁿ that reaches a span in four steps. */
function niceStep(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / 4));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step * 4 >= span - 1e-9)!;
}

const exact = (value: number): number => Number(value.toPrecision(12));

function steps(from: number, to: number, step: number): Scale {
  const low = Math.floor(exact(from / step));
  const high = Math.ceil(exact(to / step));
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => exact((low + index) * step));
  return { low: ticks[0]!, high: ticks.at(-1)!, ticks };
}

/** One scale for all brands of a column: shares and numbers from zero, balances around it. */
export function scaleOf(measures: readonly Measure[], unit: Metric['unit']): Scale {
  const measured = measures.filter((one) => one.value !== null);
  const highest = Math.max(0, ...measured.map(({ value, high }) => high ?? value));
  const lowest = Math.min(0, ...measured.map(({ value, low }) => low ?? value));
  if (unit === 'balance') {
    const reach = Math.min(1, Math.max(0.2, Math.ceil(exact(Math.max(highest, -lowest) / 0.2)) * 0.2));
    return { low: exact(-reach), high: exact(reach), ticks: [exact(-reach), 0, exact(reach)] };
  }
  if (highest === lowest) return { low: 0, high: 1, ticks: [0, 1] };
  return steps(lowest, highest, niceStep(highest - lowest));
}

/** A stretch of days with one brand's part in what was said of all compared ones. */
export interface SharePoint {
  from: string;
  to: string;
  mentions: number;
  /** Mentions of all compared brands. */
  n: number;
  /** null where too little was heard of any of them: that nobody spoke is not known. */
  share: { value: number; low: number; high: number } | null;
}

/** Stretches with fewer mentions of all brands than this show no share. Ours. */
export const fewestMentions = 5;

/** Days in one stretch: a week, or a day where the period is short. */
export const stretchOf = (days: number): 1 | 7 => (days <= 14 ? 1 : 7);

/** Share of voice over the days `from` to `to`, stretch by stretch, the last ending at `to`; the first may be shorter. */
export function sharesOver(own: Tally, compared: readonly Tally[], from: string, to: string, stretch: number): SharePoint[] {
  const points: SharePoint[] = [];
  for (let end = to; end >= from; end = addDays(end, -stretch)) {
    const begin = addDays(end, 1 - stretch);
    const start = begin < from ? from : begin;
    const within = ({ days }: Tally) => [...days].reduce((sum, [day, count]) => (day >= start && day <= end ? sum + count : sum), 0);
    const mentions = within(own);
    const n = compared.reduce((sum, other) => sum + within(other), 0);
    const [low, high] = wilson(mentions, n || 1);
    points.unshift({ from: start, to: end, mentions, n, share: n < fewestMentions ? null : { value: mentions / n, low, high } });
  }
  return points;
}

/** Whether the share of the later half is surely another than that of the earlier: their 95 % intervals do not touch. null where a half says nothing. */
export function trendOf(points: readonly SharePoint[]): 'rising' | 'falling' | 'level' | null {
  const half = (part: readonly SharePoint[]) => {
    const n = part.reduce((sum, point) => sum + point.n, 0);
    return n < fewestMentions
      ? null
      : wilson(
          part.reduce((sum, point) => sum + point.mentions, 0),
          n,
        );
  };
  const before = half(points.slice(0, points.length >> 1));
  const after = half(points.slice(points.length >> 1));
  if (!before || !after) return null;
  if (after[0] > before[1]) return 'rising';
  return after[1] < before[0] ? 'falling' : 'level';
}
