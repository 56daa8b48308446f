import fc from 'fast-check';
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
    ['beside a script without spaces', '我的 Arvelle 很好'],
    ['within a script without spaces', '我的Arvelle很好，アルヴェルやArvelleの朝'],
    ['before a Korean particle', '어제 Arvelle은 좋았다'],
    ['within Thai', 'ฉันชอบArvelleมาก'],
    ['after an elision', 'l’huile d’Arvelle'],
    ['after an elision of two letters', 'qu’Arvelle revienne'],
    ['in the plural', 'les Arvelles du marché'],
    ['in a compound', 'cette marque Arvelle-là'],
    ['between Indonesian affixes', 'sudah di-Arvelle-kan'],
    ['after a prefix set off by a dash', 'se-Arvelle'],
    ['after a prefix set off by a capital', 'tadi diArvelle sama keArvelle'],
    ['with two Indonesian suffixes', 'Arvellenyalah yang enak'],
    ['as a word of a hashtag', 'late again #ArvelleDelivery'],
    ['as a later word of a hashtag', '#LoveArvelle'],
    ['in capitals within a hashtag', '#ARVELLEDown'],
    ['in a hashtag with underscores and figures', '#arvelle_fails2026'],
    ['before a year in a hashtag', '#arvelle2026'],
    ['by two words of a hashtag', '#CaféArvelle'],
    ['by two words run together in a hashtag', '#cafearvelle'],
    ['by an alias with a dash', 'le Café-Arvelle'],
    ['by an alias with a narrow space', 'le Café\u202fArvelle, le café\u00a0\u2011 arvelle'],
    ['by a handle like its name, on Mastodon', '@arvelle@social.example'],
    ['by a handle like its name, on Bluesky', 'so @arvelle.bsky.social said'],
    ['by the address of its account', 'https://www.instagram.com/arvelle.id/?hl=fr'],
    ['by its web address', 'write to help@arvelle.example'],
    ['with signs without width in it', 'Ar\u200bvel\u00adle'],
    ['behind a sign without width', 'vive\u200bArvelle'],
    ['beside emoji', '🔥Arvelle❤️, 1️⃣Arvelle'],
    ['with a trade mark', 'Arvelle™ and Arvelle®'],
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
    ['inside another word of a hashtag', '#marvelle #arvelledelivery'],
    ['glued to a prefix without a capital', 'diarvelle'],
    ['inside another account’s name', '@arvelle_fans @arvelle.fan @xarvelle'],
    ['in two words of a hashtag and of what follows', '#LoveCafé arvell'],
    ['across two languages’ letters', 'Арвеллarvelle'],
    ['where a needed word lacks', 'Orange is a colour'],
    ['where a forbidden word stands', 'Orange juice by mobile'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
  test('without any word', () => {
    expect(brandsIn(post('anything'), [{ ...none, id: 'empty', name: ' ' }])).toEqual([]);
  });
});

describe('a name in a script without spaces', () => {
  const brand = (name: string): BrandWords[] => [{ ...none, id: 'it', name }];
  const holds = (name: string, text: string) => brandsIn(post(text), brand(name)).length > 0;
  test.each([
    ['星宇', '我喜欢星宇咖啡', true],
    ['アルヴェル', '昨日アルヴェルで食べた', true],
    ['アルヴェル', 'アルヴェルト', false],
    ['アルヴェル', 'アルヴェルー', false],
    ['アルヴェル', 'ｱﾙｳﾞｪﾙ', true],
    ['아르벨', '아르벨은 좋다', true],
    ['아르벨', '마아르벨', false],
    ['아르베', '아르벨', false],
    ['อาร์เวล', 'ฉันชอบอาร์เวลมาก', true],
  ])('%s in %s: %s', (name, text, expected) => expect(holds(name, text)).toBe(expected));
});

describe('short and odd names', () => {
  const holds = (name: string, text: string) => brandsIn(post(text), [{ ...none, id: 'it', name }]).length > 0;
  test.each([
    ['Ka', 'kamu di sana', false],
    ['Bu', 'bukan itu', false],
    ['Ka', 'Ka’s shop', true],
    ['H&M', 'at H&M.', true],
    ['L’Écorce', "chez l'ecorce", true],
    ['Kestrin-Bruvio', 'kestrin bruvio', true],
    ['#Senja', 'Senja sekali', true],
    ['Phone', 'my iPhone', false],
    ['Yahoo!', 'Yahoo! again', true],
  ])('%s in %s: %s', (name, text, expected) => expect(holds(name, text)).toBe(expected));
});

test('a forbidden word forbids in its inflections and in hashtags too', () => {
  expect(found('Orange mobile #OrangeJuice')).toEqual([]);
  expect(found('Orange mobile juices')).toEqual([]);
});

test('no text and no name makes it throw, and a name by itself is always found', () => {
  const words = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-zA-Z éÀ’@#._\-+(*アー아星]{0,12}$/u));
  fc.assert(
    fc.property(words, words, (name, text) => {
      const brands = [{ ...none, id: 'it', name, aliases: [text], handles: [name], must: [], mustNot: [text] }];
      expect(() => brandsIn(post(text), brands)).not.toThrow();
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zà-ÿ]{1,8}(?:[ -][A-Z][a-z]{1,8}){0,2}$/u), (name) => {
      expect(brandsIn(post(`, ${name}.`), [{ ...none, id: 'it', name }])).toEqual(['it']);
    }),
  );
});

test('with a needed word it counts', () => expect(found('Orange fibre is down')).toEqual(['orange']));
test('characters that mean something in patterns are plain in names', () => {
  const odd: BrandWords = { ...none, id: 'odd', name: 'C+(x' };
  expect(brandsIn(post('I use C+(x daily'), [odd])).toEqual(['odd']);
});
