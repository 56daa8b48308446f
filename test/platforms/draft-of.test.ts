import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft } from '../../lib/core/draft.ts';
import { draftOf } from '../../lib/platforms/shared/draft-of.ts';

/** Of any length up to more than every limit; with characters of two code units, so that a cut may fall within one. */
const words = fc
  .tuple(fc.constantFrom('a', '😀', 'é '), fc.constantFrom(0, 1, 34, 199, 499, 2_001, 4_001, 5_001, 20_001, 200_001), fc.string({ maxLength: 5 }))
  .map(([letter, length, rest]) => rest + letter.repeat(length));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const address = maybe(words.map((rest) => `https://plaza.example/${encodeURIComponent(rest)}`));
const person = fc.record({ name: maybe(words), handle: maybe(words) });
const reference = fc.record({ url: address, nativeId: maybe(words), author: person, text: words }, { requiredKeys: ['url', 'nativeId', 'author'] });
const medium = fc.record({ kind: fc.constant('image' as const), url: address, alt: words }, { requiredKeys: ['kind', 'url'] });
const found = fc.record(
  {
    kind: fc.constant('post' as const),
    platform: fc.constant('x'),
    url: address,
    nativeId: maybe(words),
    author: person,
    sharedBy: person,
    inReplyTo: reference,
    quotes: reference,
    title: words,
    text: words,
    lang: fc.oneof(words, fc.constantFrom('en-abcdefgh-abcdefgh-abcdefgh-abcdef', 'en-abcdefgh-abcdefgh-abcdefgh-abcde')),
    publishedAt: fc.record({
      instant: fc.constant('2026-03-18T09:15:00.000Z'),
      raw: words,
      precision: fc.constant('day' as const),
      source: fc.constant('label' as const),
    }),
    media: fc.tuple(medium, fc.constantFrom(0, 1, 101)).map(([one, times]) => Array.from({ length: times }, () => one)),
  },
  { requiredKeys: ['kind', 'platform'] },
);

test('no field, however long, makes a draft that is refused', () => {
  fc.assert(
    fc.property(found, (said) => {
      const draft = draftOf(said);
      expect(Draft.safeParse(draft).error?.issues ?? []).toEqual([]);
      expect(draftOf(draft)).toEqual(draft);
    }),
    { numRuns: 60 },
  );
});

test('what fits is left as it is', () => {
  const said = {
    kind: 'post',
    platform: 'x',
    url: `https://x.com/${'a'.repeat(3_986)}`,
    nativeId: 'n'.repeat(500),
    author: { name: 'A'.repeat(500), handle: null },
    title: 't'.repeat(2_000),
    text: 'w'.repeat(100_000),
    lang: 'zh-Hant-TW',
    media: [{ kind: 'image', url: null, alt: 'a'.repeat(5_000) }],
  } satisfies Partial<Draft>;
  expect(draftOf(said)).toMatchObject({ ...said, truncated: false });
});

test('a cut text says so, and ends with a whole character', () => {
  const { text, truncated } = draftOf({ kind: 'post', platform: 'x', text: `a${'😀'.repeat(100_001)}` });
  expect(text.length).toBe(99_999);
  expect(text.isWellFormed()).toBe(true);
  expect(truncated).toBe(true);
});

test('an address or id is whole or unknown', () => {
  const long = `https://plaza.example/${'a'.repeat(4_000)}`;
  expect(draftOf({ kind: 'post', platform: 'x', url: long, nativeId: 'n'.repeat(501) })).toMatchObject({ url: null, nativeId: null });
});

test.each([
  ['en_US', 'en-US'],
  ['pt-BR', 'pt-BR'],
  ['not a language', undefined],
  ['{{lang}}', undefined],
])('the language "%s" is %s', (lang, expected) => {
  expect(draftOf({ kind: 'post', platform: 'x', lang }).lang).toBe(expected);
});

test('a text of ten million characters is read as far as a field goes, and marked as cut', () => {
  const post = { kind: 'post', platform: 'x', text: 'w'.repeat(10_000_000) } as const;
  expect(draftOf(post)).toMatchObject({ text: 'w'.repeat(100_000), truncated: true });
});
