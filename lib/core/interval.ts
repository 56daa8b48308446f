/** z of a two-sided 95 % interval. */
const z = 1.959963984540054;

/**
 * Wilson's 95 % score interval of a proportion `successes ÷ n`; both ends in 0…1.
 * Source: Wilson 1927; METRICS "Share of voice".
 */
export function wilson(successes: number, n: number): [low: number, high: number] {
  const p = successes / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** Median of ascending values; of two middle ones, their mean. */
export const median = (ascending: readonly number[]): number => (ascending[(ascending.length - 1) >> 1]! + ascending[ascending.length >> 1]!) / 2;

/**
 * 95 % interval of the median, by order statistics (normal approximation of the binomial ranks; Conover, Practical Nonparametric Statistics).
 * `ascending` holds at least one value.
 */
export function medianInterval(ascending: readonly number[]): [low: number, high: number] {
  const n = ascending.length;
  const half = (z * Math.sqrt(n)) / 2;
  const low = Math.max(0, Math.ceil(n / 2 - half) - 1);
  const high = Math.min(n - 1, Math.ceil(n / 2 + half) - 1);
  return [ascending[low]!, ascending[high]!];
}
