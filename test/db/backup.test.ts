import { expect, test } from 'vitest';
import { exportWorkspace, importBackup } from '../../lib/db/backup.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { saveClip, setSentiment, trashClip } from '../../lib/db/clips.ts';
import { picturesOf } from '../../lib/db/evidence.ts';
import { addPicture } from '../../lib/db/pictures.ts';
import type { Store } from '../../lib/db/store.ts';
import { tagClip } from '../../lib/db/tags.ts';
import { draft, dump, freshStore } from './store.ts';

async function fill(store: Store) {
  const { brand } = await saveBrand(store, {
    name: 'Arvelle',
    kind: 'own',
    aliases: ['arvele'],
    handles: ['x:arvelle'],
    must: [],
    mustNot: ['street'],
  });
  await saveClip(store, { draft: draft(), brands: [brand.id], judgement: { brand: brand.id, quadrant: 'weakness', theme: 'Parts', quote: 'died' } });
  await saveClip(store, { draft: draft({ nativeId: '2', url: null }), brands: [], judgement: null });
  await saveClip(store, { draft: draft({ nativeId: '3' }), brands: [brand.id], judgement: null });
  const { id } = await saveClip(store, { draft: draft({ nativeId: '3' }), brands: [], judgement: null });
  await addPicture(store, id, {
    id: 'p1',
    at: '2026-05-21T10:00:00.000Z',
    bytes: Uint8Array.from({ length: 150_000 }, (_, at) => (at * 7) % 256),
    type: 'image/webp',
    width: 600,
    height: 400,
    partial: true,
  });
  await setSentiment(store, 'clip:x:3', brand.id, 'positive');
  await trashClip(store, 'clip:x:2');
  return brand.id;
}

/** All but the row that says which workspace this is. */
const content = async (store: Store) => ({ ...(await dump(store)), workspace: [] });

test('export into an empty workspace is identity, and twice is as once', async () => {
  const [from, to] = [await freshStore(), await freshStore('b2')];
  await fill(from);
  const file = JSON.parse(JSON.stringify(await exportWorkspace(from)));
  expect(await importBackup(to, file)).toMatchObject({ refused: [] });
  expect(await content(to)).toEqual(await content(from));
  await importBackup(to, file);
  expect(await content(to)).toEqual(await content(from));
  expect((await picturesOf(to, { keys: ['clip:x:3'] }))[0]?.bytes).toHaveLength(150_000);
});

test('a file of before there were pictures goes in', async () => {
  const [from, to] = [await freshStore(), await freshStore()];
  await fill(from);
  const { pictures: _, ...old } = JSON.parse(JSON.stringify(await exportWorkspace(from)));
  expect(await importBackup(to, old)).toMatchObject({ refused: [] });
  expect(await to.db.captures.count()).toBe(3);
});

test('what two people did apart comes together', async () => {
  const [mine, yours] = [await freshStore('a1'), await freshStore('b2')];
  const brand = await fill(mine);
  await importBackup(yours, await exportWorkspace(mine));
  await tagClip(mine, 'clip:x:3', { brand, quadrant: 'strength' });
  await tagClip(yours, 'clip:x:3', { brand, quadrant: 'threat' });
  await importBackup(mine, await exportWorkspace(yours));
  expect((await mine.db.clips.get('clip:x:3'))!.tags.map(({ quadrant }) => quadrant).sort()).toEqual(['strength', 'threat']);
});

test('a broken record is named, and the others go in', async () => {
  const [from, to] = [await freshStore(), await freshStore()];
  await fill(from);
  const file = JSON.parse(JSON.stringify(await exportWorkspace(from)));
  file.captures[1].draft.url = 'javascript:alert(1)';
  file.tags.push({ quadrant: 'nonsense' });
  file.pictures.push({ ...file.pictures[0], bytes: 'javascript:' }, { ...file.pictures[0], type: 'image/svg+xml' });
  const { refused } = await importBackup(to, file);
  expect(refused).toHaveLength(4);
  expect(refused[0]).toMatch(/^captures\[1\]: .*not a web address/s);
  expect(refused[1]).toMatch(/^tags\[1\]: /);
  expect(refused.slice(2).map((words) => words.slice(0, 11))).toEqual(['pictures[1]', 'pictures[2]']);
  expect(await to.db.tags.count()).toBe(1);
  expect(await to.db.captures.count()).toBe(2);
});

test('a file that is no backup changes nothing and says so', async () => {
  const store = await freshStore();
  await fill(store);
  const before = await dump(store);
  for (const file of [null, 'text', {}, { format: 'other/1' }, { ...(await exportWorkspace(store)), tags: 'none' }])
    await expect(importBackup(store, file)).rejects.toThrow();
  expect(await dump(store)).toEqual(before);
});
