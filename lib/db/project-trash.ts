/** Keeps the list of what lies in the trash in step with the records, inside the transaction of the change. */
import { isTrashed, type Mergeable, trashedAt, value } from '../core/mergeable.ts';
import type { Trashed } from '../core/records.ts';
import type { Store } from './store.ts';

/** When the last of them was trashed; '' where one is without a clock: nobody knows how long it lies there. */
function lastTrashed(records: readonly Mergeable[]): string {
  const clocks = records.map(trashedAt);
  return clocks.includes(null) ? '' : new Date(Math.max(...(clocks as number[]))).toISOString();
}

/** A record that was spoilt says nothing that can be read, nor that it is in the trash, and keeps no other from being counted. */
function orNothing(read: () => Trashed | null): Trashed | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/**
 * The trash's row of the records that are one clip, the one that stands for all first; null where one of them is not trashed.
 * Whether there is anything left to come back is for the caller to know.
 */
export const trashedClip = (records: readonly Mergeable[]): Trashed | null =>
  orNothing(() => {
    const [first] = records;
    if (!first || !records.every(isTrashed)) return null;
    return { id: first.id, kind: 'clip', ids: records.map(({ id }) => id), trashedAt: lastTrashed(records), name: null };
  });

const named: ReadonlySet<string> = new Set(['brand', 'theme', 'rule']);

/** Whether a record is a brand, theme or rule whose days in the trash were over: its mark is left, and nothing that could come back. */
export const isPurged = (record: Mergeable): boolean =>
  named.has(record.kind) && isTrashed(record) && value(record, record.kind === 'rule' ? 'query' : 'name') === undefined;

/** The trash's row of a brand, theme or rule; null where it is not trashed, or nothing of it is left. */
export const trashedNamed = (record: Mergeable): Trashed | null =>
  orNothing(() => {
    const { id, kind } = record;
    if (!isTrashed(record) || isPurged(record) || !named.has(kind)) return null;
    const name = value(record, 'name');
    return { id, kind: kind as Trashed['kind'], ids: [id], trashedAt: lastTrashed([record]), name: typeof name === 'string' ? name : null };
  });

/** Puts a trashed clip's row into the trash, or takes it out. `ids` are the clip's and all joined with it; `shown` is whether it has a row of clips. */
export async function projectTrashedClip({ db }: Store, ids: string[], shown: boolean): Promise<void> {
  await db.trash.bulkDelete(ids);
  if (shown) return;
  const records = (await db.records.bulkGet(ids)).filter((record) => record !== undefined);
  const row = trashedClip(records);
  // Without a capture its content has gone for good.
  if (row && (await db.captures.where('clip').anyOf(ids).count()) > 0) await db.trash.put(row);
}
