import { fold } from '../fold.ts';
import { readSentiment } from '../sentiment/reading.ts';

/** Features are numbered by hash: 2^18 places hold the some 100,000 of a large team without many sharing one. */
export const places = 2 ** 18;

/**
 * Words and pairs of words; letters, which carry inflection, misspelling and scripts without spaces; tone, which tells what other words for
 * the same would; and what is known besides.
 */
export const kinds = 4;

const lettersAtOnce = 4;
const longestWord = 40;
/** A word's valence in the sentiment lists is at most this, but for a few of AFINN's. */
const strongest = 4;

export interface Features {
  /** The text's words as they stand, in order. */
  words: string[];
  /** One entry a feature met: where it is kept, its strength, and the word it came from (of a pair: the second). */
  place: number[];
  strength: number[];
  word: number[];
  /** Where in these lists each kind begins, and the end. */
  starts: number[];
}

const piece = /https?:\/\/\S+|[\p{L}\p{N}][\p{L}\p{M}\p{N}_'’]*|\p{Extended_Pictographic}|<3|[:;=][-']?[()DPp/|]|[!?]+/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
let segmenter: Intl.Segmenter | undefined;

/** The words of a text in any script. Intl.Segmenter is slow, so only scripts that write no spaces are given to it. */
function wordsIn(text: string): string[] {
  const words: string[] = [];
  for (const [found] of text.matchAll(piece)) {
    if (!unspaced.test(found)) words.push(found);
    else {
      segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
      for (const { segment, isWordLike } of segmenter.segment(found)) if (isWordLike) words.push(segment);
    }
  }
  return words;
}

/** FNV-1a with a final mix, over a part of a string. */
function hash(text: string, from: number, to: number): number {
  let mixed = 0x811c9dc5;
  for (let at = from; at < to; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & (places - 1);
}

const isPlain = /^[!-~]*$/;
/** Folded, and short; all addresses are one word. Plain ASCII, which is most of most posts, is spared the normalising. */
function plainly(word: string): string {
  if (word.startsWith('http')) return 'http';
  return (isPlain.test(word) ? word.toLowerCase() : fold(word)).slice(0, longestWord);
}

const whole = (text: string) => hash(text, 0, text.length);

/**
 * What a text shows the learner: its words, pairs of words, letters in fours, and how it feels. `about` is what is known of it besides
 * ("of a rival"); the same feeling can mean another thing of another.
 */
export function featuresOf(text: string, about: readonly string[] = []): Features {
  const words = wordsIn(text);
  const place: number[] = [];
  const strength: number[] = [];
  const word: number[] = [];
  const add = (at: number, much: number, from: number) => {
    place.push(at);
    strength.push(much);
    word.push(from);
  };

  const folded = words.map(plainly);
  folded.forEach((found, index) => {
    add(whole(found), 1, index);
    if (index > 0) add(whole(`${folded[index - 1]} ${found}`), 1, index);
  });

  const letters = place.length;
  folded.forEach((found, index) => {
    const padded = `_${found}_`;
    for (let at = 0; at === 0 || at + lettersAtOnce <= padded.length; at++)
      add(hash(padded, at, Math.min(padded.length, at + lettersAtOnce)), 1, index);
  });

  const tone = place.length;
  addTone(text, words, about, add);

  const besides = place.length;
  for (const fact of about) add(whole(`about ${fact}`), 1, noWord);
  return { words, place, strength, word, starts: [0, letters, tone, besides, place.length] };
}

const noWord = -1;

function addTone(text: string, words: string[], about: readonly string[], add: (at: number, much: number, from: number) => void): void {
  const { label, words: coloured } = readSentiment(text);
  add(whole(`tone ${label}`), 1, noWord);
  for (const fact of about) add(whole(`about ${fact}, ${label}`), 1, noWord);
  for (const { text: phrase, value } of coloured) {
    add(whole(value > 0 ? 'tone good' : 'tone bad'), Math.abs(value) / strongest, words.indexOf(phrase.split(' ')[0] ?? ''));
  }
}
