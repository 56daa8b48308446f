import type { PublishedAt } from './draft.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** YYYY-MM-DD of an instant in a time zone (IANA name). */
export function dayIn(timeZone: string, instant: Date): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

/** The instant at which a day YYYY-MM-DD begins in a time zone. */
export function startOfDay(timeZone: string, day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // No zone is further than 14 hours from UTC, and all differ from it by whole quarters of an hour.
  const quarter = 900_000;
  let [before, after] = [midnight / quarter - 14 * 4 - 1, midnight / quarter + 14 * 4 + 1];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(timeZone, new Date(middle * quarter)) < day) before = middle;
    else after = middle;
  }
  return new Date(after * quarter);
}

/** The day `count` days after (before, if negative) a day YYYY-MM-DD. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative if `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Days from `from` to `to`, both included. */
export const daysFrom = (from: string, to: string): string[] => Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));

/** In the order of a week by ISO 8601, as queries write them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Days since Monday, the first of a week by ISO 8601: 0 to 6. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

const hours = new Map<string, Intl.DateTimeFormat>();

const knownToTheHour = new Set<PublishedAt['precision']>(['second', 'minute', 'hour']);

/** The hour of the day, 0 to 23, at which something was published, on the clocks of a time zone; undefined where that is not known. */
export function hourOf(publishedAt: PublishedAt | null, timeZone: string): number | undefined {
  if (!publishedAt || !knownToTheHour.has(publishedAt.precision)) return undefined;
  let format = hours.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
    hours.set(timeZone, format);
  }
  return Number(format.format(new Date(publishedAt.instant)));
}

const knownToTheDay = new Set<PublishedAt['precision']>(['second', 'minute', 'hour', 'day']);

/** On which day a clip counts: the day it was published where that is known to the day, else the day it was clipped; and which of the two. */
export function clipDay(publishedAt: PublishedAt | null, clippedAt: string, timeZone: string): { day: string; dayFrom: 'published' | 'clipped' } {
  if (publishedAt && knownToTheDay.has(publishedAt.precision)) return { day: dayIn(timeZone, new Date(publishedAt.instant)), dayFrom: 'published' };
  return { day: dayIn(timeZone, new Date(clippedAt)), dayFrom: 'clipped' };
}
