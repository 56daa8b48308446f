/** What the Library's address asks for: facets by id, as numbers link to, and a query `q` in words. */
import { quadrants } from '../../../lib/core/quadrant.ts';
import { type ClipFilter, filterQuery } from '../../../lib/core/query/filter.ts';
import { parseQuery } from '../../../lib/core/query/parse.ts';
import { printQuery } from '../../../lib/core/query/print.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The filter of an address. What makes no sense in it is as if it were not there. */
export function filterOf(query: URLSearchParams): ClipFilter {
  const quadrant = quadrants.find((name) => name === query.get('quadrant'));
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  const [brand, theme, on, lang] = ['brand', 'theme', 'on', 'lang'].map((name) => query.get(name) ?? '');
  return {
    ...(brand && { brand }),
    ...(quadrant && { quadrant }),
    ...(theme && { theme }),
    ...(day.test(from) && { from }),
    ...(day.test(to) && { to }),
    ...(lang && { lang: lang.toLowerCase() }),
    ...(on && { platforms: new Set(on.split(',')) }),
    ...(query.get('untagged') === '1' && { untagged: true }),
  };
}

/** The query typed into the field; `text` is what addresses called it before. */
export const typedIn = (query: URLSearchParams): string => query.get('q') ?? query.get('text') ?? '';

/** What the page asks for as one query that a person can read: facets by name, and what was typed as it was typed. */
export function ruleQuery({ brand, theme, ...filter }: ClipFilter, typed: string, names: ReadonlyMap<string, string>): string {
  const named = { ...filter, ...(brand && { brand: names.get(brand) ?? brand }), ...(theme && { theme: names.get(theme) ?? theme }) };
  const facets = printQuery(filterQuery(named));
  const isEither = facets !== '' && parseQuery(typed).query.type === 'or';
  return [facets, isEither ? `(${typed})` : typed].filter(Boolean).join(' ');
}

/** The address without any filter. */
export const noFilter = {
  ...{ brand: null, quadrant: null, theme: null, from: null, to: null },
  ...{ q: null, text: null, on: null, lang: null, untagged: null },
};
