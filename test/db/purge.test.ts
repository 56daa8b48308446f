/** What goes of brands, themes and pictures once their days in the trash are over, and that no copy brings it back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTrashed } from '../../lib/core/mergeable.ts';
import { saveBrand, trashBrand } from '../../lib/db/brands.ts';
import { change, inTransaction, undo } from '../../lib/db/change.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { picturesOf } from '../../lib/db/evidence.ts';
import { pageOfActions } from '../../lib/db/find-actions.ts';
import { trashDays } from '../../lib/db/find-trash.ts';
import { addPicture, trashPicture } from '../../lib/db/pictures.ts';
import { purgePictures } from '../../lib/db/purge.ts';
import { rebuild, resume } from '../../lib/db/rebuild.ts';
import { saveRule, trashRule } from '../../lib/db/rules.ts';
import type { Store } from '../../lib/db/store.ts';
import { tagClip } from '../../lib/db/tags.ts';
import { purgeTrash, restore } from '../../lib/db/trash.ts';
import { bundleOf, takeFrom } from './bundle-of.ts';
import { draft, dump, freshStore } from './store.ts';

const day = 86_400_000;
const now = new Date('2026-06-30T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * day);
const none = { aliases: [], handles: [], must: [], mustNot: [] };
const save = (store: Store, nativeId: string) =>
  saveClip(store, { draft: draft({ nativeId, text: `The words of ${nativeId}`, url: null }), brands: [], judgement: null }, ago(100));

/** A store with a brand and a theme that a clip was judged for, renamed once, and put away. */
async function withNamesAway(store: Store, at: Date) {
  const { id } = await save(store, '1');
  const made = await saveBrand(store, { ...none, name: 'Kestrin', kind: 'competitor', aliases: ['kestrin mini'], must: ['grinder'] }, ago(99));
  const renamed = await saveBrand(store, { ...made.brand, name: 'Kestrin Works', handles: ['x:kestrin'], must: [] }, ago(98));
  const tagged = await tagClip(store, 'clip:x:1', { brand: made.brand.id, quadrant: 'weakness', theme: 'Spare parts' }, ago(97));
  const theme = (await store.db.themes.toCollection().first())!;
  const backups = [await bundleOf(store)];
  const away = await trashBrand(store, made.brand.id, at);
  await inTransaction(store, () => change(store, at, theme.id, 'theme', { trashed: true }));
  backups.push(await bundleOf(store));
  return { brand: made.brand.id, theme: theme.id, backups, actions: [id, made.action.id, renamed.action.id, tagged.id, away.id] };
}
const words = /kestrin|grinder|spare parts/i;

test('30 days later their names and words are gone, here and in the history, and no copy brings them back; the clips stay as they were judged', async () => {
  const store = await freshStore();
  const { brand, theme, backups } = await withNamesAway(store, ago(trashDays + 1));
  const clips = await store.db.clips.toArray();
  expect(JSON.stringify(await dump(store))).toMatch(words);
  expect(await purgeTrash(store, ago(2))).toBe(0);
  expect(await purgeTrash(store, now)).toBe(2);
  for (const backup of [null, ...backups]) {
    if (backup) await takeFrom(store, backup);
    expect(JSON.stringify(await dump(store))).not.toMatch(words);
    expect(await store.db.clips.toArray()).toEqual(clips);
    expect([await store.db.brands.count(), await store.db.themes.count(), await store.db.trash.count()]).toEqual([0, 0, 0]);
    for (const id of [brand, theme]) expect((await store.db.records.get(id))!.d).not.toEqual({});
    const kept = await dump(store);
    await rebuild(store);
    expect(await dump(store)).toEqual(kept);
  }
  expect(await purgeTrash(store, now)).toBe(0);
  const { entries } = await pageOfActions(store, 20);
  expect(entries.filter(({ action }) => action.name === 'purge').map(({ action: { purged, count } }) => [purged, count])).toEqual([
    ['theme', 1],
    ['brand', 1],
  ]);
  // What was done to the brand is still told, and cannot be taken back.
  expect(entries.filter(({ action }) => action.name === 'brand').map(({ canUndo, name }) => [canUndo, name])).toEqual(Array(3).fill([false, null]));
});

test('an older backup on a new computer, then one from after the purge: nothing of it is left there', async () => {
  const [old, fresh] = [await freshStore(), await freshStore('b2')];
  const { backups } = await withNamesAway(old, ago(trashDays + 1));
  await purgeTrash(old, now);
  await takeFrom(fresh, backups[0]!);
  expect(await fresh.db.brands.count()).toBe(1);
  await takeFrom(fresh, await bundleOf(old));
  expect(JSON.stringify(await dump(fresh))).not.toMatch(words);
});

test('taking older edits back after that neither throws nor brings an empty brand back, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }), fc.boolean(), async (order, again) => {
      const store = await freshStore();
      const { actions, brand, theme } = await withNamesAway(store, ago(trashDays + 1));
      // Of the edits taken back before the purge the history holds words too.
      if (again) await undo(store, actions[2]!, ago(trashDays + 5));
      expect(await purgeTrash(store, now)).toBe(2);
      const done: string[] = [];
      for (const index of order) done.push((await undo(store, actions[index]!, now)).id);
      for (const id of done) await undo(store, id, now);
      expect([await store.db.brands.count(), await store.db.trash.filter(({ kind }) => kind !== 'clip').count()]).toEqual([0, 0]);
      expect((await store.db.records.bulkGet([brand, theme])).map((record) => isTrashed(record!))).toEqual([true, true]);
      expect(JSON.stringify(await dump(store))).not.toMatch(words);
      const kept = await dump(store);
      await rebuild(store);
      expect(await dump(store)).toEqual(kept);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test.each(['restore', 'undo'])(
  'a brand that was brought back by %s on one computer stays whole where another one purges it meanwhile',
  async (how) => {
    const [mine, yours] = [await freshStore(), await freshStore('b2')];
    const { brand, backups, actions } = await withNamesAway(mine, ago(trashDays + 1));
    await takeFrom(yours, backups[1]!);
    const whole = await mine.db.records.get(brand);
    await purgeTrash(mine, now);
    await (how === 'restore' ? restore(yours, brand as `brand:${string}`, ago(2)) : undo(yours, actions[4]!, ago(2)));
    const [ours] = await yours.db.brands.toArray();
    expect(ours).toMatchObject({ name: 'Kestrin Works', aliases: ['kestrin mini'], handles: ['x:kestrin'] });
    expect(whole).toBeDefined();
    await takeFrom(mine, await bundleOf(yours));
    await takeFrom(yours, await bundleOf(mine));
    for (const store of [mine, yours]) expect(await store.db.brands.toArray()).toEqual([ours]);
  },
);

test('of a purged brand that somebody edited who had not seen that, what is left without a name is shown nowhere and breaks nothing', async () => {
  const [mine, yours] = [await freshStore(), await freshStore('b2')];
  const { brand, backups, actions } = await withNamesAway(mine, ago(trashDays + 1));
  await takeFrom(yours, backups[0]!);
  await inTransaction(yours, () => change(yours, ago(50), brand, 'brand', { add: { handles: ['bluesky:other'] } }));
  await purgeTrash(mine, now);
  await takeFrom(mine, await bundleOf(yours));
  expect(isTrashed((await mine.db.records.get(brand))!)).toBe(false);
  await undo(mine, actions[2]!, now);
  expect([await mine.db.brands.count(), await mine.db.trash.count()]).toEqual([0, 0]);
  await takeFrom(yours, await bundleOf(mine));
  const both = await Promise.all([mine, yours].map(({ db }) => db.records.get(brand)));
  expect(both[0]).toEqual(both[1]);
  await saveBrand(mine, { ...none, id: brand, name: 'Kestrin', kind: 'competitor' }, now);
  expect(await mine.db.brands.toArray()).toMatchObject([{ name: 'Kestrin' }]);
});

test('a brand of a purged name is a new one, and a theme of it is itself again', async () => {
  const store = await freshStore();
  const { theme } = await withNamesAway(store, ago(trashDays + 1));
  await purgeTrash(store, now);
  const { brand } = await saveBrand(store, { ...none, name: 'Kestrin', kind: 'competitor' }, now);
  await tagClip(store, 'clip:x:1', { brand: brand.id, quadrant: 'threat', theme: 'Spare parts' }, now);
  expect(await store.db.themes.toArray()).toMatchObject([{ id: theme, name: 'Spare parts' }]);
  expect(await store.db.brands.toArray()).toEqual([brand]);
});

test('a rule goes with its name and query too', async () => {
  const store = await freshStore();
  const said = { query: 'grinder', brand: null, quadrant: null, theme: '', priority: 1, mode: 'propose', enabled: true } as const;
  const { rule } = await saveRule(store, { ...said, name: 'Kestrin' }, ago(99));
  await saveRule(store, { ...said, id: rule.id, query: 'grinder died', name: 'Kestrin, broken' }, ago(98));
  const backup = await bundleOf(store);
  await trashRule(store, rule.id, ago(trashDays + 1));
  expect(await purgeTrash(store, now)).toBe(1);
  for (const again of [false, true]) {
    if (again) await takeFrom(store, backup);
    expect(JSON.stringify(await dump(store))).not.toMatch(words);
  }
});

test('a brand whose record was spoilt keeps no backup from being taken in', async () => {
  const store = await freshStore();
  const { brand } = await withNamesAway(store, ago(1));
  await store.db.records.update(brand, { d: null as never });
  await store.db.workspace.update(store.workspace.id, { uncounted: true });
  await resume(store);
  expect(await store.db.clips.count()).toBe(1);
});

test('of a picture that was taken away the bytes go 30 days later and the mark stays; an older backup brings none back for good', async () => {
  const store = await freshStore();
  const { id: action } = await save(store, '1');
  const { id: other } = await save(store, '2');
  const picture = { at: now.toISOString(), bytes: Uint8Array.of(1), type: 'image/webp', width: 1, height: 1, partial: false } as const;
  for (const id of ['old', 'lately', 'kept']) await addPicture(store, action, { ...picture, id });
  await addPicture(store, other, { ...picture, id: 'undated' });
  const backup = await bundleOf(store);
  const away = await trashPicture(store, 'old', ago(trashDays + 1));
  await trashPicture(store, 'lately', ago(trashDays - 1));
  await trashPicture(store, 'undated', ago(400));
  await store.db.records.update('clip:x:2', { m: {} });
  const left = async () => (await store.db.pictures.toCollection().primaryKeys()).sort();
  for (const _ of ['first', 'after the backup']) {
    expect(await purgePictures(store, now)).toBe(1);
    expect(await left()).toEqual(['kept', 'lately', 'undated']);
    const clip = (await store.db.clips.get('clip:x:1'))!;
    expect((await picturesOf(store, clip)).map(({ id }) => id)).toEqual(['kept']);
    await takeFrom(store, backup);
    expect(await left()).toEqual(['kept', 'lately', 'old', 'undated']);
  }
  expect(await purgePictures(store, now)).toBe(1);
  expect(await purgePictures(store, now)).toBe(0);
  const { entries } = await pageOfActions(store, 20);
  expect(entries.filter(({ action: { purged } }) => purged === 'picture')).toHaveLength(3);
  const canUndo = (id: string) => entries.find((entry) => entry.action.id === id)!.canUndo;
  expect(canUndo(away.id)).toBe(false);
  expect(entries.filter(({ action: { name } }) => name === 'picture').map((entry) => entry.canUndo)).toEqual([true, false, true]);
});
