import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { parseQuery } from '../../lib/core/query/parse.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { openWorkspaceDb } from '../../lib/db/database.ts';
import { findClips } from '../../lib/db/find-clips.ts';
import { resume } from '../../lib/db/rebuild.ts';
import first from '../../lib/db/versions/1.ts';
import { versions } from '../../lib/db/versions/index.ts';
import { draft, dump, freshStore } from './store.ts';

const version1: Record<string, string> = first.stores;

test('a database of version 1 is counted and indexed anew, and loses nothing', async () => {
  const store = await freshStore();
  await saveClip(store, { draft: draft({ text: 'Mesinnya rusak' }), brands: [], judgement: null }, new Date('2026-05-22T10:00:00Z'));
  await saveClip(store, { draft: draft({ text: 'Mesinnya sudah bagus' }), brands: ['brand:1'], judgement: null }, new Date('2026-05-23T10:00:00Z'));
  const now = await dump(store);
  expect(now['postCells']).toMatchObject([{ posts: ['x|text|12|3|||0|9|@jonas'] }]);

  const old = new Dexie('lp-left-at-1');
  old.version(1).stores(version1);
  for (const [name, rows] of Object.entries(now)) if (name in version1) await old.table(name).bulkPut(rows);
  await old
    .table('search')
    .toCollection()
    .modify({ words: ['mesinnya', 'rusak'] });
  await old
    .table('clips')
    .toCollection()
    .modify((row) => {
      delete row.edited;
      delete row.hour;
    });
  old.close();

  const db = openWorkspaceDb('left-at-1');
  await resume({ ...store, db });
  expect(await dump({ ...store, db })).toEqual(now);
  expect((await findClips({ ...store, db }, parseQuery('mesin is:edited').query, { limit: 5 })).clips).toHaveLength(1);
  db.close();
  await Dexie.delete(db.name);
});

test('who spoke is divided by network, as a recount would have it', async () => {
  const store = await freshStore();
  const texts = ['Lama sekali', 'Cepat', 'Bagus', 'Rusak', 'Mahal'];
  for (const [index, text] of texts.entries()) {
    const from = {
      metrics: { ...draft().metrics, likes: 200 * index - 100 },
      platform: index % 2 ? 'reddit' : 'x',
      author: { name: null, handle: `ana${index % 3}` },
    } as const;
    const [theme] = ['delivery', 'price'].filter((_, nth) => nth === index % 3);
    await saveClip(
      store,
      {
        draft: draft({ ...from, text }),
        brands: [],
        judgement: { brand: 'brand:1', quadrant: index < 3 ? 'weakness' : 'strength', theme, quote: '' },
      },
      new Date(Date.UTC(2026, 4, 20 + (index % 3))),
    );
  }
  const now = await dump(store);
  const cells = await store.db.voiceCells.toArray();
  expect(new Set(cells.map(({ platform }) => platform))).toEqual(new Set(['x', 'reddit']));

  // As version 3 had it: all networks of a brand and seven days in one row, an author's number before each entry.
  const before = [...Map.groupBy(cells, ({ brand, day }) => `${brand} ${day}`).values()].map((some) => {
    const keys = some.flatMap((cell) => cell.keys.map((key) => `${cell.platform}|${key}`)).sort();
    const entries = some.flatMap((cell) => {
      let at = 0;
      return [...cell.authors].flatMap((author, index) =>
        Array.from({ length: cell.spoke[index]! }, () => {
          const level = keys.indexOf(`${cell.platform}|${cell.keys[cell.levels[at]!]}`);
          return { author, level, halves: [...cell.halves.subarray(7 * at, 7 * ++at)] };
        }),
      );
    });
    entries.sort((a, b) => a.author - b.author || a.level - b.level);
    return {
      ...{ brand: some[0]!.brand, day: some[0]!.day, keys },
      authors: Float64Array.from(entries, ({ author }) => author),
      levels: Uint16Array.from(entries, ({ level }) => level),
      halves: Uint16Array.from(entries.flatMap(({ halves }) => halves)),
    };
  });
  const old = new Dexie('lp-left-at-3');
  for (const [index, { stores }] of versions.slice(0, 3).entries()) old.version(index + 1).stores(stores);
  const later = ['voiceCells', 'voiceWeeks', 'recentWords'];
  for (const [name, rows] of Object.entries(now)) if (!later.includes(name)) await old.table(name).bulkPut(rows);
  for (const name of ['dayCells', 'themeCells', 'valueCells'])
    await old
      .table(name)
      .toCollection()
      .modify((row) => {
        row.counts = Uint32Array.from(row.counts);
        if (name === 'valueCells') row.keys = [...row.keys];
      });
  await old.table('authorCells').bulkPut(before);
  old.close();

  const db = openWorkspaceDb('left-at-3');
  expect(await dump({ ...store, db })).toEqual(now);
  db.close();
  await Dexie.delete(db.name);
});
