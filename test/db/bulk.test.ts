import { expect, test } from 'vitest';
import { saveBrand } from '../../lib/db/brands.ts';
import { changeClips, trashClips } from '../../lib/db/bulk.ts';
import { undoBatch } from '../../lib/db/change.ts';
import { saveClip, trashClip } from '../../lib/db/clips.ts';
import { pageOfActions } from '../../lib/db/find-actions.ts';
import { draft, freshStore } from './store.ts';

const at = new Date('2026-05-22T10:00:00Z');

async function filled(clips: number) {
  const store = await freshStore();
  const input = { kind: 'own' as const, aliases: [], handles: [], must: [], mustNot: [] };
  const { brand } = await saveBrand(store, { ...input, name: 'Arvelle' }, at);
  for (let index = 1; index <= clips; index += 1)
    await saveClip(store, { draft: draft({ nativeId: `${index}`, text: `Post ${index}` }), brands: [], judgement: null }, at);
  const ids = (await store.db.clips.toCollection().primaryKeys()) as string[];
  return { store, brand: brand.id, ids };
}

test('several clips are changed in everything that is said, as one entry of the history, and taken back as one', async () => {
  const { store, brand, ids } = await filled(3);
  const before = await store.db.clips.toArray();
  const done = await changeClips(
    store,
    ids,
    { state: 'actioned', priority: 3, owner: ' Ann Lind ', judgement: { brand, quadrant: 'weakness', theme: 'Parts', factor: 'offer' } },
    at,
  );
  expect(done).toHaveLength(3);
  for (const clip of await store.db.clips.toArray())
    expect(clip).toMatchObject({
      state: 'actioned',
      priority: 3,
      owner: 'Ann Lind',
      brands: [brand],
      inbox: 0,
      tags: [{ quadrant: 'weakness', factor: 'offer' }],
    });
  const { entries } = await pageOfActions(store, 10);
  expect(entries[0]).toMatchObject({ total: 3, canUndo: true, action: { name: 'work' } });
  await undoBatch(store, done[0]!.batch!, at);
  expect(await store.db.clips.toArray()).toEqual(before);
});

test.each([
  [{ state: 'archived' }, 'state'],
  [{ priority: null }, 'priority'],
  [{ owner: null }, 'owner'],
  [{ brand: 'b' }, 'about'],
  [{ judgement: { brand: 'b', quadrant: 'threat' } }, 'tag'],
  [{ priority: 1, owner: 'Bo' }, 'work'],
] as const)('%j is called %s', async (what, name) => {
  const { store, ids } = await filled(1);
  const [action] = await changeClips(store, ids, what, at);
  expect(action).toMatchObject({ name });
  expect(action!.batch).toBeUndefined();
});

test('what is gone meanwhile is left out; with none left, or a name too long, nothing happens', async () => {
  const { store, ids } = await filled(2);
  await trashClip(store, ids[0]!, at);
  expect(await changeClips(store, ids, { priority: 1 }, at)).toHaveLength(1);
  const actions = await store.db.actions.count();
  await expect(changeClips(store, [ids[0]!], { priority: 1 }, at)).rejects.toThrow(/no longer here/);
  await expect(changeClips(store, ids, { owner: 'x'.repeat(101) }, at)).rejects.toThrow(/longer than 100/);
  expect(await store.db.actions.count()).toBe(actions);
});

test('several go to the trash and come back as one', async () => {
  const { store, ids } = await filled(3);
  const [first] = await trashClips(store, ids, at);
  expect(await store.db.clips.count()).toBe(0);
  await undoBatch(store, first!.batch!, at);
  expect(await store.db.clips.count()).toBe(3);
});
