/**
 * What the search index holds: for each word and day the clips in which it stands, in the order in which they were clipped. So a word's newest
 * clips are few rows, which say the order of the list without a look at the clips.
 */
import type { Clip, Posting } from './records.ts';
import { wordsOf } from './words.ts';

type Searched = Pick<Clip, 'author' | 'title' | 'text' | 'tags' | 'thread'>;

/** Everything in a clip that words are looked for in. The text comes last: of a very long one not all words are kept. */
export const searchText = ({ author, title, text, tags, thread = [] }: Searched): string =>
  [author.name, author.handle, ...tags.map(({ quote }) => quote), title, text, ...thread.map((part) => ('text' in part ? part.text : ''))]
    .filter(Boolean)
    .join('\n');

export const searchWords = (clip: Searched): string[] => wordsOf(searchText(clip));

/** Digits to the base of 36 that hold milliseconds until the year 5188. */
const digits = 9;

/** A clip's line: when it was clipped, so that lines are in the order of the alphabet, and its id. */
export const lineOf = ({ id, clippedAt }: Pick<Clip, 'id' | 'clippedAt'>): string =>
  `${Date.parse(clippedAt).toString(36).padStart(digits, '0')} ${id}`;

/** The id in a line; what stands before it is the moment. */
export const idIn = (line: string): string => line.slice(digits + 1);

const separator = '\n';

export const linesOf = ({ clips }: Pick<Posting, 'clips'>): string[] => (clips === '' ? [] : clips.split(separator));

/** `lines` in any order. */
export const posting = (word: string, day: string, lines: readonly string[]): Posting => ({ word, day, clips: [...lines].sort().join(separator) });

/** A clip with its words. */
export interface Worded {
  row: Pick<Clip, 'id' | 'day' | 'clippedAt'>;
  words: readonly string[];
}

/** All rows of the index that these clips are in. */
export function postingsOf(worded: readonly Worded[]): Posting[] {
  const lines = new Map<string, { word: string; day: string; lines: string[] }>();
  for (const { row, words } of worded) {
    const line = lineOf(row);
    for (const word of words) {
      const key = `${word}|${row.day}`;
      const known = lines.get(key);
      if (known) known.lines.push(line);
      else lines.set(key, { word, day: row.day, lines: [line] });
    }
  }
  return [...lines.values()].map((one) => posting(one.word, one.day, one.lines));
}
