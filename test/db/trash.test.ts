import { Dexie } from 'dexie';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { saveBrand, trashBrand } from '../../lib/db/brands.ts';
import { workspaces } from '../../lib/db/catalogue.ts';
import { undo } from '../../lib/db/change.ts';
import { saveClip, trashClip } from '../../lib/db/clips.ts';
import { openWorkspaceDb } from '../../lib/db/database.ts';
import { pageOfActions } from '../../lib/db/find-actions.ts';
import { daysLeft, trashDays, trashOf } from '../../lib/db/find-trash.ts';
import { addPicture, trashPicture } from '../../lib/db/pictures.ts';
import { rebuild } from '../../lib/db/rebuild.ts';
import type { Store } from '../../lib/db/store.ts';
import { tagClip } from '../../lib/db/tags.ts';
import { purgeTrash, restore, restoreAll } from '../../lib/db/trash.ts';
import { keepUp } from '../../lib/db/upkeep.ts';
import { createWorkspace, deleteWorkspace, editWorkspace } from '../../lib/db/workspaces.ts';
import { bundleOf, takeFrom } from './bundle-of.ts';
import { draft, dump, freshStore } from './store.ts';

const day = 86_400_000;
const now = new Date('2026-06-30T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * day);
const save = (store: Store, nativeId: string, at = ago(100), text = `The words of ${nativeId}`) =>
  saveClip(store, { draft: draft({ nativeId, text, url: null }), brands: [], judgement: null }, at);

test('a deleted clip is listed with its words and days, and comes back whole', async () => {
  const store = await freshStore();
  await save(store, '1');
  const before = await store.db.clips.toArray();
  await trashClip(store, 'clip:x:1', ago(10));
  const rows = await trashOf(store, 10);
  expect(rows).toHaveLength(1);
  expect(await store.db.trash.count()).toBe(1);
  expect(rows[0]).toMatchObject({ id: 'clip:x:1', trashedAt: ago(10).toISOString(), draft: { text: 'The words of 1' } });
  expect(daysLeft(rows[0]!, now)).toBe(20);
  await restore(store, 'clip:x:1', now);
  expect(await store.db.clips.toArray()).toEqual(before);
  expect(await store.db.trash.count()).toBe(0);
});

const none = { aliases: [], handles: [], must: [], mustNot: [] };

test('brands and themes lie there too, by name, and come back', async () => {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { ...none, name: 'Kestrin', kind: 'competitor', aliases: ['kestrin mini'] });
  await trashBrand(store, brand.id, ago(10));
  const rows = await trashOf(store, 10);
  expect(rows).toMatchObject([{ kind: 'brand', name: 'Kestrin' }]);
  expect(daysLeft(rows[0]!, now)).toBe(20);
  expect(await purgeTrash(store, now)).toBe(0);
  await restoreAll(store);
  expect(await store.db.brands.toArray()).toEqual([brand]);
  expect(daysLeft({ trashedAt: '' }, now)).toBeNull();
});

test('two records that were joined into one clip are deleted, listed and restored as one', async () => {
  const store = await freshStore();
  const text = 'Same post, met twice, the first time cut short before its eightieth letter';
  const bare = draft({ platform: 'linkedin', url: null, nativeId: null, text });
  const full = draft({ platform: 'linkedin', nativeId: '7', text: `${text}, and then its whole long text` });
  for (const one of [bare, full, { ...full, text }]) await saveClip(store, { draft: one, brands: [], judgement: null });
  expect(await store.db.clips.count()).toBe(1);
  const { id } = (await store.db.clips.toCollection().first())!;
  const { id: action } = await trashClip(store, id);
  expect([await store.db.clips.count(), await store.db.trash.count()]).toEqual([0, 1]);
  const kept = await dump(store);
  await rebuild(store);
  expect(await dump(store)).toEqual(kept);
  await undo(store, action);
  expect([await store.db.clips.count(), await store.db.trash.count()]).toEqual([1, 0]);
});

test('30 days later the content is gone for good and the mark stays, also where an older backup brings the content again', async () => {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Kestrin', kind: 'competitor', aliases: [], handles: [], must: [], mustNot: [] });
  const { id } = await save(store, '1');
  await tagClip(store, 'clip:x:1', { brand: brand.id, quadrant: 'weakness', quote: 'words of 1' });
  const picture = { id: 'p1', at: now.toISOString(), bytes: Uint8Array.of(1), type: 'image/webp', width: 1, height: 1, partial: false } as const;
  await addPicture(store, id, picture);
  const backup = await bundleOf(store);
  const trashed = await trashClip(store, 'clip:x:1', ago(trashDays + 1));
  expect(await purgeTrash(store, ago(2))).toBe(0);
  for (const _ of ['first', 'after the backup']) {
    expect(await purgeTrash(store, now)).toBe(1);
    expect(JSON.stringify(await dump(store))).not.toContain('ords of 1');
    expect([await store.db.pictures.count(), await store.db.snapshots.count(), await store.db.trash.count()]).toEqual([0, 0, 0]);
    expect((await store.db.records.get('clip:x:1'))!.d).not.toEqual({});
    await takeFrom(store, backup);
    expect(await store.db.clips.count()).toBe(0);
  }
  await purgeTrash(store, now);
  const { entries } = await pageOfActions(store, 20);
  expect(entries.filter(({ action }) => action.name === 'purge').map(({ action }) => action.count)).toEqual([1, 1, 1]);
  expect(entries.find(({ action }) => action.id === trashed.id)!.canUndo).toBe(false);
});

test('a purge never touches what is not in the trash, or not long enough', async () => {
  const post = fc.record({ trashedAgo: fc.option(fc.integer({ min: 0, max: 60 })), restored: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(post, { minLength: 1, maxLength: 8 }), async (posts) => {
      const store = await freshStore();
      for (const [index, { trashedAgo, restored }] of posts.entries()) {
        await save(store, `${index}`);
        if (trashedAgo === null) continue;
        await trashClip(store, `clip:x:${index}`, ago(trashedAgo));
        if (restored) await restore(store, `clip:x:${index}`, ago(trashedAgo));
      }
      const shown = await store.db.clips.toArray();
      await purgeTrash(store, now);
      expect(await store.db.clips.toArray()).toEqual(shown);
      const goes = ({ trashedAgo, restored }: (typeof posts)[number]) => trashedAgo !== null && trashedAgo > trashDays && !restored;
      const left = new Set((await store.db.captures.toArray()).map(({ clip }) => clip));
      expect(posts.map((_, index) => left.has(`clip:x:${index}`))).toEqual(posts.map((one) => !goes(one)));
      const kept = await dump(store);
      await rebuild(store);
      expect(await dump(store)).toEqual(kept);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('the daily round purges every workspace, in use or not, and makes none that was deleted anew', async () => {
  const [one, other, deleted] = [await createWorkspace('One'), await createWorkspace('Other'), await createWorkspace('Deleted')];
  for (const workspace of [one, other]) {
    const db = openWorkspaceDb(workspace.id);
    const store = { db, workspace, actor: 'a1' };
    await save(store, '1');
    await save(store, '2');
    await trashClip(store, 'clip:x:1', ago(40));
    await trashClip(store, 'clip:x:2', ago(4));
    const { id } = await save(store, '3');
    const picture = { id: 'p1', at: now.toISOString(), bytes: Uint8Array.of(1), type: 'image/webp', width: 1, height: 1, partial: false } as const;
    await addPicture(store, id, picture);
    await trashPicture(store, 'p1', ago(40));
    db.close();
  }
  await Dexie.delete(`lp-${deleted.id}`);
  expect(await keepUp('a1', now)).toBe(4);
  expect(await keepUp('a1', now)).toBe(0);
  expect(await Dexie.exists(`lp-$deleted.id`)).toBe(false);
  for (const { id } of [one, other, deleted]) await deleteWorkspace(id);
});

test('a workspace is renamed here and in the list, and keeps what else it is', async () => {
  const made = await createWorkspace('One');
  await editWorkspace(made.id, { retention: { months: 12, act: 'delete' } });
  const renamed = await editWorkspace(made.id, { name: '  Two ' });
  expect(renamed).toEqual({ ...made, name: 'Two', retention: { months: 12, act: 'delete' } });
  expect((await workspaces()).find(({ id }) => id === made.id)).toEqual(renamed);
  expect(await editWorkspace(made.id, { retention: null })).toEqual({ ...made, name: 'Two' });
  await expect(editWorkspace(made.id, { name: ' ' })).rejects.toThrow();
  await deleteWorkspace(made.id);
});
