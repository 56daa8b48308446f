import type { Draft } from './draft.ts';
import { fold } from './fold.ts';

/** What tells one post from another; small enough to ask about every post on screen. */
export type Identity = Pick<Draft, 'platform' | 'nativeId' | 'url' | 'author' | 'text'>;

/** The first 80 letters and digits of a text, folded: the same for a text that is cut off later, and for these letters themselves. */
export const beginning = (text: string): string => [...fold(text).replace(/[^\p{L}\p{N}]/gu, '')].slice(0, 80).join('');

/** A draft's identity, with only the beginning of its text. */
export const identityOf = ({ platform, nativeId, url, author, text }: Draft): Identity => ({
  platform,
  nativeId,
  url,
  author,
  text: beginning(text),
});
