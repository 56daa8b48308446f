import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../lib/core/query/parse.ts';
import { printQuery } from '../../../lib/core/query/print.ts';
import { anyQuery } from './arbitrary.ts';

const some = anyQuery({
  words: ['grinder', 'l’arrivée', 'wi-fi', 'https://a.example/b', '12:30', '配送', 'التوصيل', 'จัดส่ง', '🙂', 'or'],
  values: {
    brand: ['Arvelle', 'Café "Senja", Bandung', 'brand:0190', '-minus', 'a|b'],
    theme: ['price', 'late delivery', 'none', '(new)'],
    by: ['@ann', 'Jonas Feld'],
    owner: ['Ann', 'Jonas Feld', 'none'],
    on: ['x', 'instagram'],
    lang: ['fr', 'pt-br'],
  },
  numbers: [0, 2, -4, 2.5, 1200, 0.000001],
  days: ['2026-01-01', '2026-02', '2025', 'today', '30d'],
});

test('what is printed is read again as the same query', () => {
  fc.assert(
    fc.property(some, (query) => {
      const text = printQuery(query);
      expect({ text, ...parseQuery(text) }).toMatchObject({ text, query, problems: [] });
    }),
    { numRuns: 2_000 },
  );
});

test('any text is read, complaints point into it, and what was understood reads the same when printed', () => {
  const pieces = fc.constantFrom(
    'brand:',
    'likes>',
    '-',
    '(',
    ')',
    '"',
    ' ',
    ' ',
    'OR',
    ' OR ',
    '|',
    ',',
    'a',
    'é',
    '*',
    '..',
    '5',
    '\\',
    '«',
    'swot:w',
    'day:2026',
    '👍🏽',
    'x:',
  );
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, fc.boolean(), (typed, unfinished) => {
      const { query, problems } = parseQuery(typed, { unfinished });
      for (const {
        at: [from, to],
      } of problems) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(Math.max(typed.length, from + 2));
        expect(from).toBeLessThan(to);
      }
      const printed = printQuery(query);
      expect(parseQuery(printed)).toMatchObject({ query, problems: [] });
    }),
    { numRuns: 3_000 },
  );
});

test('the whole language in one line', () => {
  const text =
    'swot:w brand:acme on:instagram by:@ann theme:price er>2 likes>=100 after:2026-01-01 lang:fr has:picture is:untagged -refund "free delivery"';
  const { query, problems } = parseQuery(text);
  expect(problems).toEqual([]);
  expect(query).toEqual({
    type: 'and',
    terms: [
      { type: 'choice', key: 'swot', values: ['w'] },
      { type: 'choice', key: 'brand', values: ['acme'] },
      { type: 'choice', key: 'on', values: ['instagram'] },
      { type: 'choice', key: 'by', values: ['@ann'] },
      { type: 'choice', key: 'theme', values: ['price'] },
      { type: 'number', key: 'er', is: '>', value: 2 },
      { type: 'number', key: 'likes', is: '>=', value: 100 },
      { type: 'after', day: '2026-01-01' },
      { type: 'choice', key: 'lang', values: ['fr'] },
      { type: 'choice', key: 'has', values: ['picture'] },
      { type: 'choice', key: 'is', values: ['untagged'] },
      { type: 'not', term: { type: 'word', text: 'refund', prefix: false } },
      { type: 'phrase', text: 'free delivery' },
    ],
  });
  expect(printQuery(query)).toBe(text);
});

test.each([
  ['marque:Arvelle', 'brand:Arvelle'],
  ['MEREK:Senja', 'brand:Senja'],
  ['réseau:Instagram', 'on:instagram'],
  ['on:"Hacker News",twitter', 'on:hackernews,x'],
  ['swot:faiblesse,menace', 'swot:w,t'],
  ['swot:Kelemahan', 'swot:w'],
  ['priorité:Haute,2', 'priority:high,normal'],
  ['responsable:"Ann Lind"', 'owner:"Ann Lind"'],
  ['faktor:Competition', 'factor:competition'],
  ['depuis:2026-05', 'after:2026-05'],
  ['day:2026-05-01..2026-05-31', 'day:2026-05-01..2026-05-31'],
  ['likes:1.2k..', 'likes>=1200'],
  ['er>2,5%', 'er>2.5'],
  ['likes:5', 'likes=5'],
  ['«livraison gratuite»', '"livraison gratuite"'],
  ['grind*', 'grind*'],
  ['(a b) | c', 'a b OR c'],
  ['(a | b) -(c d)', '(a OR b) -(c d)'],
  ['12:30 https://x.com/a', '12:30 https://x.com/a'],
  ['rock & roll - live', 'rock roll live'],
])('%s is %s', (typed, canonical) => {
  const { query, problems } = parseQuery(typed);
  expect(problems).toEqual([]);
  expect(printQuery(query)).toBe(canonical);
});

test.each([
  ['brnd:acme', 'unknownKey', 'brnd', ['brand']],
  ['grinder like>5', 'unknownKey', 'like', ['likes']],
  ['-lnag:fr', 'unknownKey', 'lnag', ['lang']],
  ['swot:x', 'unknownValue', 'x', ['s', 'w', 'o', 't']],
  ['has:pictures', 'unknownValue', 'pictures', ['picture']],
  ['is:untaged a', 'unknownValue', 'untaged', ['untagged']],
  ['brand:', 'noValue', 'brand:', []],
  ['a likes>', 'noValue', 'likes>', []],
  ['likes>many', 'notNumber', 'many', []],
  ['likes:5..x', 'notNumber', '5..x', []],
  ['after:2026-02-30', 'notDay', '2026-02-30', []],
  ['brand>acme', 'notCompared', 'brand>acme', []],
  ['say "free', 'openQuote', '"', []],
  ['a (b', 'openParenthesis', '(', []],
  ['a) b', 'strayParenthesis', ')', []],
  ['a OR', 'nothingThere', 'OR', []],
])('%s: %s at “%s”', (typed, code, there, near) => {
  const { problems } = parseQuery(typed);
  expect(problems.map((problem) => ({ code: problem.code, there: typed.slice(...problem.at), near: problem.near }))).toEqual([{ code, there, near }]);
});

test('what is wrong is left out, the rest is asked', () => {
  expect(printQuery(parseQuery('grinder brnd:acme swot:w,q').query)).toBe('grinder swot:w');
});

test('the last word may be unfinished while it is typed', () => {
  expect(printQuery(parseQuery('free deliv', { unfinished: true }).query)).toBe('free deliv*');
  expect(printQuery(parseQuery('free deliv ', { unfinished: true }).query)).toBe('free deliv');
  expect(printQuery(parseQuery('deliv brand:arv', { unfinished: true }).query)).toBe('deliv brand:arv');
});

test('a very long query, and one of a thousand parentheses, is read as far as it goes', () => {
  expect(parseQuery('a '.repeat(5_000)).problems.map(({ code }) => code)).toEqual(['tooLong']);
  expect(parseQuery('('.repeat(2_000)).problems).toHaveLength(2_000);
});
