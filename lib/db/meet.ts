/** What becomes of a clipped post that is met again without being clipped again. */
import { v7 } from 'uuid';
import { goneField } from '../core/clip-row.ts';
import type { Draft } from '../core/draft.ts';
import { textHash } from '../core/hash.ts';
import { hasNumbers, isDue, isEdited } from '../core/meeting.ts';
import type { Capture } from '../core/records.ts';
import { change, inTransaction, log } from './change.ts';
import { clipsOf } from './clips.ts';
import { projectClip } from './project.ts';
import { applyWithin } from './rules-within.ts';
import type { Store } from './store.ts';

async function lastCapture({ db }: Store, clip: string): Promise<Capture | undefined> {
  const captures = await db.captures.where('clip').equals(clip).toArray();
  return captures.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}

/**
 * Adds a snapshot to each clip whose post is among the drafts, where its numbers were last kept long enough ago, and a capture where its words
 * were edited; then rules that fit it since say what they set. A draft of a post that was never clipped, or whose clip is in the trash, changes nothing.
 * @returns how many clips had news.
 */
export async function meetClips(store: Store, drafts: readonly Draft[], at = new Date()): Promise<number> {
  const hashes = await Promise.all(drafts.map(textHash));
  return inTransaction(store, async () => {
    let kept = 0;
    for (const [index, draft] of drafts.entries()) {
      const [clip] = await clipsOf(store, draft);
      // It is there again, put back or never gone. A title alone is none: Reddit leaves it standing above its notice.
      if (clip?.goneAt && draft.text) await setGone(store, clip.keys, null, at);
      // One that was made anonymous is not given its names back by being met.
      if (!clip || clip.anonymous || !isDue(clip.seenAt, at)) continue;
      const moment = { v: 1, clip: clip.id, at: at.toISOString() };
      const last = await lastCapture(store, clip.id);
      const edited = last !== undefined && isEdited(last.draft, draft);
      if (!edited && !hasNumbers(draft)) continue;
      if (edited) await store.db.captures.add({ id: v7(), ...moment, by: '', origin: 'page', draft, hash: hashes[index] });
      await store.db.snapshots.add({ id: v7(), ...moment, metrics: draft.metrics, rounded: draft.rounded });
      await projectClip(store, clip.id);
      // It is no deed of the person, but what a rule sets is to be seen in the history, and taken back there.
      const { tags, undo } = await applyWithin(store, clip.id, at, { before: clip });
      if (undo.length > 0) await log(store, at, { name: 'apply', clip: clip.id, tag: tags[0] ?? null, undo });
      kept += 1;
    }
    return kept;
  });
}

/** Sets, or with null clears, when a clip's site said that it is gone, in each record that says otherwise: joined clips have several. */
async function setGone(store: Store, keys: readonly string[], goneAt: string | null, at: Date): Promise<void> {
  const records = (await store.db.records.bulkGet([...keys])).filter((record) => record?.kind === 'clip');
  for (const record of goneAt ? records.slice(0, 1) : records)
    if (record) await change(store, at, record.id, 'clip', goneAt ? { set: { [goneField]: goneAt } } : { clear: [goneField] });
}

/**
 * Notes that a site says a post is gone, by the key of its native id (core/clip-id.ts), the first time it says so. A post that was never
 * clipped, or whose clip is in the trash, changes nothing. It is no deed of the person, so there is nothing to undo: meeting the post clears it.
 * @returns whether there was news.
 */
export const noteGone = (store: Store, key: string, at = new Date()): Promise<boolean> =>
  inTransaction(store, async () => {
    const clip = await store.db.clips.where('keys').equals(key).first();
    if (!clip || clip.goneAt) return false;
    await setGone(store, [clip.id], at.toISOString(), at);
    return true;
  });
