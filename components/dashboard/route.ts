/** Where the dashboard is: `#/<view>/<rest>?<filters>`. All of it is in the fragment, so that it can be kept as a link and nothing of it is ever sent. */
import { useHashLocation } from 'wouter/use-hash-location';

export interface Route {
  view: string;
  rest: string | null;
  query: URLSearchParams;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function parseRoute(location: string): Route {
  const [path = '', search = ''] = location.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [view = '', ...rest] = path.split('/');
  return { view: view || 'inbox', rest: rest.length > 0 ? decoded(rest.join('/')) : null, query: new URLSearchParams(search) };
}

type Query = Readonly<Record<string, string | null | undefined>>;

/** The address with some of its filters changed; null or '' takes one out. */
export function withQuery({ view, rest, query }: Route, changes: Query): string {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes))
    if (value) changed.set(name, value);
    else changed.delete(name);
  const path = rest === null ? view : `${view}/${encodeURIComponent(rest)}`;
  const search = changed.toString();
  return `#/${path}${search && `?${search}`}`;
}

/** Goes to an address; with `replace` the one now shown is forgotten, for what changes while it is typed. */
export function go(hash: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', hash);
  // Changing the history tells nobody; wouter listens to this.
  dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute(): Route & { change(changes: Query, options?: { replace?: boolean }): void } {
  const route = parseRoute(useHashLocation()[0]);
  return { ...route, change: (changes, options) => go(withQuery(route, changes), options) };
}
