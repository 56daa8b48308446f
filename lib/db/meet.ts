/** What becomes of a clipped post that is met again without being clipped again. */
import { v7 } from 'uuid';
import type { Draft } from '../core/draft.ts';
import { textHash } from '../core/hash.ts';
import { hasNumbers, isDue, isEdited } from '../core/meeting.ts';
import type { Capture } from '../core/records.ts';
import { inTransaction } from './change.ts';
import { clipsOf } from './clips.ts';
import { projectClip } from './project.ts';
import type { Store } from './store.ts';

async function lastCapture({ db }: Store, clip: string): Promise<Capture | undefined> {
  const captures = await db.captures.where('clip').equals(clip).toArray();
  return captures.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}

/**
 * Adds a snapshot to each clip whose post is among the drafts, where its numbers were last kept long enough ago, and a capture where its words
 * were edited. A draft of a post that was never clipped, or whose clip is in the trash, changes nothing.
 * @returns how many clips had news.
 */
export async function meetClips(store: Store, drafts: readonly Draft[], at = new Date()): Promise<number> {
  const hashes = await Promise.all(drafts.map(textHash));
  return inTransaction(store, async () => {
    let kept = 0;
    for (const [index, draft] of drafts.entries()) {
      const [clip] = await clipsOf(store, draft);
      if (!clip || !isDue(clip.seenAt, at)) continue;
      const moment = { v: 1, clip: clip.id, at: at.toISOString() };
      const last = await lastCapture(store, clip.id);
      const edited = last !== undefined && isEdited(last.draft, draft);
      if (!edited && !hasNumbers(draft)) continue;
      if (edited) await store.db.captures.add({ id: v7(), ...moment, by: '', origin: 'page', draft, hash: hashes[index] });
      await store.db.snapshots.add({ id: v7(), ...moment, metrics: draft.metrics, rounded: draft.rounded });
      await projectClip(store, clip.id);
      kept += 1;
    }
    return kept;
  });
}
