/** Keeps what the surfaces read in step with the records, inside the transaction of the change. */
import type { Table } from 'dexie';
import {
  applyToAuthors,
  applyToDay,
  applyToThemes,
  emptyAuthorCell,
  emptyDayCell,
  emptyThemeCell,
  isEmpty,
  type Share,
  sharesOf,
} from '../core/cells.ts';
import { elements, isTrashed, type Mergeable, value } from '../core/mergeable.ts';
import {
  type Brand,
  Brand as BrandSchema,
  type Clip,
  type Profile,
  Profile as ProfileSchema,
  type Theme,
  Theme as ThemeSchema,
} from '../core/records.ts';
import { wordsOf } from '../core/words.ts';
import { clipRow, isReadable } from './readable-clip.ts';
import type { Store } from './store.ts';

/** What the search index holds of a clip. */
export const searchWords = (clip: Clip): string[] =>
  wordsOf(
    [
      clip.title,
      clip.text,
      ...(clip.thread ?? []).map((part) => ('text' in part ? part.text : '')),
      clip.author.name,
      clip.author.handle,
      ...clip.tags.map(({ quote }) => quote),
    ]
      .filter(Boolean)
      .join('\n'),
  );

/** Takes the old shares out of the counters and puts the new ones in; one reading and one writing, however many brands. */
async function moveShares({ db }: Store, old: Share[], fresh: Share[]): Promise<void> {
  const moves = [...old.map((share) => ({ share, sign: -1 as const })), ...fresh.map((share) => ({ share, sign: 1 as const }))];
  const keys = [...new Map(moves.map(({ share: { brand, day } }) => [`${brand}|${day}`, [brand, day] as [string, string]])).values()];
  if (keys.length === 0) return;
  const [days, themes, authors] = await Promise.all([db.dayCells.bulkGet(keys), db.themeCells.bulkGet(keys), db.authorCells.bulkGet(keys)]);
  const cells = keys.map((key, index) => ({
    key,
    day: days[index] ?? emptyDayCell(...key),
    theme: themes[index] ?? emptyThemeCell(...key),
    author: authors[index] ?? emptyAuthorCell(...key),
  }));
  for (const { share, sign } of moves) {
    const cell = cells.find(({ key: [brand, day] }) => brand === share.brand && day === share.day)!;
    applyToDay(cell.day, share, sign);
    applyToThemes(cell.theme, share, sign);
    applyToAuthors(cell.author, share, sign);
  }
  const replace = <T>(table: Table<T, [string, string]>, all: { key: [string, string]; cell: T; empty: boolean }[]) => {
    const gone = all.filter(({ empty }) => empty).map(({ key }) => key);
    const kept = all.filter(({ empty }) => !empty).map(({ cell }) => cell);
    return [...(kept.length > 0 ? [table.bulkPut(kept)] : []), ...(gone.length > 0 ? [table.bulkDelete(gone)] : [])];
  };
  await Promise.all<unknown>([
    ...replace(
      db.dayCells,
      cells.map(({ key, day }) => ({ key, cell: day, empty: isEmpty(day) })),
    ),
    ...replace(
      db.themeCells,
      cells.map(({ key, theme }) => ({ key, cell: theme, empty: isEmpty(theme) })),
    ),
    ...replace(
      db.authorCells,
      cells.map(({ key, day, author }) => ({ key, cell: author, empty: isEmpty(day) })),
    ),
  ]);
}

/** Ids that people or keys have joined into one clip, the one that stands for all first. */
export async function joinedIds({ db }: Store, id: string): Promise<string[]> {
  const pairs = (await db.records.where('kind').equals('same').toArray())
    .filter((record) => isReadable(record) && !isTrashed(record) && value(record, 'joined') === true)
    .map((record) => elements(record, 'clips'));
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

/** Reads everything that is known of a clip and computes its row. */
export async function readRow(store: Store, ids: string[]): Promise<Clip | null> {
  const { db, workspace } = store;
  const [records, captures, snapshots, tags] = await Promise.all([
    db.records.bulkGet(ids),
    db.captures.where('clip').anyOf(ids).toArray(),
    db.snapshots.where('clip').anyOf(ids).toArray(),
    db.tags.where('clip').anyOf(ids).toArray(),
  ]);
  return clipRow({ ids, records: records.filter((record) => record !== undefined), captures, snapshots, tags }, workspace.timeZone);
}

async function replaceRow(store: Store, id: string, row: Clip | null): Promise<void> {
  const { db } = store;
  const old = await db.clips.get(id);
  const shares = { old: old ? sharesOf(old) : [], fresh: row ? sharesOf(row) : [] };
  const counted = JSON.stringify(shares.old) === JSON.stringify(shares.fresh);
  await Promise.all([
    ...(counted ? [] : [moveShares(store, shares.old, shares.fresh)]),
    ...(row ? [db.clips.put(row), db.search.put({ id, words: searchWords(row) })] : [db.clips.delete(id), db.search.delete(id)]),
  ]);
}

/** Brings row, counters and search words of a clip, and of all joined with it, up to its records. Call it inside a transaction. */
export async function projectClip(store: Store, id: string): Promise<Clip | null> {
  const ids = await joinedIds(store, id);
  for (const other of ids.slice(1)) await replaceRow(store, other, null);
  const row = await readRow(store, ids);
  await replaceRow(store, ids[0]!, row);
  return row;
}

/** A brand as its record says, or null where it is trashed. Throws a ZodError if the record holds no valid brand. */
export function brandOf(record: Mergeable): Brand | null {
  if (isTrashed(record)) return null;
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

export function themeOf(record: Mergeable): Theme | null {
  return isTrashed(record) ? null : ThemeSchema.parse({ id: record.id, name: value(record, 'name') });
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

/** Brings what is computed from one record up to it, whatever its kind; `before` is the record before the edit. Call it inside a transaction. */
export async function project(store: Store, record: Mergeable, before: Mergeable): Promise<void> {
  const { db } = store;
  if (record.kind === 'clip') await projectClip(store, record.id);
  else if (record.kind === 'same') {
    for (const id of new Set([...elements(record, 'clips'), ...elements(before, 'clips')])) await projectClip(store, id);
  } else if (record.kind === 'brand') {
    const brand = brandOf(record);
    await (brand ? db.brands.put(brand) : db.brands.delete(record.id));
  } else if (record.kind === 'theme') {
    const theme = themeOf(record);
    await (theme ? db.themes.put(theme) : db.themes.delete(record.id));
  } else if (record.kind === 'profile') {
    const profile = profileOf(record);
    await (profile ? db.profiles.put(profile) : db.profiles.delete(record.id));
  }
}
