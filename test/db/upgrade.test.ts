import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { parseQuery } from '../../lib/core/query/parse.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { openWorkspaceDb } from '../../lib/db/database.ts';
import { findClips } from '../../lib/db/find-clips.ts';
import { resume } from '../../lib/db/rebuild.ts';
import first from '../../lib/db/versions/1.ts';
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
