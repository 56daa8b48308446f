import type { Effort } from '../../../lib/core/effort.ts';
import type { Tally } from '../../../lib/core/tally.ts';
import type { StandingTheme } from '../../../lib/core/themes.ts';
import { clipDays } from '../../../lib/db/effort.ts';
import { type Period, periodBefore, themesOf } from '../../../lib/db/queries.ts';
import { seenTallyOf } from '../../../lib/db/seen.ts';
import type { Store } from '../../../lib/db/store.ts';
import { type Asked, type BenchmarkData, benchmarkData } from './benchmark-data.ts';

/** The benchmark with what each post says; read after the table is there, for it is much more. */
export interface SeenData extends BenchmarkData {
  /** The same brands in the period before, of equal length. */
  before: Tally[];
  effort: Effort;
  themes: StandingTheme[];
}

export async function seenData(store: Store, asked: Asked): Promise<SeenData | null> {
  const data = await benchmarkData(store, asked);
  if (!data) return null;
  const earlier = periodBefore(data.period);
  const read = (period: Period) =>
    Promise.all(data.compared.map(({ brand }) => seenTallyOf(store, brand, period, data.accounts, data.chosen ?? undefined)));
  const [now, before, daysNow, daysBefore, themes] = await Promise.all([
    read(data.period),
    read(earlier),
    clipDays(store, data.period),
    clipDays(store, earlier),
    themesOf(store),
  ]);
  return {
    ...data,
    compared: data.compared.map(({ brand }, index) => ({ brand, tally: now[index]! })),
    before,
    effort: { now: daysNow, before: daysBefore },
    themes,
  };
}
