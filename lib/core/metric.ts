import type { Tally } from './tally.ts';

/** Why there is no number yet. */
export type Reason =
  | 'few-mentions'
  | 'few-rated'
  | 'few-judged'
  | 'few-authors'
  | 'few-posts'
  | 'few-own'
  | 'few-answerable'
  | 'few-answered'
  | 'none-answered'
  | 'likes-unknown'
  | 'numbers-unknown'
  | 'followers-unknown'
  | 'no-account';

/** A value with its n and 95 % interval; `low` and `high` are null where no honest one is known. `mean` stands beside a median, without one. */
export type Known = { value: number; n: number; mean?: number } & ({ low: number; high: number } | { low: null; high: null });

/** What a metric gives: a value, or the reason why there is none yet. */
export type Measure = Known | { value: null; n: number; need: number; reason: Reason };

/** Where a metric stands in the benchmark: in the table on top, or in one of the groups below it. */
export const groups = ['voice', 'mentions', 'own', 'care'] as const;
export type Group = (typeof groups)[number];

/**
 * One metric, one file. Pure: no database, no clock, no formatting. Its name, formula and source stand in the catalogues under
 * `metrics.<id>`; METRICS names the definition it follows.
 */
export interface Metric {
  id: string;
  /** Place among its columns. */
  order: number;
  /** null: in the table, computed from day cells alone; the others need what each post said (`Tally.seen`). */
  group: Group | null;
  /** How to print it: a share in percent, a balance from −1 to +1, or a plain number. */
  unit: 'percent' | 'balance' | 'number';
  /** Which clips it is of: those that name the brand, or those that its own accounts wrote. */
  of: 'mentions' | 'own';
  /** The brand's own tally, and those of all compared brands (its own among them). */
  measure(own: Tally, compared: readonly Tally[]): Measure;
  /** The counts behind the value, as `metrics.<id>.filled` in the catalogues puts them into the formula: `a`, `b`, in this order. */
  counts(own: Tally, compared: readonly Tally[]): number[];
}

export const defineMetric = (metric: Metric): Metric => metric;
