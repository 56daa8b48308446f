import type { Brand, Clip } from '../../lib/core/records.ts';
import { stretchesOf, usualStep } from '../../lib/core/stretch.ts';
import type { Tally } from '../../lib/core/tally.ts';
import type { StandingTheme } from '../../lib/core/themes.ts';
import { sharesOver } from '../../lib/core/trend.ts';
import { brandsOf, clippedToday, lastDays, type Period, talliesOf, themesOf } from '../../lib/db/queries.ts';
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
  /** The newest of today's clips, and how many there are. */
  today: { newest: Clip[]; total: number };
}

const mostRivals = 5;
const mostToday = 3;

/** All of it in one transaction, whose beginning and end cost more than most of what is read in it. */
export const popupData = (store: Store, days: number): Promise<PopupData> => {
  const { brands, themes, clips, dayCells, valueCells } = store.db;
  return store.db.transaction('r', [brands, themes, clips, dayCells, valueCells], () => readPopup(store, days));
};

async function readPopup(store: Store, days: number): Promise<PopupData> {
  const [brands, themes, today] = await Promise.all([brandsOf(store), themesOf(store), clippedToday(store, mostToday)]);
  const period = lastDays(store, days);
  const listed = brands.filter(({ kind }) => kind !== 'sector');
  const compared = await talliesOf(
    store,
    listed.map(({ id }) => id),
    period,
  );
  const own = listed.filter(({ kind }) => kind === 'own').length;
  const shares = sharesOver(compared, stretchesOf(period, usualStep(days), period.to));
  const rows = listed.slice(0, own + mostRivals).map((brand, index) => {
    const tally = compared[index]!;
    const trend = shares[index]!.map(({ shown }) => shown?.value ?? null);
    return { brand, tally, trend };
  });
  return { brands, themes, period, compared, rows, today };
}
