import type { Query } from './query.ts';
import { needsQuotes, quote } from './scan.ts';

const value = (text: string): string => (needsQuotes(text) ? quote(text) : text);

/** In parentheses where it would else fall apart beside others. */
const inside = (query: Query): string => (query.type === 'and' || query.type === 'or' ? `(${printQuery(query)})` : printQuery(query));

/** The canonical text of a query: read again, it is the same query. */
export function printQuery(query: Query): string {
  switch (query.type) {
    case 'and':
      return query.terms.map(inside).join(' ');
    case 'or':
      return query.terms.map((term) => (term.type === 'and' ? printQuery(term) : inside(term))).join(' OR ');
    case 'not':
      return `-${inside(query.term)}`;
    case 'word':
      return query.text + (query.prefix ? '*' : '');
    case 'phrase':
      return quote(query.text);
    case 'choice':
      return `${query.key}:${query.values.map(value).join(',')}`;
    case 'number':
      return `${query.key}${query.is}${query.value}`;
    case 'between':
      return `${query.key}:${query.from}..${query.to}`;
    case 'days':
      return query.from === query.to ? `day:${query.from}` : `day:${query.from ?? ''}..${query.to ?? ''}`;
    case 'after':
    case 'before':
      return `${query.type}:${query.day}`;
  }
}
