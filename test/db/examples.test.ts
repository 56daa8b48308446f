/** What the learner is shown of a workspace: the judgements in force, each for its brand. */
import { describe, expect, test } from 'vitest';
import { saveBrand, trashBrand } from '../../lib/db/brands.ts';
import { undo } from '../../lib/db/change.ts';
import { saveClip, trashClip } from '../../lib/db/clips.ts';
import { clipsByQuadrant, examplesOf, judgementsGiven } from '../../lib/db/examples.ts';
import { clipById } from '../../lib/db/queries.ts';
import { flipTag, refineTag, tagClip, untag } from '../../lib/db/tags.ts';
import { draft, freshStore } from './store.ts';

const at = new Date('2026-05-22T10:00:00Z');
const none = { aliases: [], handles: [], must: [], mustNot: [] };
const clip = 'clip:x:1';

async function twoBrands() {
  const store = await freshStore();
  const { brand: own } = await saveBrand(store, { ...none, name: 'Arvelle', kind: 'own' }, at);
  const { brand: rival } = await saveBrand(store, { ...none, name: 'Kestrin', kind: 'competitor' }, at);
  await saveClip(store, { draft: draft({ title: 'Grinder', text: 'It broke' }), brands: [rival.id], judgement: null }, at);
  return { store, own: own.id, rival: rival.id };
}

describe('an example', () => {
  test('is the words with whose brand they were judged for, title and all', async () => {
    const { store, own, rival } = await twoBrands();
    expect(await examplesOf(store.db)).toEqual([]);
    const { tag } = await tagClip(store, clip, { brand: rival, quadrant: 'weakness' }, at);
    await flipTag(store, tag!, { brand: own, quadrant: 'opportunity' }, at);
    expect(await examplesOf(store.db)).toEqual([
      { text: 'Grinder\nIt broke', brand: { id: rival, kind: 'competitor' }, quadrant: 'weakness' },
      { text: 'Grinder\nIt broke', brand: { id: own, kind: 'own' }, quadrant: 'opportunity' },
    ]);
    expect(await clipsByQuadrant(store, 10)).toEqual({ strength: 0, weakness: 1, opportunity: 1, threat: 0 });
    expect(await judgementsGiven(store)).toBe(2);
  });

  test('is none any more once it was taken back, undone, or corrected', async () => {
    const { store, rival } = await twoBrands();
    const judgement = { brand: rival, quadrant: 'weakness' } as const;
    const quadrants = async () => (await examplesOf(store.db)).map(({ quadrant }) => quadrant);

    const first = await tagClip(store, clip, judgement, at);
    const taken = await untag(store, first.tag!, at);
    expect(await quadrants()).toEqual([]);
    await undo(store, taken.id, at);
    expect(await quadrants()).toEqual(['weakness']);

    await refineTag(store, first.tag!, { quadrant: 'threat' }, at);
    expect(await quadrants()).toEqual(['threat']);
    await trashClip(store, clip, at);
    expect(await quadrants()).toEqual([]);
  });

  test('is one of the clips that were clipped last, where there are too many', async () => {
    const { store, own } = await twoBrands();
    for (const nativeId of ['2', '3', '4']) {
      const judgement = { brand: own, quadrant: 'strength' } as const;
      await saveClip(store, { draft: draft({ nativeId, text: nativeId }), brands: [], judgement }, new Date(at.getTime() + 1_000 * Number(nativeId)));
    }
    const texts = async (most?: number) => (await examplesOf(store.db, most)).map(({ text }) => text);
    expect(await texts(2)).toEqual(['3', '4']);
    expect(await texts(3)).toEqual(['2', '3', '4']);
    expect(await texts()).toEqual(['2', '3', '4']);
    expect(await clipsByQuadrant(store, 2)).toMatchObject({ strength: 2 });
    // Judged twice, the newest clip alone is more than one example.
    await tagClip(store, 'clip:x:4', { brand: own, quadrant: 'threat' }, at);
    expect(await texts(2)).toEqual(['4', '4']);
  });

  test('of a brand in the trash teaches nothing', async () => {
    const { store, own, rival } = await twoBrands();
    await tagClip(store, clip, { brand: rival, quadrant: 'weakness' }, at);
    await tagClip(store, clip, { brand: own, quadrant: 'opportunity' }, at);
    await trashBrand(store, rival, at);
    expect((await examplesOf(store.db)).map(({ brand }) => brand.id)).toEqual([own]);
  });
});

describe('where a judgement came from', () => {
  const origins = async (store: Awaited<ReturnType<typeof freshStore>>) => (await clipById(store, clip))!.tags.map(({ origin }) => origin);

  test('is the hand, unless something else had the idea', async () => {
    const { store, own, rival } = await twoBrands();
    const { tag } = await tagClip(store, clip, { brand: rival, quadrant: 'weakness', origin: 'suggestion' }, at);
    expect(await origins(store)).toEqual(['suggestion']);
    await flipTag(store, tag!, { brand: own, quadrant: 'opportunity' }, at);
    expect(await origins(store)).toEqual(['suggestion', 'hand']);
  });

  test('stays when a theme is added, and is the hand again when it is judged otherwise', async () => {
    const { store, rival } = await twoBrands();
    const { tag } = await tagClip(store, clip, { brand: rival, quadrant: 'weakness', origin: 'suggestion' }, at);
    const themed = await refineTag(store, tag!, { theme: 'Repair' }, at);
    expect(await origins(store)).toEqual(['suggestion']);
    await refineTag(store, themed.tag!, { quadrant: 'strength' }, at);
    expect(await origins(store)).toEqual(['hand']);
  });
});
