/** Counts by key for each of seven days, as cells hold them. */
import { type Counts, narrow } from './narrow.ts';
import type { Seven } from './week.ts';

export function unpacked<K>(keys: ArrayLike<K> & Iterable<K>, counts: Counts): Map<K, Seven> {
  return new Map(Array.from(keys, (key, index) => [key, [...counts.subarray(7 * index, 7 * index + 7)]]));
}

/** Ascending keys, and seven numbers for each. */
export function packed<K extends string | number>(map: ReadonlyMap<K, Seven>): { keys: K[]; counts: Counts } {
  const keys = [...map.keys()].sort((a, b) => (a < b ? -1 : 1));
  return { keys, counts: narrow(keys.flatMap((key) => map.get(key)!)) };
}
