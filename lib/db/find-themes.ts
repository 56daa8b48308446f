/** How many clips each theme has, from the clips' index alone: distinct over all brands and quadrants, as the link behind the number finds them. */
import { facetRange } from '../core/facets.ts';
import { quadrants } from '../core/quadrant.ts';
import { type StandingTheme, under } from '../core/themes.ts';
import type { Store } from './store.ts';

export interface ThemeCount {
  /** Clips judged with it. */
  own: number;
  /** With it or a theme under it; each clip once. */
  all: number;
}

/** By theme. */
export async function countThemes({ db }: Store, themes: readonly StandingTheme[]): Promise<ReadonlyMap<string, ThemeCount>> {
  // A judgement outlives its brand.
  const brands = (await db.records.where('kind').equals('brand').primaryKeys()) as string[];
  const clipsOf = async (theme: string): Promise<Set<string>> => {
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
  };
  const own = new Map(await Promise.all(themes.map(async ({ id }) => [id, await clipsOf(id)] as const)));
  return new Map(
    themes.map(({ id }) => {
      const all = [...under(themes, id)].flatMap((one) => [...own.get(one)!]);
      return [id, { own: own.get(id)!.size, all: new Set(all).size }];
    }),
  );
}
