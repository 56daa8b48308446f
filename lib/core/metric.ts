import type { Tally } from './tally.ts';

/** What a metric gives: a value with its n and interval, or the reason why there is none yet. */
export type Measure =
  | { value: number; low: number; high: number; n: number }
  | { value: null; n: number; need: number; reason: 'few-mentions' | 'few-rated' | 'few-judged' | 'likes-unknown' };

/**
 * One metric, one file. Pure: no database, no clock, no formatting. Its name, formula and source stand in the catalogues under
 * `metrics.<id>`; METRICS names the definition it follows.
 */
export interface Metric {
  id: string;
  /** Place in the benchmark's columns. */
  order: number;
  /** How to print it: a share in percent, a balance from −1 to +1, or a plain number. */
  unit: 'percent' | 'balance' | 'number';
  /** The brand's own tally, and those of all compared brands (its own among them). */
  measure(own: Tally, compared: readonly Tally[]): Measure;
  /** The counts behind the value, as `metrics.<id>.filled` in the catalogues puts them into the formula: `a`, `b`, in this order. */
  counts(own: Tally, compared: readonly Tally[]): number[];
}

export const defineMetric = (metric: Metric): Metric => metric;
