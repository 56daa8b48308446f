/** What changes over time, stretch by stretch, for brands side by side: share of voice, mentions, net sentiment. */
import { any } from './count-key.ts';
import { wilson } from './interval.ts';
import type { DayCell } from './records.ts';
import type { Stretch } from './stretch.ts';
import { eachCount, type Span } from './tally.ts';

/** What days can tell by themselves. */
export const trended = ['share', 'mentions', 'sentiment'] as const;
export type Trended = (typeof trended)[number];

/** How each is printed. */
export const unitOf = { share: 'percent', mentions: 'number', sentiment: 'balance' } as const satisfies Record<Trended, string>;

export interface TrendPoint extends Stretch {
  /** Of `n`: the brand's mentions of those of all compared, or its positive clips of those rated either way. */
  part: number;
  n: number;
  /** null where n is too small: that nobody spoke is not known. Counts have no interval. */
  shown: { value: number; low: number; high: number } | { value: number; low: null; high: null } | null;
}

/** Stretches of fewer mentions of all brands, or of fewer rated clips, than this show nothing. Ours. */
export const fewestMentions = 5;

type Days = ReadonlyMap<string, number>;

/** Clips per day rated either way. */
export interface RatedDays {
  positive: Days;
  negative: Days;
}

/** Sums per stretch; each day is looked at once, however many stretches there are. */
function sumsOf(days: Days, stretches: readonly Stretch[]): number[] {
  const sums = stretches.map(() => 0);
  let at = 0;
  for (const [day, count] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    while (at < stretches.length && stretches[at]!.to < day) at += 1;
    if (at < stretches.length && stretches[at]!.from <= day) sums[at]! += count;
  }
  return sums;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function pointsOf(
  stretches: readonly Stretch[],
  parts: readonly number[],
  wholes: readonly number[],
  show: (part: number, n: number) => TrendPoint['shown'],
): TrendPoint[] {
  return stretches.map((stretch, index) => {
    const [part, n] = [parts[index]!, wholes[index]!];
    return { ...stretch, part, n, shown: n < fewestMentions ? null : show(part, n) };
  });
}

function ofAll(brands: readonly { days: Days }[], stretches: readonly Stretch[], show: (part: number, n: number) => TrendPoint['shown']) {
  const parts = brands.map(({ days }) => sumsOf(days, stretches));
  const wholes = stretches.map((_, index) => sum(parts.map((one) => one[index]!)));
  return parts.map((one) => pointsOf(stretches, one, wholes, show));
}

const shareOf = (part: number, n: number) => {
  const [low, high] = wilson(part, n);
  return { value: part / n, low, high };
};

/** METRICS "Share of voice", stretch by stretch, with Wilson's interval; one line of points a brand. */
export const sharesOver = (brands: readonly { days: Days }[], stretches: readonly Stretch[]): TrendPoint[][] => ofAll(brands, stretches, shareOf);

/** Mentions, where enough was heard of anybody to tell none from unheard. */
export const mentionsOver = (brands: readonly { days: Days }[], stretches: readonly Stretch[]): TrendPoint[][] =>
  ofAll(brands, stretches, (part) => ({ value: part, low: null, high: null }));

/** METRICS "Net sentiment", (P − N) ÷ (P + N), its interval that of P ÷ (P + N), stretched. */
export const sentimentOver = (brands: readonly RatedDays[], stretches: readonly Stretch[]): TrendPoint[][] =>
  brands.map(({ positive, negative }) => {
    const [liked, disliked] = [sumsOf(positive, stretches), sumsOf(negative, stretches)];
    const rated = liked.map((count, index) => count + disliked[index]!);
    return pointsOf(stretches, liked, rated, (part, n) => {
      const { value, low, high } = shareOf(part, n);
      return { value: 2 * value - 1, low: 2 * low - 1, high: 2 * high - 1 };
    });
  });

/** Clips of one brand's cells rated either way within a span, per day; of some networks only, where `platforms` names them. */
export function ratedDays(cells: readonly DayCell[], span: Span, platforms?: ReadonlySet<string>): RatedDays {
  const rated = { positive: new Map<string, number>(), negative: new Map<string, number>() };
  eachCount(cells, span, platforms, ({ quadrant, sentiment }, day, clips) => {
    if (quadrant !== any || (sentiment !== 'positive' && sentiment !== 'negative')) return;
    rated[sentiment].set(day, (rated[sentiment].get(day) ?? 0) + clips);
  });
  return rated;
}

/** Whether the later half is surely another than the earlier: the 95 % intervals of their parts do not touch. null where a half says nothing. */
export function trendOf(points: readonly TrendPoint[]): 'rising' | 'falling' | 'level' | null {
  const half = (some: readonly TrendPoint[]) => {
    const n = sum(some.map((point) => point.n));
    return n < fewestMentions ? null : wilson(sum(some.map(({ part }) => part)), n);
  };
  const before = half(points.slice(0, points.length >> 1));
  const after = half(points.slice(points.length >> 1));
  if (!before || !after) return null;
  if (after[0] > before[1]) return 'rising';
  return after[1] < before[0] ? 'falling' : 'level';
}
