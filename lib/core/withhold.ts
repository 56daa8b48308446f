/** When a number may be shown, and with what interval: one place for all metrics. */
import { Distribution } from './distribution.ts';
import { median, medianInterval, wilson } from './interval.ts';
import type { Measure, Reason } from './metric.ts';

/** METRICS "Share of voice": shares of fewer than this are hidden. */
export const leastOfShare = 20;
/** Rates and per-post numbers of fewer than this are withheld. Ours. */
export const leastOfRate = 10;

/** `part` ÷ `n` with Wilson's interval; withheld below `need`. */
export function shareMeasure(part: number, n: number, reason: Reason, need = leastOfShare): Measure {
  if (n < need) return { value: null, n, need, reason };
  const [low, high] = wilson(part, n);
  return { value: part / n, low, high, n };
}

/** (a − b) ÷ (a + b) in −1…1; its interval is that of a ÷ (a + b), stretched. */
export function balanceMeasure(a: number, b: number, reason: Reason): Measure {
  const share = shareMeasure(a, a + b, reason, leastOfRate);
  if (share.value === null || share.low === null) return share;
  return { value: (a - b) / share.n, low: 2 * share.low - 1, high: 2 * share.high - 1, n: share.n };
}

export const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/**
 * Median of what is known of `of` posts, with its exact interval and the mean beside. Withheld where fewer than half are known: those that
 * show the number are not the others' equals.
 */
export function medianMeasure(values: Distribution | readonly number[], of: number, reason: Reason): Measure {
  const all = values instanceof Distribution ? values : Distribution.of(values);
  const n = all.length;
  const need = Math.max(leastOfRate, Math.ceil(of / 2));
  if (n < need) return { value: null, n, need, reason };
  const [low, high] = medianInterval(all)!;
  return { value: median(all), low, high, n, mean: all.sum() / n };
}
