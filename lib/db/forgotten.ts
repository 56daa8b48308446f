/**
 * Who was forgotten, as keyed hashes: enough to know them again in an old backup, and to nobody a name. The key lies in the records of the
 * forgotten, and so travels in a full backup: else a new computer would take in what an old one had forgotten.
 */
import { hmacKey, keyedHash } from '../core/keyed-hash.ts';
import { elements, type Mergeable, value } from '../core/mergeable.ts';
import { othersIn, personKey, withoutOthers, wordsOfOthers } from '../core/people.ts';
import type { Action, Capture, Picture, Snapshot, Tag } from '../core/records.ts';
import type { Store } from './store.ts';

export const forgottenKind = 'forgotten';

/** Records as they come from a file, table by table. */
export interface Truth {
  records?: Mergeable[];
  captures?: Capture[];
  snapshots?: Snapshot[];
  tags?: Tag[];
  pictures?: Picture[];
  actions?: Action[];
}

/** Tells whether a person's key (core/people.ts) or the id of a clip or saved view was forgotten; null where nobody was. */
async function memory(records: readonly Mergeable[]): Promise<((words: string) => Promise<boolean>) | null> {
  const lists = new Map<string, Set<string>>();
  for (const record of records) {
    const key = value(record, 'key');
    if (typeof key === 'string') lists.set(key, new Set([...(lists.get(key) ?? []), ...elements(record, 'hashes')]));
  }
  if (lists.size === 0) return null;
  const keyed = await Promise.all([...lists].map(async ([key, hashes]) => ({ key: await hmacKey(key), hashes })));
  const known = new Map<string, boolean>();
  return async (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    let forgotten = false;
    for (const { key, hashes } of keyed) forgotten ||= hashes.has(await keyedHash(key, words));
    known.set(words, forgotten);
    return forgotten;
  };
}

/** What captures tell of the rest of a file. */
export interface Seen {
  /** Ids of clips to be left out, and of saved views that ask for who was forgotten. */
  clips: Set<string>;
  /** Clips of others that named a forgotten author, with the author's words that they quote: their pictures show both. */
  named: Map<string, string[]>;
}

export const nothingSeen = (): Seen => ({ clips: new Set(), named: new Map() });

/**
 * Leaves out of records that come from elsewhere what belongs to authors who were forgotten here, or are said to be forgotten by the records
 * themselves: their clips with everything about them, and their names in other people's. Call it before the transaction that takes them in.
 * @param seen what its captures told; where a file is read in parts, give the same one each time, all its captures before anything else.
 * @returns what is left, and how many records were left out.
 */
export async function dropForgotten<T extends Truth>(store: Store, truth: T, seen = nothingSeen()): Promise<{ kept: T; dropped: number }> {
  const here = await store.db.records.where('kind').equals(forgottenKind).toArray();
  const isForgotten = await memory([...here, ...(truth.records ?? []).filter(({ kind }) => kind === forgottenKind)]);
  if (!isForgotten) return { kept: truth, dropped: 0 };
  const { clips, named } = seen;
  const ids = [
    ...(truth.records ?? []).filter(({ kind }) => kind === 'clip' || kind === 'view').map(({ id }) => id),
    ...[truth.captures, truth.snapshots, truth.tags, truth.pictures].flatMap((rows) => (rows ?? []).map(({ clip }) => clip)),
    ...(truth.actions ?? []).flatMap(({ clip, undo }) =>
      [clip ?? [], undo.flatMap(({ record }) => (record.startsWith('view:') ? record : []))].flat(),
    ),
  ];
  for (const id of new Set(ids)) if (await isForgotten(id)) clips.add(id);
  const captures: Capture[] = [];
  for (const capture of truth.captures ?? []) {
    const { platform, author } = capture.draft;
    const goes = async (person: typeof author) => {
      const key = personKey(platform, person);
      return key !== null && (await isForgotten(key));
    };
    if (await goes(author)) clips.add(capture.clip);
    const others = new Set<typeof author>();
    for (const person of othersIn(capture.draft)) if (await goes(person)) others.add(person);
    const isOne = (person: typeof author) => others.has(person);
    if (others.size > 0) named.set(capture.clip, [...(named.get(capture.clip) ?? []), ...wordsOfOthers(capture.draft, isOne)]);
    captures.push(others.size > 0 ? { ...capture, draft: withoutOthers(capture.draft, isOne) } : capture);
  }
  const stays = ({ clip }: { clip: string | null }) => clip === null || !clips.has(clip);
  const unquoted = (tag: Tag) => (tag.quote && named.get(tag.clip)?.some((words) => words.includes(tag.quote)) ? { ...tag, quote: '' } : tag);
  const kept: T = {
    ...truth,
    ...(truth.records && { records: truth.records.filter((record) => !isAbout(record, clips)) }),
    ...(truth.captures && { captures: captures.filter(stays) }),
    ...(truth.snapshots && { snapshots: truth.snapshots.filter(stays) }),
    ...(truth.tags && { tags: truth.tags.filter(stays).map(unquoted) }),
    ...(truth.pictures && { pictures: truth.pictures.filter((picture) => stays(picture) && !named.has(picture.clip)) }),
    ...(truth.actions && { actions: truth.actions.filter((action) => stays(action) && !action.undo.some(({ record }) => clips.has(record))) }),
  };
  const count = (all: Truth) =>
    [all.records, all.captures, all.snapshots, all.tags, all.pictures, all.actions].reduce((sum, rows) => sum + (rows?.length ?? 0), 0);
  return { kept, dropped: count(truth) - count(kept) };
}

/** Whether a record is that of one of these clips or views, or joins one of them with another. */
export const isAbout = (record: Mergeable, clips: ReadonlySet<string>): boolean =>
  record.kind === 'same'
    ? elements(record, 'clips').some((id) => clips.has(id))
    : (record.kind === 'clip' || record.kind === 'view') && clips.has(record.id);
