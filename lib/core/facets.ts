/** The strings under which a clip is indexed, and the ranges that find them again. Every number shown is one such range of days. */
import type { Quadrant } from './quadrant.ts';
import type { Clip } from './records.ts';

/** What a number counts: a brand's clips, those judged so, those judged so with that theme. */
export interface Facet {
  brand: string;
  quadrant?: Quadrant;
  theme?: string;
}

const stem = ({ brand, quadrant = '' as never, theme = '' }: Facet): string => `${brand}|${quadrant}|${theme}|`;

/** First and last index key of a facet over days YYYY-MM-DD, both included. */
export const facetRange = (facet: Facet, from: string, to: string): [string, string] => [stem(facet) + from, stem(facet) + to];

/** All facets of a clip. A tag without theme counts under the theme `-` besides. */
export function facetsOf({ brands, tags, day }: Pick<Clip, 'brands' | 'tags' | 'day'>): string[] {
  const facets = new Set<string>();
  for (const brand of brands) facets.add(stem({ brand }) + day);
  for (const { brand, quadrant, theme } of tags) {
    facets.add(stem({ brand, quadrant }) + day);
    facets.add(stem({ brand, quadrant, theme: theme ?? noTheme }) + day);
  }
  return [...facets];
}

/** Stands where a tag has no theme. */
export const noTheme = '-';
