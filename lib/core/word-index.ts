/** What the search index holds of a clip: each of its words with its day, so that a word's newest clips are one short range of the index. */
import type { Clip } from './records.ts';
import { wordsOf } from './words.ts';

type Searched = Pick<Clip, 'author' | 'title' | 'text' | 'tags' | 'thread'>;

/** Everything in a clip that words are looked for in. The text comes last: of a very long one not all words are kept. */
export const searchText = ({ author, title, text, tags, thread = [] }: Searched): string =>
  [author.name, author.handle, ...tags.map(({ quote }) => quote), title, text, ...thread.map((part) => ('text' in part ? part.text : ''))]
    .filter(Boolean)
    .join('\n');

export const searchWords = (clip: Searched): string[] => wordsOf(searchText(clip));

// No word holds one, and it stands behind all letters of ASCII.
const mark = '|';

/** The entries of a clip in the index. */
export const wordEntries = (clip: Searched & Pick<Clip, 'day'>): string[] => searchWords(clip).map((word) => `${word}${mark}${clip.day}`);

/** The words of a clip's entries. */
export const wordsIn = (entries: readonly string[]): Set<string> => new Set(entries.map((entry) => entry.slice(0, entry.lastIndexOf(mark))));

/** First and last entry of a whole word over days YYYY-MM-DD, both included. */
export const wordRange = (word: string, from: string, to: string): [string, string] => [`${word}${mark}${from}`, `${word}${mark}${to}`];

/** First and last entry of all words that begin so, on any day. */
export const beginningRange = (beginning: string): [string, string] => [beginning, `${beginning}\uffff`];
