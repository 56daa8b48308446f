/** Days of the calendar: "12 févr.", "10月28日", "hier à 14:02". */
import { cached, key } from './date-languages.ts';
import { type ReadDate, readDateOf } from './read-date.ts';

const monthNames = cached((locale) => {
  const names = new Map<string, number>();
  for (const options of [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }] as const) {
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      const name = format.formatToParts(Date.UTC(2023, month, 1)).find(({ type }) => type === 'month')?.value ?? '';
      // Languages that number their months are read by their figures.
      if (/^\p{L}[\p{L}\p{M}.]+$/u.test(name)) names.set(key(name), month);
    }
  }
  // What sites write beside the standard's short form.
  if (locale === 'en') names.set('sept', 8);
  if (locale === 'id')
    for (const [name, month] of [
      ['agt', 7],
      ['ags', 7],
      ['nop', 10],
      ['pebruari', 1],
    ] as const)
      names.set(name, month);
  return names;
});

const weekdayNames = cached((locale) => {
  const names = new Map<string, number>();
  for (const weekday of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
    // 1 January 2023 was a Sunday.
    for (let day = 0; day < 7; day++) names.set(key(format.format(Date.UTC(2023, 0, 1 + day))), day);
  }
  return names;
});

/** "avant-hier", "kemarin dulu" … → 2, before what it holds: "yesterday", "hier", "kemarin" … → 1; "today" … → 0. */
const nearDays = cached((locale) => {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return new Map([2, 1, 0].map((days) => [key(format.format(-days, 'day')), days] as const));
});

interface Clock {
  hour: number;
  minute: number;
  second: number | null;
  utc: boolean;
}

/** The time of day in what is left of a label once its date is taken out. */
function clockIn(rest: string): Clock | null {
  const match = /(?:^|[^\d])(\d{1,2})(?:\s?[:.h]\s?(\d{2})(?:[:.](\d{2}))?(?!\d)|(?=\s?[ap]\.?m\b)|\s?h\b)/.exec(rest);
  if (!match) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const second = match[3] === undefined ? null : Number(match[3]);
  const late = /(?:\d|\s)p\.?\s?m\b|下午|午後|오후/.test(rest.normalize('NFC'));
  const early = /(?:\d|\s)a\.?\s?m\b|上午|午前|오전/.test(rest.normalize('NFC'));
  if (late && hour < 12) hour += 12;
  if (early && hour === 12) hour = 0;
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return null;
  return { hour, minute, second, utc: /\b(?:utc|gmt)\b|\dz\b/.test(rest) };
}

interface Day {
  year: number | null;
  month: number;
  day: number | null;
  /** The label without the date. */
  rest: string;
}

const dayOfMonth = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?`;
const anyYear = String.raw`(?:,?\s*(?:de |del |г\.?\s?)?,?\s*((?:19|20)\d{2})(?!\d))?`;
const name = String.raw`(\p{L}[\p{L}\p{M}]*)\.?`;
const dayFirst = new RegExp(String.raw`(?<!\d|[:.]\d?)${dayOfMonth}\s?(?:de |d'|of )?-?${name}${anyYear}`, 'gu');
/** Hungarian sets the year before the month, and a dot behind everything. */
const monthFirst = new RegExp(String.raw`(?:(?<!\d)((?:19|20)\d{2})\.?\s)?${name}\s?-?${dayOfMonth}(?!\d|:|\s?[ap]\.?m\b)${anyYear}`, 'gu');
const monthAndYear = new RegExp(String.raw`${name}\s(?:de )?((?:19|20)\d{2})(?!\d)`, 'gu');

/** Only figures: year first, as East Asia and databases write it; day first with dots; slashes only where they cannot be mistaken. */
function figuresDay(label: string): Day | null {
  const east = /(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/.exec(label.normalize('NFC'));
  if (east)
    return {
      year: east[1] ? Number(east[1]) : null,
      month: Number(east[2]) - 1,
      day: Number(east[3]),
      rest: label.normalize('NFC').replace(east[0], ' '),
    };
  const vietnamese = /(\d{1,2})\s(?:thg|thang)\s?(\d{1,2})(?:,?\s*(\d{4}))?/.exec(label);
  if (vietnamese)
    return {
      year: vietnamese[3] ? Number(vietnamese[3]) : null,
      month: Number(vietnamese[2]) - 1,
      day: Number(vietnamese[1]),
      rest: label.replace(vietnamese[0], ' '),
    };
  const yearFirst = /(?<!\d)((?:19|20)\d{2})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)/.exec(label);
  if (yearFirst)
    return { year: Number(yearFirst[1]), month: Number(yearFirst[3]) - 1, day: Number(yearFirst[4]), rest: label.replace(yearFirst[0], ' ') };
  const yearLast = /(?<!\d)(\d{1,2})([-/.])\s?(\d{1,2})\2\s?((?:19|20)\d{2})(?!\d)/.exec(label);
  if (!yearLast) return null;
  const [one, two] = [Number(yearLast[1]), Number(yearLast[3])];
  const day = yearLast[2] === '.' || one > 12 || one === two ? [one, two] : two > 12 ? [two, one] : null;
  return day && { year: Number(yearLast[4]), month: (day[1] ?? 0) - 1, day: day[0] ?? 0, rest: label.replace(yearLast[0], ' ') };
}

/** With the name of a month in one of the locales. */
function namedDay(label: string, among: readonly string[]): Day | null {
  const found = [
    ...[...label.matchAll(dayFirst)].map(([whole, day, word, year]) => ({ whole, word, day, year })),
    ...[...label.matchAll(monthFirst)].map(([whole, before, word, day, after]) => ({ whole, word, day, year: after ?? before })),
    ...[...label.matchAll(monthAndYear)].map(([whole, word, year]) => ({ whole, word, day: undefined, year })),
  ];
  if (found.length === 0) return null;
  for (const locale of among) {
    const months = monthNames(locale);
    for (const { whole, word, day, year } of found) {
      const month = months.get(word ?? '');
      if (month !== undefined) return { year: year ? Number(year) : null, month, day: day ? Number(day) : null, rest: label.replace(whole, ' ') };
    }
  }
  return null;
}

/** A local day, at the given time or at noon; null where there is no such day (30 February). */
function at(year: number, month: number, day: number, clock: Clock | null): Date | null {
  const { hour, minute, second, utc } = clock ?? { hour: 12, minute: 0, second: 0, utc: false };
  const date = utc ? new Date(Date.UTC(year, month, day, hour, minute, second ?? 0)) : new Date(year, month, day, hour, minute, second ?? 0);
  const real = utc ? date.getUTCDate() === day && date.getUTCMonth() === month : date.getDate() === day && date.getMonth() === month;
  return real ? date : null;
}

function absolute({ year, month, day, rest }: Day, now: Date): ReadDate | null {
  if (month < 0 || month > 11) return null;
  if (day === null) return year === null ? null : readDateOf(new Date(year, month, 1, 12), 'month');
  const clock = clockIn(rest);
  const precision = !clock ? 'day' : clock.second === null ? 'minute' : 'second';
  const years = year === null ? Array.from({ length: 9 }, (_, back) => now.getFullYear() + 1 - back) : [year];
  for (const candidate of years) {
    const date = at(candidate, month, day, clock);
    // Without a year it is the latest such day that has begun.
    const begun = clock ? date : at(candidate, month, day, { hour: 0, minute: 0, second: 0, utc: false });
    if (date && begun && (year !== null || begun <= now)) return readDateOf(date, precision);
  }
  return null;
}

function daysBack(days: number, rest: string, now: Date): ReadDate | null {
  const clock = clockIn(rest);
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
  const date = at(day.getFullYear(), day.getMonth(), day.getDate(), clock);
  return date && readDateOf(date, clock ? 'minute' : 'day');
}

/** "hier à 14:02", "kemarin", "Monday at 3:30 PM". */
function namedNearDay(label: string, now: Date, among: readonly string[]): ReadDate | null {
  const words = label.split(/[\s,]+/);
  for (const locale of among) {
    for (const [phrase, days] of nearDays(locale)) if (` ${label.replace(/[,.]/g, ' ')} `.includes(` ${phrase} `)) return daysBack(days, label, now);
    const weekday = weekdayNames(locale).get((words[0] ?? '').replace(/\.$/, ''));
    // A weekday alone is a date; before other words than a time it may be anything.
    if (weekday !== undefined && (words.length === 1 || clockIn(label))) return daysBack((now.getDay() - weekday + 7) % 7 || 7, label, now);
  }
  return null;
}

/** A day of the calendar in one of the locales; `label` is folded. */
export function readDay(label: string, now: Date, among: readonly string[]): ReadDate | null {
  const day = figuresDay(label) ?? namedDay(label, among);
  return (day && absolute(day, now)) ?? namedNearDay(label, now, among);
}
