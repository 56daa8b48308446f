/** Addresses on the dashboard: every number shown anywhere leads to its clips by one of these. */
import type { ClipFilter } from '../lib/core/query/filter.ts';
import type { SavedView } from '../lib/core/saved-view.ts';

/** `on`: networks, with commas between; `untagged`: '1' for those not judged yet; `q`: a query. */
type Shown = Pick<ClipFilter, 'brand' | 'quadrant' | 'theme' | 'from' | 'to'> & { on?: string; untagged?: string; q?: string };

const dashboard = 'dashboard.html';

/** The Library with a filter. */
export function libraryLink(shown: Shown): string {
  const query = new URLSearchParams(Object.entries(shown).filter((entry): entry is [string, string] => Boolean(entry[1])));
  return `${dashboard}#/library?${query}`;
}

/** One clip by itself. */
export const clipLink = (id: string): string => `${dashboard}#/clip/${encodeURIComponent(id)}`;

/** One line of a brand's board, opened. */
export const lineLink = (brand: string, line: string, days: number): string =>
  `${dashboard}#/swot?${new URLSearchParams({ brand, open: line, days: String(days) })}`;

export const viewLink = (
  view: 'inbox' | 'library' | 'swot' | 'benchmark' | 'settings' | 'health' | 'history' | 'trash' | 'privacy' | 'rules' | 'themes',
): string => `${dashboard}#/${view}`;

/** A new rule, begun with what is known of it. */
export const newRuleLink = (begun: Readonly<Record<string, string>>): string => `${dashboard}#/rules/new?${new URLSearchParams(begun)}`;

/** One theme by itself. */
export const themeLink = (id: string): string => `${viewLink('themes')}/${encodeURIComponent(id)}`;

/** A view of the dashboard that was kept. Its address is a fragment (lib/core/saved-view.ts), so it leads nowhere else. */
export const savedViewLink = ({ hash }: Pick<SavedView, 'hash'>): string => `${dashboard}${hash}`;
