import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { parseQuery } from '../../lib/core/query/parse.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { openWorkspaceDb } from '../../lib/db/database.ts';
import { findClips } from '../../lib/db/find-clips.ts';
import { resume } from '../../lib/db/rebuild.ts';
import { tagClip } from '../../lib/db/tags.ts';
import { themeId } from '../../lib/db/themes.ts';
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

test.each([
  [3, 'recounting'],
  [4, 'recounting'],
  [4, 'importing'],
])('a database of version %i, left while %s, is counted anew with what it did not count', async (version, left) => {
  const store = await freshStore();
  const judged = (quadrant: 'weakness' | 'strength', theme?: string) => ({ brand: 'brand:1', quadrant, ...(theme && { theme }), quote: '' });
  for (const [index, text] of ['Lama sekali', 'Cepat', 'Bagus', 'Rusak', 'Mahal'].entries()) {
    const at = new Date(Date.UTC(2026, 4, 20 + (index % 3)));
    const said = draft({ nativeId: `${index}`, url: null, text, platform: index % 2 ? 'reddit' : 'x' });
    const { clip } = await saveClip(store, { draft: said, brands: [], judgement: judged(index < 3 ? 'weakness' : 'strength', 'price') }, at);
    if (index % 2 === 0) await tagClip(store, clip!, judged('weakness', 'delivery'), at);
  }
  const now = await dump(store);
  const price = themeId('price');
  expect(now['jointCells']).toMatchObject([{ levels: [`strength|${price}`, `weakness|${price}`, `weakness|${themeId('delivery')}`].sort() }]);

  const old = new Dexie(`lp-left-at-${version}`);
  for (const [index, { stores }] of versions.slice(0, version).entries()) old.version(index + 1).stores(stores);
  await old.open();
  const tables = new Set(old.tables.map(({ name }) => name));
  for (const [name, rows] of Object.entries(now)) if (tables.has(name)) await old.table(name).bulkPut(rows);
  // As far as it had come; what it had counted is of another kind.
  await old
    .table('workspace')
    .toCollection()
    .modify(left === 'recounting' ? { recount: { of: 'days', after: '2026-05-20', done: 2, total: 5 } } : { uncounted: true });
  if (left === 'importing') await old.table('clips').clear();
  await old
    .table('dayCells')
    .toCollection()
    .modify((row) => {
      row.counts = Uint32Array.from(row.counts);
    });
  old.close();

  const db = openWorkspaceDb(`left-at-${version}`);
  const here = { ...store, db };
  await resume(here);
  expect(await dump(here)).toEqual(now);
  db.close();
  await Dexie.delete(db.name);
});
