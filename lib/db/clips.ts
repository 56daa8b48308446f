/** Commands on clips. Each is one transaction; none catches: the caller on top shows the error. */
import { v7 } from 'uuid';
import { clipKeys, nativeKey } from '../core/clip-id.ts';
import { anonymousField, sentimentOf } from '../core/clip-row.ts';
import type { Draft } from '../core/draft.ts';
import { textHash } from '../core/hash.ts';
import { type Changes, emptyRecord, isTrashed } from '../core/mergeable.ts';
import { type Action, type Capture, type Clip, type Origin, Owner, type Sentiment, type Snapshot, type State } from '../core/records.ts';
import { ownerField, type Priority, priorityField } from '../core/work.ts';
import { change, inTransaction, log, NotFound } from './change.ts';
import { ruleRecords } from './find-rules.ts';
import { readAround } from './project.ts';
import { mostRecent } from './recent-words.ts';
import { applyWithin } from './rules-within.ts';
import type { Store } from './store.ts';
import { type Judgement, newTag } from './tags.ts';

export interface SaveRequest {
  draft: Draft;
  /** Brands the post is about, besides that of the judgement. */
  brands: string[];
  judgement: Judgement | null;
  origin?: Origin;
  /** Id of the request: sent twice, it is saved once. */
  request?: string;
}

/**
 * Clips that this draft is, the surest first; more than one where it shows that they were the same post. Equal words prove something only
 * about a post without an id of its own, and nothing where they fit several: people say "Good morning" twice.
 */
export async function clipsOf({ db }: Store, draft: Draft): Promise<Clip[]> {
  const native = nativeKey(draft);
  // Each key by itself: several at once are walked through by a cursor, which waits for an answer at each step.
  const read = await Promise.all(clipKeys(draft).map((key) => db.clips.where('keys').equals(key).toArray()));
  const found = [...new Map(read.flat().map((clip) => [clip.id, clip])).values()];
  const byId = found.filter((clip) => native !== null && clip.keys.includes(native));
  const byWords = found.filter((clip) => clip.nativeId === null && !byId.includes(clip));
  if (native || byWords.length > 0) return [...byId, ...byWords];
  return found.length === 1 ? found : [];
}

const words = ({ metrics: _numbers, rounded: _rounded, publishedAt, ...rest }: Draft) =>
  // A relative date moves with the clock while the post stays as it is.
  JSON.stringify({ ...rest, publishedAt: publishedAt?.precision === 'second' || publishedAt?.precision === 'minute' ? publishedAt.instant : null });

/** Whether a clip says what the draft says, as it was read last. */
async function isKept({ db }: Store, clip: string, draft: Draft): Promise<boolean> {
  const last = (await db.captures.where('clip').equals(clip).toArray()).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return last !== undefined && words(last.draft) === words(draft);
}

interface Saved {
  clip: string;
  tag: string | null;
  already: boolean;
  undo: Action['undo'];
}

/** What stands before a draft is saved. Asked in one go, since a clip is saved while somebody looks, and each question waits 1 to 3 ms for its answer. */
async function standing(store: Store, draft: Draft) {
  const first = clipKeys(draft)[0]!;
  const [known, around, rules, record, waiting] = await Promise.all([
    clipsOf(store, draft),
    readAround(store),
    ruleRecords(store),
    store.db.records.get(first),
    store.db.recentWords.count(),
  ]);
  const id = known[0]?.id ?? first;
  return { known, around, rules, id, mayWait: waiting < mostRecent, record: id === first ? record : await store.db.records.get(id) };
}

/** Inside a transaction: keeps what a draft says under its clip; `hash` is the draft's `textHash`, which takes longer than a transaction waits. What it did is not written down yet. */
export async function saveWithin(
  store: Store,
  { draft, brands, judgement, origin = 'page' }: Omit<SaveRequest, 'request'>,
  hash: string,
  at: Date,
  stands: ReturnType<typeof standing> = standing(store, draft),
): Promise<Saved> {
  const { known, around, rules, id, record, mayWait } = await stands;
  const isNew = known.length === 0 && !record;
  const moment = { v: 1, clip: id, at: at.toISOString() };
  const capture: Capture = { id: v7(), ...moment, by: '', origin, draft, hash };
  const snapshot: Snapshot = { id: v7(), ...moment, metrics: draft.metrics, rounded: draft.rounded };
  const keepWords = async () => {
    if (isNew || !(await isKept(store, id, draft))) await store.db.captures.add(capture);
  };
  const tag = judgement && (await newTag(store, id, judgement, at));
  const write = () => Promise.all([tag && store.db.tags.add(tag.tag), keepWords(), store.db.snapshots.add(snapshot)]);
  // Of a new clip, joined with no other, these are all there is, unless an import left words of it without a record; else they are read again for its row, and have to be there.
  const isAlone = isNew && !around.workspace?.strays && !around.pairs.some((pair) => pair.includes(id));
  if (!isAlone) await write();
  const undo: Action['undo'] = [];
  for (const other of known.slice(1))
    undo.push(
      ...(await change(store, at, `same:${[id, other.id].sort().join('|')}`, 'same', { set: { joined: true }, add: { clips: [id, other.id] } })),
    );
  const changes: Changes = {
    ...tag?.changes,
    add: { brands: [...brands, ...(tag?.changes.add.brands ?? [])] },
    // Restores a clip from the trash too: this edit is one that the deletion had not seen.
    ...(known.length === 0 && { trashed: false }),
    ...(known[0]?.anonymous && { clear: [anonymousField] }),
  };
  const editing = change(store, at, id, 'clip', changes, {
    record: record ?? emptyRecord(id, 'clip'),
    // Where clips were just joined, what is around has changed.
    ...(known.length < 2 && { around }),
    // Among 500,000 snapshots it takes long to find none.
    ...(isAlone && { parts: { captures: [capture], snapshots: [snapshot], tags: tag ? [tag.tag] : [] }, mayWait }),
  });
  // What the edit asks for comes first: a transaction answers in the order in which it is asked.
  const [edited] = await Promise.all([editing, isAlone && write()]);
  // A new clip goes whole; one that came back from the trash goes back as it lay there.
  undo.push(...(isNew ? [{ record: id, changes: { trashed: true } }] : edited));
  if (tag) undo.push(tag.undo);
  undo.push(...(await applyWithin(store, id, at, { records: rules })).undo);
  return { clip: id, tag: tag?.id ?? null, already: known.length > 0, undo };
}

/**
 * Clips a post, judged or not. A post clipped before stays one clip: its numbers become a new snapshot, its tags stay.
 * Where the draft shows that two clips are one post, they are joined, and undo parts them again.
 * @returns the action, for `undo`; its `already` says whether the post had been clipped before.
 */
export async function saveClip(store: Store, { request = v7(), ...what }: SaveRequest, at = new Date()): Promise<Action> {
  // Before the transaction: one that waits for anything but the database is over.
  const hash = await textHash(what.draft);
  return inTransaction(store, async () => {
    const stands = standing(store, what.draft);
    const [done] = await Promise.all([store.db.actions.get(request), stands]);
    return done ?? log(store, at, { id: request, name: 'clip', ...(await saveWithin(store, what, hash, at, stands)) });
  });
}

async function known(store: Store, clip: string): Promise<void> {
  if (!(await store.db.clips.get(clip))) throw new NotFound('this clip is no longer here');
}

const changeClip = (store: Store, clip: string, name: Action['name'], changes: Changes, at: Date): Promise<Action> =>
  inTransaction(store, async () => {
    await known(store, clip);
    return log(store, at, { name, clip, undo: await change(store, at, clip, 'clip', changes) });
  });

/** Sets or, with null, unsets how a clip speaks of a brand. */
export const setSentiment = (store: Store, clip: string, brand: string, sentiment: Sentiment | null, at = new Date()): Promise<Action> =>
  changeClip(store, clip, 'sentiment', sentiment ? { set: { [sentimentOf(brand)]: sentiment } } : { clear: [sentimentOf(brand)] }, at);

export const setState = (store: Store, clip: string, state: State, at = new Date()): Promise<Action> =>
  changeClip(store, clip, 'state', { set: { state } }, at);

/** Says how soon somebody should see to a clip; null: nobody says any more. */
export const setPriority = (store: Store, clip: string, priority: Priority | null, at = new Date()): Promise<Action> =>
  changeClip(store, clip, 'priority', priority ? { set: { [priorityField]: priority } } : { clear: [priorityField] }, at);

/**
 * Says who sees to a clip; null or an empty name: nobody.
 * @throws ZodError if the name is longer than 100 characters.
 */
export async function setOwner(store: Store, clip: string, owner: string | null, at = new Date()): Promise<Action> {
  const name = owner?.trim() ? Owner.parse(owner) : null;
  return changeClip(store, clip, 'owner', name ? { set: { [ownerField]: name } } : { clear: [ownerField] }, at);
}

/** Says that a clip is about a brand, without a judgement. */
export const addBrand = (store: Store, clip: string, brand: string, at = new Date()): Promise<Action> =>
  changeClip(store, clip, 'about', { add: { brands: [brand] } }, at);

/** Puts a clip into the trash, with all records that were joined into it. */
export const trashClip = (store: Store, clip: string, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const row = await store.db.clips.get(clip);
    if (!row) throw new NotFound('this clip is no longer here');
    const records = (await store.db.records.bulkGet(row.keys)).filter((record) => record?.kind === 'clip' && !isTrashed(record));
    const undo: Action['undo'] = [];
    for (const record of records) if (record) undo.push(...(await change(store, at, record.id, 'clip', { trashed: true })));
    return log(store, at, { name: 'trash', clip, undo });
  });
