import fc from 'fast-check';
import { expect, test } from 'vitest';
import { complete, type Known } from '../../../lib/core/query/complete.ts';

const known: Known = {
  brand: [
    { value: 'Arvelle', label: 'Arvelle' },
    { value: 'Kestrin', label: 'Kestrin' },
    { value: 'Café Senja', label: 'Café Senja' },
  ],
  theme: [{ value: 'Late delivery', label: 'Late delivery' }],
  on: [{ value: 'hackernews', label: 'Hacker News' }],
  swot: [{ value: 'w', label: 'Faiblesse' }],
  day: [{ value: 'today', label: 'aujourd’hui' }],
};

/** The text once the first suggestion is taken, and all that is suggested. The caret is where "|" stands, else at the end. */
function taken(marked: string): [string | null, string[]] {
  const caret = marked.includes('|') ? marked.indexOf('|') : marked.length;
  const text = marked.replace('|', '');
  const { from, to, suggestions } = complete(text, caret, known);
  const inserts = suggestions.map(({ insert }) => insert);
  return [inserts[0] === undefined ? null : text.slice(0, from) + inserts[0] + text.slice(to), inserts];
}

test.each([
  ['br', 'brand:'],
  ['grinder -br', 'grinder -brand:'],
  ['(mar', '(brand:'],
  ['lik', 'likes>='],
  ['brand:k', 'brand:Kestrin '],
  ['merek:k', 'merek:Kestrin '],
  ['brand:sen', 'brand:"Café Senja" '],
  ['brand:"café s', 'brand:"Café Senja" '],
  ['brand:"Café Senja",ar', 'brand:"Café Senja",Arvelle '],
  ['brand:ar| grinder', 'brand:Arvelle  grinder'],
  ['kest', 'brand:Kestrin '],
  ['deliv', 'theme:"Late delivery" '],
  ['on:hacker', 'on:hackernews '],
  ['faibl', 'swot:w '],
  ['swot:', 'swot:w '],
  ['day:', 'day:today '],
  ['is:un', 'is:untagged '],
  ['has:', 'has:media '],
])('%s becomes %s', (typed, becomes) => {
  expect(taken(typed)[0]).toBe(becomes);
});

test.each(['"free del', 'by:', 'likes>', 'zzz', 'https://x', 'unknown:'])('%s: nothing fits', (typed) => {
  expect(taken(typed)[1]).toEqual([]);
});

test('values named already are not offered again; an empty place offers every key', () => {
  expect(taken('brand:Arvelle,')[1]).toEqual(['Kestrin ', '"Café Senja" ']);
  expect(taken('grinder ')[1]).toContain('rating>=');
});

test('what is replaced holds the caret, wherever it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('brand:', 'k', '"', ' ', '-', ',', '(', 'é'), { maxLength: 10 }), fc.nat(20), (parts, at) => {
      const text = parts.join('');
      const caret = Math.min(at, text.length);
      const { from, to } = complete(text, caret, known);
      expect(from).toBeLessThanOrEqual(caret);
      expect(to).toBeGreaterThanOrEqual(caret);
      expect(to).toBeLessThanOrEqual(text.length);
    }),
  );
});
