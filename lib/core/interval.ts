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

/** Values in ascending order; an array of them is one. */
interface Ascending {
  readonly length: number;
  at(place: number): number | undefined;
}

/** Median of ascending values; of two middle ones, their mean. */
export const median = (ascending: Ascending): number => (ascending.at((ascending.length - 1) >> 1)! + ascending.at(ascending.length >> 1)!) / 2;

/** The largest k with P(X < k) ≤ 2.5 % for X binomial of n even tosses: the place of the lower end among ascending values, from 1; 0 below n = 6. */
function rankOf(n: number): number {
  let below = 0;
  let logOfTerm = -n * Math.LN2;
  for (let k = 0; k <= n; k += 1) {
    below += Math.exp(logOfTerm);
    if (below > 0.025) return k;
    logOfTerm += Math.log((n - k) / (k + 1));
  }
  return 0;
}

/**
 * Exact interval of the median by order statistics, covering at least 95 % whatever the distribution (Conover, Practical Nonparametric
 * Statistics). null below six values, which hold none.
 */
export function medianInterval(ascending: Ascending): [low: number, high: number] | null {
  const rank = rankOf(ascending.length);
  return rank === 0 ? null : [ascending.at(rank - 1)!, ascending.at(ascending.length - rank)!];
}
