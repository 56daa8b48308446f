import type { Draft } from './draft.ts';
import { fold } from './fold.ts';

/** What tells one post from another; small enough to ask about every post on screen. */
export type Identity = Pick<Draft, 'platform' | 'nativeId' | 'url' | 'author' | 'text'>;

/** The first 80 letters and digits of a text, folded: the same for a text that is cut off later, and for these letters themselves. */
export function beginning(text: string): string {
  const letters = (words: string) => [...fold(words).replace(/[^\p{L}\p{N}]/gu, '')].slice(0, 80);
  // Enough for any honest text; the whole of a long one would take milliseconds.
  const first = letters(text.slice(0, 2_000));
  return (first.length < 80 && text.length > 2_000 ? letters(text) : first).join('');
}

/** A draft's identity, with only the beginning of its text. */
export const identityOf = ({ platform, nativeId, url, author, text }: Draft): Identity => ({
  platform,
  nativeId,
  url,
  author,
  text: beginning(text),
});
