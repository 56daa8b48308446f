/** Keeps what the surfaces read in step with the records, inside the transaction of the change. */
import { sharesOf } from '../core/cells.ts';
import type { ClipParts, MergedInto } from '../core/clip-row.ts';
import { elements, isTrashed, type Mergeable, value } from '../core/mergeable.ts';
import {
  type Brand,
  Brand as BrandSchema,
  type Clip,
  type Profile,
  Profile as ProfileSchema,
  type Theme,
  Theme as ThemeSchema,
  type Workspace,
} from '../core/records.ts';
import { statementOf } from '../core/statements.ts';
import { mergedThrough } from '../core/themes.ts';
import { searchText, searchWords, type Worded } from '../core/word-index.ts';
import { isCounted, moveShares, moveWords } from './count.ts';
import { projectTrashedClip, trashedNamed } from './project-trash.ts';
import { mergesOf } from './queries.ts';
import { clipRow, isReadable } from './readable-clip.ts';
import { recentRow } from './recent-words.ts';
import type { Store } from './store.ts';

/** Ids that were found to be one clip. */
export const joinedPairs = async ({ db }: Store): Promise<string[][]> =>
  (await db.records.where('kind').equals('same').toArray())
    .filter((record) => isReadable(record) && !isTrashed(record) && value(record, 'joined') === true)
    .map((record) => elements(record, 'clips'));

/** What a clip's row is computed from besides its own records: the same for all clips, until one is joined or a theme merged. */
export interface Around {
  pairs: string[][];
  merges: MergedInto;
  /** How far a recount has come stands in it. */
  workspace: Workspace | undefined;
}

export async function readAround(store: Store): Promise<Around> {
  const [pairs, merges, workspace] = await Promise.all([joinedPairs(store), mergesOf(store), store.db.workspace.get(store.workspace.id)]);
  return { pairs, merges, workspace };
}

/** Ids that people or keys have joined into one clip, the one that stands for all first. */
export const joinedIds = async (store: Store, id: string): Promise<string[]> => joinedIn(await joinedPairs(store), id);

function joinedIn(pairs: readonly string[][], id: string): string[] {
  const ids = new Set([id]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const pair of pairs)
      if (pair.some((one) => ids.has(one)) && !pair.every((one) => ids.has(one))) {
        for (const one of pair) ids.add(one);
        grown = true;
      }
  }
  // A native id stands before one made of words ("~"); otherwise the alphabet decides, the same everywhere.
  return [...ids].sort((a, b) => Number(a.includes(':~')) - Number(b.includes(':~')) || (a < b ? -1 : 1));
}

/** Reads everything that is known of a clip and computes its row; `fresh` is a record of it that may not have been written yet. */
export async function readRow(store: Store, ids: string[], merges: MergedInto, fresh?: Mergeable): Promise<Clip | null> {
  const { db, workspace } = store;
  const [read, captures, snapshots, tags] = await Promise.all([
    db.records.bulkGet(ids),
    db.captures.where('clip').anyOf(ids).toArray(),
    db.snapshots.where('clip').anyOf(ids).toArray(),
    db.tags.where('clip').anyOf(ids).toArray(),
  ]);
  const records = ids.flatMap((id, index) => (fresh?.id === id ? fresh : read[index]) ?? []);
  return clipRow({ ids, records, captures, snapshots, tags }, workspace.timeZone, merges);
}

/** What stands of a clip before its row is replaced: the row, and its words. */
const standingOf = ({ db }: Store, id: string) => Promise.all([db.clips.get(id), db.search.get(id)]);

const nothingStands: Awaited<ReturnType<typeof standingOf>> = [undefined, undefined];

/** Brings the search index from the words that a clip had to those it has; `mayWait`: it is new, and they need not go there now. */
async function replaceWords({ db }: Store, old: Worded | null, fresh: Worded | null, mayWait: boolean): Promise<unknown> {
  if (mayWait || (old && (await db.recentWords.get(old.row.id))))
    return fresh ? db.recentWords.put(recentRow(fresh)) : old && db.recentWords.delete(old.row.id);
  return moveWords(db, [...(old ? [{ worded: old, sign: -1 as const }] : []), ...(fresh ? [{ worded: fresh, sign: 1 as const }] : [])]);
}

async function replaceRow(
  store: Store,
  id: string,
  row: Clip | null,
  [old, indexed]: Awaited<ReturnType<typeof standingOf>>,
  here: Workspace | undefined,
  mayWait = false,
): Promise<void> {
  const { db } = store;
  const counts = (clip: Clip) => isCounted(here?.recount, clip);
  const shares = {
    old: old && counts(old) ? sharesOf(old) : [],
    fresh: row && counts(row) ? sharesOf(row) : [],
  };
  const moves = [...shares.old.map((share) => ({ share, sign: -1 as const })), ...shares.fresh.map((share) => ({ share, sign: 1 as const }))];
  const sameShares = JSON.stringify(shares.old) === JSON.stringify(shares.fresh);
  // The cells are asked for before anything else is done: a transaction answers in the order in which it is asked, and words are cut meanwhile.
  const counting = sameShares ? null : moveShares(db, moves);
  const words = row && searchWords(row);
  const sameWords = words?.join('\n') === indexed?.words.join('\n');
  const sameLines = sameWords && old?.day === row?.day && old?.clippedAt === row?.clippedAt;
  await Promise.all([
    counting,
    // Twenty entries of the index are not written again for a judgement.
    ...(sameLines
      ? []
      : [
          replaceWords(
            store,
            old && indexed && counts(old) ? { row: old, words: indexed.words } : null,
            row && words && counts(row) ? { row, words } : null,
            mayWait,
          ),
        ]),
    ...(words && !sameWords ? [db.search.put({ id, words })] : []),
    ...(row ? [db.clips.put(row)] : [db.clips.delete(id), db.search.delete(id)]),
  ]);
}

/** What whoever has a clip projected knows already. */
export interface Known {
  /** Its record, as it will be when the transaction ends. */
  record?: Mergeable;
  around?: Around;
  /** All that there is of a clip, where whoever asks knows that: one that is new here, and joined with no other. */
  parts?: Pick<ClipParts, 'captures' | 'snapshots' | 'tags'>;
  /** Of such a clip: its words need not go into the index now. */
  mayWait?: boolean;
}

/** Brings row, counters and search words of a clip, and of all joined with it, up to its records. Call it inside a transaction. */
export async function projectClip(store: Store, id: string, { record, around, parts, mayWait }: Known = {}): Promise<Clip | null> {
  const { pairs, merges, workspace } = around ?? (await readAround(store));
  const ids = joinedIn(pairs, id);
  for (const other of ids.slice(1)) await replaceRow(store, other, null, await standingOf(store, other), workspace);
  const [row, standing] =
    record && parts
      ? [clipRow({ ids, records: [record], ...parts }, store.workspace.timeZone, merges), nothingStands]
      : await Promise.all([readRow(store, ids, merges, record), standingOf(store, ids[0]!)]);
  // What was shown and is has no place in the trash; a judgement need not look there. Nor need what comes to be shown wait for it.
  const stays = row && (standing[0] || parts) && ids.length === 1;
  await Promise.all([
    replaceRow(store, ids[0]!, row, standing, workspace, mayWait),
    ...(row && !stays ? [projectTrashedClip(store, ids, true)] : []),
  ]);
  if (!row) await projectTrashedClip(store, ids, false);
  return row;
}

/** Brings the words of a clip up to its row, whose place among days is the same. */
async function reindex(store: Store, was: Clip, row: Clip, here: Workspace | undefined): Promise<void> {
  const { db } = store;
  const [indexed, words] = [await db.search.get(row.id), searchWords(row)];
  if (isCounted(here?.recount, row)) await replaceWords(store, indexed ? { row: was, words: indexed.words } : null, { row, words }, false);
  await db.search.put({ id: row.id, words });
}

/** So many clips are computed at once. */
const chunkSize = 200;

/**
 * Brings the clips that were judged with a theme, or with one merged into it, up to where that theme counts now. Nothing but their judgements can
 * differ in their rows: the counters are moved once for many clips, and words are indexed again only where a quote came or went with a judgement
 * that is equal to another by now.
 */
async function projectMerged(store: Store, theme: string): Promise<void> {
  const { db, workspace } = store;
  const [merges, merged, here] = await Promise.all([mergesOf(store), db.themes.orderBy('into').toArray(), db.workspace.get(workspace.id)]);
  const tags = await db.tags.where('theme').anyOf(mergedThrough(merged, theme)).toArray();
  const clips = [...new Set(tags.map(({ clip }) => clip))];
  const joined = new Set((await joinedPairs(store)).flat());
  const moves = (rows: Clip[], sign: 1 | -1) =>
    rows.filter((row) => isCounted(here?.recount, row)).flatMap((row) => sharesOf(row).map((share) => ({ share, sign })));
  for (let at = 0; at < clips.length; at += chunkSize) {
    const some = clips.slice(at, at + chunkSize);
    const old = await db.clips.where('keys').anyOf(some).distinct().toArray();
    const rows = old.map(async ({ id }) => (await readRow(store, joined.has(id) ? await joinedIds(store, id) : [id], merges)) ?? []);
    const fresh = (await Promise.all(rows)).flat();
    await moveShares(db, [...moves(old, -1), ...moves(fresh, 1)]);
    await db.clips.bulkPut(fresh);
    const before = new Map(old.map((row) => [row.id, row]));
    for (const row of fresh) {
      const was = before.get(row.id);
      if (was && searchText(was) !== searchText(row)) await reindex(store, was, row, here);
    }
  }
}

/** Trashed, or what is left of one that was purged after somebody edited it who had not seen that. */
const isAway = (record: Mergeable): boolean => isTrashed(record) || value(record, 'name') === undefined;

/** A brand as its record says, or null where it is trashed or has no name. Throws a ZodError if the record holds no valid brand. */
export function brandOf(record: Mergeable): Brand | null {
  if (isAway(record)) return null;
  const set = (name: string) => elements(record, name);
  return BrandSchema.parse({
    id: record.id,
    name: value(record, 'name'),
    kind: value(record, 'kind'),
    order: value(record, 'order') ?? 0,
    aliases: set('aliases'),
    handles: set('handles'),
    must: set('must'),
    mustNot: set('mustNot'),
  });
}

/** As long as core/records.ts allows. */
const [longestDefinition, longestId] = [500, 700];

/** A theme as its record says, or null where it is trashed. Only a name it must have: whatever else makes no sense is as if it were not there. */
export function themeOf(record: Mergeable): Theme | null {
  if (isAway(record)) return null;
  const text = (field: string) => {
    const said = value(record, field);
    return typeof said === 'string' && said !== '' ? said : null;
  };
  return ThemeSchema.parse({
    id: record.id,
    name: value(record, 'name'),
    aliases: elements(record, 'aliases'),
    definition: text('definition')?.slice(0, longestDefinition) ?? '',
    parent: text('parent')?.slice(0, longestId) ?? null,
    into: text('into')?.slice(0, longestId) ?? null,
  });
}

/** An account as its record says, or null where it is trashed. */
export function profileOf(record: Mergeable): Profile | null {
  if (isTrashed(record)) return null;
  const field = (name: string) => value(record, name) ?? null;
  return ProfileSchema.parse({
    id: record.id,
    platform: field('platform'),
    handle: field('handle'),
    name: field('name'),
    url: field('url'),
    brand: field('brand'),
  });
}

async function projectTrashedNamed({ db }: Store, record: Mergeable): Promise<void> {
  const row = trashedNamed(record);
  await (row ? db.trash.put(row) : db.trash.delete(record.id));
}

/** Writes a record, and brings what is computed from it up to it, whatever its kind; `before` is the record before the edit. Call it inside a transaction. */
export async function writeRecord(store: Store, record: Mergeable, before: Mergeable, known: Omit<Known, 'record'>): Promise<void> {
  const put = () => store.db.records.put(record);
  // A clip's is in the hand of who computes: that need not wait until it is written, and what it asks for comes first.
  await (record.kind === 'clip' ? Promise.all([projectClip(store, record.id, { ...known, record }), put()]) : put());
  await project(store, record, before);
}

async function project(store: Store, record: Mergeable, before: Mergeable): Promise<void> {
  const { db } = store;
  if (record.kind === 'same') {
    for (const id of new Set([...elements(record, 'clips'), ...elements(before, 'clips')])) await projectClip(store, id);
  } else if (record.kind === 'brand') {
    const brand = brandOf(record);
    await (brand ? db.brands.put(brand) : db.brands.delete(record.id));
    await projectTrashedNamed(store, record);
  } else if (record.kind === 'theme') {
    const [theme, old] = [themeOf(record), await db.themes.get(record.id)];
    await (theme ? db.themes.put(theme) : db.themes.delete(record.id));
    await projectTrashedNamed(store, record);
    if ((theme?.into ?? null) !== (old?.into ?? null)) await projectMerged(store, record.id);
  } else if (record.kind === 'profile') {
    const profile = profileOf(record);
    await (profile ? db.profiles.put(profile) : db.profiles.delete(record.id));
  } else if (record.kind === 'statement') {
    const statement = statementOf(record);
    await (statement ? db.statements.put(statement) : db.statements.delete(record.id));
  } else if (record.kind === 'rule') await projectTrashedNamed(store, record);
}
