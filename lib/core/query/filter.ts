import { type Facet, noTheme } from '../facets.ts';
import { letters } from '../quadrant.ts';
import type { Tag } from '../records.ts';
import { none, type QueryContext } from './context.ts';
import { asked, isAsked, isJudgementTerm } from './judged.ts';
import type { Query } from './query.ts';

/** What an address or a page's title narrows a list by: names are ids here, so that a link outlives a new name. */
export interface ClipFilter extends Partial<Facet> {
  /** Days YYYY-MM-DD, both included. */
  from?: string;
  to?: string;
  platforms?: ReadonlySet<string>;
  lang?: string;
  /** Only what waits to be judged. */
  untagged?: boolean;
}

/** The query that a filter is. */
export function filterQuery({ brand, quadrant, theme, from, to, platforms, lang, untagged }: ClipFilter): Query {
  const terms: Query[] = [];
  if (brand) terms.push({ type: 'choice', key: 'brand', values: [brand] });
  if (quadrant) terms.push({ type: 'choice', key: 'swot', values: [letters[quadrant].toLowerCase()] });
  if (theme) terms.push({ type: 'choice', key: 'theme', values: [theme === noTheme ? none : theme] });
  if (platforms) terms.push({ type: 'choice', key: 'on', values: [...platforms] });
  if (lang) terms.push({ type: 'choice', key: 'lang', values: [lang] });
  if (untagged) terms.push({ type: 'choice', key: 'is', values: ['inbox'] });
  if (from || to) terms.push({ type: 'days', from: from ?? null, to: to ?? null });
  return { type: 'and', terms };
}

/** Whether a judgement is one that a query asks for; every one where it asks for none. */
export function asksForTag(query: Query, context: QueryContext): (tag: Tag) => boolean {
  const terms = (query.type === 'and' ? query.terms : [query]).filter(isJudgementTerm);
  const all = asked(terms, context);
  return (tag) => all.some((asks) => isAsked(tag, asks));
}
