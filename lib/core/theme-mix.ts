/** What a brand's judged clips are about, theme by theme down the tree, each clip once. */
import { noTheme } from './facets.ts';
import type { Joint } from './joint-cells.ts';
import type { Parts } from './mix.ts';
import { sourceKey } from './statements.ts';
import type { Tally } from './tally.ts';
import type { StandingTheme } from './themes.ts';

/** So many clips are judged with just these themes, whatever the quadrant; `noTheme` among them: judged without one. */
export interface JudgedWith {
  themes: readonly string[];
  clips: number;
}

/** A brand's judged clips, each in one of these: those on several levels as `joints` tell them, and of each level what they leave. */
export function judgedWith({ themes }: Pick<Tally, 'themes'>, joints: readonly Joint[]): JudgedWith[] {
  const alone = new Map(themes.map((one) => [sourceKey(one), one.clips]));
  const sums = new Map<string, JudgedWith>();
  const add = (on: readonly string[], clips: number) => {
    const key = on.join();
    sums.set(key, { themes: on, clips: (sums.get(key)?.clips ?? 0) + clips });
  };
  for (const { on, clips } of joints) {
    for (const level of on) alone.set(level, (alone.get(level) ?? 0) - clips);
    add([...new Set(on.map((level) => level.slice(level.indexOf('|') + 1)))].sort(), clips);
  }
  for (const one of themes) add([one.theme ?? noTheme], alone.get(sourceKey(one))!);
  return [...sums.values()].filter(({ clips }) => clips > 0);
}

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

/**
 * One level of the tree: the themes at the top, or those right under `open` and, by its own id, what was judged with `open` itself. Each
 * theme counts the distinct clips judged with it or with any under it. Shares are of all judged clips, whatever the level; a clip on two
 * themes is in both, so they may sum to more than 1. A theme that does not stand (put away) is at the top.
 */
export function themeParts(judged: readonly JudgedWith[], themes: readonly Pick<StandingTheme, 'id' | 'parent'>[], open: string | null): Parts {
  const above = new Map(themes.map(({ id, parent }) => [id, parent]));
  const placed = judged.map(({ themes: on, clips }) => ({ places: new Set(on.flatMap((theme) => placeIn(open, theme, above) ?? [])), clips }));
  const counts = new Map<string, number>();
  for (const { places, clips } of placed) for (const place of places) counts.set(place, (counts.get(place) ?? 0) + clips);
  const sum = (some: readonly { clips: number }[]) => some.reduce((all, { clips }) => all + clips, 0);
  return { n: sum(judged), counts, together: (keys) => sum(placed.filter(({ places }) => keys.some((key) => places.has(key)))) };
}

/** The way down the tree to a theme: what stands above it, then itself; empty where it does not stand. */
export function pathTo<T extends Pick<StandingTheme, 'id' | 'parent'>>(themes: readonly T[], id: string | null): T[] {
  const theme = themes.find((one) => one.id === id);
  return theme ? [...pathTo(themes, theme.parent), theme] : [];
}
