/**
 * Computes everything the surfaces read anew from the records: the repair command, and the second half of every import. In steps, each a
 * transaction of its own that says how far it came: others may write in between, and a recount that was broken off goes on where it was.
 */
import type { EntityTable } from 'dexie';
import { type Share, sharesOf } from '../core/cells.ts';
import type { ClipParts, MergedInto } from '../core/clip-row.ts';
import type { Capture, Clip, Snapshot, Tag, Trashed, Workspace } from '../core/records.ts';
import { statementOf } from '../core/statements.ts';
import { linesOf, posting, postingsOf, searchWords, type Worded } from '../core/word-index.ts';
import { inTransaction } from './change.ts';
import { countedTables, type Move, moveShares, type Place, placeIn, written } from './count.ts';
import { joinedPairs, projectClip } from './project.ts';
import { trashedClip, trashedNamed } from './project-trash.ts';
import { dropPurgedWords } from './purge.ts';
import { mergesOf } from './queries.ts';
import { brandOf, profileOf, themeOf } from './readable.ts';
import { clipRow } from './readable-clip.ts';
import type { Store } from './store.ts';

/** So many clips' rows are computed in one step. Small enough that long texts take little memory. */
const stepSize = 250;
/** So many clips are counted in one step: most days have fewer, whose cells are then written once. */
const partSize = 1_000;
/** And clips of so many letters in all, where they are long: a thousand of 25 kB each took 230 MB at once. */
const partLetters = 10_000_000;
/** So many of them are read at once, to be reckoned by their length. */
const readSize = 100;

interface Parts {
  parts: ClipParts[];
  /** All clips within the range of which anything is here. */
  met: ReadonlySet<string>;
}

/** What the clips whose ids, ascending, are given are made of, each by itself; read from the first of them to the last, or from one id to another. */
export async function partsOf({ db }: Store, ids: string[], [low, high] = [ids[0]!, ids.at(-1)!]): Promise<Parts> {
  const of = <T extends { id: string }>(table: EntityTable<T, 'id'>) => table.where('clip').between(low, high, true, true).toArray();
  const [records, captures, snapshots, tags] = await Promise.all([db.records.bulkGet(ids), of(db.captures), of(db.snapshots), of(db.tags)]);
  const byClip = <T extends { clip: string }>(rows: T[]) => Map.groupBy(rows, ({ clip }) => clip);
  const [capturesOf, snapshotsOf, tagsOf] = [byClip(captures), byClip(snapshots), byClip(tags)];
  const parts = ids.map((id, index) => ({
    ids: [id],
    records: records[index] ? [records[index]] : [],
    captures: capturesOf.get(id) ?? [],
    snapshots: snapshotsOf.get(id) ?? [],
    tags: tagsOf.get(id) ?? [],
  }));
  return { parts, met: new Set([...capturesOf.keys(), ...snapshotsOf.keys(), ...tagsOf.keys()]) };
}

/** Whether anything is here of a clip between two, neither included. */
async function isAnyBetween({ db }: Store, low: string, high: string): Promise<boolean> {
  if (low >= high) return false;
  const tables: EntityTable<Capture | Snapshot | Tag, 'id'>[] = [db.captures, db.snapshots, db.tags];
  const found = await Promise.all(tables.map((table) => table.where('clip').between(low, high, false, false).limit(1).primaryKeys()));
  return found.flat().length > 0;
}

/** Rows of such clips: those that are shown, and those in the trash. */
async function rowsOf(
  store: Store,
  ids: string[],
  range: [string, string],
  mergedInto: MergedInto,
): Promise<{ shown: Clip[]; trashed: Trashed[]; met: Parts['met'] }> {
  const { parts: all, met } = await partsOf(store, ids, range);
  return {
    met,
    shown: all.flatMap((parts) => clipRow(parts, store.workspace.timeZone, mergedInto) ?? []),
    trashed: all.flatMap((parts) => (parts.captures.length > 0 && trashedClip(parts.records)) || []),
  };
}

/** Ids that were joined with others: computed together, not each by itself. */
export const joinedClips = async (store: Store): Promise<Set<string>> => new Set((await joinedPairs(store)).flat());

type Recount = NonNullable<Workspace['recount']>;

/** Ids of clips behind one, of records and of rows alike. */
const behind = (after: string) => [after === '' ? 'clip:' : after, 'clip:\uffff', false, true] as const;

/** Takes all counts away, and computes what is few: names and statements. */
const begin = (store: Store): Promise<void> =>
  inTransaction(store, async () => {
    const { db } = store;
    const counted = countedTables.map((name) => db.table(name));
    for (const table of [...counted, db.brands, db.themes, db.profiles, db.statements, db.trash]) await table.clear();
    const of = (kind: string) => db.records.where('kind').equals(kind).toArray();
    const [brands, themes] = [await of('brand'), await of('theme')];
    await db.brands.bulkPut(brands.flatMap((record) => brandOf(record) ?? []));
    await db.themes.bulkPut(themes.flatMap((record) => themeOf(record) ?? []));
    // A rule has no row of its own: there are few, and they are read from their records (find-rules.ts).
    await db.trash.bulkPut([...brands, ...themes, ...(await of('rule'))].flatMap((record) => trashedNamed(record) ?? []));
    await db.profiles.bulkPut((await of('profile')).flatMap((record) => profileOf(record) ?? []));
    await db.statements.bulkPut((await of('statement')).flatMap((record) => statementOf(record) ?? []));
    const total = await db.records.where('kind').equals('clip').count();
    await db.workspace.update(store.workspace.id, { strays: undefined });
    await keep(store, { of: 'rows', after: '', done: 0, total });
  });

const keep = ({ db, workspace }: Store, recount: Recount): Promise<unknown> => db.workspace.update(workspace.id, { recount });

/** Rows and words of the next clips; those that no record gives any more go. */
async function nextRows(store: Store, recount: Recount): Promise<void> {
  const { db } = store;
  const ids = (await db.records
    .where('id')
    .between(...behind(recount.after))
    .limit(stepSize)
    .primaryKeys()) as string[];
  const last = ids.length < stepSize ? 'clip:\uffff' : ids.at(-1)!;
  const [apart, mergedInto] = [await joinedClips(store), await mergesOf(store)];
  const [low, , ...ends] = behind(recount.after);
  const known = new Set(ids);
  for (const table of [db.clips, db.search]) {
    const stored = (await table
      .where('id')
      .between(low, last, ...ends)
      .primaryKeys()) as string[];
    await table.bulkDelete(stored.filter((id) => !known.has(id)));
  }
  const alone = ids.filter((id) => !apart.has(id));
  let strays = (await isAnyBetween(store, low, ids[0] ?? last)) || (ids.length < stepSize && (await isAnyBetween(store, ids.at(-1) ?? last, last)));
  if (ids.length > 0) {
    const { shown, trashed, met } = await rowsOf(store, alone, [ids[0]!, ids.at(-1)!], mergedInto);
    strays ||= [...met].some((id) => !known.has(id));
    const shownIds = new Set(shown.map(({ id }) => id));
    const hidden = alone.filter((id) => !shownIds.has(id));
    await Promise.all([
      db.clips.bulkPut(shown),
      db.search.bulkPut(shown.map((row) => ({ id: row.id, words: searchWords(row) }))),
      db.trash.bulkPut(trashed),
      db.clips.bulkDelete(hidden),
      db.search.bulkDelete(hidden),
    ]);
  }
  for (const id of ids) if (apart.has(id)) await projectClip(store, id);
  if (strays) await db.workspace.update(store.workspace.id, { strays: true });
  const done = recount.done + ids.length;
  await keep(store, ids.length < stepSize ? { ...recount, of: 'days', after: '', done: 0 } : { ...recount, after: last, done });
}

/** Clips that a recount comes to next: of one day, in the order in which they were clipped, at most so many; and whether that is all of the day. */
async function nextOfDay({ db }: Store, { day, upTo }: Place, most: number): Promise<{ day: string; ids: string[]; all: boolean } | null> {
  const ordered = () => db.clips.where('[day+clippedAt]');
  const idsIn = async (low: [string, string], withLow: boolean) =>
    (await ordered()
      .between(low, [low[0], '\uffff'], withLow, true)
      .limit(most + 1)
      .primaryKeys()) as string[];
  const part = (of: string, ids: string[]) => ({ day: of, ids: ids.slice(0, most), all: ids.length <= most });
  if (upTo) {
    // Many may have come in at one moment: among those their ids are the order.
    const together = (await ordered().equals([day, upTo.clippedAt]).primaryKeys()) as string[];
    const ids = [...together.filter((id) => id > upTo.id), ...(await idsIn([day, upTo.clippedAt], false))];
    if (ids.length > 0) return part(day, ids);
  }
  const first = await ordered().above([day, '\uffff']).first();
  return first ? part(first.day, await idsIn([first.day, ''], true)) : null;
}

/**
 * Counters and words of the next clips. Not of a whole day at once, however many it has: what a transaction has read is not let go before its end.
 * @returns false where there are none.
 */
async function nextCounts(store: Store, recount: Recount, most: number): Promise<boolean> {
  const { db } = store;
  const place = placeIn(recount.after);
  const next = await nextOfDay(store, place, most);
  if (!next) return false;
  const { day, ids } = next;
  const worded: Worded[] = [];
  const shares: Share[] = [];
  let read = 0;
  for (let letters = 0; read < ids.length && letters < partLetters; read += readSize) {
    const some = ids.slice(read, read + readSize);
    const [clips, searched] = await Promise.all([db.clips.bulkGet(some), db.search.bulkGet(some)]);
    for (const [index, row] of clips.entries()) {
      if (!row) continue;
      const { id, clippedAt } = row;
      worded.push({ row: { id, day, clippedAt }, words: searched[index]?.words ?? [] });
      shares.push(...sharesOf(row));
      letters += JSON.stringify(row).length;
    }
  }
  const all = next.all && read >= ids.length;
  await moveShares(
    db,
    shares.map((share): Move => ({ share, sign: 1 })),
  );
  const fresh = postingsOf(worded);
  const begun = place.day === day ? await db.postings.bulkGet(fresh.map(({ word }): [string, string] => [word, day])) : [];
  await db.postings.bulkPut(fresh.map((row, index) => (begun[index] ? posting(row.word, day, [...linesOf(begun[index]), ...linesOf(row)]) : row)));
  const last = worded.at(-1)?.row;
  const after = written(all || !last ? { day } : { day, upTo: last });
  await keep(store, { ...recount, after, done: recount.done + worded.length });
  return true;
}

const hereOf = ({ db, workspace }: Store): Promise<Workspace | undefined> => db.workspace.get(workspace.id);

export interface Recounted {
  /** Clips looked at in this half of two, and how many there are. */
  done: number;
  total: number;
  /** Which half: rows, then counters. */
  of: Recount['of'];
}

/** One step. @returns how far it has come; null where nothing is left to do. */
const step = (store: Store, atOnce = partSize): Promise<Recounted | null> =>
  inTransaction(store, async () => {
    const { db, workspace } = store;
    const recount = (await hereOf(store))?.recount;
    if (!recount) return null;
    if (recount.of === 'rows') await nextRows(store, recount);
    else if (!(await nextCounts(store, recount, atOnce))) {
      await db.workspace.update(workspace.id, { recount: undefined, uncounted: undefined });
      return null;
    }
    return (await hereOf(store))?.recount ?? null;
  });

/** The whole of it inside a transaction over all tables: for what is few. */
export async function rebuildWithin(store: Store): Promise<void> {
  await begin(store);
  while (await step(store));
}

interface Options {
  onProgress?(recounted: Recounted): void;
  signal?: AbortSignal;
  /** So many clips are counted in one step, if not a thousand. */
  atOnce?: number;
}

const recountLock = ({ workspace }: Store): string => `recount ${workspace.id}`;

/** Goes on until nothing is left. One at a time, across all pages: a second one waits, and then finds everything done. */
const goOn = (store: Store, { onProgress, signal, atOnce }: Options, isToBegin: () => Promise<boolean>): Promise<void> =>
  navigator.locks.request(recountLock(store), async () => {
    if (await isToBegin()) await begin(store);
    for (;;) {
      signal?.throwIfAborted();
      const recounted = await step(store, atOnce);
      if (!recounted) return;
      onProgress?.(recounted);
    }
  });

/**
 * Repairs: recomputes rows, counters and search words from the records. Stopped or killed midway, `resume` goes on with it; until then counters say
 * less than there is, and the workspace says so (`recount`).
 * @throws the signal's reason where it was stopped.
 */
export const rebuild = (store: Store, options: Options = {}): Promise<void> => goOn(store, options, async () => true);

/** Name of the lock that an import holds: meanwhile nobody counts what is only half there. */
export const importLock = ({ workspace }: Store): string => `import ${workspace.id}`;

/** Finishes a recount that was broken off, or counts what an import has left; nothing otherwise. For who holds the lock of an import, or needs none. */
export const resume = (store: Store, options: Options = {}): Promise<void> =>
  goOn(store, options, async () => {
    const here = await hereOf(store);
    const isLeft = here?.uncounted === true && (!here.recount || (here.recount.of === 'rows' && here.recount.after === ''));
    if (isLeft) await dropPurgedWords(store);
    return isLeft;
  });

/**
 * For who holds the lock of an import, before anything comes in: a recount that is half done begins anew. Until it does, nothing is counted; were it
 * forgotten, commands would take away from counters what these do not hold.
 */
export const startOver = (store: Store): Promise<void> =>
  navigator.locks.request(recountLock(store), async () => {
    if ((await hereOf(store))?.recount) await begin(store);
  });

/** Once no page imports any more. */
const whenIdle = (store: Store, { signal }: Options, work: () => Promise<void>): Promise<void> =>
  navigator.locks.request(importLock(store), { ...(signal && { signal }) }, work);

export const resumeWhenIdle = (store: Store, options: Options = {}): Promise<void> => whenIdle(store, options, () => resume(store, options));
export const rebuildWhenIdle = (store: Store, options: Options = {}): Promise<void> => whenIdle(store, options, () => rebuild(store, options));
