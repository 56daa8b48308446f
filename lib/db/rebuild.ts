/** Computes everything the surfaces read anew from the records: the repair command, and the second half of every import. */
import type { EntityTable } from 'dexie';
import {
  applyToAuthors,
  applyToDay,
  applyToPosts,
  applyToThemes,
  emptyAuthorCell,
  emptyDayCell,
  emptyPostCell,
  emptyThemeCell,
  isEmpty,
  sharesOf,
} from '../core/cells.ts';
import type { ClipParts } from '../core/clip-row.ts';
import { elements, isTrashed, value } from '../core/mergeable.ts';
import type { AuthorCell, Clip, DayCell, PostCell, ThemeCell, Trashed } from '../core/records.ts';
import { statementOf } from '../core/statements.ts';
import { wordEntries } from '../core/word-index.ts';
import { inTransaction } from './change.ts';
import { projectClip } from './project.ts';
import { trashedClip, trashedNamed } from './project-trash.ts';
import { brandOf, profileOf, themeOf } from './readable.ts';
import { clipRow, isReadable } from './readable-clip.ts';
import type { Store } from './store.ts';

/** Small enough that long texts take little memory at once. */
const chunkSize = 250;

function* chunks<T>(all: T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += chunkSize) yield all.slice(at, at + chunkSize);
}

/** What the clips whose ids, ascending, are given are made of, each by itself. */
export async function partsOf({ db }: Store, ids: string[]): Promise<ClipParts[]> {
  const of = <T extends { id: string }>(table: EntityTable<T, 'id'>) => table.where('clip').between(ids[0]!, ids.at(-1)!, true, true).toArray();
  const [records, captures, snapshots, tags] = await Promise.all([db.records.bulkGet(ids), of(db.captures), of(db.snapshots), of(db.tags)]);
  const byClip = <T extends { clip: string }>(rows: T[]) => Map.groupBy(rows, ({ clip }) => clip);
  const [capturesOf, snapshotsOf, tagsOf] = [byClip(captures), byClip(snapshots), byClip(tags)];
  return ids.map((id, index) => ({
    ids: [id],
    records: records[index] ? [records[index]] : [],
    captures: capturesOf.get(id) ?? [],
    snapshots: snapshotsOf.get(id) ?? [],
    tags: tagsOf.get(id) ?? [],
  }));
}

/** Rows of such clips: those that are shown, and those in the trash. */
async function rowsOf(store: Store, ids: string[]): Promise<{ shown: Clip[]; trashed: Trashed[] }> {
  const all = await partsOf(store, ids);
  return {
    shown: all.flatMap((parts) => clipRow(parts, store.workspace.timeZone) ?? []),
    trashed: all.flatMap((parts) => (parts.captures.length > 0 && trashedClip(parts.records)) || []),
  };
}

/** Counters, as clips are added to them. */
export class Cells {
  readonly days = new Map<string, DayCell>();
  readonly themes = new Map<string, ThemeCell>();
  readonly authors = new Map<string, AuthorCell>();
  readonly posts = new Map<string, PostCell>();

  add(clip: Clip): void {
    for (const share of sharesOf(clip)) {
      const key = `${share.brand}|${share.day}`;
      const day = this.days.get(key) ?? emptyDayCell(share.brand, share.day);
      const theme = this.themes.get(key) ?? emptyThemeCell(share.brand, share.day);
      const author = this.authors.get(key) ?? emptyAuthorCell(share.brand, share.day);
      const post = this.posts.get(key) ?? emptyPostCell(share.brand, share.day);
      applyToDay(day, share, 1);
      applyToThemes(theme, share, 1);
      applyToAuthors(author, share, 1);
      applyToPosts(post, share, 1);
      this.days.set(key, day);
      this.themes.set(key, theme);
      this.authors.set(key, author);
      this.posts.set(key, post);
    }
  }
}

/** Inside a transaction over all tables. */
export async function rebuildWithin(store: Store): Promise<void> {
  const { db } = store;
  const projections = [
    ...[db.clips, db.search, db.dayCells, db.themeCells, db.authorCells, db.postCells],
    ...[db.brands, db.themes, db.profiles, db.statements, db.trash],
  ];
  for (const table of projections) await table.clear();
  const [brands, themes] = [await db.records.where('kind').equals('brand').toArray(), await db.records.where('kind').equals('theme').toArray()];
  await db.brands.bulkPut(brands.flatMap((record) => brandOf(record) ?? []));
  await db.themes.bulkPut(themes.flatMap((record) => themeOf(record) ?? []));
  await db.trash.bulkPut([...brands, ...themes].flatMap((record) => trashedNamed(record) ?? []));
  await db.profiles.bulkPut((await db.records.where('kind').equals('profile').toArray()).flatMap((record) => profileOf(record) ?? []));
  await db.statements.bulkPut((await db.records.where('kind').equals('statement').toArray()).flatMap((record) => statementOf(record) ?? []));
  const joined = (await db.records.where('kind').equals('same').toArray())
    .filter((record) => isReadable(record) && !isTrashed(record) && value(record, 'joined') === true)
    .flatMap((record) => elements(record, 'clips'));
  const apart = new Set(joined);
  const ids = ((await db.records.where('kind').equals('clip').primaryKeys()) as string[]).filter((id) => !apart.has(id)).sort();
  const cells = new Cells();
  for (const chunk of chunks(ids)) {
    const { shown, trashed } = await rowsOf(store, chunk);
    for (const row of shown) cells.add(row);
    await db.clips.bulkPut(shown);
    await db.trash.bulkPut(trashed);
    await db.search.bulkPut(shown.map((row) => ({ id: row.id, words: wordEntries(row) })));
  }
  if (cells.days.size > 0) {
    await db.dayCells.bulkPut([...cells.days.values()]);
    await db.themeCells.bulkPut([...cells.themes.values()].filter((cell) => !isEmpty(cell)));
    await db.authorCells.bulkPut([...cells.authors.values()]);
    await db.postCells.bulkPut([...cells.posts.values()]);
  }
  for (const id of apart) await projectClip(store, id);
  await db.workspace.update(store.workspace.id, { uncounted: undefined });
}

/** Repairs: recomputes rows, counters and search words from the records, all or nothing. */
export const rebuild = (store: Store): Promise<void> => inTransaction(store, () => rebuildWithin(store));
