import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saveBrand } from '../../lib/db/brands.ts';
import { undo, undoBatch } from '../../lib/db/change.ts';
import { saveClip, setPriority, trashClip } from '../../lib/db/clips.ts';
import { countTouched, proposalsFor, rulesOf } from '../../lib/db/find-rules.ts';
import { importClips } from '../../lib/db/in/import-clips.ts';
import { checkIntegrity } from '../../lib/db/integrity.ts';
import { meetClips } from '../../lib/db/meet.ts';
import { rebuild } from '../../lib/db/rebuild.ts';
import { acceptProposal, applyRule, enableRule, moveRule, type RuleInput, saveRule, trashRule } from '../../lib/db/rules.ts';
import type { Store } from '../../lib/db/store.ts';
import { refineTag, tagClip, untag } from '../../lib/db/tags.ts';
import { addTheme, editTheme, themeId } from '../../lib/db/themes.ts';
import { restore } from '../../lib/db/trash.ts';
import { bundleOf, takeFrom } from './bundle-of.ts';
import { draft, dump, freshStore } from './store.ts';

async function branded(): Promise<{ store: Store; brand: string }> {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Kestrin', kind: 'competitor', aliases: [], handles: [], must: [], mustNot: [] });
  return { store, brand: brand.id };
}

const input = (brand: string, changes: Partial<RuleInput> = {}): RuleInput => ({
  ...{ name: 'Grinders', query: 'grinder', brand, quadrant: 'weakness', theme: 'Parts', priority: null, mode: 'set', enabled: true },
  ...changes,
});

const post = (nativeId: string, text = 'The grinder died.') => draft({ nativeId, url: null, text });
const save = (store: Store, nativeId: string, text?: string) => saveClip(store, { draft: post(nativeId, text), brands: [], judgement: null });
const clips = ({ db }: Store) => db.clips.orderBy('id').toArray();

async function expectCounted(store: Store): Promise<void> {
  const kept = await dump(store);
  await rebuild(store);
  expect(await dump(store)).toEqual(kept);
}

describe('a clip that is saved', () => {
  test('bears what the rules set, named by the rule, and one undo takes all of it back', async () => {
    const { store, brand } = await branded();
    const { rule } = await saveRule(store, input(brand, { priority: 3 }));
    const action = await save(store, '1');
    const [clip] = await clips(store);
    expect(clip!.tags).toMatchObject([{ brand, quadrant: 'weakness', theme: rule.theme, origin: 'rule', rule: rule.id, quote: '' }]);
    // Nobody has looked at it.
    expect(clip).toMatchObject({ brands: [brand], priority: 3, state: 'inbox', inbox: 0 });
    await expectCounted(store);
    await undo(store, action.id);
    expect(await clips(store)).toEqual([]);
    await expectCounted(store);
    // To be clipped by mistake is not to be judged wrongly.
    await save(store, '1');
    expect((await clips(store))[0]!.tags).toMatchObject([{ rule: rule.id }]);
    expect(await store.db.tags.count()).toBe(2);
  });

  test('saved again, it is judged once; undone, the clip is as it was', async () => {
    const { store, brand } = await branded();
    await save(store, '1');
    const before = await clips(store);
    await saveRule(store, input(brand));
    const action = await save(store, '1');
    expect((await clips(store))[0]!.tags).toHaveLength(1);
    await save(store, '1');
    expect(await store.db.tags.count()).toBe(1);
    await undo(store, action.id);
    expect((await clips(store))[0]).toMatchObject({ tags: [], brands: before[0]!.brands, inbox: 1 });
    await expectCounted(store);
  });

  test('what a person judged is not repeated, what a person took back or judged anew is not set again', async () => {
    const { store, brand } = await branded();
    await saveRule(store, input(brand));
    await saveClip(store, { draft: post('1'), brands: [], judgement: { brand, quadrant: 'weakness', theme: 'parts' } });
    await save(store, '2');
    await save(store, '3');
    const [one, two, three] = await clips(store);
    expect(one!.tags).toMatchObject([{ origin: 'hand' }]);
    await untag(store, two!.tags[0]!.id);
    await refineTag(store, three!.tags[0]!.id, { quadrant: 'threat' });
    for (const id of ['1', '2', '3']) await save(store, id);
    expect((await clips(store)).map(({ tags }) => tags.map(({ quadrant, origin }) => [quadrant, origin]))).toEqual([
      [['weakness', 'hand']],
      [],
      [['threat', 'hand']],
    ]);
    await expectCounted(store);
  });

  test('a judgement is taken back and the taking back is undone: it is there, and not twice', async () => {
    const { store, brand } = await branded();
    await saveRule(store, input(brand));
    await save(store, '1');
    const { id } = await untag(store, (await clips(store))[0]!.tags[0]!.id);
    await undo(store, id);
    await save(store, '1');
    expect((await clips(store))[0]!.tags).toHaveLength(1);
    expect(await store.db.tags.count()).toBe(1);
  });

  test('rules go in their order, which is moved and undone; what is off, put away or only proposes sets nothing', async () => {
    const { store, brand } = await branded();
    const first = await saveRule(store, input(brand));
    const otherwise = await saveRule(store, input(brand, { name: 'Else', query: 'is:untagged', quadrant: 'threat', theme: '' }));
    const quadrantsOf = async (id: string) => {
      await save(store, id);
      return (await store.db.clips.get(`clip:x:${id}`))!.tags.map(({ quadrant }) => quadrant).sort();
    };
    expect(await quadrantsOf('1')).toEqual(['weakness']);
    const moved = await moveRule(store, otherwise.rule.id, -1);
    expect((await rulesOf(store)).rules.map(({ name }) => name)).toEqual(['Else', 'Grinders']);
    expect(await quadrantsOf('2')).toEqual(['threat', 'weakness']);
    await undo(store, moved.id);
    expect(await quadrantsOf('3')).toEqual(['weakness']);
    await enableRule(store, first.rule.id, false);
    expect(await quadrantsOf('4')).toEqual(['threat']);
    const trashed = await trashRule(store, otherwise.rule.id);
    expect(await quadrantsOf('5')).toEqual([]);
    expect(await store.db.trash.get(otherwise.rule.id)).toMatchObject({ kind: 'rule', name: 'Else' });
    await undo(store, trashed.id);
    expect(await store.db.trash.count()).toBe(0);
    await trashRule(store, otherwise.rule.id);
    await restore(store, otherwise.rule.id);
    await saveRule(store, { ...input(brand), id: first.rule.id, mode: 'propose' });
    expect(await quadrantsOf('6')).toEqual(['threat']);
    await expectCounted(store);
  });

  test('from a file too', async () => {
    const { store, brand } = await branded();
    const { rule } = await saveRule(store, input(brand));
    const arriving = ['1', '2'].map((id) => ({ draft: post(id), brands: [], sentiment: null }));
    const [action] = await importClips(store, arriving);
    expect((await clips(store)).map(({ tags }) => tags.map((tag) => tag.rule))).toEqual([[rule.id], [rule.id]]);
    await undo(store, action!.id);
    expect(await clips(store)).toEqual([]);
    await expectCounted(store);
  });

  test('a new name of a brand is known to the rules at once', async () => {
    const { store, brand } = await branded();
    await saveRule(store, input(brand, { query: 'brand:Senja grinder' }));
    const about = (nativeId: string) => saveClip(store, { draft: post(nativeId), brands: [brand], judgement: null });
    await about('1');
    await saveBrand(store, { id: brand, name: 'Senja', kind: 'competitor', aliases: [], handles: [], must: [], mustNot: [] });
    await about('2');
    expect((await clips(store)).map(({ tags }) => tags.length)).toEqual([0, 1]);
  });
});

describe('the past', () => {
  test('is counted, then touched as one, undone as one, and may be touched again', async () => {
    const { store, brand } = await branded();
    for (let index = 0; index < 60; index++) await save(store, `${100 + index}`, index % 2 ? 'The grinder died.' : 'Good morning.');
    await tagClip(store, 'clip:x:101', { brand, quadrant: 'weakness', theme: 'Parts' });
    await tagClip(store, 'clip:x:103', { brand, quadrant: 'weakness', theme: 'Parts' });
    await untag(store, (await store.db.clips.get('clip:x:103'))!.tags[0]!.id);
    const { rule } = await saveRule(store, input(brand));
    const before = await clips(store);
    const { total, newest } = await countTouched(store, rule, 3);
    expect([total, newest.length]).toEqual([28, 3]);
    const seen: number[] = [];
    const { batch, count } = await applyRule(store, rule.id, { onProgress: (so) => seen.push(so) });
    expect([count, seen.at(-1)]).toEqual([28, 28]);
    expect((await clips(store)).filter(({ tags }) => tags.some((tag) => tag.rule === rule.id))).toHaveLength(28);
    expect((await store.db.clips.get('clip:x:103'))!.tags).toEqual([]);
    await expectCounted(store);
    // Twice is as once.
    expect((await countTouched(store, rule, 3)).total).toBe(0);
    expect((await applyRule(store, rule.id)).count).toBe(0);
    await undoBatch(store, batch);
    expect(await clips(store)).toEqual(before);
    await expectCounted(store);
    expect((await countTouched(store, rule, 3)).total).toBe(28);
  });

  test('is asked again inside the transaction: applied from two windows at once, each clip is judged once', async () => {
    const { store, brand } = await branded();
    for (const id of ['1', '2', '3']) await save(store, id);
    const { rule } = await saveRule(store, input(brand));
    const done = await Promise.all([applyRule(store, rule.id), applyRule(store, rule.id)]);
    expect(done.map(({ count }) => count).sort()).toEqual([0, 3]);
    expect(await store.db.tags.count()).toBe(3);
  });

  test('cancelled, what was touched stays, and is undone as one', async () => {
    const { store, brand } = await branded();
    for (let index = 0; index < 110; index++) await save(store, `${100 + index}`);
    const { rule } = await saveRule(store, input(brand));
    const stop = new AbortController();
    const { batch, count } = await applyRule(store, rule.id, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(count).toBe(100);
    await undoBatch(store, batch);
    expect((await countTouched(store, rule, 1)).total).toBe(110);
  }, 30_000);

  test('a rule whose query cannot be read whole touches nothing', async () => {
    const { store, brand } = await branded();
    await save(store, '1');
    const { rule } = await saveRule(store, input(brand, { query: 'grinder later:than' }));
    expect(rule.query).toBe('grinder later:than');
    expect((await countTouched(store, rule, 1)).total).toBe(0);
    expect((await applyRule(store, rule.id)).count).toBe(0);
    await save(store, '2');
    expect((await clips(store)).flatMap(({ tags }) => tags)).toEqual([]);
    // A theme that is still being thought of keeps nothing from being counted.
    expect((await countTouched(store, { ...rule, query: 'grinder', theme: 'theme:new' }, 1)).total).toBe(2);
  });
});

test('what is proposed is accepted as the rule’s, by a person who looked; undone, it is proposed again', async () => {
  const { store, brand } = await branded();
  const { rule } = await saveRule(store, input(brand, { mode: 'propose' }));
  await save(store, '1');
  const [clip] = await clips(store);
  const proposals = await proposalsFor(store, clip!);
  expect(proposals).toMatchObject([{ brand, quadrant: 'weakness', theme: rule.theme, rule: rule.id }]);
  const { id } = await acceptProposal(store, clip!.id, proposals[0]!);
  const [judged] = await clips(store);
  expect(judged).toMatchObject({ state: 'reviewed', tags: [{ origin: 'rule', rule: rule.id }] });
  expect(await proposalsFor(store, judged!)).toEqual([]);
  await undo(store, id);
  expect((await clips(store))[0]).toMatchObject({ state: 'inbox', inbox: 1, tags: [] });
  expect(await proposalsFor(store, (await clips(store))[0]!)).toHaveLength(1);
  await expectCounted(store);
});

test('spoilt rules keep nothing from being saved, counted or checked, and are named', async () => {
  const { store, brand } = await branded();
  const { rule } = await saveRule(store, input(brand));
  const record = (await store.db.records.get(rule.id))!;
  await store.db.records.bulkPut([
    { id: 'rule:spoilt', kind: 'rule' } as never,
    { ...record, id: 'rule:strange', f: { ...record.f, mode: { 'a1.1': 'shout' } } },
  ]);
  await save(store, '1');
  expect((await clips(store))[0]!.tags).toMatchObject([{ rule: rule.id }]);
  expect(await rulesOf(store)).toMatchObject({
    rules: [{ id: rule.id }],
    unreadable: [
      { id: 'rule:spoilt', name: null },
      { id: 'rule:strange', name: 'Grinders' },
    ],
  });
  await expectCounted(store);
  for await (const { wrong, broken, done, total } of checkIntegrity(store))
    if (done === total) expect([wrong, broken.map(({ id }) => id)]).toEqual([{}, ['rule:spoilt']]);
  await trashRule(store, 'rule:strange');
  expect((await rulesOf(store)).unreadable).toHaveLength(1);
});

test('a bundle carries rules and what they set', async () => {
  const { store, brand } = await branded();
  const { rule } = await saveRule(store, input(brand));
  await save(store, '1');
  const other = await freshStore('b2');
  const { refused } = await takeFrom(other, await bundleOf(store));
  expect(refused).toEqual([]);
  expect(await rulesOf(other)).toEqual(await rulesOf(store));
  expect(await clips(other)).toEqual(await clips(store));
  await save(other, '2');
  expect((await other.db.clips.get('clip:x:2'))!.tags).toMatchObject([{ rule: rule.id }]);
});

const nth = fc.nat({ max: 9 });
const command = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      id: fc.constantFrom('1', '2', '3'),
      text: fc.constantFrom('grinder', 'late grinder', 'hello'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('rule' as const),
      query: fc.constantFrom('grinder', 'late', '-late', 'is:untagged', 'swot:w', 'broken:query'),
      quadrant: fc.constantFrom('weakness' as const, 'threat' as const, null),
      theme: fc.constantFrom('', 'Parts'),
      priority: fc.constantFrom(null, 2 as const),
    }),
  },
  fc.record({
    do: fc.constantFrom('apply' as const, 'untag' as const, 'undo' as const, 'trash' as const, 'trashRule' as const, 'rate' as const),
    nth,
  }),
);

test('counters equal a recount after any sequence with rules; applying twice is as once; nothing that was taken back is set by a rule', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 14 }), async (commands) => {
      const { store, brand } = await branded();
      const pick = <T>(all: T[], index: number): T | undefined => all[index % (all.length || 1)];
      let second = 0;
      for (const one of commands) {
        const at = new Date(Date.UTC(2026, 4, 5, 0, 0, second++));
        const all = await clips(store);
        if (one.do === 'save') await saveClip(store, { draft: post(one.id, one.text), brands: [], judgement: null }, at);
        else if (one.do === 'rule') {
          const { quadrant, theme, query, priority } = one;
          await saveRule(store, input(brand, { query, quadrant, theme: quadrant ? theme : '', priority }), at);
        } else if (one.do === 'apply') {
          const rule = pick((await rulesOf(store)).rules, one.nth);
          if (!rule) continue;
          const { total } = await countTouched(store, rule, 1);
          expect((await applyRule(store, rule.id, { at })).count).toBe(total);
          // A query may ask for what the rule itself brings about; then it touches no clip again, but may touch others.
          expect((await countTouched(store, rule, 1)).total).toBe(0);
        } else if (one.do === 'undo') {
          const action = pick((await store.db.actions.toArray()).slice(1), one.nth);
          if (action) await undo(store, action.id, at);
        } else if (one.do === 'trash') {
          const clip = pick(all, one.nth);
          if (clip) await trashClip(store, clip.id, at);
        } else if (one.do === 'trashRule') {
          const rule = pick((await rulesOf(store)).rules, one.nth);
          if (rule) await trashRule(store, rule.id, at);
        } else if (one.do === 'rate') {
          const clip = pick(all, one.nth);
          if (clip) await setPriority(store, clip.id, 1, at);
        } else {
          const clip = pick(all, one.nth);
          const tag = clip?.tags[0];
          if (!clip || !tag) continue;
          await untag(store, tag.id, at);
          await saveClip(store, { draft: post(clip.nativeId!, clip.text), brands: [], judgement: null }, at);
          const again = (await store.db.clips.get(clip.id))!.tags;
          expect(again.filter(({ quadrant, theme }) => quadrant === tag.quadrant && theme === tag.theme)).toEqual([]);
        }
      }
      await expectCounted(store);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  );
}, 120_000);

test('a rule’s judgement that is refined is still the rule’s, and one that is judged otherwise a person’s', async () => {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
  const judged = await saveClip(store, {
    draft: draft(),
    brands: [],
    judgement: { brand: brand.id, quadrant: 'weakness', origin: 'rule', rule: 'rule:1' },
  });
  const refined = await refineTag(store, judged.tag!, { quote: 'died after 14 months' });
  expect(await store.db.tags.get(refined.tag!)).toMatchObject({ origin: 'rule', rule: 'rule:1', quote: 'died after 14 months' });
  const other = await refineTag(store, refined.tag!, { quadrant: 'threat' });
  const tag = await store.db.tags.get(other.tag!);
  expect(tag).toMatchObject({ origin: 'hand', quadrant: 'threat' });
  expect(tag).not.toHaveProperty('rule');
});

test('a rule that asks for a theme heeds where themes stand now, though it was made ready before', async () => {
  const { store, brand } = await branded();
  const judged = (nativeId: string) =>
    saveClip(store, { draft: post(nativeId), brands: [], judgement: { brand, quadrant: 'weakness', theme: 'Fees' } });
  await addTheme(store, 'Price');
  await saveRule(store, input(brand, { query: 'theme:price', brand: null, quadrant: null, theme: '', priority: 3 }));
  await judged('1');
  await editTheme(store, themeId('Fees'), { parent: themeId('Price') });
  await judged('2');
  expect((await clips(store)).map(({ priority }) => priority)).toEqual([undefined, 3]);
});

describe('a clip that is met again', () => {
  const hour = 3_600_000;
  const start = Date.parse('2026-05-21T10:00:00.000Z');
  const liked = (likes: number, text = 'The grinder died.') => draft({ nativeId: '1', url: null, text, metrics: { ...draft().metrics, likes } });
  const popular = (brand: string, changes: Partial<RuleInput> = {}) => input(brand, { name: 'Popular', query: 'likes>=100', ...changes });
  const tags = async (store: Store) => (await clips(store))[0]!.tags;

  /** Clipped with 12 likes, and met after so many hours with others. */
  async function clipped(changes: Partial<RuleInput> = {}) {
    const { store, brand } = await branded();
    await saveRule(store, popular(brand, changes), new Date(start));
    await saveClip(store, { draft: liked(12), brands: [], judgement: null }, new Date(start));
    const meet = (after: number, likes: number, text?: string) => meetClips(store, [liked(likes, text)], new Date(start + after * hour));
    return { store, brand, meet };
  }

  test('bears what a rule sets that fits it since, once, as an entry of the history', async () => {
    const { store, brand, meet } = await clipped({ priority: 3 });
    await meet(1, 99);
    expect(await tags(store)).toEqual([]);
    await meet(2, 150);
    expect((await clips(store))[0]).toMatchObject({ priority: 3, tags: [{ brand, quadrant: 'weakness', origin: 'rule' }] });
    const actions = (await store.db.actions.toArray()).filter(({ name }) => name === 'apply');
    expect(actions).toMatchObject([{ clip: 'clip:x:1', tag: (await tags(store))[0]!.id }]);
    await meet(3, 40);
    await meet(4, 200);
    expect(await store.db.tags.count()).toBe(1);
    await expectCounted(store);
    await undo(store, actions[0]!.id);
    expect((await clips(store))[0]).toMatchObject({ tags: [], inbox: 1 });
    // It fits as it did: nobody wants it set again and again.
    await meet(5, 210);
    expect(await tags(store)).toEqual([]);
    await expectCounted(store);
  });

  test('is not judged again as a person said it is not', async () => {
    const { store, meet } = await clipped();
    await meet(1, 150);
    await untag(store, (await tags(store))[0]!.id);
    await meet(2, 20);
    await meet(3, 150);
    expect(await tags(store)).toEqual([]);
    await expectCounted(store);
  });

  test('is asked about for its words too, where they were edited', async () => {
    const { store, brand } = await clipped({ enabled: false });
    await saveRule(store, input(brand, { query: 'boiler' }));
    await meetClips(store, [liked(12, 'The grinder died, and the boiler.')], new Date(start + hour));
    expect(await tags(store)).toMatchObject([{ origin: 'rule' }]);
  });

  test('is left alone by a rule that fitted it before, and was never applied to the past', async () => {
    const { store, brand, meet } = await clipped({ enabled: false });
    await saveRule(store, input(brand));
    await meet(1, 150);
    expect(await tags(store)).toEqual([]);
    expect((await store.db.actions.toArray()).filter(({ name }) => name === 'apply')).toEqual([]);
  });

  test('is proposed what a rule only proposes', async () => {
    const { store, meet } = await clipped({ mode: 'propose' });
    expect(await proposalsFor(store, (await clips(store))[0]!)).toEqual([]);
    await meet(1, 150);
    expect(await tags(store)).toEqual([]);
    expect(await proposalsFor(store, (await clips(store))[0]!)).toMatchObject([{ quadrant: 'weakness' }]);
  });

  test('saved again by hand, it is as with any save: part of that entry', async () => {
    const { store } = await clipped();
    const again = await saveClip(store, { draft: liked(150), brands: [], judgement: null }, new Date(start + hour));
    expect(await tags(store)).toMatchObject([{ origin: 'rule' }]);
    await undo(store, again.id);
    expect(await tags(store)).toEqual([]);
    await expectCounted(store);
  });
});
