import { parseField } from './parse-field.ts';
import type { Problem } from './problem.ts';
import { everything, type Query } from './query.ts';
import { scanner } from './scan.ts';

/** A name of something that only the store knows, and where it stands. */
export interface NamedValue {
  key: 'brand' | 'theme' | 'on';
  value: string;
  at: [from: number, to: number];
}

export interface Parsed {
  /** What could be understood; the terms that could not are left out. */
  query: Query;
  problems: Problem[];
  names: NamedValue[];
}

/** Longer ones are nobody's. */
const longest = 2_000;

/** Everything up to white space, a parenthesis or a quotation mark. */
const bareWord = /[^\s()"“”„«»]+/y;
/** `delivery:` or `likes>`; but `https://` is an address, and `12:30` a time. */
const keyed = /(\p{L}[\p{L}\p{M}_]*)(:(?!\/\/)|[<>]=?|=)/uy;
const orHere = /(?:OR|\|{1,2})(?=[\s()"“”„«»]|$)/y;
const onlyPunctuation = /^[!-/:-@[-`{-~]+$/;

/**
 * Reads a query: words and "phrases", `key:value`, `key>=number`, `-` before what must not be, `OR` between alternatives, parentheses.
 * With `unfinished`, a word at the very end may be the beginning of one, for while it is typed. Never throws.
 */
export function parseQuery(text: string, { unfinished = false } = {}): Parsed {
  const problems: Problem[] = [];
  const names: NamedValue[] = [];
  const read = text.slice(0, longest);
  const scan = scanner(read);
  const report = (code: Problem['code'], at: Problem['at'], more: Partial<Problem> = {}) =>
    problems.push({ code, at, key: '', value: '', near: [], ...more });
  if (text.length > longest) report('tooLong', [longest, text.length]);

  function one(): Query | null {
    const begun = scan.at;
    if (scan.take(/-(?=[^\s)])/y)) {
      const term = one();
      return term && { type: 'not', term };
    }
    if (scan.take(/\(/y)) {
      const inside = alternatives();
      if (!scan.take(/\)/y)) report('openParenthesis', [begun, begun + 1]);
      else if (!inside) report('nothingThere', [begun, scan.at]);
      return inside;
    }
    const phrase = scan.quoted();
    if (phrase) {
      if (!phrase.closed) report('openQuote', [begun, begun + 1]);
      return phrase.text ? { type: 'phrase', text: phrase.text } : null;
    }
    const key = scan.take(keyed);
    if (key) return parseField({ scan, begun, name: key[1]!, operator: key[2]!, report, names });
    const word = scan.take(bareWord)?.[0];
    if (!word) {
      // A closing mark without an opening one.
      scan.take(/./suy);
      return null;
    }
    const bare = word.replace(/\*+$/, '');
    if (onlyPunctuation.test(word) || !bare) return null;
    return { type: 'word', text: bare, prefix: bare !== word || (unfinished && scan.ended) };
  }

  function together(): Query | null {
    const terms: Query[] = [];
    for (scan.skipSpace(); !scan.ended && scan.here() !== ')'; scan.skipSpace()) {
      if (atOr()) break;
      const term = one();
      if (term) terms.push(term);
    }
    return terms.length > 1 ? { type: 'and', terms } : (terms[0] ?? null);
  }

  function atOr(): boolean {
    orHere.lastIndex = scan.at;
    return orHere.test(read);
  }

  function alternatives(): Query | null {
    const terms: Query[] = [];
    const first = together();
    if (first) terms.push(first);
    while (atOr()) {
      const from = scan.at;
      scan.take(orHere);
      const next = together();
      if (!next || terms.length === 0) report('nothingThere', [from, from + 2]);
      if (next) terms.push(next);
    }
    return terms.length > 1 ? { type: 'or', terms } : (terms[0] ?? null);
  }

  const all: Query[] = [];
  while (!scan.ended) {
    const part = alternatives();
    if (part) all.push(part);
    if (scan.here() === ')') {
      report('strayParenthesis', [scan.at, scan.at + 1]);
      scan.take(/\)/y);
    }
  }
  return { query: all.length > 1 ? { type: 'and', terms: all } : (all[0] ?? everything), problems, names };
}
