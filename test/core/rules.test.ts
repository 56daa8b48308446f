import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edit, emptyRecord } from '../../lib/core/mergeable.ts';
import { quadrants } from '../../lib/core/quadrant.ts';
import type { QueryContext } from '../../lib/core/query/context.ts';
import { printQuery } from '../../lib/core/query/print.ts';
import type { Clip, Rule, Tag } from '../../lib/core/records.ts';
import { type Effect, effectsOf, judgementKey, proposalsOf, readyRules, ruleOf, tagOf, troubleOf } from '../../lib/core/rules.ts';
import { clipOf as clip } from './clip-of.ts';
import { anyQuery } from './query/arbitrary.ts';

const context: QueryContext = {
  brands: [
    { id: 'b1', name: 'Arvelle', aliases: [] },
    { id: 'b2', name: 'Kestrin', aliases: [] },
  ],
  themes: [
    { id: 't1', name: 'Price' },
    { id: 't2', name: 'Parts' },
  ],
  today: '2026-05-25',
};

const rule = (changes: Partial<Rule> = {}): Rule => ({
  id: 'rule:1',
  name: 'Grinders',
  query: 'grinder',
  brand: 'b2',
  quadrant: 'weakness',
  theme: null,
  priority: null,
  mode: 'set',
  enabled: true,
  order: 0,
  ...changes,
});

const tag = (changes: Partial<Tag>): Tag => ({
  ...{ id: 'g', v: 1, clip: 'clip:x:1', brand: 'b2', quadrant: 'weakness', theme: null, weight: 1, quote: '', at: '', by: '', origin: 'hand' },
  ...changes,
});

/** The clip as the store would show it afterwards. */
function carriedOut(before: Clip, effects: readonly Effect[]): Clip {
  const tags = effects.flatMap((effect, index) => tagOf(effect, { id: `made${index}`, clip: before.id, at: '' }) ?? []);
  const priority = before.priority ?? effects.find((effect) => effect.priority !== null)?.priority;
  return {
    ...before,
    tags: [...before.tags, ...tags],
    brands: [...new Set([...before.brands, ...effects.flatMap(({ brand }) => brand ?? [])])],
    inbox: before.tags.length + tags.length === 0 ? before.inbox : 0,
    ...(priority && { priority }),
  };
}

const doneBy = (one: Clip, rules: readonly Rule[], takenBack?: ReadonlySet<string>) =>
  effectsOf(one, readyRules(rules, context), takenBack ? { takenBack } : {});

describe('what a rule has left to do', () => {
  test('its judgement, named by the rule', () => {
    const [effect] = doneBy(clip(), [rule({ theme: 't2' })]);
    expect(effect).toEqual({ brand: 'b2', quadrant: 'weakness', theme: 't2', priority: null, rule: 'rule:1' });
    expect(tagOf(effect!, { id: 'g', clip: 'c', at: 'now' })).toMatchObject({ origin: 'rule', rule: 'rule:1', brand: 'b2', theme: 't2', quote: '' });
  });

  test('nothing where its query does not fit, it is off, or only proposes', () => {
    for (const changes of [{ query: 'teapot' }, { enabled: false }, { mode: 'propose' as const }])
      expect([changes, doneBy(clip(), [rule(changes)])]).toEqual([changes, []]);
  });

  test('nothing where an equal judgement is there, or was taken back; another theme is another judgement', () => {
    expect(doneBy(clip({ tags: [tag({})] }), [rule()])).toEqual([]);
    expect(doneBy(clip({ tags: [tag({ theme: 't1' })] }), [rule()])).toHaveLength(1);
    expect(doneBy(clip(), [rule()], new Set([judgementKey(tag({}))]))).toEqual([]);
    expect(doneBy(clip(), [rule({ theme: 't1' })], new Set([judgementKey(tag({}))]))).toHaveLength(1);
  });

  test('a brand alone says that the clip is about it; a priority stays as somebody set it', () => {
    const about = rule({ quadrant: null, priority: 3 });
    expect(doneBy(clip(), [about])).toEqual([{ brand: 'b2', quadrant: null, theme: null, priority: 3, rule: 'rule:1' }]);
    expect(doneBy(clip({ brands: ['b2'] }), [about])).toEqual([{ brand: null, quadrant: null, theme: null, priority: 3, rule: 'rule:1' }]);
    expect(doneBy(clip({ brands: ['b2'], priority: 1 }), [about])).toEqual([]);
    expect(tagOf(doneBy(clip(), [about])[0]!, { id: 'g', clip: 'c', at: '' })).toBeNull();
  });

  test('each rule sees what those before it set', () => {
    const otherwise = rule({ id: 'rule:2', query: 'is:untagged', quadrant: 'threat', order: 1 });
    expect(doneBy(clip(), [otherwise, rule()]).map((effect) => effect.rule)).toEqual(['rule:1']);
    expect(doneBy(clip(), [{ ...otherwise, order: -1 }, rule()]).map((effect) => effect.rule)).toEqual(['rule:2', 'rule:1']);
    const first = doneBy(clip(), [rule({ priority: 3 }), rule({ id: 'rule:2', quadrant: 'threat', priority: 1, order: 1 })]);
    expect(first.map(({ priority }) => priority)).toEqual([3, null]);
  });
});

test('what is proposed: from two rules the same once, never what is there or was taken back', () => {
  const [one, two] = [rule({ mode: 'propose' }), rule({ id: 'rule:2', mode: 'propose', query: 'kestrin', order: 1 })];
  expect(proposalsOf(clip(), [two, one, rule({ id: 'rule:3' })], context).map((effect) => effect.rule)).toEqual(['rule:1']);
  expect(proposalsOf(clip({ tags: [tag({})] }), [one, two], context)).toEqual([]);
  expect(proposalsOf(clip(), [one, two], { ...context, takenBack: new Set([judgementKey(tag({}))]) })).toEqual([]);
});

describe('what is wrong with a rule', () => {
  test.each([
    ['query', { query: 'likes>many grinder' }],
    ['query', { query: 'a later:word' }],
    ['everything', { query: ' ' }],
    ['name', { query: '-brand:nobody' }],
    ['brand', { brand: 'gone' }],
    ['theme', { theme: 'gone' }],
    ['nothing', { brand: null, quadrant: null }],
    ['nothing', { brand: null }],
    ['nothing', { quadrant: null, theme: 't1' }],
    [null, { query: 'on:mastodon' }],
    [null, { brand: null, quadrant: null, priority: 2 as const }],
  ])('%s: %o', (trouble, changes) => {
    expect(troubleOf(rule(changes), context)).toBe(trouble);
    if (trouble) expect(doneBy(clip(), [rule(changes)])).toEqual([]);
  });
});

test('a record is a rule as it was written, or none where it cannot be read', () => {
  const { id, ...set } = rule();
  const record = edit(emptyRecord(id, 'rule'), { actor: 'a1', by: '', at: new Date(0) }, { set });
  expect(ruleOf(record)).toEqual(rule());
  const hand = { actor: 'a1', by: '', at: new Date(1) };
  expect(ruleOf(edit(record, hand, { set: { mode: 'shout' } }))).toBeNull();
  expect(ruleOf(edit(record, hand, { trashed: true }))).toBeNull();
});

const material = {
  words: ['grinder', 'kestrin', 'died', 'teapot', 'price'],
  values: { brand: ['Arvelle', 'Kestrin'], theme: ['Price', 'none'], on: ['x'], by: ['@jonas'], lang: ['fr'], owner: ['none'] },
  numbers: [0, 3, 12],
  days: ['2026-05-21', '2026', '30d'],
};
const judgement = fc.record({
  brand: fc.constantFrom('b1', 'b2'),
  quadrant: fc.constantFrom(...quadrants),
  theme: fc.constantFrom(null, 't1', 't2'),
});
const anyRule = fc
  .record({
    query: anyQuery(material).map(printQuery),
    said: fc.oneof(judgement, fc.record({ brand: fc.constantFrom('b1', 'b2'), quadrant: fc.constant(null), theme: fc.constant(null) })),
    priority: fc.constantFrom(null, 1 as const, 3 as const),
  })
  .map(({ said, ...more }) => rule({ ...said, ...more }));
const anyClip = fc.record({ tags: fc.array(judgement, { maxLength: 3 }), brands: fc.subarray(['b1', 'b2']) }).map(({ tags, brands }) =>
  clip({
    tags: tags.map((one, index) => tag({ ...one, id: `g${index}` })),
    brands: [...new Set([...brands, ...tags.map(({ brand }) => brand)])],
    inbox: tags.length === 0 ? 1 : 0,
  }),
);

test('a rule asked twice has nothing left to do, and what a person took back is never set', () => {
  fc.assert(
    fc.property(anyClip, anyRule, fc.array(judgement.map(judgementKey)), (before, one, back) => {
      const takenBack = new Set(back);
      const effects = doneBy(before, [one], takenBack);
      const after = carriedOut(before, effects);
      expect(doneBy(after, [one], takenBack)).toEqual([]);
      for (const { id, ...made } of after.tags.filter(({ origin }) => origin === 'rule')) {
        expect(takenBack.has(judgementKey(made))).toBe(false);
        expect(before.tags.map(judgementKey)).not.toContain(judgementKey(made));
      }
    }),
    { numRuns: 500 },
  );
});
