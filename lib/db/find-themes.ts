/** How many clips each theme has, from the clips' index alone: distinct over all brands and quadrants, as the link behind the number finds them. */
import { facetRange, noTheme } from '../core/facets.ts';
import { platformIn } from '../core/identity.ts';
import { quadrants } from '../core/quadrant.ts';
import type { Span, Tally } from '../core/tally.ts';
import type { ThemeClips } from '../core/theme-mix.ts';
import { type StandingTheme, under } from '../core/themes.ts';
import type { Store } from './store.ts';

export interface ThemeCount {
  /** Clips judged with it. */
  own: number;
  /** With it or a theme under it; each clip once. */
  all: number;
}

/** Clips judged with a theme, whatever the brand and quadrant. */
export async function clipsOfTheme({ db }: Store, theme: string): Promise<ReadonlySet<string>> {
  // A judgement outlives its brand.
  const brands = (await db.records.where('kind').equals('brand').primaryKeys()) as string[];
  const ranges = brands.flatMap((brand) => quadrants.map((quadrant) => facetRange({ brand, quadrant, theme }, '', '\uffff')));
  const found = await Promise.all(
    ranges.map(
      (range) =>
        db.clips
          .where('facets')
          .between(...range, true, true)
          .primaryKeys() as Promise<string[]>,
    ),
  );
  return new Set(found.flat());
}

/** By theme, from the clips of each; without those whose clips, or whose subthemes' clips, are not known. */
export function countThemes(themes: readonly StandingTheme[], clips: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, ThemeCount> {
  return new Map(
    themes.flatMap(({ id }) => {
      const own = clips.get(id);
      const tree = [...under(themes, id)].map((one) => clips.get(one));
      if (!own || tree.includes(undefined)) return [];
      if (tree.length === 1) return [[id, { own: own.size, all: own.size }] as const];
      const all = new Set<string>();
      for (const some of tree) for (const clip of some ?? []) all.add(clip);
      return [[id, { own: own.size, all: all.size }] as const];
    }),
  );
}

/** A brand's clips of a period by theme, on some networks only where `platforms` names them. Reads one key for each of those that the tally counts, theme after theme: others who read are served in between. */
export async function themeClipsOf(
  { db }: Store,
  { brand, themes }: Pick<Tally, 'brand' | 'themes'>,
  { from, to }: Span,
  platforms?: ReadonlySet<string>,
): Promise<ThemeClips> {
  const isCounted = (clip: string) => !platforms || platforms.has(platformIn(clip));
  const clips = new Map<string, Set<string>>();
  for (const { quadrant, theme } of themes) {
    const range = facetRange({ brand, quadrant, theme: theme ?? noTheme }, from, to);
    const ids = (await db.clips
      .where('facets')
      .between(...range, true, true)
      .primaryKeys()) as string[];
    const held = clips.get(theme ?? noTheme) ?? new Set();
    clips.set(theme ?? noTheme, held);
    for (const id of ids) if (isCounted(id)) held.add(id);
  }
  return clips;
}
