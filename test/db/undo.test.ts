import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quadrants } from '../../lib/core/quadrant.ts';
import { saveBrand, trashBrand } from '../../lib/db/brands.ts';
import { inBatch, undo, undoAll, undoBatch } from '../../lib/db/change.ts';
import { saveClip, setSentiment, setState, trashClip } from '../../lib/db/clips.ts';
import { pageOfActions } from '../../lib/db/find-actions.ts';
import { rebuild } from '../../lib/db/rebuild.ts';
import type { Store } from '../../lib/db/store.ts';
import { refineTag, tagClip, untag } from '../../lib/db/tags.ts';
import { restore } from '../../lib/db/trash.ts';
import { draft, dump, freshStore } from './store.ts';

const nth = fc.nat({ max: 9 });
const command = fc.oneof(
  fc.record({ do: fc.constant('save' as const), nth, quadrant: fc.option(fc.constantFrom(...quadrants)) }),
  fc.record({ do: fc.constant('tag' as const), nth, quadrant: fc.constantFrom(...quadrants) }),
  fc.record({
    do: fc.constantFrom('untag', 'refine', 'trash', 'trash all', 'restore', 'archive', 'rate', 'brand away', 'undo') as fc.Arbitrary<'untag'>,
    nth,
  }),
);

const brands = ['Arvelle', 'Kestrin'];
const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % (all.length || 1)];

/** What people decided, as it is shown. What was read stays when a deed is undone: numbers seen are a fact, and a theme may be of use to others. */
async function shown({ db }: Store) {
  const clips = (await db.clips.toArray()).map(({ seenAt: _, ...rest }) => rest);
  return { clips, brands: await db.brands.toArray(), days: await db.dayCells.toArray(), voices: await db.voiceCells.toArray() };
}

async function run(store: Store, one: { do: string; nth: number; quadrant?: (typeof quadrants)[number] | null }, ids: string[], at: Date) {
  const clips = (await store.db.clips.toCollection().primaryKeys()) as string[];
  const clip = pick(clips, one.nth);
  const tag = pick(
    (await store.db.clips.toArray()).flatMap(({ tags }) => tags),
    one.nth,
  )?.id;
  const brand = pick(ids, one.nth)!;
  const lying = pick((await store.db.trash.toCollection().primaryKeys()) as string[], one.nth);
  const known = pick(await store.db.actions.orderBy('at').toArray(), one.nth + 2);
  if (one.do === 'save') {
    const post = draft({ nativeId: `${one.nth % 3}`, text: `Post ${one.nth % 3}` });
    await saveClip(store, { draft: post, brands: [brand], judgement: one.quadrant ? { brand, quadrant: one.quadrant, theme: 'Taste' } : null }, at);
  } else if (one.do === 'tag' && clip) await tagClip(store, clip, { brand, quadrant: one.quadrant! }, at);
  else if (one.do === 'untag' && tag) await untag(store, tag, at);
  else if (one.do === 'refine' && tag) await refineTag(store, tag, { theme: 'Price', quote: 'dear' }, at);
  else if (one.do === 'trash' && clip) await trashClip(store, clip, at);
  else if (one.do === 'trash all') for (const id of clips) await trashClip(store, id, at);
  else if (one.do === 'restore' && lying) await restore(store, lying, at);
  else if (one.do === 'archive' && clip) await setState(store, clip, 'archived', at);
  else if (one.do === 'rate' && clip) await setSentiment(store, clip, brand, 'negative', at);
  else if (one.do === 'brand away' && (await store.db.brands.get(brand))) await trashBrand(store, brand, at);
  else if (one.do === 'undo' && known) await undo(store, known.id, at);
}

test('after any sequence of commands, undoing all of them backwards gives what was shown at first, and undoing that what was shown at last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 10 }), async (commands) => {
      const store = await freshStore();
      const ids: string[] = [];
      const none = { aliases: [], handles: [], must: [], mustNot: [] };
      for (const name of brands) ids.push((await saveBrand(store, { ...none, name, kind: 'own' }, new Date(0))).brand.id);
      await saveClip(store, { draft: draft({ nativeId: '0', text: 'Post 0' }), brands: [ids[0]!], judgement: null }, new Date(1));
      const start = await store.db.actions.count();
      const before = await shown(store);
      for (const [index, one] of commands.entries()) await run(store, one, ids, new Date(Date.UTC(2026, 4, 5, 0, 0, index)));
      const after = await shown(store);
      const done = (await store.db.actions.orderBy('at').toArray()).slice(start).map(({ id }) => id);
      const back = await undoAll(store, done, new Date(Date.UTC(2026, 4, 6)));
      expect(await shown(store)).toEqual(before);
      await undoAll(
        store,
        back.map(({ id }) => id),
        new Date(Date.UTC(2026, 4, 7)),
      );
      expect(await shown(store)).toEqual(after);
      const kept = await dump(store);
      await rebuild(store);
      expect(await dump(store)).toEqual(kept);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 40) },
  );
}, 120_000);

test('what is done together is one entry, and undone as one', async () => {
  const store = await freshStore();
  for (let index = 0; index < 12; index++) await saveClip(store, { draft: draft({ nativeId: `${index}` }), brands: [], judgement: null });
  const together = inBatch(store);
  for (const id of (await store.db.clips.toCollection().primaryKeys()) as string[]) await trashClip(together, id);
  expect(await store.db.trash.count()).toBe(12);
  const { entries, more } = await pageOfActions(store, 5);
  expect(more).toBe(true);
  expect(entries.map(({ action: { name }, total }) => [name, total])).toEqual([['trash', 12], ...Array(4).fill(['clip', 1])]);
  const back = await undoBatch(store, together.batch!);
  expect(await store.db.clips.count()).toBe(12);
  expect(await store.db.trash.count()).toBe(0);
  expect((await pageOfActions(store, 1)).entries[0]).toMatchObject({ total: 12, undid: { action: { name: 'trash' } }, canUndo: true });
  await undoBatch(store, back[0]!.batch!);
  expect(await store.db.clips.count()).toBe(0);
});

test('an undo that was taken back leaves its action in force, to be undone again', async () => {
  const store = await freshStore();
  const { id } = await saveClip(store, { draft: draft(), brands: [], judgement: null });
  const back = await undo(store, id);
  expect((await store.db.actions.get(id))!.undone).toBe(true);
  await undo(store, back.id);
  expect((await store.db.actions.get(id))!.undone).toBe(false);
  await undo(store, id);
  expect(await store.db.clips.count()).toBe(0);
});

test('the history is in the order of time, whatever the ids that pages gave', async () => {
  const store = await freshStore();
  const requests = ['f0000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000000', '80000000-0000-4000-8000-000000000000'];
  for (const [index, request] of requests.entries())
    await saveClip(store, { draft: draft({ nativeId: `${index}` }), brands: [], judgement: null, request }, new Date(1_000 + index));
  expect((await pageOfActions(store, 10)).entries.map(({ action: { id } }) => id)).toEqual(requests.toReversed());
});
