/** Proves rows, counters and search words: computes them anew from the records and compares, without writing. */
import { canonical } from '../core/canonical.ts';
import { isEmpty } from '../core/cells.ts';
import { elements, isTrashed, value } from '../core/mergeable.ts';
import type { Clip } from '../core/records.ts';
import { statementOf } from '../core/statements.ts';
import { wordEntries } from '../core/word-index.ts';
import { type Broken, brokenRows, mostBroken, truthNames } from './broken.ts';
import { joinedIds, readRow } from './project.ts';
import { brandOf, profileOf, themeOf } from './readable.ts';
import { clipRow, isReadable } from './readable-clip.ts';
import { Cells, partsOf } from './rebuild.ts';
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

/** Grows with every command; that something was written is told by nothing else. */
const writes = async ({ db }: Store): Promise<string> =>
  (await Promise.all([db.actions.count(), db.captures.count(), db.snapshots.count(), db.tags.count(), db.records.count()])).join();

/** Rows of the clips whose ids, ascending, are given, as their records give them. */
async function computedRows(store: Store, ids: string[]): Promise<Map<string, Clip>> {
  const rows = (await partsOf(store, ids)).flatMap((parts) => clipRow(parts, store.workspace.timeZone) ?? []);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Ids that were joined with others: computed together, not each by itself. */
async function joined({ db }: Store): Promise<Set<string>> {
  const same = await db.records.where('kind').equals('same').toArray();
  return new Set(
    same
      .filter((record) => isReadable(record) && !isTrashed(record) && value(record, 'joined') === true)
      .flatMap((record) => elements(record, 'clips')),
  );
}

const different = (stored: Map<string, unknown>, computed: Map<string, unknown>): number => {
  const keys = new Set([...stored.keys(), ...computed.keys()]);
  return [...keys].filter((key) => canonical(stored.get(key) ?? null) !== canonical(computed.get(key) ?? null)).length;
};

async function wrongCells(store: Store, cells: Cells): Promise<Record<string, number>> {
  const { db } = store;
  const keyed = (rows: { brand: string; day: string }[]) => new Map(rows.map((row) => [`${row.brand}|${row.day}`, row]));
  const themes = [...cells.themes.values()].filter((cell) => !isEmpty(cell));
  return {
    dayCells: different(keyed(await db.dayCells.toArray()), keyed([...cells.days.values()])),
    themeCells: different(keyed(await db.themeCells.toArray()), keyed(themes)),
    authorCells: different(keyed(await db.authorCells.toArray()), keyed([...cells.authors.values()])),
    postCells: different(keyed(await db.postCells.toArray()), keyed([...cells.posts.values()])),
  };
}

async function wrongNames({ db }: Store): Promise<Record<string, number>> {
  const byId = (rows: ({ id: string } | null)[]) => new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const records = (kind: string) => db.records.where('kind').equals(kind).toArray();
  return {
    brands: different(byId(await db.brands.toArray()), byId((await records('brand')).map(brandOf))),
    themes: different(byId(await db.themes.toArray()), byId((await records('theme')).map(themeOf))),
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
  const apart = await joined(store);
  const ids = ((await db.records.where('kind').equals('clip').primaryKeys()) as string[]).sort();
  const sizes = await Promise.all(truthNames.map((name) => db.table(name).count()));
  const checked: Checked = { done: 0, total: ids.length + sizes.reduce((a, b) => a + b, 0), wrong: {}, broken: [], moved: false };
  const add = (found: Record<string, number>) => {
    for (const [table, count] of Object.entries(found)) if (count > 0) checked.wrong[table] = (checked.wrong[table] ?? 0) + count;
  };
  const now = (rows: number): Checked => {
    checked.done = Math.min(checked.total, checked.done + rows);
    return { ...checked, wrong: { ...checked.wrong }, broken: [...checked.broken] };
  };

  const cells = new Cells();
  for (let at = 0; at < ids.length; at += chunkSize) {
    const chunk = ids.slice(at, at + chunkSize);
    await db.transaction('r', db.tables, async () => {
      const computed = await computedRows(store, chunk);
      for (const id of chunk) {
        if (!apart.has(id)) continue;
        computed.delete(id);
        const together = await joinedIds(store, id);
        const row = together[0] === id ? await readRow(store, together) : null;
        if (row) computed.set(id, row);
      }
      for (const row of computed.values()) cells.add(row);
      const stored = (await db.clips.bulkGet(chunk)).flatMap((row) => (row ? [[row.id, row] as const] : []));
      const search = (await db.search.bulkGet(chunk)).flatMap((row) => (row ? [[row.id, row] as const] : []));
      const words = [...computed.values()].map((row) => [row.id, { id: row.id, words: wordEntries(row) }] as const);
      add({ clips: different(new Map(stored), computed), search: different(new Map(search), new Map(words)) });
    });
    yield now(chunk.length);
  }
  const known = new Set(ids);
  add({ clips: ((await db.clips.toCollection().primaryKeys()) as string[]).filter((id) => !known.has(id)).length });
  add(await wrongCells(store, cells));
  add(await wrongNames(store));
  for (const name of truthNames)
    for await (const { read, broken } of brokenRows(store, name)) {
      checked.broken.push(...broken.slice(0, mostBroken - checked.broken.length));
      yield now(read);
    }
  checked.moved = (await writes(store)) !== begun;
  checked.done = checked.total;
  yield now(0);
}
