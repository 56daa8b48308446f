/** What goes of brands, themes and pictures once their days in the trash are over. The marks stay, so that no copy brings them back. */
import { addedAt, type Changes, elements, isTrashed, withoutContent } from '../core/mergeable.ts';
import type { Action } from '../core/records.ts';
import { inTransaction, log } from './change.ts';
import { purgeBefore } from './find-trash.ts';
import { isPurged } from './project-trash.ts';
import { isReadable } from './readable-clip.ts';
import type { Store } from './store.ts';

/** What takes an edit back holds the words of before; without them only whether it was put away is left. */
const withoutWords = ({ trashed }: Changes): Changes => (trashed === undefined ? {} : { trashed });
const hasWords = (changes: Changes): boolean => Object.keys(changes).some((key) => key !== 'trashed');

/** Takes the words of these records out of the history, which needs them for nothing any more. */
async function dropFromHistory({ db }: Store, ids: ReadonlySet<string>): Promise<void> {
  const goes = ({ record, changes }: Action['undo'][number]) => ids.has(record) && hasWords(changes);
  await db.actions
    .filter(({ undo }) => undo.some(goes))
    .modify((action) => {
      action.undo = action.undo.map((one) => (goes(one) ? { ...one, changes: withoutWords(one.changes) } : one));
    });
}

/** Takes the content of trashed brands and themes away, here and in the history, inside a transaction. */
export async function removeNamed(store: Store, ids: readonly string[]): Promise<void> {
  const { db } = store;
  await db.records
    .where('id')
    .anyOf([...ids])
    .filter(isTrashed)
    .modify((record, ref) => {
      ref.value = withoutContent(record);
    });
  await dropFromHistory(store, new Set(ids));
}

/** Takes what an older backup's history says of brands and themes whose content is gone away again. */
export const dropPurgedWords = (store: Store): Promise<void> =>
  inTransaction(store, async () => {
    const gone = await store.db.records
      .where('kind')
      .anyOf('brand', 'theme', 'rule')
      .filter((record) => isReadable(record) && isPurged(record))
      .primaryKeys();
    if (gone.length > 0) await dropFromHistory(store, new Set(gone));
  });

/** So many clips are looked at in one transaction: between two others have their turn. */
const chunkSize = 200;

/** Pictures of these clips that were taken away longer ago than they stay. One that no clock says when it was taken away stays. */
async function duePictures({ db }: Store, clips: string[], before: number): Promise<string[]> {
  const records = (await db.records.bulkGet(clips)).filter((record) => record?.s?.['retracted'] !== undefined && isReadable(record));
  const due = records.flatMap((record) => elements(record!, 'retracted').filter((id) => (addedAt(record!, 'retracted', id) ?? before) < before));
  // By the index alone: their bytes need not be read to be deleted. A judgement that was taken back bears the same mark.
  return due.length > 0 ? await db.pictures.where('id').anyOf(due).primaryKeys() : [];
}

/**
 * Removes the bytes of pictures that were taken away longer ago than they stay. Looks at every clip that has a picture: for once a day.
 * @returns how many went.
 */
export async function purgePictures(store: Store, now = new Date()): Promise<number> {
  const { db } = store;
  const clips = (await db.pictures.orderBy('clip').uniqueKeys()) as string[];
  let purged = 0;
  for (let at = 0; at < clips.length; at += chunkSize) {
    const chunk = clips.slice(at, at + chunkSize);
    if ((await duePictures(store, chunk, purgeBefore(now))).length === 0) continue;
    purged += await inTransaction(store, async () => {
      const due = await duePictures(store, chunk, purgeBefore(now));
      await db.pictures.bulkDelete(due);
      if (due.length > 0) await log(store, now, { name: 'purge', purged: 'picture', undo: [], count: due.length });
      return due.length;
    });
  }
  return purged;
}
