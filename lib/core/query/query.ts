/** A question to the clips, as data: what filters, rules and saved views share. Its text form is read by parse.ts and written by print.ts. */
import type { ChoiceKey, NumberKey } from './keys.ts';

export type Comparison = '>' | '>=' | '<' | '<=' | '=';

export type Query =
  /** All of them; none at all is every clip. Terms on brand, judgement, theme and sentiment in one `and` speak of one judgement (matches.ts). */
  | { type: 'and'; terms: Query[] }
  | { type: 'or'; terms: Query[] }
  | { type: 'not'; term: Query }
  /** As typed, without white space; `prefix`: it may be the beginning of a word. */
  | { type: 'word'; text: string; prefix: boolean }
  | { type: 'phrase'; text: string }
  /** Any of the values. Brands and themes by name, alias or id. */
  | { type: 'choice'; key: ChoiceKey; values: string[] }
  | { type: 'number'; key: NumberKey; is: Comparison; value: number }
  /** Both ends included. */
  | { type: 'between'; key: NumberKey; from: number; to: number }
  /** Days as days.ts reads them, both included; null is open. */
  | { type: 'days'; from: string | null; to: string | null }
  /** That day and later. */
  | { type: 'after'; day: string }
  /** Earlier than that day. */
  | { type: 'before'; day: string };

export const everything: Query = { type: 'and', terms: [] };

/** Both; what is empty is left out. */
export function both(a: Query, b: Query): Query {
  const terms = [a, b].flatMap((query) => (query.type === 'and' ? query.terms : [query]));
  return terms.length === 1 ? terms[0]! : { type: 'and', terms };
}

/** Whether any term, however deep, is of this key; and has this value, where one is given. */
export function asksFor(query: Query, key: ChoiceKey, value?: string): boolean {
  if (query.type === 'and' || query.type === 'or') return query.terms.some((term) => asksFor(term, key, value));
  if (query.type === 'not') return asksFor(query.term, key, value);
  return query.type === 'choice' && query.key === key && (value === undefined || query.values.includes(value));
}

/** Whether any term, however deep, is a word or phrase. */
export function asksForWords(query: Query): boolean {
  if (query.type === 'and' || query.type === 'or') return query.terms.some(asksForWords);
  return query.type === 'not' ? asksForWords(query.term) : query.type === 'word' || query.type === 'phrase';
}
