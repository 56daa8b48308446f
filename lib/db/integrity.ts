/** Proves rows, counters, search words and the trash: computes them anew from the records and compares, without writing. */
import { canonical } from '../core/canonical.ts';
import { applyToPosts, emptyPostCell, sharesOf, WeekOfBrand } from '../core/cells.ts';
import type { MergedInto } from '../core/clip-row.ts';
import { addDays } from '../core/day.ts';
import type { Clip, PostCell, RecentWords, Trashed } from '../core/records.ts';
import { statementOf } from '../core/statements.ts';
import { mergedInto } from '../core/themes.ts';
import { weekOf } from '../core/week.ts';
import { postingsOf, searchWords, type Worded } from '../core/word-index.ts';
import { type Broken, brokenRows, mostBroken, truthNames } from './broken.ts';
import { countedTables } from './count.ts';
import { joinedIds, readRow } from './project.ts';
import { trashedClip, trashedNamed } from './project-trash.ts';
import { brandOf, profileOf, themeOf } from './readable.ts';
import { clipRow } from './readable-clip.ts';
import { joinedClips, partsOf } from './rebuild.ts';
import { recentRow } from './recent-words.ts';
import type { Store } from './store.ts';

const chunkSize = 500;

export interface Checked {
  /** Rows looked at so far, and how many there are. */
  done: number;
  total: number;
  /** By table, how many stored rows are not what the records give, are missing, or are there for nothing. */
  wrong: Record<string, number>;
  broken: Broken[];
  /** Something was written meanwhile: what is wrong may be only that. */
  moved: boolean;
}

/** Differs after every command, and after words that waited went into the index; that something was written is told by nothing else. */
const writes = async ({ db }: Store): Promise<string> =>
  (await Promise.all([db.actions, db.captures, db.snapshots, db.tags, db.records, db.recentWords].map((table) => table.count()))).join();

interface Rows {
  shown: Map<string, Clip>;
  trashed: Trashed[];
}

/** Rows of the clips whose ids, ascending, are given, as their records give them; those that were joined with others, together with these. */
async function computedRows(store: Store, ids: string[], apart: ReadonlySet<string>, merges: MergedInto): Promise<Rows> {
  const { db } = store;
  const parts = (await partsOf(store, ids)).parts.filter((one) => !apart.has(one.ids[0]!));
  const shown = parts.flatMap((one) => clipRow(one, store.workspace.timeZone, merges) ?? []);
  const trashed = parts.flatMap(({ records, captures }) => (captures.length > 0 && trashedClip(records)) || []);
  for (const id of ids) {
    if (!apart.has(id)) continue;
    const together = await joinedIds(store, id);
    if (together[0] !== id) continue;
    const row = await readRow(store, together, merges);
    const records = (await db.records.bulkGet(together)).filter((record) => record !== undefined);
    const away = row === null && (await db.captures.where('clip').anyOf(together).count()) > 0 ? trashedClip(records) : null;
    if (row) shown.push(row);
    if (away) trashed.push(away);
  }
  return { shown: new Map(shown.map((row) => [row.id, row])), trashed };
}

const different = (stored: Map<string, unknown>, computed: Map<string, unknown>): number => {
  const keys = new Set([...stored.keys(), ...computed.keys()]);
  return [...keys].filter((key) => canonical(stored.get(key) ?? null) !== canonical(computed.get(key) ?? null)).length;
};

/** The first day after `day` that has clips; null after the last. */
const nextDay = async ({ db }: Store, day: string): Promise<string | null> =>
  (await db.clips.where('[day+clippedAt]').above([day, '\uffff']).first())?.day ?? null;

/** What the counters and the search index hold of seven days, computed from the rows of their clips, by table and key. */
async function computedWeek({ db }: Store, week: string): Promise<{ rows: Record<CountedTable, Map<string, object>>; clips: number }> {
  const weeks = new Map<string, WeekOfBrand>();
  const posts = new Map<string, PostCell>();
  const worded: Worded[] = [];
  const recent = new Map((await db.recentWords.toArray()).map((row) => [row.id, row]));
  const waiting: RecentWords[] = [];
  const range = db.clips.where('[day+clippedAt]').between([week, ''], [addDays(week, 6), '\uffff'], true, true);
  const ids = (await range.primaryKeys()) as string[];
  for (let at = 0; at < ids.length; at += chunkSize) {
    const some = ids.slice(at, at + chunkSize);
    const [clips, searched] = await Promise.all([db.clips.bulkGet(some), db.search.bulkGet(some)]);
    for (const [index, clip] of clips.entries()) {
      if (!clip) continue;
      for (const share of sharesOf(clip)) {
        const { brand, day } = share;
        const opened = weeks.get(brand) ?? new WeekOfBrand(brand, week);
        weeks.set(brand, opened);
        opened.add(share, 1);
        const cell = posts.get(keyOf([brand, day])) ?? emptyPostCell(brand, day);
        posts.set(keyOf([brand, day]), cell);
        applyToPosts(cell, share, 1);
      }
      const one = { row: clip, words: searched[index]?.words ?? [] };
      if (recent.has(clip.id)) waiting.push(recentRow(one));
      else worded.push(one);
    }
  }
  const cells = [...weeks.values()].map((opened) => opened.cells());
  const byKey = (rows: ({ brand: string; day: string } | null)[]) =>
    new Map(rows.flatMap((row) => (row ? [[keyOf([row.brand, row.day]), row]] : [])));
  const byNetwork = (rows: { brand: string; day: string; platform: string }[]) =>
    new Map(rows.map((row) => [keyOf([row.brand, row.day, row.platform]), row]));
  return {
    clips: ids.length,
    rows: {
      dayCells: byKey(cells.map(({ day }) => day)),
      themeCells: byKey(cells.map(({ themes }) => themes)),
      jointCells: byKey(cells.map(({ joint }) => joint)),
      voiceCells: byNetwork(cells.flatMap(({ voices }) => voices)),
      voiceWeeks: byNetwork(cells.flatMap(({ voiceWeeks }) => voiceWeeks)),
      valueCells: new Map(cells.flatMap(({ values }) => values).map((cell) => [keyOf([cell.brand, cell.platform, cell.day]), cell])),
      postCells: posts,
      recentWords: new Map(waiting.map((row) => [JSON.stringify(row.id), row])),
      postings: new Map(postingsOf(worded).map((row) => [keyOf([row.word, row.day]), row])),
    },
  };
}

type CountedTable = (typeof countedTables)[number];
const keyOf = (parts: readonly string[]): string => JSON.stringify(parts);

/** Counters and words of all days, week by week; what no clip accounts for is found by its number at the end. */
async function* wrongCounts(store: Store): AsyncGenerator<{ clips: number; wrong: Record<string, number> }> {
  const { db } = store;
  const accounted = new Map<CountedTable, number>();
  for (let day = await nextDay(store, ''); day !== null; ) {
    const week = weekOf(day);
    yield await db.transaction('r', db.tables, async () => {
      const { rows, clips } = await computedWeek(store, week);
      const wrong: Record<string, number> = {};
      for (const name of countedTables) {
        const computed = [...rows[name]];
        const stored = await db.table(name).bulkGet(computed.map(([key]) => JSON.parse(key)));
        wrong[name] = computed.filter(([, row], index) => canonical(row) !== canonical(stored[index] ?? null)).length;
        accounted.set(name, (accounted.get(name) ?? 0) + stored.filter((row) => row !== undefined).length);
      }
      return { clips, wrong };
    });
    day = await nextDay(store, addDays(week, 6));
  }
  const strays = countedTables.map(async (name) => [name, (await db.table(name).count()) - (accounted.get(name) ?? 0)] as const);
  yield { clips: 0, wrong: Object.fromEntries(await Promise.all(strays)) };
}

/** `trashed` are the clips that lie in the trash. */
async function wrongNames({ db }: Store, trashed: readonly Trashed[]): Promise<Record<string, number>> {
  const byId = (rows: ({ id: string } | null)[]) => new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const records = (kind: string) => db.records.where('kind').equals(kind).toArray();
  const [brands, themes, rules] = [await records('brand'), await records('theme'), await records('rule')];
  return {
    brands: different(byId(await db.brands.toArray()), byId(brands.map(brandOf))),
    themes: different(byId(await db.themes.toArray()), byId(themes.map(themeOf))),
    trash: different(byId(await db.trash.toArray()), byId([...trashed, ...[...brands, ...themes, ...rules].map(trashedNamed)])),
    profiles: different(byId(await db.profiles.toArray()), byId((await records('profile')).map(profileOf))),
    statements: different(byId(await db.statements.toArray()), byId((await records('statement')).map(statementOf))),
  };
}

/**
 * Checks a workspace a chunk at a time, and yields after each: whoever asks may wait before the next, go on later, or stop. Between chunks
 * everybody may write.
 */
export async function* checkIntegrity(store: Store): AsyncGenerator<Checked> {
  const { db } = store;
  const begun = await writes(store);
  const apart = await joinedClips(store);
  const ids = ((await db.records.where('kind').equals('clip').primaryKeys()) as string[]).sort();
  const sizes = await Promise.all(truthNames.map((name) => db.table(name).count()));
  const checked: Checked = { done: 0, total: 2 * ids.length + sizes.reduce((a, b) => a + b, 0), wrong: {}, broken: [], moved: false };
  const add = (found: Record<string, number>) => {
    for (const [table, count] of Object.entries(found)) if (count > 0) checked.wrong[table] = (checked.wrong[table] ?? 0) + count;
  };
  const now = (rows: number): Checked => {
    checked.done = Math.min(checked.total, checked.done + rows);
    return { ...checked, wrong: { ...checked.wrong }, broken: [...checked.broken] };
  };

  const trashed: Trashed[] = [];
  for (let at = 0; at < ids.length; at += chunkSize) {
    const chunk = ids.slice(at, at + chunkSize);
    await db.transaction('r', db.tables, async () => {
      const themes = await db.records.where('kind').equals('theme').toArray();
      const merges = mergedInto(themes.flatMap((record) => themeOf(record) ?? []));
      const { shown: computed, trashed: away } = await computedRows(store, chunk, apart, merges);
      trashed.push(...away);
      const stored = (await db.clips.bulkGet(chunk)).flatMap((row) => (row ? [[row.id, row] as const] : []));
      const search = (await db.search.bulkGet(chunk)).flatMap((row) => (row ? [[row.id, row] as const] : []));
      const words = [...computed.values()].map((row) => [row.id, { id: row.id, words: searchWords(row) }] as const);
      add({ clips: different(new Map(stored), computed), search: different(new Map(search), new Map(words)) });
    });
    yield now(chunk.length);
  }
  const known = new Set(ids);
  add({ clips: ((await db.clips.toCollection().primaryKeys()) as string[]).filter((id) => !known.has(id)).length });
  // Counters are computed from the rows: where these are wrong, a recount is needed anyhow.
  if (Object.keys(checked.wrong).length === 0)
    for await (const { clips, wrong } of wrongCounts(store)) {
      add(wrong);
      yield now(clips);
    }
  add(await wrongNames(store, trashed));
  for (const name of truthNames)
    for await (const { read, broken } of brokenRows(store, name)) {
      checked.broken.push(...broken.slice(0, mostBroken - checked.broken.length));
      yield now(read);
    }
  checked.moved = (await writes(store)) !== begun;
  checked.done = checked.total;
  yield now(0);
}
