import { describe, expect, test } from 'vitest';
import { Distribution } from '../../lib/core/distribution.ts';
import { editBrand, saveBrand, trashBrand } from '../../lib/db/brands.ts';
import { undo } from '../../lib/db/change.ts';
import { addBrand, saveClip, setOwner, setPriority, setSentiment, setState, trashClip } from '../../lib/db/clips.ts';
import { brandsOf, clipById, inboxOf, talliesOf, themedTallyOf, themesOf } from '../../lib/db/queries.ts';
import { flipTag, refineTag, tagClip, untag } from '../../lib/db/tags.ts';
import { draft, freshStore } from './store.ts';

const at = new Date('2026-05-22T10:00:00Z');
const kestrin = { name: 'Kestrin', kind: 'competitor', aliases: ['kestrin home'], handles: [], must: [], mustNot: [] } as const;
const input = { ...kestrin, aliases: [...kestrin.aliases], handles: [], must: [], mustNot: [] };
const period = { from: '2026-05-01', to: '2026-05-31' };

async function withBrand() {
  const store = await freshStore();
  const { brand } = await saveBrand(store, input, at);
  return { store, brand: brand.id };
}

describe('clip', () => {
  test('a judged clip is one row, counted under its brand, quadrant and theme', async () => {
    const { store, brand } = await withBrand();
    const saved = await saveClip(store, { draft: draft(), brands: [brand], judgement: { brand, quadrant: 'weakness', theme: 'Parts' } }, at);
    const clip = await clipById(store, saved.clip!);
    expect(clip).toMatchObject({ id: 'clip:x:1', day: '2026-05-21', dayFrom: 'published', inbox: 0, state: 'reviewed', brands: [brand] });
    const tally = await themedTallyOf(store, brand, period);
    expect(tally).toMatchObject({
      mentions: 1,
      quadrants: { strength: 0, weakness: 1, opportunity: 0, threat: 0 },
      engagements: Distribution.of([15]),
    });
    expect(tally.themes).toMatchObject([{ quadrant: 'weakness', clips: 1, theme: (await themesOf(store))[0]!.id }]);
  });

  test('clipped again it stays one clip, gains a snapshot, and loses no tag', async () => {
    const { store, brand } = await withBrand();
    await saveClip(store, { draft: draft(), brands: [brand], judgement: { brand, quadrant: 'weakness' } }, at);
    const later = draft({ metrics: { ...draft().metrics, likes: 90 } });
    const again = await saveClip(store, { draft: later, brands: [brand], judgement: { brand, quadrant: 'threat' } }, new Date(at.getTime() + 60_000));
    expect(again.already).toBe(true);
    expect(await store.db.clips.count()).toBe(1);
    expect(await store.db.snapshots.count()).toBe(2);
    expect(await store.db.captures.count()).toBe(1);
    const clip = await clipById(store, 'clip:x:1');
    expect(clip!.metrics.likes).toBe(90);
    expect(clip!.tags.map(({ quadrant }) => quadrant)).toEqual(['weakness', 'threat']);
    expect((await talliesOf(store, [brand], period))[0]).toMatchObject({ mentions: 1, engagements: Distribution.of([93]) });
  });

  test('the same request twice is saved once', async () => {
    const { store } = await withBrand();
    const request = { draft: draft(), brands: [], judgement: null, request: '01900000-0000-7000-8000-000000000000' };
    const [first, second] = await Promise.all([saveClip(store, request, at), saveClip(store, request, at)]);
    expect(second).toEqual(first);
    expect(await store.db.snapshots.count()).toBe(1);
  });

  test('a post whose day is not known counts on the day it was clipped, in the workspace’s time zone', async () => {
    const { store } = await withBrand();
    const vague = draft({ publishedAt: { instant: '2026-05-01T00:00:00.000Z', raw: '3 w', precision: 'week', source: 'label' } });
    await saveClip(store, { draft: vague, brands: [], judgement: null }, new Date('2026-05-22T23:30:00Z'));
    expect(await clipById(store, 'clip:x:1')).toMatchObject({ day: '2026-05-23', dayFrom: 'clipped' });
  });

  test('a post met without its permalink is the same clip when it is met with it', async () => {
    const { store, brand } = await withBrand();
    const bare = draft({ platform: 'linkedin', url: null, nativeId: null });
    const first = await saveClip(store, { draft: bare, brands: [brand], judgement: null }, at);
    const full = draft({ platform: 'linkedin', url: 'https://www.linkedin.com/feed/update/urn:li:activity:7/', nativeId: '7' });
    const second = await saveClip(store, { draft: full, brands: [], judgement: null }, at);
    expect(second.clip).toBe(first.clip);
    expect(await clipById(store, 'clip:linkedin:7')).toMatchObject({ id: first.clip, nativeId: '7', brands: [brand] });
    expect(await store.db.clips.count()).toBe(1);
  });

  test('two posts of one author with the same words stay two where each has its own id', async () => {
    const { store } = await withBrand();
    await saveClip(store, { draft: draft({ nativeId: '1' }), brands: [], judgement: null }, at);
    await saveClip(store, { draft: draft({ nativeId: '2' }), brands: [], judgement: null }, at);
    expect(await store.db.clips.count()).toBe(2);
  });

  test('a draft that shows two clips to be one post joins them, and undo parts them', async () => {
    const { store, brand } = await withBrand();
    const text = 'Same post, met twice, the first time cut short before its eightieth letter';
    const bare = draft({ platform: 'linkedin', url: null, nativeId: null, text });
    const full = draft({ platform: 'linkedin', nativeId: '7', text: `${text}, and then its whole long text` });
    await saveClip(store, { draft: bare, brands: [brand], judgement: { brand, quadrant: 'weakness' } }, at);
    await saveClip(store, { draft: full, brands: [brand], judgement: { brand, quadrant: 'threat' } }, at);
    expect(await store.db.clips.count()).toBe(2);
    const both = await saveClip(store, { draft: { ...full, text }, brands: [], judgement: null }, new Date(at.getTime() + 1000));
    expect(await store.db.clips.count()).toBe(1);
    expect((await clipById(store, 'clip:linkedin:7'))!.tags).toHaveLength(2);
    expect((await talliesOf(store, [brand], period))[0]!.mentions).toBe(1);
    await undo(store, both.id, at);
    expect(await store.db.clips.count()).toBe(2);
    expect((await talliesOf(store, [brand], period))[0]!.mentions).toBe(2);
  });
});

describe('undo', () => {
  test('of a first clip puts it in the trash; clipping it again brings it back with its tags', async () => {
    const { store, brand } = await withBrand();
    const saved = await saveClip(store, { draft: draft(), brands: [brand], judgement: { brand, quadrant: 'weakness' } }, at);
    await undo(store, saved.id, at);
    expect(await store.db.clips.count()).toBe(0);
    expect(await store.db.dayCells.count()).toBe(0);
    await undo(store, saved.id, at);
    expect(await store.db.actions.count()).toBe(3);
    await saveClip(store, { draft: draft(), brands: [brand], judgement: null }, at);
    expect(await clipById(store, 'clip:x:1')).toMatchObject({ brands: [brand] });
  });

  test('of a judgement leaves the clip as it was, and can be undone itself', async () => {
    const { store, brand } = await withBrand();
    await saveClip(store, { draft: draft(), brands: [], judgement: null }, at);
    const judged = await tagClip(store, 'clip:x:1', { brand, quadrant: 'strength' }, at);
    const back = await undo(store, judged.id, at);
    expect(await clipById(store, 'clip:x:1')).toMatchObject({ tags: [], state: 'inbox', inbox: 1, brands: [] });
    await undo(store, back.id, at);
    expect((await clipById(store, 'clip:x:1'))!.tags).toHaveLength(1);
  });

  test('of a refined tag gives the old one back', async () => {
    const { store, brand } = await withBrand();
    const saved = await saveClip(store, { draft: draft(), brands: [brand], judgement: { brand, quadrant: 'weakness', theme: 'Parts' } }, at);
    const refined = await refineTag(store, saved.tag!, { theme: 'Support', quote: 'won’t even sell me the part' }, at);
    expect((await clipById(store, 'clip:x:1'))!.tags).toMatchObject([{ id: refined.tag, quote: 'won’t even sell me the part' }]);
    await undo(store, refined.id, at);
    expect((await clipById(store, 'clip:x:1'))!.tags).toMatchObject([{ id: saved.tag, quote: '' }]);
  });

  test('of archiving, trashing, rating and untagging', async () => {
    const { store, brand } = await withBrand();
    await saveClip(store, { draft: draft(), brands: [brand], judgement: null }, at);
    const tag = await tagClip(store, 'clip:x:1', { brand, quadrant: 'weakness' }, at);
    const before = await clipById(store, 'clip:x:1');
    for (const act of [
      () => setState(store, 'clip:x:1', 'archived', at),
      () => trashClip(store, 'clip:x:1', at),
      () => setSentiment(store, 'clip:x:1', brand, 'negative', at),
      () => untag(store, tag.tag!, at),
    ]) {
      const action = await act();
      expect(await clipById(store, 'clip:x:1')).not.toEqual(before);
      await undo(store, action.id, at);
      expect(await clipById(store, 'clip:x:1')).toEqual(before);
    }
  });
});

test('an archived clip leaves the inbox unjudged', async () => {
  const { store } = await withBrand();
  await saveClip(store, { draft: draft(), brands: [], judgement: null }, at);
  expect(await inboxOf(store, 10)).toHaveLength(1);
  await setState(store, 'clip:x:1', 'archived', at);
  expect(await inboxOf(store, 10)).toHaveLength(0);
});

test('priority and owner are set, changed and unset, each taken back by itself; a name is trimmed', async () => {
  const { store } = await withBrand();
  await saveClip(store, { draft: draft(), brands: [], judgement: null }, at);
  const bare = (await clipById(store, 'clip:x:1'))!;
  const high = await setPriority(store, 'clip:x:1', 3, at);
  await setPriority(store, 'clip:x:1', 1, at);
  const ann = await setOwner(store, 'clip:x:1', '  Ann Lind ', at);
  expect(await clipById(store, 'clip:x:1')).toEqual({ ...bare, priority: 1, owner: 'Ann Lind' });
  await undo(store, ann.id, at);
  await setPriority(store, 'clip:x:1', null, at);
  expect(await clipById(store, 'clip:x:1')).toEqual(bare);
  await setOwner(store, 'clip:x:1', 'Bo', at);
  await setOwner(store, 'clip:x:1', ' ', at);
  await undo(store, high.id, at);
  expect(await clipById(store, 'clip:x:1')).toEqual(bare);
  await expect(setOwner(store, 'clip:x:1', 'x'.repeat(101), at)).rejects.toThrow(/longer than 100/);
});

test('a clip is said to be about a brand without a judgement, and goes on waiting', async () => {
  const { store, brand } = await withBrand();
  await saveClip(store, { draft: draft(), brands: [], judgement: null }, at);
  const said = await addBrand(store, 'clip:x:1', brand, at);
  expect(await clipById(store, 'clip:x:1')).toMatchObject({ brands: [brand], tags: [], inbox: 1 });
  expect((await talliesOf(store, [brand], period))[0]).toMatchObject({ mentions: 1 });
  await undo(store, said.id, at);
  expect(await clipById(store, 'clip:x:1')).toMatchObject({ brands: [] });
});

test('a factor stays when a judgement is refined, goes with null, and is not taken to the other side where it would be unusual', async () => {
  const { store, brand } = await withBrand();
  const judgement = { brand, quadrant: 'weakness', factor: 'offer' } as const;
  const first = await saveClip(store, { draft: draft(), brands: [], judgement }, at);
  const refined = await refineTag(store, first.tag!, { theme: 'Parts' }, at);
  const tags = async () => (await clipById(store, 'clip:x:1'))!.tags.map(({ quadrant, factor }) => [quadrant, factor]);
  expect(await tags()).toEqual([['weakness', 'offer']]);
  await flipTag(store, refined.tag!, { brand, quadrant: 'opportunity' }, at);
  await flipTag(store, refined.tag!, { brand, quadrant: 'strength' }, at);
  expect(await tags()).toEqual([
    ['weakness', 'offer'],
    ['opportunity', undefined],
    ['strength', 'offer'],
  ]);
  await refineTag(store, refined.tag!, { factor: null }, at);
  expect(await tags()).toContainEqual(['weakness', undefined]);
});

test('of two equal judgements the one that names a factor is shown, and they count once', async () => {
  const { store, brand } = await withBrand();
  await saveClip(store, { draft: draft(), brands: [], judgement: { brand, quadrant: 'threat' } }, at);
  await tagClip(store, 'clip:x:1', { brand, quadrant: 'threat', factor: 'competition' }, new Date(at.getTime() + 1_000));
  expect((await clipById(store, 'clip:x:1'))!.tags).toMatchObject([{ quadrant: 'threat', factor: 'competition' }]);
  expect((await talliesOf(store, [brand], period))[0]).toMatchObject({ quadrants: { threat: 1 } });
});

test('themes of one name are one, whatever its case and accents', async () => {
  const { store, brand } = await withBrand();
  await saveClip(store, { draft: draft(), brands: [], judgement: { brand, quadrant: 'weakness', theme: 'Qualité' } }, at);
  await saveClip(store, { draft: draft({ nativeId: '2' }), brands: [], judgement: { brand, quadrant: 'weakness', theme: ' qualite ' } }, at);
  expect(await themesOf(store)).toMatchObject([{ name: 'Qualité' }]);
});

test('a brand is changed in place, put away and taken back', async () => {
  const { store, brand } = await withBrand();
  await saveBrand(store, { ...input, id: brand, name: 'Kestrin Home', aliases: ['kestrin', ' kestrin '] }, at);
  expect(await brandsOf(store)).toMatchObject([{ id: brand, name: 'Kestrin Home', aliases: ['kestrin'] }]);
  const away = await trashBrand(store, brand, at);
  expect(await brandsOf(store)).toEqual([]);
  await undo(store, away.id, at);
  expect(await brandsOf(store)).toMatchObject([{ name: 'Kestrin Home' }]);
});

test('what is said of a brand leaves the rest of it, also what who says it has not seen; each is taken back by itself', async () => {
  const { store, brand } = await withBrand();
  const old = input.aliases;
  await editBrand(store, brand, { aliases: { add: ['Arvelle Home', ' Arvelle Home '], remove: [] } }, at);
  const second = await editBrand(store, brand, { aliases: { add: ['Arvelle Works'], remove: [] }, must: { add: ['coffee'], remove: [] } }, at);
  await editBrand(store, brand, { name: 'Arvelle & Co', kind: 'sector' }, at);
  expect(second.brand.aliases.toSorted()).toEqual(['Arvelle Home', 'Arvelle Works', ...old]);
  const now = { name: 'Arvelle & Co', kind: 'sector', aliases: ['Arvelle Home', 'Arvelle Works', ...old], must: ['coffee'] };
  expect(await brandsOf(store)).toMatchObject([now]);
  await undo(store, second.action.id, at);
  expect(await brandsOf(store)).toMatchObject([{ ...now, aliases: ['Arvelle Home', ...old], must: [] }]);
  await editBrand(store, brand, { aliases: { add: [], remove: ['Arvelle Home', 'never there'] } }, at);
  expect(await brandsOf(store)).toMatchObject([{ aliases: old }]);
  await expect(editBrand(store, brand, { name: ' ' }, at)).rejects.toThrow(/needs a name/);
  await trashBrand(store, brand, at);
  await expect(editBrand(store, brand, { kind: 'own' }, at)).rejects.toThrow(/no longer here/);
  expect(await brandsOf(store)).toEqual([]);
});

test('what is not there is said to be not there, and changes nothing', async () => {
  const { store, brand } = await withBrand();
  const before = await store.db.actions.count();
  await expect(tagClip(store, 'clip:x:none', { brand, quadrant: 'weakness' }, at)).rejects.toThrow(/no longer here/);
  await expect(undo(store, 'none', at)).rejects.toThrow(/nothing to undo/);
  await expect(saveBrand(store, { ...input, name: ' ' }, at)).rejects.toThrow(/needs a name/);
  expect(await store.db.actions.count()).toBe(before);
});
