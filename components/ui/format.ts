/** Numbers, dates and lists as the catalogue's language writes them. */
import { addDays, dayIn } from '../../lib/core/day.ts';
import type { Precision } from '../../lib/core/draft.ts';
import type { Metric } from '../../lib/core/metric.ts';
import { i18n, locale } from '../../lib/i18n/index.ts';

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const numbers = once(() => new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }));
const compacts = once(() => new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 }));
const percents = once(() => new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }));
const exactPercents = once(() => new Intl.NumberFormat(locale(), { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }));
const signedPercents = once(
  () => new Intl.NumberFormat(locale(), { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
);
const balances = once(() => new Intl.NumberFormat(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' }));
const differences = once(() => new Intl.NumberFormat(locale(), { maximumFractionDigits: 1, signDisplay: 'exceptZero' }));
const lists = once(() => new Intl.ListFormat(locale(), { type: 'conjunction' }));

/** Intl writes a hyphen where a minus belongs. */
const minus = (text: string) => text.replace('-', '−');

export const number = (value: number): string => minus(numbers().format(value));
/** A difference with its sign, 0 without one. */
export const signed = (value: number): string => minus(differences().format(value));
/** "1.2K": for numbers that are read, not compared. */
export const compact = (value: number): string => minus(compacts().format(value));
/** A share 0…1 as "33%"; with `exact`, "32.9%". */
export const percent = (share: number, exact = false): string => (exact ? exactPercents() : percents()).format(share);
/** A change 0.05 as "+5.0%". */
export const signedPercent = (change: number): string => minus(signedPercents().format(change));
/** −1…1 as "+0.21". */
export const balance = (value: number): string => minus(balances().format(value));
/** What is stored or in a file: "1.2 MB", of 1,000 each, as file managers show it. */
export function bytes(count: number): string {
  const names = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = Math.min(names.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  const style = { style: 'unit', unit: names[step], unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale(), style).format(count / 1_000 ** step);
}
/** "Arvelle, Kestrin and Bruvio". */
export const list = (words: readonly string[]): string => lists().format(words);

/** A metric's value in its unit. */
export function inUnit(unit: Metric['unit'], value: number): string {
  if (unit === 'percent') return percent(value);
  return unit === 'balance' ? balance(value) : number(value);
}

/** A day YYYY-MM-DD as "21 May"; with its year where that is not the year of `today`. */
export function day(date: string, today: string): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? undefined : ('numeric' as const);
  return new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', day: 'numeric', month: 'short', year }).format(new Date(date));
}

/** "21 Feb – 21 May 2026". */
export const days = (from: string, to: string): string =>
  new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).formatRange(new Date(from), new Date(to));

/** "13:52", in the workspace's time zone. */
export const time = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale(), { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));

/** A day of the week, counted from Monday. The 5th of January 1970 was one. */
export const weekday = (index: number, style: 'short' | 'long'): string =>
  new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', weekday: style }).format(new Date(Date.UTC(1970, 0, 5 + index)));

/** A full hour, 0 to 23, as "09:00". */
export const hour = (index: number): string =>
  new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(Date.UTC(1970, 0, 5, index)),
  );

const unit = (value: number, name: string, display: 'short' | 'long') =>
  new Intl.NumberFormat(locale(), { style: 'unit', unit: name, unitDisplay: display, maximumFractionDigits: 0 }).format(value);

const spans = { week: 7, month: 30.44, year: 365.25 } as const;

/**
 * How long ago, as people say it: "20 min", "yesterday", "12 May". What is known only to the week, month or year is said so:
 * "about 3 weeks ago".
 */
export function age(instant: string, timeZone: string, now: Date, precision: Precision = 'second'): string {
  const then = new Date(instant);
  if (precision === 'week' || precision === 'month' || precision === 'year') {
    const count = Math.max(1, Math.round((now.getTime() - then.getTime()) / 86_400_000 / spans[precision]));
    return i18n.t('ui.aboutAgo', [unit(count, precision, 'long')]);
  }
  const [today, date] = [dayIn(timeZone, now), dayIn(timeZone, then)];
  const minutes = Math.max(0, Math.floor((now.getTime() - then.getTime()) / 60_000));
  if (date === today && precision === 'day') return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(0, 'day');
  if (minutes < 60 && precision !== 'hour' && precision !== 'day') return minutes === 0 ? i18n.t('ui.justNow') : unit(minutes, 'minute', 'short');
  if (date === today) return unit(Math.max(1, Math.round(minutes / 60)), 'hour', 'short');
  if (date === addDays(today, -1)) return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-1, 'day');
  return day(date, today);
}
