/** All records of a workspace at hand at once: the sample, exports with pseudonyms, tests. What comes from a file goes another way: db/bundle. */
import { merge } from '../core/mergeable.ts';
import type { Action, Capture, Mergeable, Picture, ProfileSnapshot, Snapshot, Tag } from '../core/records.ts';
import { inTransaction } from './change.ts';
import { rebuildWithin } from './rebuild.ts';
import type { Store } from './store.ts';

export interface Records {
  records: Mergeable[];
  captures: Capture[];
  snapshots: Snapshot[];
  tags: Tag[];
  profileSnapshots: ProfileSnapshot[];
  actions: Action[];
  pictures: Picture[];
}

/** Everything that is the truth, of one moment. */
export const allRecords = ({ db }: Store): Promise<Records> =>
  db.transaction('r', db.tables, async () => ({
    records: await db.records.toArray(),
    captures: await db.captures.toArray(),
    snapshots: await db.snapshots.toArray(),
    tags: await db.tags.toArray(),
    profileSnapshots: await db.profileSnapshots.toArray(),
    actions: await db.actions.toArray(),
    pictures: await db.pictures.toArray(),
  }));

/** Puts records in, merging those that are here already, and recomputes the rest; all or nothing. */
export const putRecords = (
  store: Store,
  { records, pictures = [], ...immutable }: Omit<Records, 'pictures'> & Partial<Pick<Records, 'pictures'>>,
): Promise<void> =>
  inTransaction(store, async () => {
    const here = await store.db.records.bulkGet(records.map(({ id }) => id));
    await store.db.records.bulkPut(records.map((record, index) => (here[index] ? merge(here[index], record) : record)));
    await store.db.captures.bulkPut(immutable.captures);
    await store.db.snapshots.bulkPut(immutable.snapshots);
    await store.db.tags.bulkPut(immutable.tags);
    await store.db.pictures.bulkPut(pictures);
    await store.db.profileSnapshots.bulkPut(immutable.profileSnapshots);
    const known = new Set((await store.db.actions.bulkGet(immutable.actions.map(({ id }) => id))).flatMap((action) => action?.id ?? []));
    await store.db.actions.bulkAdd(immutable.actions.filter(({ id }) => !known.has(id)));
    await rebuildWithin(store);
  });
