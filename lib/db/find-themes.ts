/** How many clips each theme has: from the clips' index alone, distinct over all brands and quadrants, as the link behind the number finds them; of one brand, from cells. */
import { facetRange } from '../core/facets.ts';
import { jointsIn } from '../core/joint-cells.ts';
import { quadrants } from '../core/quadrant.ts';
import { type Span, tally } from '../core/tally.ts';
import { type JudgedWith, judgedWith } from '../core/theme-mix.ts';
import { type StandingTheme, under } from '../core/themes.ts';
import { inPeriod } from './queries.ts';
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

/** A brand's judged clips of a period by what they are judged with, on some networks only where `platforms` names them; from cells, as they stand at one moment. */
export const judgedWithOf = ({ db }: Store, brand: string, span: Span, platforms?: ReadonlySet<string>): Promise<JudgedWith[]> =>
  db.transaction('r', db.themeCells, db.jointCells, async () => {
    const [themes, joint] = await Promise.all([inPeriod(db.themeCells, brand, span), inPeriod(db.jointCells, brand, span)]);
    return judgedWith(tally(brand, { days: [], values: [], themes }, span, platforms), jointsIn(joint, span, platforms));
  });
