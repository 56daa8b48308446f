import type { Known } from './metric.ts';
import { quadrants } from './quadrant.ts';
import type { Tally } from './tally.ts';
import { leastOfShare, shareMeasure } from './withhold.ts';

/** What a brand's clips are divided by. Its words stand in the catalogues under `metrics.<id>`, as a metric's do. Ours. */
export const mixIds = ['quadrantMix', 'themeMix', 'networkMix', 'contentMix'] as const;
export type MixId = (typeof mixIds)[number];

/** How many of a brand's clips there are of each kind. */
export interface Parts {
  /** What shares are of. */
  n: number;
  counts: ReadonlyMap<string, number>;
  /** How many are of any of these kinds: fewer than their sum, where one may be of several and counts once. */
  together(keys: readonly string[]): number;
}

/** What is in several kinds (a clip judged twice) counts in each, so that shares sum to 1. */
function adding(counts: ReadonlyMap<string, number>): Parts {
  const together = (keys: readonly string[]) => keys.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
  return { n: together([...counts.keys()]), counts, together };
}

const counted = (keys: readonly string[]): Map<string, number> => {
  const parts = new Map<string, number>();
  for (const key of keys) parts.set(key, (parts.get(key) ?? 0) + 1);
  return parts;
};

/** The mixes that a tally tells by itself. Themes are a tree, and their clips are told apart: core/theme-mix.ts. */
export const partsOf: Readonly<Record<Exclude<MixId, 'themeMix'>, (tally: Tally) => Parts>> = {
  quadrantMix: (tally) => adding(new Map(quadrants.flatMap((one) => (tally.quadrants[one] > 0 ? [[one, tally.quadrants[one]]] : [])))),
  networkMix: ({ platforms }) => adding(platforms),
  contentMix: ({ seen }) => adding(counted(seen.posts.map(({ content }) => content))),
};

export interface MixTable {
  /** Keys of the columns, the most frequent of all brands first; what follows them is summed up under null. */
  columns: (string | null)[];
  /** How many kinds there are, with those summed up. */
  kinds: number;
  /** Per brand, the share of each column; null where all are withheld, with the n there is and that it needs. */
  rows: { n: number; need: number; shares: (Known & { count: number })[] | null }[];
}

/** Shares of each kind for brands side by side, in at most `most` columns. Interval and least n as in share of voice. */
export function mixTable(all: readonly Parts[], most: number): MixTable {
  const sums = new Map<string, number>();
  for (const { counts } of all) for (const [key, count] of counts) sums.set(key, (sums.get(key) ?? 0) + count);
  const keys = [...sums].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1)).map(([key]) => key);
  const shown = keys.length > most ? keys.slice(0, most - 1) : keys;
  const others = keys.slice(shown.length);
  const rows = all.map(({ n, counts, together }) => {
    const named = shown.map((key) => counts.get(key) ?? 0);
    const shares = [...named, ...(others.length > 0 ? [together(others)] : [])].flatMap((count) => {
      const measure = shareMeasure(count, n, 'few-mentions');
      return measure.value === null ? [] : [{ ...measure, count }];
    });
    return { n, need: leastOfShare, shares: n < leastOfShare ? null : shares };
  });
  return { columns: others.length > 0 ? [...shown, null] : shown, kinds: keys.length, rows };
}
