/** A recount that is broken off at any step, with commands in between, comes to the same as one that is not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { saveBrand } from '../../lib/db/brands.ts';
import { change, inTransaction } from '../../lib/db/change.ts';
import { saveClip, setSentiment, trashClip } from '../../lib/db/clips.ts';
import { checkIntegrity } from '../../lib/db/integrity.ts';
import { rebuild, resume } from '../../lib/db/rebuild.ts';
import type { Store } from '../../lib/db/store.ts';
import { tagClip } from '../../lib/db/tags.ts';
import { draft, dump, freshStore } from './store.ts';

const stopped = new Error('stopped');

/** Goes on with a recount for so many steps. */
async function steps(store: Store, count: number, begin: boolean): Promise<void> {
  const stop = new AbortController();
  let left = count;
  if (left === 0) stop.abort(stopped);
  const options = {
    signal: stop.signal,
    // A day is counted in several steps.
    atOnce: 2,
    onProgress: () => {
      left -= 1;
      if (left === 0) stop.abort(stopped);
    },
  };
  await (begin ? rebuild : resume)(store, options).catch((error: unknown) => {
    if (error !== stopped) throw error;
  });
}

async function save(store: Store, brand: string, nativeId: string, day: number, words: string): Promise<void> {
  const publishedAt = {
    instant: `2026-05-${String(day).padStart(2, '0')}T12:00:00.000Z`,
    raw: '',
    precision: 'second',
    source: 'attribute',
  } as const;
  const judgement = { brand, quadrant: 'weakness', theme: words } as const;
  await saveClip(store, { draft: draft({ nativeId, publishedAt, text: words }), brands: [brand], judgement });
}

const between = fc.oneof(
  fc.record({ do: fc.constant('save' as const), id: fc.nat({ max: 9 }), day: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constantFrom('tag' as const, 'trash' as const, 'rate' as const), id: fc.nat({ max: 9 }), day: fc.constant(1) }),
);

test('broken off at any step, with anything done in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: 6 }), between), { minLength: 1, maxLength: 5 }), async (turns) => {
      const store = await freshStore();
      const { brand } = await saveBrand(store, { name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
      for (let id = 0; id < 6; id++) await save(store, brand.id, String(id), 1 + (id % 2), id % 2 ? 'Delivery' : 'Price');
      for (const [index, [count, one]] of turns.entries()) {
        await steps(store, count, index === 0);
        const clip = await store.db.clips.get(`clip:x:${one.id}`);
        if (one.do === 'save') await save(store, brand.id, String(one.id), one.day, 'Taste');
        else if (clip && one.do === 'tag') await tagClip(store, clip.id, { brand: brand.id, quadrant: 'strength' });
        else if (clip && one.do === 'trash') await trashClip(store, clip.id);
        else if (clip) await setSentiment(store, clip.id, brand.id, 'negative');
      }
      await resume(store);
      const kept = await dump(store);
      for await (const { wrong } of checkIntegrity(store)) expect(wrong).toEqual({});
      expect((await store.db.workspace.toArray())[0]).not.toHaveProperty('recount');
      await rebuild(store);
      expect(await dump(store)).toEqual(kept);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 25) },
  );
}, 120_000);

test('how far it came is told in two halves, to the last clip of each', async () => {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
  for (let id = 0; id < 3; id++) await save(store, brand.id, String(id), 1 + id, 'Price');
  const told: string[] = [];
  await rebuild(store, { onProgress: ({ of, done, total }) => told.push(`${of} ${done}/${total}`) });
  expect(told).toEqual(['days 0/3', 'days 1/3', 'days 2/3', 'days 3/3']);
});

test('a day of long clips is counted in parts that fit into memory', async () => {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
  await save(store, brand.id, '0', 1, 'Price');
  const [record, capture] = [(await store.db.records.get('clip:x:0'))!, (await store.db.captures.toCollection().first())!];
  const long = { kind: 'image' as const, url: null, alt: 'x'.repeat(60_000) };
  const ids = Array.from({ length: 250 }, (_, id) => `clip:x:${id}`);
  await store.db.records.bulkPut(ids.map((id) => ({ ...record, id })));
  await store.db.captures.clear();
  await store.db.captures.bulkPut(ids.map((id) => ({ ...capture, id: `of-${id}`, clip: id, draft: { ...capture.draft, media: [long] } })));
  const told: number[] = [];
  await rebuild(store, { onProgress: ({ of, done }) => void (of === 'days' && told.push(done)) });
  expect(told).toEqual([0, 200, 250]);
  for await (const { wrong } of checkIntegrity(store)) expect(wrong).toEqual({});
});

test('a new clip that is joined with one in the trash is counted with what is known of that', async () => {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
  await save(store, brand.id, '2', 1, 'Price');
  const clips = ['clip:x:1', 'clip:x:2'];
  await inTransaction(store, () => change(store, new Date(), `same:${clips.join('|')}`, 'same', { set: { joined: true }, add: { clips } }));
  await trashClip(store, 'clip:x:1');
  await save(store, brand.id, '1', 1, 'Delivery');
  const kept = await dump(store);
  expect(kept['clips']).toHaveLength(1);
  await rebuild(store);
  expect(await dump(store)).toEqual(kept);
});

test('what no record gives any more goes', async () => {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
  await save(store, brand.id, '1', 1, 'Price');
  const kept = await dump(store);
  const clip = (await store.db.clips.toArray())[0]!;
  await store.db.clips.bulkAdd([
    { ...clip, id: 'clip:a:0', keys: [] },
    { ...clip, id: 'clip:z:9', keys: [] },
  ]);
  await store.db.search.add({ id: 'clip:z:9', words: ['nobody'] });
  await rebuild(store);
  expect(await dump(store)).toEqual(kept);
});

test.each([
  ['before', '1', ['5', '9']],
  ['between', '5', ['1', '9']],
  ['behind', '9', ['1', '5']],
  ['without', '1', []],
  ['between joined ones, and apart from', '5', ['~9', '~1']],
])('words without a record, %s all others, are found when their post is clipped again', async (_, stray, others) => {
  const store = await freshStore();
  const save = (nativeId: string, text: string) => saveClip(store, { draft: draft({ nativeId, url: null, text }), brands: [], judgement: null });
  for (const nativeId of [stray, ...others.map((id) => id.replace('~', ''))]) await save(nativeId, 'As it was read first');
  const joined = others.flatMap((id) => (id.startsWith('~') ? `clip:x:${id.slice(1)}` : []));
  if (joined.length > 0)
    await inTransaction(store, () =>
      change(store, new Date(), `same:${joined.join('|')}`, 'same', { set: { joined: true }, add: { clips: joined } }),
    );
  // As an import leaves it that refused the record's line.
  await store.db.records.delete(`clip:x:${stray}`);
  await rebuild(store);
  expect((await store.db.workspace.get(store.workspace.id))?.strays).toBe(true);
  await save(stray, 'As it reads by now');
  const kept = await dump(store);
  expect(kept['clips']).toContainEqual(expect.objectContaining({ id: `clip:x:${stray}`, edited: true }));
  await rebuild(store);
  expect({ ...(await dump(store)), workspace: [] }).toEqual({ ...kept, workspace: [] });
  expect((await store.db.workspace.get(store.workspace.id))?.strays).toBeUndefined();
});
