/** Brands side by side: ranks that doubt leaves open, averages of rivals, and scales. */
import type { Measure, Metric } from './metric.ts';

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
