/** Stretches of seven days in which cells are kept: they begin on Thursdays, as the days since 1970 are divided by seven. */
import { addDays } from './day.ts';

const day = 86_400_000;

/** A number for each of seven days. */
export type Seven = number[];

/** Whole days since 1970 of a day YYYY-MM-DD. */
const dayNumber = (date: string): number => Math.floor(Date.parse(date) / day);

/** The first day of the seven that a day is in. */
export const weekOf = (date: string): string => new Date(Math.floor(dayNumber(date) / 7) * 7 * day).toISOString().slice(0, 10);

const made = new Map<string, readonly string[]>();

/** The seven days of a week that begins on `week`. Made once: each cell of a board asks for them. */
export function daysOfWeek(week: string): readonly string[] {
  const days = made.get(week) ?? Array.from({ length: 7 }, (_, place) => addDays(week, place));
  made.set(week, days);
  return days;
}

/** The place of a day in its seven, from 0. */
export const placeInWeek = (date: string): number => dayNumber(date) % 7;

/** The first places of a week that begins on `week` and the last of those between two days, both included: 0 and 6 where all are. */
export function placesWithin(week: string, from: string, to: string): [first: number, last: number] {
  const begins = dayNumber(week);
  return [Math.max(0, dayNumber(from) - begins), Math.min(6, dayNumber(to) - begins)];
}
