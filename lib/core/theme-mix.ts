/** What a brand's judged clips are about, theme by theme down the tree. Cells do not tell which clip is in two themes, so these are the clips. */
import type { Parts } from './mix.ts';
import type { StandingTheme } from './themes.ts';

/** Ids of the clips judged with each theme; under `noTheme`, those judged without one. */
export type ThemeClips = ReadonlyMap<string, ReadonlySet<string>>;

type Above = ReadonlyMap<string, string | null>;

/** The theme of one level of the tree to which a theme adds: the level's own, `open`, adds to itself; null where it stands elsewhere. */
function placeIn(open: string | null, theme: string, above: Above): string | null {
  if (theme === open) return theme;
  for (let at: string | null = theme; at !== null; ) {
    const next: string | null = above.get(at) ?? null;
    if (next === open) return at;
    at = next;
  }
  return null;
}

const distinct = (sets: readonly ReadonlySet<string>[]): number => new Set(sets.flatMap((ids) => [...ids])).size;

/**
 * One level of the tree: the themes at the top, or those right under `open` and, by its own id, what was judged with `open` itself. Each
 * theme counts the distinct clips judged with it or with any under it. Shares are of all judged clips, whatever the level; a clip on two
 * themes is in both, so they may sum to more than 1. A theme that does not stand (put away) is at the top.
 */
export function themeParts(clips: ThemeClips, themes: readonly Pick<StandingTheme, 'id' | 'parent'>[], open: string | null): Parts {
  const above = new Map(themes.map(({ id, parent }) => [id, parent]));
  const heard = new Map<string, Set<string>>();
  for (const [theme, ids] of clips) {
    const place = placeIn(open, theme, above);
    if (place === null) continue;
    const held = heard.get(place) ?? new Set();
    heard.set(place, held);
    for (const id of ids) held.add(id);
  }
  return {
    n: distinct([...clips.values()]),
    counts: new Map([...heard].map(([theme, ids]) => [theme, ids.size])),
    together: (keys) => distinct(keys.flatMap((key) => heard.get(key) ?? [])),
  };
}

/** The way down the tree to a theme: what stands above it, then itself; empty where it does not stand. */
export function pathTo<T extends Pick<StandingTheme, 'id' | 'parent'>>(themes: readonly T[], id: string | null): T[] {
  const theme = themes.find((one) => one.id === id);
  return theme ? [...pathTo(themes, theme.parent), theme] : [];
}
