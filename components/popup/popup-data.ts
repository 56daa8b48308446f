import type { Brand, Clip } from '../../lib/core/records.ts';
import { stretchesOf, usualStep } from '../../lib/core/stretch.ts';
import type { Tally } from '../../lib/core/tally.ts';
import type { StandingTheme } from '../../lib/core/themes.ts';
import { sharesOver } from '../../lib/core/trend.ts';
import { brandsOf, countsOf, lastDays, newestToday, type Period, talliesOf, themesOf } from '../../lib/db/queries.ts';
import type { Store } from '../../lib/db/store.ts';

export interface BrandRow {
  brand: Brand;
  tally: Tally;
  /** Share of voice over the period, oldest first; null where too little was heard. */
  trend: (number | null)[];
}

/** Everything the popup shows, in one answer: its first paint is its only one. */
export interface PopupData {
  brands: Brand[];
  themes: StandingTheme[];
  period: Period;
  /** Own brands and all rivals: what shares are computed among. */
  compared: Tally[];
  /** Those with a row: own brands, and at most five rivals. */
  rows: BrandRow[];
  /** The newest of today's clips. */
  today: Clip[];
}

export const periods = [7, 30, 90] as const;
const remembered = 'popup.days';
/** The period the person looked at last. */
export const firstDays = (): number => periods.find((days) => days === Number(localStorage.getItem(remembered))) ?? 30;
export const rememberDays = (days: number): void => localStorage.setItem(remembered, String(days));

const rememberedTable = 'popup.table';
/** Which of the two tables the person looked at last: judgements, or what was measured of posts. */
export type PopupTable = 'judged' | 'measured';
export const firstTable = (): PopupTable => (localStorage.getItem(rememberedTable) === 'measured' ? 'measured' : 'judged');
export const rememberTable = (table: PopupTable): void => localStorage.setItem(rememberedTable, table);

const mostRivals = 5;
const mostToday = 3;

type Names = Pick<PopupData, 'brands' | 'themes'>;

/** What is called how: read as soon as the database is open, before it is known what day it is there. */
export async function namesIn(db: Store['db']): Promise<Names> {
  const [brands, themes] = await Promise.all([brandsOf({ db }), themesOf({ db })]);
  return { brands, themes };
}

interface Known {
  /** What was read just now. */
  names?: Names | undefined;
  /** For this table alone: judgements need no posts' numbers. */
  table?: PopupTable;
}

/** All of it in one transaction, whose beginning and end cost more than most of what is read in it. */
export const popupData = (store: Store, days: number, { names, table = 'measured' }: Known = {}): Promise<PopupData> => {
  const { brands, themes, clips, dayCells, valueCells } = store.db;
  return store.db.transaction('r', [brands, themes, clips, dayCells, valueCells], async () =>
    readPopup(store, days, names ?? (await namesIn(store.db)), table === 'measured' ? talliesOf : countsOf),
  );
};

async function readPopup(store: Store, days: number, { brands, themes }: Names, counted: typeof countsOf): Promise<PopupData> {
  const period = lastDays(store, days);
  const listed = brands.filter(({ kind }) => kind !== 'sector');
  const ids = listed.map(({ id }) => id);
  const [compared, today] = await Promise.all([counted(store, ids, period), newestToday(store, mostToday)]);
  const own = listed.filter(({ kind }) => kind === 'own').length;
  const shares = sharesOver(compared, stretchesOf(period, usualStep(days), period.to));
  const rows = listed.slice(0, own + mostRivals).map((brand, index) => {
    const tally = compared[index]!;
    const trend = shares[index]!.map(({ shown }) => shown?.value ?? null);
    return { brand, tally, trend };
  });
  return { brands, themes, period, compared, rows, today };
}
