/** When somebody is spoken of: distinct clips by day of the week and hour, of those whose publishing is known to the hour. */
import { weekdayOf, weekdays } from './day.ts';
import type { Post } from './posts.ts';

export const hoursOfDay = 24;

/** Below so many clips known to the hour there is no map: 168 cells of a handful would show chance. METRICS has none; that of shares. */
export const leastKnown = 20;

export interface HourMap {
  /** Clips by weekday, from Monday, and hour; null where too few are known. */
  cells: readonly (readonly number[])[] | null;
  /** Clips known to the hour, of all. */
  known: number;
  of: number;
  /** The most in one cell. */
  most: number;
}

export function hourMap(posts: readonly Pick<Post, 'day' | 'hour'>[]): HourMap {
  const cells = weekdays.map(() => Array.from({ length: hoursOfDay }, () => 0));
  let known = 0;
  for (const { day, hour } of posts) {
    if (hour === null) continue;
    known += 1;
    cells[weekdayOf(day)]![hour]! += 1;
  }
  return { cells: known < leastKnown ? null : cells, known, of: posts.length, most: Math.max(...cells.flat()) };
}

/** Inks of a heat map: 0 for nothing, then four, the last for the most. */
export const inkOf = (count: number, most: number): number => (count === 0 ? 0 : Math.ceil((count / most) * 4));

/** Weekday and hour of the most clips; null where several have as many, or none any. */
export function busiest({ cells, most }: HourMap): { weekday: number; hour: number; count: number } | null {
  const all = (cells ?? []).flatMap((row, weekday) => row.flatMap((count, hour) => (count === most && most > 0 ? [{ weekday, hour, count }] : [])));
  return all.length === 1 ? all[0]! : null;
}
