/** Databases that earlier versions left open with today's code, whole. */
import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { saveBrand, trashBrand } from '../../lib/db/brands.ts';
import { saveClip, trashClip } from '../../lib/db/clips.ts';
import { openWorkspaceDb } from '../../lib/db/database.ts';
import { addPicture } from '../../lib/db/pictures.ts';
import { draft, freshStore } from './store.ts';

test('version 1, of before there were pictures and hashes', async () => {
  const from = await freshStore();
  await saveClip(from, { draft: draft(), brands: ['b1'], judgement: null });
  await saveClip(from, { draft: draft({ nativeId: '2', url: null }), brands: [], judgement: null });
  await trashClip(from, 'clip:x:2');
  const { brand } = await saveBrand(from, { name: 'Kestrin', kind: 'competitor', aliases: [], handles: [], must: [], mustNot: [] });
  await trashBrand(from, brand.id);
  const old = new Dexie('lp-left-at-1');
  old.version(1).stores({
    records: 'id, kind',
    captures: 'id, clip',
    snapshots: 'id, clip',
    tags: 'id, clip',
    actions: 'id',
    workspace: 'id',
    clips: 'id, *keys, clippedAt, day, lang, [inbox+clippedAt], *facets',
    brands: 'id',
    themes: 'id',
    search: 'id, *words',
    dayCells: '[brand+day]',
    themeCells: '[brand+day]',
    authorCells: '[brand+day]',
  });
  for (const { name } of old.tables) await old.table(name).bulkAdd(await from.db.table(name).toArray());
  await old.table('captures').toCollection().modify({ hash: undefined });
  old.close();

  const db = openWorkspaceDb('left-at-1');
  onTestFinished(async () => {
    db.close();
    await Dexie.delete(db.name);
  });
  expect(await db.clips.toArray()).toEqual(await from.db.clips.toArray());
  expect(await db.postCells.toArray()).toEqual(await from.db.postCells.toArray());
  expect(await db.postCells.count()).toBe(1);
  const store = { ...from, db };
  // What had been deleted is listed, as it would be today.
  expect(await db.trash.toArray()).toEqual(await from.db.trash.toArray());
  expect(await db.trash.count()).toBe(2);
  const again = await saveClip(store, { draft: draft(), brands: [], judgement: null });
  expect(again.already).toBe(true);
  const picture = {
    id: 'p1',
    at: '2026-05-21T10:00:00.000Z',
    bytes: Uint8Array.of(1),
    type: 'image/webp',
    width: 1,
    height: 1,
    partial: false,
  } as const;
  expect(await addPicture(store, again.id, picture)).toBe(true);
});
