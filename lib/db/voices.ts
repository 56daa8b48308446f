/** Who spoke about a brand, read for core/voices.ts. Only the board asks. */
import type { Table } from 'dexie';
import { addDays } from '../core/day.ts';
import type { Spoken } from '../core/voices.ts';
import { weekOf } from '../core/week.ts';
import type { Period } from './queries.ts';
import type { Store } from './store.ts';

const rowsOf = <T>(table: Table<T, [string, string, string]>, brand: string, first: string, last: string): Promise<T[]> =>
  first > last ? Promise.resolve([]) : table.where('[brand+day+platform]').between([brand, first, ''], [brand, last, '\uffff'], true, true).toArray();

/** Who spoke about a brand: whole weeks in sum, and of those that a period cuts the days. */
export async function spokenIn({ db }: Store, brand: string, { from, to }: Period): Promise<Spoken> {
  const [first, last] = [weekOf(from), weekOf(to)];
  const wholeFrom = from === first ? first : addDays(first, 7);
  const wholeTo = to === addDays(last, 6) ? last : addDays(last, -7);
  if (wholeFrom > wholeTo) return { weeks: [], days: await rowsOf(db.voiceCells, brand, first, last) };
  const [weeks, before, after] = await Promise.all([
    rowsOf(db.voiceWeeks, brand, wholeFrom, wholeTo),
    rowsOf(db.voiceCells, brand, first, addDays(wholeFrom, -1)),
    rowsOf(db.voiceCells, brand, addDays(wholeTo, 7), last),
  ]);
  return { weeks, days: [...before, ...after] };
}

/** The same day by day, which is longer. */
export const spokenDaysIn = async ({ db }: Store, brand: string, { from, to }: Period): Promise<Spoken> => ({
  weeks: [],
  days: await rowsOf(db.voiceCells, brand, weekOf(from), to),
});
