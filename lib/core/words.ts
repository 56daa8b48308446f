/** Words for searching: what the index holds of a text and what a query asks of it come from the same functions. */
import { stem } from './stem.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Accents of these alphabets are left away by people who type in haste; elsewhere a mark is a letter of its own (が is not か, nor อร่อย อรอย). */
const accents = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;
/** Vowel points of Hebrew and Arabic, and the stroke that only stretches an Arabic word: hardly ever written. */
const points = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u065f\u0670]/g;
/** Seen by nobody, found in copied text: soft hyphen, zero-width space and joiners, marks of direction. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const ascii = /^[\x20-\x7e]*$/;

/** One spelling for what people write in several: case, accents, width, apostrophes. Not for ids: those fold as core/fold.ts does. */
export function spelling(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(accents, '').replace(points, '').replace(unseen, '').replace(/[’ʼ‘]/g, "'").normalize('NFKC').toLowerCase();
}

/** A text for finding phrases in it: one spelling, runs of white space made one space. */
export const plainText = (text: string): string => spelling(text).replace(/\s+/g, ' ').trim();

/** The words of a text in order, each in one spelling, whole. In any script: the text is cut before accents go, for marks tell where Thai words end. */
function* segments(text: string): Generator<string> {
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFKC').replace(unseen, ''))) if (isWordLike) yield spelling(segment);
}

/** The distinct words of a text without their endings (see stem.ts), in any script; for the search index. At most `most`, the first ones. */
export function wordsOf(text: string, most = 400): string[] {
  const words = new Set<string>();
  for (const word of segments(text)) {
    words.add(stem(word));
    if (words.size === most) break;
  }
  return [...words];
}

/** The words that a person has typed, the last of them perhaps unfinished: `whole` without their endings, `unfinished` as it stands. */
export function wordsTyped(text: string, isUnfinished: boolean): { whole: string[]; unfinished: string | null } {
  const typed = [...segments(text)];
  const unfinished = isUnfinished ? (typed.pop() ?? null) : null;
  return { whole: [...new Set(typed.map(stem))], unfinished };
}
