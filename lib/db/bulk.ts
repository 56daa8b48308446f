/** One change made to many clips at once. */
import { type Action, Owner, type State } from '../core/records.ts';
import { ownerField, type Priority, priorityField } from '../core/work.ts';
import { change, inBatch, inTransaction, log, NotFound } from './change.ts';
import { trashClip } from './clips.ts';
import type { Store } from './store.ts';
import { addTag, type Judgement } from './tags.ts';

/** What is to become of a clip; what is left out stays as it is. */
export interface ClipChange {
  state?: State;
  /** null: nobody says how soon any more. */
  priority?: Priority | null;
  /** null: nobody sees to it any more. */
  owner?: string | null;
  /** A brand that it is about, besides those that it is about already. */
  brand?: string;
  judgement?: Judgement;
}

const names = { state: 'state', priority: 'priority', owner: 'owner', brand: 'about', judgement: 'tag' } as const;

/** What the history calls it: by the one thing that was changed, or that there were several. */
function nameOf(what: ClipChange): Action['name'] {
  const said = Object.keys(what) as (keyof ClipChange)[];
  return said.length === 1 ? names[said[0]!] : 'work';
}

/** Changes one clip in one edit, inside a transaction. */
async function changeOne(store: Store, clip: string, what: ClipChange, at: Date): Promise<Action> {
  const { state, priority, owner, brand, judgement } = what;
  const tag = judgement ? await addTag(store, clip, judgement, at) : null;
  const set = {
    ...tag?.changes.set,
    ...(state && { state }),
    ...(priority && { [priorityField]: priority }),
    ...(owner && { [ownerField]: owner }),
  };
  const clear = [...(priority === null ? [priorityField] : []), ...(owner === null ? [ownerField] : [])];
  const brands = [...(tag?.changes.add.brands ?? []), ...(brand ? [brand] : [])];
  const undo = await change(store, at, clip, 'clip', { set, clear, ...(brands.length > 0 && { add: { brands } }) });
  return log(store, at, { name: nameOf(what), clip, tag: tag?.id ?? null, undo: tag ? [...undo, tag.undo] : undo });
}

/** Gives every clip that is still here to `each`; all of it or nothing, and of several clips one entry in the history. */
const together = (store: Store, clips: readonly string[], each: (store: Store, clip: string) => Promise<Action>): Promise<Action[]> =>
  inTransaction(store, async () => {
    const batch = clips.length > 1 ? inBatch(store) : store;
    const done: Action[] = [];
    for (const clip of clips) if (await store.db.clips.get(clip)) done.push(await each(batch, clip));
    if (done.length === 0) throw new NotFound('these clips are no longer here');
    return done;
  });

/**
 * Makes one change to each of the clips.
 * @returns an action for each that was still here.
 * @throws ZodError if the owner's name is too long.
 */
export async function changeClips(store: Store, clips: readonly string[], what: ClipChange, at = new Date()): Promise<Action[]> {
  const change = what.owner ? { ...what, owner: Owner.parse(what.owner) } : what;
  return together(store, clips, (batch, clip) => changeOne(batch, clip, change, at));
}

/** Puts clips into the trash. */
export const trashClips = (store: Store, clips: readonly string[], at = new Date()): Promise<Action[]> =>
  together(store, clips, (batch, clip) => trashClip(batch, clip, at));
