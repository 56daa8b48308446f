/** A view of the dashboard kept under a name: its address says what is asked, by which chart, over which period. */
import { isTrashed, type Mergeable, value } from './mergeable.ts';

export interface SavedView {
  id: string;
  name: string;
  /** Where on the dashboard: `#/<view>/<rest>?<filters>`. */
  hash: string;
  /** When it was pinned; null where it is not. Of several only the newest counts. */
  pinnedAt: string | null;
}

const longest = { name: 100, hash: 2_000 };
const route = /^#\/[a-z]{1,30}(?:\/[^\s?#]*)?(?:\?[^\s#]*)?$/;
const instant = /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/;

/** Whether it names a place on the dashboard and nothing else: it is a fragment, and so can lead to no other page. */
export const isRoute = (hash: unknown): hash is string => typeof hash === 'string' && hash.length <= longest.hash && route.test(hash);

/** A name as it is kept; null where it is none. */
export function viewName(typed: unknown): string | null {
  const name = typeof typed === 'string' ? typed.trim() : '';
  return name === '' || name.length > longest.name ? null : name;
}

/** The view that a record holds; null where it was deleted, or holds what no command writes. */
export function savedViewOf(record: Mergeable): SavedView | null {
  const [name, hash, pinned] = [viewName(value(record, 'name')), value(record, 'hash'), value(record, 'pinnedAt')];
  if (isTrashed(record) || name === null || !isRoute(hash)) return null;
  return { id: record.id, name, hash, pinnedAt: typeof pinned === 'string' && instant.test(pinned) ? pinned : null };
}

/** The one that is pinned: the newest pin, of equally new ones that of the greater id, so that all copies agree. */
export function pinnedOf(views: readonly SavedView[]): SavedView | null {
  let newest: SavedView | null = null;
  for (const view of views)
    if (view.pinnedAt && (!newest || [view.pinnedAt, view.id].join(' ') > [newest.pinnedAt, newest.id].join(' '))) newest = view;
  return newest;
}
