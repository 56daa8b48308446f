/** Commands on what was deleted: it comes back, or after its days its content goes for good. */
import { saidAnew } from '../core/mergeable.ts';
import type { Action, Trashed } from '../core/records.ts';
import { change, inBatch, inTransaction, log, NotFound } from './change.ts';
import { dueInTrash } from './find-trash.ts';
import { removeNamed } from './purge.ts';
import type { Store } from './store.ts';

/**
 * Brings a deleted clip, brand or theme back, by its id in the trash.
 * @throws NotFound where it is not in the trash.
 */
export const restore = (store: Store, id: Trashed['id'], at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const row = await store.db.trash.get(id);
    if (!row) throw new NotFound('this is no longer in the trash');
    const undo: Action['undo'] = [];
    for (const id of row.ids) {
      const record = row.kind === 'clip' ? undefined : await store.db.records.get(id);
      undo.push(...(await change(store, at, id, row.kind, { ...(record && saidAnew(record)), trashed: false })));
    }
    return log(store, at, { name: row.kind === 'clip' ? 'restore' : row.kind, clip: row.kind === 'clip' ? id : null, undo });
  });

/** Empties the trash by bringing everything back; one action, all or nothing. */
export const restoreAll = (store: Store, at = new Date()): Promise<Action[]> =>
  inTransaction(store, async () => {
    const together = inBatch(store);
    const done: Action[] = [];
    for (const id of await store.db.trash.toCollection().primaryKeys()) done.push(await restore(together, id, at));
    return done;
  });

/** So much is purged at a time: between two transactions others have their turn. */
const chunkSize = 200;

/** Removes all content of clips, inside a transaction: what was read of them, their numbers, pictures and judgements. */
export async function removeContent({ db }: Store, clips: readonly string[]): Promise<void> {
  for (const table of [db.captures, db.snapshots, db.pictures, db.tags])
    await table
      .where('clip')
      .anyOf([...clips])
      .delete();
}

const kinds = ['clip', 'brand', 'theme', 'rule'] as const;

/** Takes the content of what lies in these rows of the trash away, inside a transaction, and writes down how much that was. */
async function purgeRows(store: Store, rows: readonly Trashed[], now: Date): Promise<void> {
  for (const kind of kinds) {
    const gone = rows.filter((row) => row.kind === kind);
    const ids = gone.flatMap((row) => row.ids);
    if (gone.length === 0) continue;
    await (kind === 'clip' ? removeContent(store, ids) : removeNamed(store, ids));
    await log(store, now, { name: 'purge', undo: [], count: gone.length, ...(kind !== 'clip' && { purged: kind }) });
  }
  await store.db.trash.bulkDelete(rows.map(({ id }) => id));
}

/**
 * Removes the content of what was deleted longer ago than it stays. The mark that it was deleted stays, so that no copy brings it back, and the
 * history says how many went. Never touches what is not in the trash.
 * @returns how many clips, brands and themes that were.
 */
export async function purgeTrash(store: Store, now = new Date()): Promise<number> {
  let purged = 0;
  for (;;) {
    const count = await inTransaction(store, async () => {
      const rows = await dueInTrash(store, now).limit(chunkSize).toArray();
      if (rows.length > 0) await purgeRows(store, rows, now);
      return rows.length;
    });
    if (count === 0) return purged;
    purged += count;
  }
}
