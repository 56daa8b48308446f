import { expect, test } from 'vitest';
import { stem } from '../../lib/core/stem.ts';
import { plainText, wordsOf } from '../../lib/core/words.ts';

test.each([
  // Indonesian clitics
  ['pengirimannya', 'pengiriman'],
  ['rasanya', 'rasa'],
  ['airnya', 'air'],
  ['kopiku', 'kopi'],
  ['mesinmu', 'mesin'],
  ['meskipun', 'meski'],
  ['mungkinkah', 'mungkin'],
  // French
  ["l'arrivee", 'arrivee'],
  ["d'attente", 'attente'],
  ["qu'elle", 'elle'],
  ["jusqu'ici", 'ici'],
  ['livraisons', 'livraison'],
  ['gateaux', 'gateau'],
  // English
  ["kestrin's", 'kestrin'],
  ['grinders', 'grinder'],
])('%s is found as %s', (word, found) => {
  expect(stem(word)).toBe(found);
});

test.each([
  'hanya',
  'punya',
  'tanya',
  'salah',
  'telah',
  'masalah',
  'buku',
  'kamu',
  'haiku',
  'kenya',
  'prix',
  'bus',
  'news',
  'process',
  'address',
  "o'clock",
  'dikirim',
])('%s is whole', (word) => {
  expect(stem(word)).toBe(word);
});

test.each([
  ['Le café d’Émile : l’arrivée', ['le', 'cafe', 'emile', 'arrivee']],
  ['コーヒーが美味しい', ['コーヒー', 'が', '美味しい']],
  ['ガとカは違う', ['ガ', 'と', 'カ', 'は', '違う']],
  ['توصيلٌ مجّاني', ['توصيل', 'مجاني']],
  ['กาแฟอร่อยมาก', ['กาแฟ', 'อร่อย', 'มาก']],
  ['Доставка ещё идёт', ['доставка', 'еще', 'идет']],
  ['배송이 늦어요', ['배송이', '늦어요']],
  ['ＡＢＣ ﬁn de\u00adlivery', ['abc', 'fin', 'delivery']],
])('%s', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('only so many words of a long text', () => {
  expect(wordsOf(Array.from({ length: 1_000 }, (_, index) => `word${index}q`).join(' '))).toHaveLength(400);
});

test('letters for phrases', () => {
  expect(plainText('  L’Été\n à  Paris ')).toBe("l'ete a paris");
});
