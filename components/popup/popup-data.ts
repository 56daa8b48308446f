import type { Brand, Clip } from '../../lib/core/records.ts';
import { stretchesOf, usualStep } from '../../lib/core/stretch.ts';
import type { Tally } from '../../lib/core/tally.ts';
import type { StandingTheme } from '../../lib/core/themes.ts';
import { sharesOver } from '../../lib/core/trend.ts';
import { brandsOf, countsOf, type InZone, lastDays, newestToday, type Period, talliesOf, themesOf } from '../../lib/db/queries.ts';
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

/** All of it in one transaction, whose beginning and end cost more than most of what is read in it. */
export const popupData = (store: Store, days: number): Promise<PopupData> =>
  inOne(store.db, async () => {
    const names = await namesIn(store.db);
    return popupOf(names, await readCounted(store, comparedOf(names), days, 'measured'), days);
  });

const rememberedRead = 'popup.read';
/** What was asked for last: of whose days, and by which day's beginning. */
interface Asked {
  timeZone: string;
  brands: string[];
}

/**
 * The same before it is known whether this is the workspace in use, and for the table of judgements without posts' numbers; undefined where the database
 * holds no workspace yet. Each answer takes 3 ms to come, whatever is asked, so what was asked for last time is asked for beside whose it is to be.
 */
export const earlyPopup = (db: Store['db'], days: number, table: PopupTable): Promise<PopupData | undefined> =>
  inOne(db, async () => {
    const asked: Asked = JSON.parse(localStorage.getItem(rememberedRead) ?? '{"timeZone":"UTC","brands":[]}');
    const likely = readCounted({ db, workspace: asked }, asked.brands, days, table);
    const [workspace, names, counted] = await Promise.all([db.workspace.toCollection().first(), namesIn(db), likely]);
    if (!workspace) return undefined;
    const now: Asked = { timeZone: workspace.timeZone, brands: comparedOf(names) };
    if (JSON.stringify(now) === JSON.stringify(asked)) return popupOf(names, counted, days);
    localStorage.setItem(rememberedRead, JSON.stringify(now));
    return popupOf(names, await readCounted({ db, workspace }, now.brands, days, table), days);
  });

function inOne<T>(db: Store['db'], read: () => Promise<T>): Promise<T> {
  const { workspace, brands, themes, clips, dayCells, valueCells } = db;
  return db.transaction('r', [workspace, brands, themes, clips, dayCells, valueCells], read);
}

type Names = Pick<PopupData, 'brands' | 'themes'>;

async function namesIn(db: Store['db']): Promise<Names> {
  const [brands, themes] = await Promise.all([brandsOf({ db }), themesOf({ db })]);
  return { brands, themes };
}

const listed = ({ brands }: Names) => brands.filter(({ kind }) => kind !== 'sector');
const comparedOf = (names: Names) => listed(names).map(({ id }) => id);

type Counted = Pick<PopupData, 'period' | 'compared' | 'today'>;

async function readCounted(source: InZone, brands: string[], days: number, table: PopupTable): Promise<Counted> {
  const period = lastDays(source, days);
  const read = table === 'measured' ? talliesOf : countsOf;
  const [compared, today] = await Promise.all([read(source, brands, period), newestToday(source, mostToday)]);
  return { period, compared, today };
}

function popupOf(names: Names, counted: Counted, days: number): PopupData {
  const { period, compared } = counted;
  const brands = listed(names);
  const own = brands.filter(({ kind }) => kind === 'own').length;
  const shares = sharesOver(compared, stretchesOf(period, usualStep(days), period.to));
  const rows = brands.slice(0, own + mostRivals).map((brand, index) => {
    const tally = compared[index]!;
    const trend = shares[index]!.map(({ shown }) => shown?.value ?? null);
    return { brand, tally, trend };
  });
  return { ...names, ...counted, rows };
}
