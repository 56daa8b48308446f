import { boardOf, contraries, type Line, type Region } from '../../../lib/core/board.ts';
import { noTheme } from '../../../lib/core/facets.ts';
import { type ForeignLine, marketOf } from '../../../lib/core/market.ts';
import type { Quadrant } from '../../../lib/core/quadrant.ts';
import type { Brand, Clip } from '../../../lib/core/records.ts';
import type { Source } from '../../../lib/core/statements.ts';
import type { Tally } from '../../../lib/core/tally.ts';
import { boardInput } from '../../../lib/db/boards.ts';
import { brandsOf, lastDays, newestOf, type Period, themesOf } from '../../../lib/db/queries.ts';
import type { Store } from '../../../lib/db/store.ts';

/** `before`: the period before as a board of its own; `changed`: only what differs from it. */
export type Shown = 'now' | 'before' | 'changed';

/** What the address asks for. */
export interface Asked {
  brand: string | null;
  days: number;
  /** How many days before the period the one compared with lies; null: none. */
  back: number | null;
  shown: Shown;
  /** With what other brands' boards say of ours. */
  market: boolean;
}

export interface SwotData {
  brands: Brand[];
  brand: Brand;
  period: Period;
  days: number;
  regions: Region[];
  /** What other brands' boards say that concerns this one; null where only its own board is asked for. */
  market: Record<Quadrant, ForeignLine[]> | null;
  tally: Tally;
  authors: number;
  themes: ReadonlyMap<string, string>;
  /** What they mean, by id. */
  definitions: ReadonlyMap<string, string>;
  shown: Shown;
  /** False where nothing was clipped in the period before: that nobody spoke then is not known. */
  comparable: boolean;
}

/** The lines that a board shows. With `changed`, only those that are not as they were. */
const narrowed = (regions: Region[], shown: Shown): Region[] =>
  shown === 'changed'
    ? regions.map((region) => ({ ...region, lines: region.lines.filter(({ change }) => change && change.kind !== 'same') }))
    : regions;

/** The boards of rivals and sector, seen from ours. */
async function marketAround(store: Store, brands: readonly Brand[], period: Period): Promise<Record<Quadrant, ForeignLine[]>> {
  const others = brands.filter(({ kind }) => kind !== 'own');
  return marketOf(await Promise.all(others.map(async (brand) => ({ brand, regions: boardOf(await boardInput(store, brand.id, period, null)) }))));
}

/** The board of a brand, from cells alone; null where there is no brand yet. */
export async function swotData(store: Store, { brand: id, days, back, shown, market }: Asked): Promise<SwotData | null> {
  const brands = await brandsOf(store);
  const brand = brands.find((one) => one.id === id) ?? brands[0];
  if (!brand) return null;
  const earlier = back === null ? null : lastDays(store, days, back);
  const period = shown === 'before' && earlier ? earlier : lastDays(store, days);
  const [input, themes] = await Promise.all([boardInput(store, brand.id, period, shown === 'before' ? null : earlier), themesOf(store)]);
  return {
    brands,
    brand,
    period,
    days,
    market: market && brand.kind === 'own' ? await marketAround(store, brands, period) : null,
    tally: input.now,
    regions: narrowed(boardOf(input), shown),
    shown,
    comparable: input.before !== null,
    authors: input.voices.get('*|*')?.authors ?? 0,
    themes: new Map(themes.map((theme) => [theme.id, theme.name])),
    definitions: new Map(themes.map((theme) => [theme.id, theme.definition])),
  };
}

const facetOf = (brand: string, { quadrant, theme }: Source) => ({ brand, quadrant, theme: theme ?? noTheme });

/** The newest clips that bear any of these tags, newest first. */
async function newestTogether(store: Store, brand: string, sources: readonly Source[], period: Period, limit: number): Promise<Clip[]> {
  const found = await Promise.all(sources.map((source) => newestOf(store, facetOf(brand, source), period, limit)));
  const clips = [...new Map(found.flat().map((clip) => [clip.id, clip])).values()];
  return clips.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, limit);
}

/** The newest voice behind each line, by its id. */
export async function freshestOf(store: Store, { brand, regions, period }: SwotData): Promise<ReadonlyMap<string, Clip>> {
  const found = await Promise.all(
    regions
      .flatMap(({ lines }) => lines)
      .map(async ({ id, sources }) => {
        const [clip] = await newestTogether(store, brand.id, sources, period, 1);
        return clip ? [[id, clip] as const] : [];
      }),
  );
  return new Map(found.flat());
}

/** The newest clips that say so, and those that say the opposite. */
export async function evidenceOf(store: Store, brand: string, line: Line, period: Period): Promise<{ says: Clip[]; against: Clip[] }> {
  const [says, against] = await Promise.all([
    newestTogether(store, brand, line.sources, period, 5),
    newestTogether(store, brand, contraries(line), period, 3),
  ]);
  return { says, against };
}
