/** What fits where the caret stands: keys, and values of the key before it. */
import { plainText, spelling } from '../words.ts';
import { type ChoiceKey, choices, isChoiceKey, isNumberKey, type Key, keyNamed, keyNames, keys } from './keys.ts';
import { needsQuotes, quote } from './scan.ts';

/** A value that may stand behind a key: as written, and as the person calls it. */
export interface KnownValue {
  value: string;
  label: string;
}

/** Values of each key in the order in which they are offered; what only the store knows, and ours with their words. */
export type Known = Partial<Record<Key, readonly KnownValue[]>>;

export interface Suggestion {
  key: Key;
  /** null: the key itself. */
  value: KnownValue | null;
  /** What takes the place of the typed. */
  insert: string;
}

export interface Completion {
  /** Characters of the text that a suggestion takes the place of. */
  from: number;
  to: number;
  suggestions: Suggestion[];
}

const most = 8;

interface Term {
  from: number;
  to: number;
  /** Up to the caret. */
  begun: string;
}

const spaces = /[\s()]/;
const opening = /["“”„«»]/;

/** The term in which the caret stands, from behind the last white space that is not within quotation marks. */
function termAt(text: string, caret: number): Term {
  let from = 0;
  let quoted = false;
  let to = text.length;
  for (let at = 0; at < text.length; at += 1) {
    if (opening.test(text[at]!)) quoted = !quoted;
    if (quoted || !spaces.test(text[at]!)) continue;
    if (at >= caret) {
      to = at;
      break;
    }
    from = at + 1;
  }
  if (text[from] === '-') from = Math.min(from + 1, caret);
  return { from, to: Math.max(to, caret), begun: text.slice(from, caret) };
}

const operator = (key: Key): string => (isNumberKey(key) ? '>=' : ':');
const written = (value: string): string => (needsQuotes(value) ? quote(value) : value);

/** First those that begin so, then those of which a later word does. */
function fitting(all: readonly KnownValue[], typed: string): KnownValue[] {
  const wanted = plainText(typed);
  const places = all.map((one) => {
    const names = [plainText(one.value), plainText(one.label)];
    return { one, place: names.some((name) => name.startsWith(wanted)) ? 0 : names.some((name) => name.includes(` ${wanted}`)) ? 1 : 2 };
  });
  return places
    .filter(({ place }) => place < 2)
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

function valuesOf(key: Key, known: Known): readonly KnownValue[] {
  const ours: readonly string[] | null = isChoiceKey(key) ? choices[key] : null;
  return known[key] ?? ours?.map((value) => ({ value, label: value })) ?? [];
}

function completeValue(key: Key, { from, to, begun }: Term, at: number, known: Known): Completion {
  const said = begun.slice(at).split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const typed = said.pop()!.replace(/^["“«„]/, '');
  const before = new Set(said.map((value) => plainText(value.replace(/^"|"$/g, ''))));
  const values = fitting(valuesOf(key, known), typed).filter(({ value }) => !before.has(plainText(value)));
  const start = from + begun.length - (begun.slice(at).length - said.join(',').length - (said.length > 0 ? 1 : 0));
  return { from: start, to, suggestions: values.slice(0, most).map((value) => ({ key, value, insert: `${written(value.value)} ` })) };
}

/** Names that people think of without their key: `kest` is brand:Kestrin. */
const named: readonly ChoiceKey[] = ['brand', 'theme', 'on', 'swot', 'is', 'owner', 'lang'];

function completeKey({ from, to, begun }: Term, known: Known): Completion {
  const wanted = spelling(begun);
  const found = new Set(wanted === '' ? keys : keyNames.filter(([name]) => name.startsWith(wanted)).map(([, key]) => key));
  const suggestions: Suggestion[] = [...found].map((key) => ({ key, value: null, insert: `${key}${operator(key)}` }));
  if (wanted.length > 1)
    for (const key of named)
      for (const value of fitting(valuesOf(key, known), begun)) suggestions.push({ key, value, insert: `${key}:${written(value.value)} ` });
  return { from, to, suggestions: wanted === '' ? suggestions : suggestions.slice(0, most) };
}

/** What may be meant where the caret stands in the text of a query; nothing within a phrase. */
export function complete(text: string, caret: number, known: Known): Completion {
  const term = termAt(text, caret);
  const [head, name = ''] = /^(\p{L}[\p{L}\p{M}_]*)(?::(?!\/\/)|[<>]=?|=)/u.exec(term.begun) ?? [];
  const key = name && keyNamed(spelling(name));
  if (key) return completeValue(key, term, head!.length, known);
  if (head || opening.test(term.begun)) return { from: term.from, to: term.to, suggestions: [] };
  return completeKey(term, known);
}
