/** What the Library's address asks for. */
import { noTheme } from '../../../lib/core/facets.ts';
import { quadrants } from '../../../lib/core/quadrant.ts';
import type { Tag } from '../../../lib/core/records.ts';
import type { ClipFilter } from '../../../lib/db/queries.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The filter of an address. What makes no sense in it is as if it were not there. */
export function filterOf(query: URLSearchParams): ClipFilter {
  const quadrant = quadrants.find((name) => name === query.get('quadrant'));
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  const [brand, theme, text, on, lang] = ['brand', 'theme', 'text', 'on', 'lang'].map((name) => query.get(name) ?? '');
  return {
    ...(brand && { brand }),
    ...(quadrant && { quadrant }),
    ...(theme && { theme }),
    ...(day.test(from) && { from }),
    ...(day.test(to) && { to }),
    ...(text && { text }),
    ...(lang && { lang: lang.toLowerCase() }),
    ...(on && { platforms: new Set(on.split(',')) }),
    ...(query.get('untagged') === '1' && { untagged: true }),
  };
}

/** Whether a judgement is one that the filter asks for. */
export const asks = ({ brand, quadrant, theme }: ClipFilter, tag: Tag): boolean =>
  (!brand || tag.brand === brand) && (!quadrant || tag.quadrant === quadrant) && (!theme || (tag.theme ?? noTheme) === theme);

/** The address without any filter. */
export const noFilter = { brand: null, quadrant: null, theme: null, from: null, to: null, text: null, on: null, lang: null, untagged: null };
