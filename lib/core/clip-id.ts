import { v5 } from 'uuid';
import { fold } from './fold.ts';
import { beginning, type Identity } from './identity.ts';

/** Namespace of name-based ids (UUIDv5), so that every installation computes the same id for the same post. Never change it. */
const namespace = '5b1f3e0a-93c6-4d43-9a51-3f6f1d3d2c11';

/** An id that is the same wherever and whenever the same words are given. */
export const idFromWords = (...words: string[]): string => v5(words.join('\u0000'), namespace);

/** `clip:<platform>:<native id>`, or null where the page gave no id. */
export const nativeKey = ({ platform, nativeId }: Pick<Identity, 'platform' | 'nativeId'>): string | null =>
  nativeId ? `clip:${platform}:${nativeId}` : null;

/**
 * The key of a post known only by its words: platform, author's handle (else name) and the first 80 folded letters of the text.
 * Never the address of the feed it stood in. A post without any letter (a bare picture) has its own address in their place, if it has one.
 */
export function wordsKey({ platform, author, text, url }: Identity): string {
  return `clip:${platform}:~${idFromWords(platform, fold(author.handle ?? author.name ?? ''), beginning(text) || (url ?? ''))}`;
}

/** Every id under which this post may be known, the surest first. */
export const clipKeys = (draft: Identity): string[] => [nativeKey(draft), wordsKey(draft)].filter((key) => key !== null);
