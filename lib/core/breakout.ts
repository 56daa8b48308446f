/** Posts that went far beyond what their account usually gets. */
import { median } from './interval.ts';
import { engagementOf } from './posts.ts';
import type { OwnPost } from './tally.ts';
import { ascending } from './withhold.ts';

/** An account's other posts must be at least so many. */
const fewest = 8;
/** Makes the median of absolute deviations comparable to a standard deviation. */
const toSigma = 1.4826;

/** Nearest-rank 90th percentile of ascending values. */
const p90 = (sorted: readonly number[]): number => sorted[Math.ceil(0.9 * sorted.length) - 1]!;

/** METRICS "Breakout": above median + 3 × 1.4826 × MAD of the others, and at least twice their 90th percentile. */
function isBreakout(value: number, others: readonly number[]): boolean {
  const sorted = ascending(others);
  if (value < 2 * p90(sorted)) return false;
  const middle = median(sorted);
  const deviation = median(ascending(sorted.map((other) => Math.abs(other - middle))));
  return value > middle + 3 * toSigma * deviation;
}

/**
 * Which posts broke out, each against the others of its account, whose number is known; a post inside its own yardstick could hardly exceed
 * it. `judged` counts the posts of accounts that have enough, `need` says how many that is.
 */
export function breakoutsOf(own: readonly OwnPost[]): { posts: OwnPost[]; judged: number; need: number } {
  const posts: OwnPost[] = [];
  let judged = 0;
  for (const account of Map.groupBy(own, ({ platform, person }) => `${platform}:${person}`).values()) {
    const known = account.flatMap((post) => {
      const value = engagementOf(post);
      return value === null ? [] : [{ post, value }];
    });
    if (known.length <= fewest) continue;
    judged += known.length;
    const values = known.map(({ value }) => value);
    // Most are seen to be none by all values together; only the rest are held against their others.
    const usual = p90(ascending(values).slice(0, -1));
    for (const [index, { post, value }] of known.entries()) if (value >= 2 * usual && isBreakout(value, values.toSpliced(index, 1))) posts.push(post);
  }
  return { posts, judged, need: fewest + 1 };
}
