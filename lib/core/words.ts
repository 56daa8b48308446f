import { fold } from './fold.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The distinct words of a text, folded, in any script; for the search index. At most `most`, the first ones. */
export function wordsOf(text: string, most = 400): string[] {
  const words = new Set<string>();
  for (const { segment, isWordLike } of segmenter.segment(fold(text))) {
    if (!isWordLike) continue;
    words.add(segment);
    if (words.size === most) break;
  }
  return [...words];
}
