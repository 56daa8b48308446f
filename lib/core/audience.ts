/** How many follow an account, and how that changed: from snapshots, so it is no metric of clips (core/metric.ts) and has no interval. */
import { dayIn } from './day.ts';
import type { ProfileSnapshot } from './records.ts';

/** The followers of an account as they were seen at one moment. */
export interface Followers {
  /** YYYY-MM-DD in the workspace's time zone. */
  day: string;
  followers: number;
  /** The page showed it shortened ("1.2K"). */
  rounded: boolean;
}

export type Growth =
  | { value: number; net: number; first: Followers; last: Followers; n: number }
  /** One moment is no growth; nor are two shortened numbers alike, whose difference is hidden; nor what grew from nothing. */
  | { value: null; reason: 'one-snapshot' | 'rounded-alike' | 'from-none'; n: number };

/** All moments at which the followers were seen, oldest first; `snapshots` are in that order. */
export const followersSeen = (snapshots: readonly Pick<ProfileSnapshot, 'at' | 'sizes' | 'rounded'>[], timeZone: string): Followers[] =>
  snapshots.flatMap(({ at, sizes: { followers }, rounded }) =>
    followers === null ? [] : [{ day: dayIn(timeZone, new Date(at)), followers, rounded: rounded.includes('followers') }],
  );

/**
 * METRICS "Audience growth": net new ÷ audience, here between the first and the last moment within the days `from` to `to`, the audience
 * being that of the first. n counts the moments.
 */
export function audienceGrowth(seen: readonly Followers[], from: string, to: string): Growth {
  const within = seen.filter(({ day }) => day >= from && day <= to);
  const n = within.length;
  const [first, last] = [within[0], within.at(-1)];
  if (!first || !last || first === last) return { value: null, reason: 'one-snapshot', n };
  const net = last.followers - first.followers;
  if (net === 0 && (first.rounded || last.rounded)) return { value: null, reason: 'rounded-alike', n };
  if (first.followers === 0) return { value: null, reason: 'from-none', n };
  return { value: net / first.followers, net, first, last, n };
}
