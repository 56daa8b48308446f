/** Many mentions from a file of another program, as one thing that was done. */
import { sentimentOf } from '../../core/clip-row.ts';
import type { Draft } from '../../core/draft.ts';
import { textHash } from '../../core/hash.ts';
import type { Action, Sentiment } from '../../core/records.ts';
import { change, inTransaction, log } from '../change.ts';
import { saveWithin } from '../clips.ts';
import type { Store } from '../store.ts';

export interface Arriving {
  draft: Draft;
  brands: string[];
  /** How it speaks of these brands, where the file says so. */
  sentiment: Sentiment | null;
}

/** So many in one transaction, which other writers wait for. */
const together = 100;

/**
 * Clips them all. Each hundred is whole or not there, and one action; all of them together take back what came. Where a mention is a clip
 * already, it stays one.
 * @param onProgress how many are in.
 * @throws the signal's reason when cancelled: then those that are in stay, and `done` has been given their actions.
 */
export async function importClips(
  store: Store,
  arriving: readonly Arriving[],
  { signal, onProgress, done = [], at = new Date() }: { signal?: AbortSignal; onProgress?(count: number): void; done?: Action[]; at?: Date } = {},
): Promise<Action[]> {
  for (let from = 0; from < arriving.length; from += together) {
    signal?.throwIfAborted();
    const some = arriving.slice(from, from + together);
    // Before the transaction: one that waits for anything but the database is over.
    const hashes = await Promise.all(some.map(({ draft }) => textHash(draft)));
    const action = await inTransaction(store, async () => {
      const undo: Action['undo'] = [];
      for (const [index, { draft, brands, sentiment }] of some.entries()) {
        const saved = await saveWithin(store, { draft, brands, judgement: null, origin: 'import' }, hashes[index]!, at);
        undo.push(...saved.undo);
        if (sentiment && brands.length > 0)
          undo.push(
            ...(await change(store, at, saved.clip, 'clip', { set: Object.fromEntries(brands.map((brand) => [sentimentOf(brand), sentiment])) })),
          );
      }
      return log(store, at, { name: 'import', undo });
    });
    done.push(action);
    onProgress?.(from + some.length);
  }
  return done;
}
