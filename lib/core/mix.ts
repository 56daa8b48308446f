import { noTheme } from './facets.ts';
import type { Known } from './metric.ts';
import { quadrants } from './quadrant.ts';
import type { Tally } from './tally.ts';
import { leastOfShare, shareMeasure } from './withhold.ts';

/** What a brand's clips are divided by. Its words stand in the catalogues under `metrics.<id>`, as a metric's do. */
export interface Mix {
  id: 'networkMix' | 'contentMix' | 'themeMix' | 'quadrantMix';
  /** How many there are of each kind; what is in several (a clip judged twice) counts in each, so that shares sum to 1. */
  parts(tally: Tally): Map<string, number>;
}

const counted = (keys: readonly string[]): Map<string, number> => {
  const parts = new Map<string, number>();
  for (const key of keys) parts.set(key, (parts.get(key) ?? 0) + 1);
  return parts;
};

function byTheme({ themes }: Tally): Map<string, number> {
  const parts = new Map<string, number>();
  for (const { theme, clips } of themes) parts.set(theme ?? noTheme, (parts.get(theme ?? noTheme) ?? 0) + clips);
  return parts;
}

/** All mixes. Ours; share and interval as in share of voice. */
export const mixes: readonly Mix[] = [
  { id: 'quadrantMix', parts: (tally) => new Map(quadrants.flatMap((one) => (tally.quadrants[one] > 0 ? [[one, tally.quadrants[one]]] : []))) },
  { id: 'themeMix', parts: byTheme },
  { id: 'networkMix', parts: ({ platforms }) => platforms },
  { id: 'contentMix', parts: ({ seen }) => counted(seen.posts.map(({ content }) => content)) },
];

export interface MixTable {
  /** Keys of the columns, the most frequent of all brands first; what follows them is summed up under null. */
  columns: (string | null)[];
  /** Per brand, the share of each column; null where all are withheld, with the n there is and that it needs. */
  rows: { n: number; need: number; shares: (Known & { count: number })[] | null }[];
}

/** Shares of each kind for brands side by side, in at most `most` columns. */
export function mixTable({ parts }: Mix, tallies: readonly Tally[], most: number): MixTable {
  const all = tallies.map(parts);
  const sums = new Map<string, number>();
  for (const one of all) for (const [key, count] of one) sums.set(key, (sums.get(key) ?? 0) + count);
  const keys = [...sums].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1)).map(([key]) => key);
  const shown = keys.length > most ? keys.slice(0, most - 1) : keys;
  const columns = keys.length > shown.length ? [...shown, null] : shown;
  const rows = all.map((one) => {
    const n = [...one.values()].reduce((sum, count) => sum + count, 0);
    const named = shown.map((key) => one.get(key) ?? 0);
    const counts = columns.length > shown.length ? [...named, n - named.reduce((sum, count) => sum + count, 0)] : named;
    const shares = counts.flatMap((count) => {
      const measure = shareMeasure(count, n, 'few-mentions');
      return measure.value === null ? [] : [{ ...measure, count }];
    });
    return { n, need: leastOfShare, shares: n < leastOfShare ? null : shares };
  });
  return { columns, rows };
}
