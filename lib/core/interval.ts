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

/** P(X = m) for X binomial of 2m even tosses; from m = 100 by Stirling's series, whose next term is below 10⁻¹¹. */
function middleOf(m: number): number {
  if (m >= 100) return (1 - 1 / (8 * m) + 1 / (128 * m ** 2) + 5 / (1024 * m ** 3)) / Math.sqrt(Math.PI * m);
  let product = 1;
  for (let i = 1; i <= m; i++) product *= (2 * i - 1) / (2 * i);
  return product;
}

/**
 * The largest k with P(X < k) ≤ 2.5 % for X binomial of n even tosses: the place of the lower end among ascending values, from 1; 0 below n = 6.
 * Walked down from the middle, which is about √n steps away.
 */
function rankOf(n: number): number {
  const m = n >> 1;
  let k = n % 2 ? m + 1 : m;
  let below = n % 2 ? 0.5 : (1 - middleOf(m)) / 2;
  // P(X = k − 1)
  let term = n % 2 ? middleOf(m + 1) : (middleOf(m) * m) / (m + 1);
  while (below > 0.025) {
    below -= term;
    k -= 1;
    term *= k / (n - k + 1);
  }
  return k;
}

/**
 * Exact interval of the median by order statistics, covering at least 95 % whatever the distribution (Conover, Practical Nonparametric
 * Statistics). null below six values, which hold none.
 */
export function medianInterval(ascending: Ascending): [low: number, high: number] | null {
  const rank = rankOf(ascending.length);
  return rank === 0 ? null : [ascending.at(rank - 1)!, ascending.at(ascending.length - rank)!];
}
