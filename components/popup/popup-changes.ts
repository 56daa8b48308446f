import { addDays, daysBetween } from '../../lib/core/day.ts';
import { isComparable } from '../../lib/core/effort.ts';
import { type Quadrant, quadrants } from '../../lib/core/quadrant.ts';
import { clipDays } from '../../lib/db/effort.ts';
import { type Period, talliesOf } from '../../lib/db/queries.ts';
import type { Store } from '../../lib/db/store.ts';

/** By brand, how many more clips were judged so than in the period before. */
export type Changes = ReadonlyMap<string, Record<Quadrant, number>>;

/** Changes against the period of equal length before; null where the days of listening differed too much to compare (core/effort.ts). */
export async function popupChanges(store: Store, brands: readonly string[], period: Period): Promise<Changes | null> {
  const earlier = { from: addDays(period.from, -daysBetween(period.from, period.to) - 1), to: addDays(period.from, -1) };
  const [now, before] = await Promise.all([clipDays(store, period), clipDays(store, earlier)]);
  if (!isComparable({ now, before })) return null;
  const [tallies, past] = await Promise.all([talliesOf(store, brands, period), talliesOf(store, brands, earlier)]);
  const differences = (index: number) =>
    Object.fromEntries(quadrants.map((one) => [one, tallies[index]!.quadrants[one] - past[index]!.quadrants[one]])) as Record<Quadrant, number>;
  return new Map(brands.map((brand, index) => [brand, differences(index)]));
}
