import { describe, expect, test } from 'vitest';
import { type BrandWords, brandsIn } from '../../lib/core/mentions.ts';

const none = { aliases: [], handles: [], must: [], mustNot: [] };
const arvelle: BrandWords = { ...none, id: 'arvelle', name: 'Arvelle', aliases: ['café arvelle'], handles: ['instagram:arvelle.id', 'x:arvelle'] };
const orange: BrandWords = { ...none, id: 'orange', name: 'Orange', must: ['fibre', 'mobile'], mustNot: ['juice'] };

const post = (text: string, changes = {}) => ({ platform: 'x', author: { name: 'Ana', handle: 'ana' }, text, ...changes });
const found = (text: string, changes = {}) => brandsIn(post(text, changes), [arvelle, orange]);

describe('a brand is found', () => {
  test.each([
    ['by name', 'My Arvelle is fine'],
    ['in capitals', 'ARVELLE!'],
    ['with accents', 'Mon Arvellé'],
    ['as a hashtag', '#arvelle, again'],
    ['by its handle', 'thanks @arvelle.id'],
    ['by an alias of two words', 'le CAFE  ARVELLE du matin'],
    ['with an Indonesian suffix', 'Arvellenya enak, Arvelle-nya juga'],
    ['with a possessive', 'Arvelle’s milk'],
    ['beside punctuation', '(arvelle)'],
    ['in a script without spaces around', '我的 Arvelle 很好'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual(['arvelle']);
  });
  test('in the title and in what is quoted', () => {
    expect(found('look', { title: 'Arvelle or not?' })).toEqual(['arvelle']);
    expect(found('look', { quotes: { url: null, nativeId: null, author: { name: null, handle: null }, text: 'Arvelle' } })).toEqual(['arvelle']);
  });
  test('where its own account speaks without naming it, on its own network only', () => {
    expect(found('We are hiring', { author: { name: 'A', handle: '@Arvelle' } })).toEqual(['arvelle']);
    expect(found('We are hiring', { platform: 'reddit', author: { name: 'A', handle: 'arvelle' } })).toEqual([]);
  });
});

describe('a brand is not found', () => {
  test.each([
    ['inside another word', 'Arvellesque, marvelle'],
    ['where a needed word lacks', 'Orange is a colour'],
    ['where a forbidden word stands', 'Orange juice by mobile'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
  test('without any word', () => {
    expect(brandsIn(post('anything'), [{ ...none, id: 'empty', name: ' ' }])).toEqual([]);
  });
});

test('with a needed word it counts', () => expect(found('Orange fibre is down')).toEqual(['orange']));
test('characters that mean something in patterns are plain in names', () => {
  const odd: BrandWords = { ...none, id: 'odd', name: 'C+(x' };
  expect(brandsIn(post('I use C+(x daily'), [odd])).toEqual(['odd']);
});
