import { expect, test } from 'vitest';
import { saveBrand, trashBrand } from '../../lib/db/brands.ts';
import { saveClip, setState, trashClip } from '../../lib/db/clips.ts';
import { type Checked, checkIntegrity } from '../../lib/db/integrity.ts';
import { addPicture } from '../../lib/db/pictures.ts';
import { rebuild } from '../../lib/db/rebuild.ts';
import { indexRecent } from '../../lib/db/recent-words.ts';
import { saveRule, trashRule } from '../../lib/db/rules.ts';
import type { Store } from '../../lib/db/store.ts';
import { draft, dump, freshStore } from './store.ts';

async function check(store: Store): Promise<Checked> {
  let last: Checked | undefined;
  for await (const checked of checkIntegrity(store)) last = checked;
  return last!;
}

async function filled(): Promise<Store> {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
  for (const nativeId of ['1', '2', '3'])
    await saveClip(store, { draft: draft({ nativeId }), brands: [], judgement: { brand: brand.id, quadrant: 'weakness', theme: 'Parts' } });
  // Two clips that turn out to be one, and are joined.
  for (const [nativeId, text] of [
    ['9', 'Its beginning …'],
    [null, 'One post, met twice.'],
    ['9', 'One post, met twice.'],
  ] as const)
    await saveClip(store, { draft: draft({ nativeId, url: null, text }), brands: [brand.id], judgement: null });
  const { id } = await saveClip(store, { draft: draft({ nativeId: '4' }), brands: [], judgement: null });
  const picture = {
    id: 'p1',
    at: '2026-05-21T10:00:00.000Z',
    bytes: Uint8Array.of(1),
    type: 'image/webp',
    width: 1,
    height: 1,
    partial: false,
  } as const;
  await addPicture(store, id, picture);
  await trashClip(store, 'clip:x:3');
  const { brand: away } = await saveBrand(store, { name: 'Senja', kind: 'competitor', aliases: [], handles: [], must: [], mustNot: [] });
  await trashBrand(store, away.id);
  const said = { query: 'grinder', brand: brand.id, quadrant: 'weakness', theme: '', priority: null, mode: 'propose', enabled: true } as const;
  const { rule } = await saveRule(store, { ...said, name: 'Broken grinders' });
  await trashRule(store, rule.id);
  // The words of the clips so far are in the index; those of one more wait.
  await indexRecent(store);
  await saveClip(store, { draft: draft({ nativeId: '5' }), brands: [], judgement: null });
  return store;
}

test('what is right is found right, and nothing is written', async () => {
  const store = await filled();
  expect(await check(store)).toMatchObject({ wrong: {}, broken: [], moved: false });
  const kept = await dump(store);
  expect(await check(store)).toMatchObject({ wrong: {}, broken: [], moved: false });
  expect(await dump(store)).toEqual(kept);
});

test.each<[string, (store: Store) => Promise<unknown>]>([
  ['clips', ({ db }) => db.clips.update('clip:x:1', { state: 'archived' })],
  ['clips', ({ db }) => db.clips.delete('clip:x:1')],
  ['clips', async ({ db }) => db.clips.add({ ...(await db.clips.get('clip:x:1'))!, id: 'clip:x:unknown', keys: [] })],
  ['search', ({ db }) => db.search.update('clip:x:1', { words: [] })],
  ['dayCells', ({ db }) => db.dayCells.toCollection().modify(({ counts }) => void counts.fill(99))],
  ['themeCells', ({ db }) => db.themeCells.clear()],
  ['valueCells', ({ db }) => db.valueCells.clear()],
  ['postCells', async ({ db }) => db.postCells.add({ ...(await db.postCells.toCollection().first())!, day: '2001-01-01' })],
  ['postings', ({ db }) => db.postings.toCollection().modify({ clips: '' })],
  ['postings', ({ db }) => db.postings.add({ word: 'unsaid', day: '2001-01-01', clips: '' })],
  ['recentWords', ({ db }) => db.recentWords.toCollection().modify({ words: 'unsaid' })],
  ['recentWords', async ({ db }) => db.recentWords.add({ ...(await db.recentWords.get('clip:x:5'))!, id: 'clip:x:unknown' })],
  // What waits nowhere should be in the index.
  ['postings', ({ db }) => db.recentWords.clear()],
  ['voiceCells', ({ db }) => db.voiceCells.clear()],
  ['voiceWeeks', ({ db }) => db.voiceWeeks.clear()],
  ['brands', ({ db }) => db.brands.toCollection().modify({ name: 'Other' })],
  ['themes', ({ db }) => db.themes.clear()],
  ['trash', ({ db }) => db.trash.update('clip:x:3', { trashedAt: '2020-01-01T00:00:00.000Z' })],
  ['trash', ({ db }) => db.trash.delete('clip:x:3')],
  ['trash', ({ db }) => db.trash.where('id').startsWith('brand:').modify({ name: 'Other' })],
  ['trash', ({ db }) => db.trash.where('id').startsWith('rule:').delete()],
  ['trash', async ({ db }) => db.trash.add({ ...(await db.trash.get('clip:x:3'))!, id: 'clip:x:1' })],
  ['trash', async ({ db }) => db.trash.add({ ...(await db.trash.get('clip:x:3'))!, id: 'clip:x:unknown' })],
])('%s that were spoilt are found, and a recount mends them', async (table, spoil) => {
  const store = await filled();
  await spoil(store);
  expect(Object.keys((await check(store)).wrong)).toEqual([table]);
  await rebuild(store);
  expect((await check(store)).wrong).toEqual({});
});

test('words that go into the index meanwhile are told as what moved', async () => {
  const store = await filled();
  let last: Checked | undefined;
  for await (const checked of checkIntegrity(store)) {
    if (!last) await indexRecent(store);
    last = checked;
  }
  expect(last).toMatchObject({ moved: true });
});

test('broken records are named with their rows, and keep no other from being counted', async () => {
  const store = await filled();
  const { db } = store;
  const [capture] = await db.captures.where('clip').equals('clip:x:1').toArray();
  const [tag] = await db.tags.where('clip').equals('clip:x:2').toArray();
  await db.captures.update(capture!.id, { draft: null as never });
  await db.tags.update(tag!.id, { quadrant: 'nonsense' as never });
  await db.pictures.update('p1', { bytes: null as never });
  await db.records.toCollection().modify((record) => {
    if (record.kind === 'brand') record.f = {};
  });
  const { broken } = await check(store);
  expect(broken.map(({ table, id }) => `${table} ${id}`).sort()).toEqual([`captures ${capture!.id}`, 'pictures p1', `tags ${tag!.id}`]);
  expect(broken.find(({ table }) => table === 'tags')).toMatchObject({ row: { quadrant: 'nonsense' }, why: expect.stringContaining('quadrant') });
  await rebuild(store);
  expect(await db.clips.toCollection().primaryKeys()).not.toContain('clip:x:1');
  expect(await db.clips.toCollection().primaryKeys()).toContain('clip:x:2');
  expect(await db.brands.count()).toBe(0);
  expect((await db.clips.get('clip:x:2'))!.tags).toEqual([]);
  // What is saved later of a clip with a broken record counts, and crashes nothing.
  await setState(store, 'clip:x:2', 'archived');
  expect((await check(store)).wrong).toEqual({});
});

test('clips that were joined are looked for in the trash as the one that they are', async () => {
  const store = await filled();
  await trashClip(store, 'clip:x:9');
  expect((await store.db.trash.get('clip:x:9'))!.ids).toHaveLength(2);
  expect((await check(store)).wrong).toEqual({});
  await store.db.trash.update('clip:x:9', { ids: ['clip:x:9'] });
  expect((await check(store)).wrong).toEqual({ trash: 1 });
});

test.each(['clip', 'brand', 'theme'])(
  'a %s whose record holds no mark that can be read keeps nothing else from being counted or checked',
  async (kind) => {
    const store = await filled();
    const [spoilt] = await store.db.records.where('kind').equals(kind).sortBy('id');
    await store.db.records.update(spoilt!.id, { d: null as never });
    await rebuild(store);
    expect(await store.db.clips.count()).toBeGreaterThan(0);
    const { wrong, broken } = await check(store);
    expect([wrong, broken.map(({ id }) => id)]).toEqual([{}, [spoilt!.id]]);
  },
);

test('a broken record that joined clips keeps none from being saved, counted or checked', async () => {
  const store = await filled();
  await store.db.records
    .where('kind')
    .equals('same')
    .modify((record) => {
      Object.assign(record, { d: null, s: 7 });
    });
  expect(await store.db.records.where('kind').equals('same').count()).toBe(1);
  await saveClip(store, { draft: draft({ nativeId: '88' }), brands: [], judgement: null });
  await rebuild(store);
  const { wrong, broken } = await check(store);
  expect(wrong).toEqual({});
  expect(broken.map(({ id }) => id)).toEqual([expect.stringMatching(/^same:/)]);
});

test('a check that waits goes on where it was, and says when something was written meanwhile', async () => {
  const store = await filled();
  const checking = checkIntegrity(store);
  const { value: first } = await checking.next();
  expect(first!.done).toBeGreaterThan(0);
  await saveClip(store, { draft: draft({ nativeId: '77' }), brands: [], judgement: null });
  let last = first;
  for await (const checked of checking) last = checked;
  expect(last).toMatchObject({ moved: true, done: last!.total });
});
