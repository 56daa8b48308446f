import type { Sentiment } from '../records.ts';
import { type Lexicon, lexicons, valenceOf } from './lexicon.ts';
import { signValence } from './signs.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A word or phrase as it stands in the text, and how far it moved the reading: below 0 towards negative. */
interface ColouredWord {
  text: string;
  value: number;
}

export interface Reading {
  label: Sentiment;
  /** The sum of its words; its size tells how coloured the text is, not how sure the reading. */
  score: number;
  /** The words that moved it, the strongest first. */
  words: ColouredWord[];
  /** The language whose words were known; null where there was none, and only signs were. */
  lang: Lexicon['id'] | null;
}

/** How many words after a negator are turned round, and to what: "not good" is less bad than "bad". Tried on dev posts; docs/suggestions.md. */
const reach = 4;
const turned = -0.7;
const boosted = 1.3;
const damped = 0.6;
const stressed = 1.25;
/** An exclamation mark leans to praise a little, a question mark to doubt. */
const markLean = 0.2;

const accented = /[àâçèéêëîïôùûœ]/i;

/** How much speaks for a language: its everyday words, French accents, and, where there are none, words it has a colour for. */
function evidence(lexicon: Lexicon, tokens: Token[]): number {
  let sum = 0;
  for (const { kind, word, text } of tokens) {
    if (kind !== 'word') continue;
    if (lexicon.common.has(word)) sum += 1;
    if (valenceOf(lexicon, word) !== undefined) sum += 0.3;
    if (lexicon.id === 'fr' && accented.test(text)) sum += 1;
  }
  return sum;
}

/** Tags that name no language: undetermined, several, none, and what X makes up (`qme`, `qht`). */
const noLanguage = /^(?:und|mul|mis|zxx|q[a-z]{2})$/;
/** X still writes `in` for Indonesian, as ISO 639 did until 1989. */
const renamed: Record<string, string> = { in: 'id' };

/** The lexicon for a text: of the language said, else of the one that most speaks for; none for a language that we do not know. */
function lexiconFor(tokens: Token[], lang = 'und'): Lexicon | undefined {
  const all = lexicons();
  const said = lang.toLowerCase().split('-')[0]!;
  if (!noLanguage.test(said)) return all.find(({ id }) => id === (renamed[said] ?? said));
  let best: Lexicon | undefined;
  let most = 0;
  for (const lexicon of all) {
    const sum = evidence(lexicon, tokens);
    if (sum > most) [best, most] = [lexicon, sum];
  }
  return best;
}

/** The coloured phrase or word that begins at a place: its valence, and how many tokens it takes. */
function colourAt(lexicon: Lexicon | undefined, tokens: Token[], at: number): { valence: number; span: number } | undefined {
  const token = tokens[at];
  if (!token || token.kind === 'stop') return undefined;
  const sign = token.kind === 'sign' ? signValence(token.word) : undefined;
  if (sign !== undefined) return { valence: sign, span: 1 };
  if (!lexicon || token.kind === 'sign') return undefined;
  for (let span = lexicon.phrases.get(token.word) ?? 1; span > 1; span--) {
    const phrase = tokens.slice(at, at + span);
    if (phrase.length < span || phrase.some(({ kind }) => kind !== 'word')) continue;
    const valence = lexicon.exact.get(phrase.map(({ word }) => word).join(' '));
    if (valence !== undefined) return { valence, span };
  }
  const valence = valenceOf(lexicon, token.word);
  return valence === undefined ? undefined : { valence, span: 1 };
}

/** How much stronger a word makes the next coloured one; undefined of other words. */
function degreeOf(lexicon: Lexicon | undefined, word: string): number | undefined {
  if (lexicon?.boosters.has(word)) return boosted;
  return lexicon?.dampers.has(word) ? damped : undefined;
}

interface Hit extends ColouredWord {
  at: number;
  negated: boolean;
}

/** Every coloured word with what stands around it reckoned in. */
function hitsIn(lexicon: Lexicon | undefined, tokens: Token[]): Hit[] {
  const hits: Hit[] = [];
  let negatedUntil = -1;
  let factor = 1;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!;
    const { valence = 0, span = 1 } = colourAt(lexicon, tokens, at) ?? {};
    const isNegator = span === 1 && Boolean(lexicon?.negators.has(token.word));
    if (isNegator && lexicon?.negatesBefore.has(token.word)) {
      for (const hit of hits) {
        if (at - hit.at > 2 || hit.negated) continue;
        hit.value *= turned;
        hit.negated = true;
      }
    }
    if (valence !== 0) {
      const negated = token.kind === 'word' && at <= negatedUntil && !(span > 1 && lexicon?.negators.has(token.word));
      const text = tokens
        .slice(at, at + span)
        .map((part) => part.text)
        .join(' ');
      hits.push({ text, value: valence * factor * (token.stressed ? stressed : 1) * (negated ? turned : 1), at, negated });
      factor = 1;
      // A negator turns one word round: "gak enak dan kotor" is dirty.
      if (negated) negatedUntil = -1;
    }
    if (token.kind === 'stop') {
      negatedUntil = -1;
      factor = 1;
    } else if (isNegator) negatedUntil = at + reach;
    const degree = degreeOf(lexicon, token.word);
    if (degree !== undefined) {
      factor = degree;
      // What only strengthens or weakens does not use up the reach: "not really very good".
      if (at <= negatedUntil && valence === 0) negatedUntil++;
    }
    at += span;
  }
  return hits;
}

/**
 * How a post feels, by word lists of English, French and Indonesian, emoji and emoticons. In a language without a list only those count.
 * `lang` is a BCP 47 tag; without it the language is told from the text. An empty text is neutral.
 */
export function readSentiment(text: string, lang?: string): Reading {
  const tokens = tokensOf(text);
  const lexicon = lexiconFor(tokens, lang);
  const hits = hitsIn(lexicon, tokens);
  let score = hits.reduce((sum, { value }) => sum + value, 0);
  if (text.includes('!')) score += markLean;
  if (text.includes('?')) score -= markLean;
  const enough = lexicon?.enough ?? 1;
  const label = score >= enough ? 'positive' : score <= -enough ? 'negative' : 'neutral';
  const words = hits.map(({ text: word, value }) => ({ text: word, value })).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return { label, score, words, lang: lexicon?.id ?? null };
}

/** How a post feels, where that is worth saying: some of its words lean one way, in a language that is known. */
export interface Feeling {
  label: Exclude<Sentiment, 'neutral'>;
  /** The words that lean that way, each once, the strongest first; at most five. */
  words: string[];
}

const mostWords = 5;

/** The feeling to suggest of a post, or null: what reads neutral may only be what the lists do not know. */
export function feelingOf(text: string, lang?: string): Feeling | null {
  const { label, words, lang: known } = readSentiment(text, lang);
  if (label === 'neutral' || !known) return null;
  const leaning = words.filter(({ value }) => value > 0 === (label === 'positive')).map(({ text: word }) => word);
  const shown = [...new Map(leaning.map((word) => [word.toLowerCase(), word])).values()].slice(0, mostWords);
  return shown.length > 0 ? { label, words: shown } : null;
}
