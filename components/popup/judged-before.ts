import { isComparable } from '../../lib/core/effort.ts';
import type { Tally } from '../../lib/core/tally.ts';
import { clipDays } from '../../lib/db/effort.ts';
import { countsOf, type Period, periodBefore } from '../../lib/db/queries.ts';
import type { Store } from '../../lib/db/store.ts';

/** By brand, how many clips were judged so in the period before. */
export type JudgedBefore = ReadonlyMap<string, Tally['quadrants']>;

/** null where the days of listening differed too much to compare (core/effort.ts). */
export async function judgedBefore(store: Store, brands: readonly string[], period: Period): Promise<JudgedBefore | null> {
  const earlier = periodBefore(period);
  const [now, before] = await Promise.all([clipDays(store, period), clipDays(store, earlier)]);
  if (!isComparable({ now, before })) return null;
  const tallies = await countsOf(store, brands, earlier);
  return new Map(brands.map((brand, index) => [brand, tallies[index]!.quadrants]));
}
