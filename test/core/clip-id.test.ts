import { expect, test } from 'vitest';
import { clipKeys, wordsKey } from '../../lib/core/clip-id.ts';
import { identityOf } from '../../lib/core/identity.ts';

const post = {
  platform: 'linkedin',
  nativeId: null,
  url: null,
  author: { name: 'Ana Lopes', handle: null },
  text: 'We moved to Arvelle.\nNo regrets.',
};

test('a native id is the surest key, the words stand beside it', () => {
  expect(clipKeys({ ...post, nativeId: '7200000000000000001' })).toEqual(['clip:linkedin:7200000000000000001', wordsKey(post)]);
});

test('words are known again whatever their case, accents and spacing', () => {
  expect(wordsKey({ ...post, text: 'WE MOVED to Arvellé. No regrets…' })).toBe(wordsKey(post));
});

test('only the first 80 letters count, so that a truncated text is the same post', () => {
  const long = 'a'.repeat(80);
  expect(wordsKey({ ...post, text: `${long} and more` })).toBe(wordsKey({ ...post, text: long }));
});

test('another author, platform or wording is another post', () => {
  const others = [
    { ...post, platform: 'x' },
    { ...post, author: { name: 'Bo', handle: null } },
    { ...post, text: 'Else' },
  ];
  for (const other of others) expect(wordsKey(other)).not.toBe(wordsKey(post));
});

test('this id never changes: stored clips carry it', () => {
  expect(wordsKey(post)).toBe('clip:linkedin:~87fa77e8-84ad-5620-bd87-68834a8ef0a6');
});

test('the small identity that a page asks about gives the same keys as the whole draft', () => {
  const text = `👋 — “Ça marche !”\n${'Très long. '.repeat(40)}`;
  const { kind, ...draft } = { kind: 'post' as const, ...post, text };
  const whole = { ...draft, kind, truncated: false, publishedAt: null, rounded: [], media: [], promoted: false } as never as Parameters<
    typeof identityOf
  >[0];
  expect(clipKeys(identityOf(whole))).toEqual(clipKeys(whole));
});
