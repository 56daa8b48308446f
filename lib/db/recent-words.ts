/**
 * Words of clips that were saved just now. To put a clip into the search index is to read and write one row for each of its words, twenty to forty of
 * them among a hundred thousand; so while somebody waits for a new clip its words are kept in one row, which every search reads besides the index,
 * and some time later they go into the index together.
 */

import type { Posting, RecentWords } from '../core/records.ts';
import { postingsOf, type Worded } from '../core/word-index.ts';
import { inTransaction } from './change.ts';
import { moveWords } from './count.ts';
import type { WorkspaceDb } from './database.ts';
import type { Store } from './store.ts';

/** So many wait at most: a search reads them all. */
export const mostRecent = 64;
/** When so many wait after a clip, they are put into the index. */
const enough = 32;
/** So many in one transaction, for which a save may have to wait. */
const together = 8;

const worded = ({ words, ...row }: RecentWords): Worded => ({ row, words: words === '' ? [] : words.split('\n') });

export const recentRow = ({ row: { id, day, clippedAt }, words }: Worded): RecentWords => ({ id, day, clippedAt, words: words.join('\n') });

/** The rows that the index would have of words that are asked for, on some days (both included), if it held the newest clips. */
export async function recentPostings(db: WorkspaceDb, isAsked: (word: string) => boolean, [from, to]: readonly [string, string]): Promise<Posting[]> {
  const rows = await db.recentWords.toArray();
  return postingsOf(
    rows.flatMap((recent) => {
      const { row, words } = worded(recent);
      return row.day >= from && row.day <= to ? { row, words: words.filter(isAsked) } : [];
    }),
  );
}

/** Puts what waits into the index, a few clips at a time. */
export async function indexRecent(store: Store): Promise<void> {
  const step = () =>
    inTransaction(store, async () => {
      const rows = await store.db.recentWords.limit(together).toArray();
      await moveWords(
        store.db,
        rows.map((row) => ({ worded: worded(row), sign: 1 })),
      );
      await store.db.recentWords.bulkDelete(rows.map(({ id }) => id));
      return rows.length === together;
    });
  while (await step());
}

/** The same where enough wait; else it costs one count. */
export async function indexIfEnough(store: Store): Promise<void> {
  if ((await store.db.recentWords.count()) >= enough) await indexRecent(store);
}
