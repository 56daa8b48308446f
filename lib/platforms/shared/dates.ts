/** Dates as people's interfaces write them: ISO and epochs, "3 w", "il y a 3 h", "kemarin pukul 14.02", "12 févr.", "10月28日". */
import type { Precision } from '../../core/draft.ts';
import { fold } from '../../core/fold.ts';
import { plain } from './numbers.ts';

export interface ReadDate {
  /** ISO 8601, UTC. */
  instant: string;
  precision: Precision;
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** Read first, and short forms by a table of their own, for they are what our people use. */
const ours = ['en', 'fr', 'id'];
/** The others by the letters they are written in: asking `Intl` for a language costs milliseconds the first time. */
const others: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[\u0400-\u04ff]/, ['ru', 'uk', 'bg', 'sr']],
  [/[\u0370-\u03ff]/, ['el']],
  [/[\u0600-\u06ff]/, ['ar', 'fa']],
  [/[\u0590-\u05ff]/, ['he']],
  [/[\u0900-\u097f]/, ['hi']],
  [/[\u0980-\u09ff]/, ['bn']],
  [/[\u0e00-\u0e7f]/, ['th']],
  [/[\u1100-\u11ff\uac00-\ud7af]/, ['ko']],
  [/[\u3040-\u30ff\u4e00-\u9fff]/, ['ja', 'zh-Hans', 'zh-Hant']],
  [/[a-z]/, ['es', 'pt', 'de', 'it', 'nl', 'pl', 'tr', 'sv', 'da', 'nb', 'fi', 'cs', 'hu', 'ro', 'vi', 'ms', 'fil', 'hr', 'sk']],
];

function otherLocales(label: string, lang: string | undefined): readonly string[] {
  if (lang) {
    const [locale] = Intl.DateTimeFormat.supportedLocalesOf(/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(lang) ? lang : []);
    return locale && !ours.includes(locale.split('-')[0] ?? '') ? [locale] : [];
  }
  return others.find(([letters]) => letters.test(label))?.[1] ?? [];
}

/** Short forms that sites write in English, French and Indonesian; other languages come from `Intl`. */
const unitWords: Record<Unit, string> = {
  second: 's sec secs second seconds seconde secondes dtk detik',
  minute: 'm min mins minute minutes mnt menit',
  hour: 'h hr hrs hour hours heure heures jam',
  day: 'd day days j jr jrs jour jours hari',
  week: 'w wk wks week weeks sem semaine semaines mgg minggu',
  month: 'mo mos mth mths month months mois bln bulan',
  year: 'y yr yrs year years an ans annee annees thn tahun',
};
const allUnits = Object.keys(unitWords) as Unit[];
const units = new Map(allUnits.flatMap((unit) => unitWords[unit].split(' ').map((word) => [word, unit] as const)));

/** Makes each answer once: `Intl` objects are slow to build. */
const cached = <T>(make: (name: string) => T) => {
  const made = new Map<string, T>();
  return (name: string): T => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
};

/** As dates are compared here: folded, and without the dots that abbreviations end in. */
const key = (label: string): string => fold(plain(label)).replace(/\./g, '').trim();

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

const styles = ['long', 'short', 'narrow'] as const;

/** "yesterday", "hier", "kemarin" … → 1; "today" … → 0. */
const nearDays = cached((locale) => {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return new Map([0, 1].map((days) => [key(format.format(-days, 'day')), days] as const));
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
  for (const locale of among) {
    const months = monthNames(locale);
    const month = (word: string | undefined) => months.get((word ?? '').replace(/\.$/, ''));
    for (const [whole, day, word, year] of label.matchAll(dayFirst)) {
      const found = month(word);
      if (found !== undefined) return { year: year ? Number(year) : null, month: found, day: Number(day), rest: label.replace(whole, ' ') };
    }
    for (const [whole, before, word, day, after] of label.matchAll(monthFirst)) {
      const found = month(word);
      const year = after ?? before;
      if (found !== undefined) return { year: year ? Number(year) : null, month: found, day: Number(day), rest: label.replace(whole, ' ') };
    }
    for (const [whole, word, year] of label.matchAll(monthAndYear)) {
      const found = month(word);
      if (found !== undefined) return { year: Number(year), month: found, day: null, rest: label.replace(whole, ' ') };
    }
  }
  return null;
}

const result = (date: Date, precision: Precision): ReadDate | null =>
  Number.isNaN(date.getTime()) || Math.abs(date.getTime()) > 8.64e14 / 4 ? null : { instant: date.toISOString(), precision };

/** A local day, at the given time or at noon; null where there is no such day (30 February). */
function at(year: number, month: number, day: number, clock: Clock | null): Date | null {
  const { hour, minute, second, utc } = clock ?? { hour: 12, minute: 0, second: 0, utc: false };
  const date = utc ? new Date(Date.UTC(year, month, day, hour, minute, second ?? 0)) : new Date(year, month, day, hour, minute, second ?? 0);
  const real = utc ? date.getUTCDate() === day && date.getUTCMonth() === month : date.getDate() === day && date.getMonth() === month;
  return real ? date : null;
}

function absolute({ year, month, day, rest }: Day, now: Date): ReadDate | null {
  if (month < 0 || month > 11) return null;
  if (day === null) return year === null ? null : result(new Date(year, month, 1, 12), 'month');
  const clock = clockIn(rest);
  const precision = !clock ? 'day' : clock.second === null ? 'minute' : 'second';
  const years = year === null ? Array.from({ length: 9 }, (_, back) => now.getFullYear() + 1 - back) : [year];
  for (const candidate of years) {
    const date = at(candidate, month, day, clock);
    // Without a year it is the latest such day that has begun.
    const begun = clock ? date : at(candidate, month, day, { hour: 0, minute: 0, second: 0, utc: false });
    if (date && begun && (year !== null || begun <= now)) return result(date, precision);
  }
  return null;
}

function daysBack(days: number, rest: string, now: Date): ReadDate | null {
  const clock = clockIn(rest);
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
  const date = at(day.getFullYear(), day.getMonth(), day.getDate(), clock);
  return date && result(date, clock ? 'minute' : 'day');
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

const span = { second: 1e3, minute: 6e4, hour: 36e5 };

function ago(count: number, unit: Unit, now: Date): ReadDate | null {
  if (!(count <= 10_000)) return null;
  const date = new Date(now);
  if (unit === 'month') date.setMonth(date.getMonth() - count);
  else if (unit === 'year') date.setFullYear(date.getFullYear() - count);
  else if (unit === 'day' || unit === 'week') date.setDate(date.getDate() - count * (unit === 'week' ? 7 : 1));
  else date.setTime(date.getTime() - count * span[unit]);
  // A page shows the seconds of its last drawing, not of its reading.
  return result(date, unit === 'second' ? 'minute' : unit);
}

const marker = /\bago\b|\bil y a\b|\blalu\b|^-/;
const quantity = /(\d+|\ban?\b|\bune?\b|\bse(?=(?:detik|menit|jam|hari|minggu|bulan|tahun)\b))\s*([a-z]+)/g;
const fillers = /\b(?:ago|il y a|depuis|yang|lalu|about|environ|over|plus de|sekitar|edited|modifie|diedit)\b|^-|[,.]/g;

/** English, French and Indonesian spans: "5d", "a month ago", "il y a 3 h", "sejam lalu". */
function ourSpan(label: string, now: Date): ReadDate | null {
  const marked = marker.test(label);
  for (const match of label.replace('il y a', '').matchAll(quantity)) {
    const indonesian = /\blalu\b/.test(label);
    const [, count = '', word = ''] = match;
    // The standard's short Indonesian day is an "h" ("3 h lalu"); elsewhere "h" is an hour.
    const unit = indonesian && /^hr?$/.test(word) ? 'day' : units.get(word);
    // Bare, a span is a date only where nothing else is said ("3 min read" is not).
    if (!unit || (!marked && label.replace(match[0], '').replace(fillers, '').trim() !== '')) continue;
    return ago(/^\d/.test(count) ? Number(count) : 1, unit, now);
  }
  return /^(?:just now|now|a l'instant|maintenant|baru saja|sekarang)$/.test(label) ? result(now, 'minute') : null;
}

/** How a language writes a number of each unit, with and without its "ago". */
const spanFormats = cached((locale) =>
  allUnits.flatMap((unit) =>
    styles.flatMap((style) => {
      const ago = new Intl.RelativeTimeFormat(`${locale}-u-nu-latn`, { style });
      const bare = new Intl.NumberFormat(`${locale}-u-nu-latn`, { style: 'unit', unit, unitDisplay: style });
      return [
        { unit, write: (count: number) => ago.format(-count, unit) },
        { unit, write: (count: number) => bare.format(count) },
      ];
    }),
  ),
);

const compact = (words: string): string => key(words).replace(/\s/g, '');

const spansOf = cached((localeAndCount) => {
  const [locale = '', count] = localeAndCount.split(' ');
  return new Map(spanFormats(locale).map(({ unit, write }) => [compact(write(Number(count))), unit] as const));
});

/** Spans in any other language: what `Intl` writes for this number is compared with the label. No site counts a hundred of a unit. */
function otherSpan(label: string, now: Date, among: readonly string[]): ReadDate | null {
  const count = /\d+/.exec(label)?.[0];
  if (count === undefined || count.length > 2 || label.length > 40) return null;
  const words = compact(label);
  for (const locale of among) {
    const unit = spansOf(`${locale} ${Number(count)}`).get(words);
    if (unit) return ago(Number(count), unit, now);
  }
  return null;
}

/** Dates written for machines. */
function machine(label: string): ReadDate | null {
  if (/^\d{10}(?:\.\d+)?$/.test(label)) return result(new Date(Number(label) * 1000), 'second');
  if (/^\d{13}$/.test(label)) return result(new Date(Number(label)), 'second');
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i.exec(label);
  if (!iso) return null;
  const [, day = '', minute = '', second = '', zone = ''] = iso;
  const offset = /^(?:Z|UTC|GMT)$/i.test(zone) ? 'Z' : zone.replace(/^(.\d{2})(\d{2})$/, '$1:$2');
  return result(
    new Date(`${day}T${minute}${second.replace(',', '.').replace(/(\.\d{3})\d+$/, '$1') || ':00'}${offset}`),
    second ? 'second' : 'minute',
  );
}

/**
 * When a label says something was published, and how exactly that is known; null where it says no date.
 * A day without a year is the latest such day that is not after `now`; a day without a time stands at its local noon.
 * English, French and Indonesian are always tried; then the page's language, or where none is given those written in the label's letters.
 */
export function readDate(label: string, now: Date, lang?: string): ReadDate | null {
  const whole = plain(label).slice(0, 200);
  const exact = machine(whole);
  if (exact) return exact;
  const parts = [...new Set([whole, ...whole.split(/[•·|()]/)])].map((part) => fold(part)).filter((part) => part.length > 1);
  for (const part of parts) {
    const day = figuresDay(part) ?? namedDay(part, ours);
    const found = (day && absolute(day, now)) ?? ourSpan(part, now) ?? namedNearDay(part, now, ours);
    if (found) return found;
  }
  // A sentence without figures is a date in no language, but a word may be.
  for (const part of parts.filter((each) => /\d/.test(each) || (lang && each.length < 20))) {
    const among = otherLocales(part, lang);
    const day = namedDay(part, among);
    const found = (day && absolute(day, now)) ?? otherSpan(part, now, among) ?? namedNearDay(part, now, among);
    if (found) return found;
  }
  const year = /^(?:19|20)\d{2}$/.exec(whole)?.[0];
  return year ? result(new Date(Number(year), 0, 1, 12), 'year') : null;
}

const fromId = (id: string, epoch: bigint): ReadDate | null =>
  /^\d{15,20}$/.test(id) ? result(new Date(Number((BigInt(id) >> 22n) + epoch)), 'second') : null;

/** X's ids hold the millisecond in which they were made (since November 2010). */
export const snowflakeTime = (id: string): ReadDate | null => fromId(id, 1_288_834_974_657n);

/** LinkedIn's activity ids hold the Unix millisecond in their upper bits. */
export const activityTime = (id: string): ReadDate | null => fromId(id, 0n);
