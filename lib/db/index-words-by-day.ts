import type { Transaction } from 'dexie';
import { isEdited } from '../core/edited.ts';
import type { Capture, Clip } from '../core/records.ts';
import { wordEntries } from '../core/word-index.ts';

const chunkSize = 1_000;

/**
 * Version 2: the words of a clip stand in the index with its day, without their endings, and its row says whether it was edited. Both are
 * computed from what is stored, as `rebuild` computes them; so this uses today's functions, and is right whenever it runs. Loaded with the
 * database by every surface: nothing of it may bring zod.
 */
export async function indexWordsByDay(transaction: Transaction): Promise<void> {
  const clips = transaction.table<Clip, string>('clips');
  const search = transaction.table('search');
  const captures = transaction.table<Capture, string>('captures');
  await search.clear();
  for (let after = ''; ; ) {
    const rows = await clips.where('id').above(after).limit(chunkSize).toArray();
    const last = rows.at(-1);
    if (!last) return;
    await search.bulkPut(rows.map((row) => ({ id: row.id, words: wordEntries(row) })));
    const read = await captures
      .where('clip')
      .anyOf(rows.flatMap(({ keys }) => keys))
      .toArray();
    const byClip = Map.groupBy(read, ({ clip }) => clip);
    const edited = rows.filter(({ keys }) => isEdited(keys.flatMap((key) => byClip.get(key) ?? []).map(({ draft }) => draft)));
    if (edited.length > 0) await clips.bulkPut(edited.map((row) => ({ ...row, edited: true })));
    after = last.id;
  }
}
