/** Commands of the rule on old clips. It never runs by itself: a person sees the count and clicks. */
import { anonymousField } from '../core/clip-row.ts';
import { freshHmacKey } from '../core/keyed-hash.ts';
import { pseudonymise } from '../core/pseudonym.ts';
import type { Capture, Clip } from '../core/records.ts';
import { change, inBatch, inTransaction, log } from './change.ts';
import { trashClip } from './clips.ts';
import { type Retention, retentionBefore } from './find-retention.ts';
import type { Store } from './store.ts';

/** So many clips in one transaction: between two others have their turn. */
const chunkSize = 200;

type Chunk = (clips: Clip[]) => Promise<number>;

/** Gives all clips that are too old to `work`, the oldest first, until it has nothing left to do. */
async function eachOld({ db }: Store, before: string, isDue: (clip: Clip) => boolean, work: Chunk): Promise<number> {
  for (let [done, from] = [0, '']; ; ) {
    const clips = await db.clips.where('clippedAt').between(from, before, true, false).filter(isDue).limit(chunkSize).toArray();
    const count = clips.length > 0 ? await work(clips) : 0;
    // One that changed meanwhile is left for the next time.
    if (count === 0) return done;
    done += count;
    from = clips[0]!.clippedAt;
  }
}

/** Moves old clips to the trash, from which they can come back for its days; one entry in the history. */
async function trashOld(store: Store, before: string, at: Date): Promise<number> {
  const together = inBatch(store);
  return eachOld(
    store,
    before,
    () => true,
    (clips) =>
      inTransaction(together, async () => {
        for (const { id } of clips) if (await store.db.clips.get(id)) await trashClip(together, id, at);
        return clips.length;
      }),
  );
}

async function anonymiseChunk(store: Store, clips: Clip[], key: CryptoKey, at: Date): Promise<number> {
  const { db } = store;
  const read = (clip: Clip) => db.captures.where('clip').anyOf(clip.keys).toArray();
  const masked = new Map<string, { captures: Capture[]; masks: ((words: string) => string)[] }>();
  for (const clip of clips) {
    const done = await Promise.all((await read(clip)).map(async (capture) => ({ capture, ...(await pseudonymise(capture.draft, key)) })));
    // The hash was of the words as they were kept; they are no longer those.
    const captures = done.map(({ capture: { hash: _, ...rest }, draft }) => ({ ...rest, draft }));
    masked.set(clip.id, { captures, masks: done.map(({ mask }) => mask) });
  }
  return inTransaction(store, async () => {
    let count = 0;
    for (const clip of clips) {
      const { captures, masks } = masked.get(clip.id)!;
      const now = await read(clip);
      if (now.length !== captures.length || !(await db.clips.get(clip.id))) continue;
      await db.captures.bulkPut(captures);
      await db.pictures.where('clip').anyOf(clip.keys).delete();
      await db.tags
        .where('clip')
        .anyOf(clip.keys)
        .modify((tag) => {
          tag.quote = masks.reduce((words, mask) => mask(words), tag.quote);
        });
      await change(store, at, clip.id, 'clip', { set: { [anonymousField]: true } });
      count += 1;
    }
    return count;
  });
}

/**
 * Replaces the people of old clips by pseudonyms under a key that is thrown away, so that authors are still counted apart and nobody can tell who
 * they were; links and pictures go. A clip keeps its post's id, by which it is known again. There is no undo.
 */
async function anonymiseOld(store: Store, before: string, at: Date): Promise<number> {
  const key = await freshHmacKey();
  const count = await eachOld(
    store,
    before,
    ({ anonymous }) => !anonymous,
    (clips) => anonymiseChunk(store, clips, key, at),
  );
  if (count > 0) await inTransaction(store, () => log(store, at, { name: 'anonymise', undo: [], count }));
  return count;
}

/**
 * Does what the rule says to all clips that are too old now.
 * @returns how many that were.
 */
export async function applyRetention(store: Store, { months, act }: Retention, now = new Date()): Promise<number> {
  const before = retentionBefore(months, now);
  return act === 'delete' ? trashOld(store, before, now) : anonymiseOld(store, before, now);
}
