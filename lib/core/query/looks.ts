import { stem } from '../stem.ts';
import { plainText, spelling, wordsTyped } from '../words.ts';
import type { Query } from './query.ts';

/** What a word or phrase of a query looks for. */
export interface Looks {
  /** All of these words, without their endings. */
  whole: string[];
  /** And one that begins so, or is this word. */
  unfinished: string | null;
  /** And these very letters in a row: of a phrase, and of signs that are no words, as emoji. */
  letters: string | null;
}

export function looksFor(query: Extract<Query, { type: 'word' | 'phrase' }>): Looks {
  const typed = wordsTyped(query.text, query.type === 'word' && query.prefix);
  const isWord = typed.whole.length > 0 || typed.unfinished !== null;
  return { ...typed, letters: query.type === 'phrase' || !isWord ? plainText(query.text) : null };
}

/** Whether an indexed word is the one being typed. */
const begins = (word: string, unfinished: string): boolean => word.startsWith(unfinished) || word === stem(unfinished);

/** Whether a text, given by its words and its letters, holds what is looked for. */
export const holds = ({ whole, unfinished, letters }: Looks, words: ReadonlySet<string>, plain: () => string): boolean =>
  whole.every((word) => words.has(word)) &&
  (unfinished === null || [...words].some((word) => begins(word, unfinished))) &&
  (letters === null || plain().includes(letters));

/** A person's name as typed: as a whole, or one word of it. */
export const isPerson = (name: string, typed: string): boolean =>
  plainText(name) === plainText(typed) || spelling(name).split(/\s+/).includes(plainText(typed));

/** An author's name as typed: `@ann` is a handle, `ann` either, as a whole or one word of the name. */
export function isAuthor({ name, handle }: { name: string | null; handle: string | null }, typed: string): boolean {
  const wanted = plainText(typed).replace(/^@/, '');
  if (handle !== null && plainText(handle) === wanted) return true;
  return name !== null && !typed.startsWith('@') && isPerson(name, typed);
}
