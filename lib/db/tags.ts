/** Commands that judge. A tag is never changed: it is taken back, and another stands in its place. */
import { v7 } from 'uuid';
import { type Factor, usualQuadrant } from '../core/factors.ts';
import type { Quadrant } from '../core/quadrant.ts';
import type { Action, Tag } from '../core/records.ts';
import { change, inTransaction, log, NotFound } from './change.ts';
import type { Store } from './store.ts';
import { themeNamed } from './themes.ts';

export interface Judgement {
  brand: string;
  quadrant: Quadrant;
  /** A theme's name; made if there is none of that name. */
  theme?: string | undefined;
  quote?: string | undefined;
  /** null, when a judgement is refined: none any more. */
  factor?: Factor | null | undefined;
  weight?: Tag['weight'] | undefined;
  /** Who had the idea; without it, the person who judges. */
  origin?: Tag['origin'] | undefined;
  /** The rule that set or proposed it. */
  rule?: Tag['rule'] | undefined;
}

const taken = (clip: string, tag: string): Action['undo'][number] => ({ record: clip, changes: { add: { retracted: [tag] } } });

/**
 * A tag that is not written yet, inside a transaction: its theme may have to be made. With it its id, the changes that the clip's record needs
 * besides (which also bring its row and the counters up to the new tag), and what takes the tag back.
 */
export async function newTag(
  store: Store,
  clip: string,
  { brand, quadrant, theme, factor, quote = '', weight = 1, origin = 'hand', rule }: Judgement,
  at: Date,
) {
  const tag: Tag = {
    id: v7(),
    v: 1,
    clip,
    brand,
    quadrant,
    theme: theme ? (await themeNamed(store, theme, at)).id : null,
    ...(factor && { factor }),
    weight,
    quote,
    at: at.toISOString(),
    by: '',
    origin,
    ...(rule && { rule }),
  };
  // The judged clip has been reviewed.
  return { id: tag.id, tag, changes: { set: { state: 'reviewed' }, add: { brands: [brand] } }, undo: taken(clip, tag.id) };
}

/** Adds a tag inside a transaction, and returns what `newTag` does. */
export async function addTag(store: Store, clip: string, judgement: Judgement, at: Date): ReturnType<typeof newTag> {
  const made = await newTag(store, clip, judgement, at);
  await store.db.tags.add(made.tag);
  return made;
}

async function tagged(store: Store, id: string): Promise<Tag> {
  const tag = await store.db.tags.get(id);
  if (!tag) throw new NotFound('this judgement is no longer here');
  return tag;
}

/** Judges a clip for a brand. */
export const tagClip = (store: Store, clip: string, judgement: Judgement, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    if (!(await store.db.clips.get(clip))) throw new NotFound('this clip is no longer here');
    const { id, changes, undo } = await addTag(store, clip, judgement, at);
    return log(store, at, { name: 'tag', clip, tag: id, undo: [...(await change(store, at, clip, 'clip', changes)), undo] });
  });

/** Gives a tag another theme, reason, factor, quadrant or weight: the old one is taken back, a new one put in its place. */
export const refineTag = (store: Store, id: string, refined: Partial<Judgement>, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const old = await tagged(store, id);
    const oldTheme = old.theme ? (await store.db.themes.get(old.theme))?.name : undefined;
    const { clip } = old;
    const quadrant = refined.quadrant ?? old.quadrant;
    // Judged otherwise, it is no longer what was suggested.
    const source: Pick<Judgement, 'origin' | 'rule'> = quadrant === old.quadrant ? {} : { origin: 'hand', rule: undefined };
    const tag = await addTag(store, clip, { ...old, theme: oldTheme, ...source, ...refined }, at);
    const changes = { ...tag.changes, add: { ...tag.changes.add, retracted: [id] } };
    return log(store, at, {
      name: 'refine',
      clip,
      tag: tag.id,
      already: true,
      undo: [...(await change(store, at, clip, 'clip', changes)), tag.undo],
    });
  });

/** Judges the clip of a tag for another brand too, with the same theme, reason and weight: the other side of it (core/flip.ts). */
export const flipTag = (store: Store, id: string, { brand, quadrant }: Pick<Judgement, 'brand' | 'quadrant'>, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const { clip, theme, factor, quote, weight } = await tagged(store, id);
    const named = theme ? (await store.db.themes.get(theme))?.name : undefined;
    // What is within a rival is around us: such a factor is not taken over.
    const kept = factor && !usualQuadrant(quadrant, factor) ? factor : undefined;
    const tag = await addTag(store, clip, { brand, quadrant, theme: named, factor: kept, quote, weight }, at);
    return log(store, at, {
      name: 'tag',
      clip,
      tag: tag.id,
      already: true,
      undo: [...(await change(store, at, clip, 'clip', tag.changes)), tag.undo],
    });
  });

/** Takes a judgement back. */
export const untag = (store: Store, id: string, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const { clip } = await tagged(store, id);
    return log(store, at, { name: 'untag', clip, tag: id, undo: await change(store, at, clip, 'clip', taken(clip, id).changes) });
  });
