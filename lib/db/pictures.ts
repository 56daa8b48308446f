/** Commands on pictures of clipped posts: kept beside the clip and never instead of it, and taken away by a mark. */
import { hashOf } from '../core/hash.ts';
import { elements } from '../core/mergeable.ts';
import type { Action, Picture } from '../core/records.ts';
import { change, inTransaction, log, NotFound } from './change.ts';
import type { Store } from './store.ts';

/** A picture as it was taken, before it belongs to a clip. */
export interface Taken extends Pick<Picture, 'bytes' | 'type' | 'width' | 'height' | 'partial'> {
  /** UUIDv7. */
  id: string;
  /** When the screen showed it, ISO 8601. */
  at: string;
}

/**
 * Keeps a picture with what an action clipped: undoing that takes the picture back too. Asked twice, it is kept once.
 * @returns false where the clip has been undone meanwhile.
 * @throws NotFound if there is no such action, or it clipped nothing.
 */
export async function addPicture(store: Store, action: Action['id'], taken: Taken, at = new Date()): Promise<boolean> {
  const hash = await hashOf(taken.bytes);
  return inTransaction(store, async () => {
    const clipped = await store.db.actions.get(action);
    if (!clipped?.clip) throw new NotFound('this clip is no longer here');
    if (clipped.undone) return false;
    const { clip } = clipped;
    if (!(await store.db.pictures.get(taken.id))) await store.db.pictures.add({ ...taken, v: 1, clip, by: '', hash });
    // Taken back once, when an earlier clip with it was undone, it comes back with this one.
    const record = await store.db.records.get(clip);
    if (record && elements(record, 'retracted').includes(taken.id)) await change(store, at, clip, 'clip', { remove: { retracted: [taken.id] } });
    const back = { record: clip, changes: { add: { retracted: [taken.id] } } };
    await store.db.actions.update(action, { undo: [...clipped.undo, back] });
    return true;
  });
}

/** Takes a picture away; undo brings it back. */
export const trashPicture = (store: Store, id: Picture['id'], at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const picture = await store.db.pictures.get(id);
    if (!picture) throw new NotFound('this picture is no longer here');
    const { clip } = picture;
    return log(store, at, { name: 'picture', clip, undo: await change(store, at, clip, 'clip', { add: { retracted: [id] } }) });
  });
