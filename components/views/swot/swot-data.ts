import { boardOf, type Region, type Statement } from '../../../lib/core/board.ts';
import { noTheme } from '../../../lib/core/facets.ts';
import { opposite } from '../../../lib/core/quadrant.ts';
import type { Brand, Clip } from '../../../lib/core/records.ts';
import type { Tally } from '../../../lib/core/tally.ts';
import { brandsOf, lastDays, newestOf, type Period, themedTallyOf, themesOf, voicesOf } from '../../../lib/db/queries.ts';
import type { Store } from '../../../lib/db/store.ts';

/** What the address asks for. */
export interface Asked {
  brand: string | null;
  days: number;
  against: boolean;
}

export interface SwotData {
  brands: Brand[];
  brand: Brand;
  period: Period;
  regions: Region[];
  tally: Tally;
  authors: number;
  themes: ReadonlyMap<string, string>;
  /** False where nothing was clipped in the period before: that nobody spoke then is not known. */
  comparable: boolean;
}

/** Names a statement in addresses and ids. */
export const keyOf = ({ quadrant, theme }: Pick<Statement, 'quadrant' | 'theme'>): string => `${quadrant}:${theme ?? noTheme}`;

/** The board of a brand, from cells alone; null where there is no brand yet. */
export async function swotData(store: Store, { brand: id, days, against }: Asked): Promise<SwotData | null> {
  const brands = await brandsOf(store);
  const brand = brands.find((one) => one.id === id) ?? brands[0];
  if (!brand) return null;
  const period = lastDays(store, days);
  const [tally, before, voices, themes] = await Promise.all([
    themedTallyOf(store, brand.id, period),
    against ? themedTallyOf(store, brand.id, lastDays(store, days, days)) : undefined,
    voicesOf(store, brand.id, period),
    themesOf(store),
  ]);
  const comparable = (before?.mentions ?? 0) > 0;
  return {
    brands,
    brand,
    period,
    tally,
    regions: boardOf(tally, voices, period.from, period.to, comparable ? before : undefined),
    comparable,
    authors: voices.get('*|*')?.authors ?? 0,
    themes: new Map(themes.map((theme) => [theme.id, theme.name])),
  };
}

const facetOf = (brand: string, { quadrant, theme }: Pick<Statement, 'quadrant' | 'theme'>) => ({ brand, quadrant, theme: theme ?? noTheme });

/** The newest voice behind each statement, by its key. */
export async function freshestOf(store: Store, { brand, regions, period }: SwotData): Promise<ReadonlyMap<string, Clip>> {
  const statements = regions.flatMap((region) => region.statements);
  const found = await Promise.all(
    statements.map(async (statement) => {
      const [clip] = await newestOf(store, facetOf(brand.id, statement), period, 1);
      return clip ? [[keyOf(statement), clip] as const] : [];
    }),
  );
  return new Map(found.flat());
}

/** The newest clips that say so, and those that say the opposite. */
export async function evidenceOf(store: Store, brand: string, statement: Statement, period: Period): Promise<{ says: Clip[]; against: Clip[] }> {
  const other = { quadrant: opposite[statement.quadrant], theme: statement.theme };
  const [says, against] = await Promise.all([
    newestOf(store, facetOf(brand, statement), period, 5),
    statement.otherwise > 0 ? newestOf(store, facetOf(brand, other), period, 3) : [],
  ]);
  return { says, against };
}
