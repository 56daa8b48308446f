/** Spans back from now: "5d", "il y a 3 h", "3 hari lalu", "vor 3 Tagen". */
import { cached, key, ours } from './date-languages.ts';
import { type ReadDate, readDateOf } from './read-date.ts';

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

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

const styles = ['long', 'short', 'narrow'] as const;

const span = { second: 1e3, minute: 6e4, hour: 36e5 };

function ago(count: number, unit: Unit, now: Date): ReadDate | null {
  if (!(count <= 10_000)) return null;
  const date = new Date(now);
  if (unit === 'month') date.setMonth(date.getMonth() - count);
  else if (unit === 'year') date.setFullYear(date.getFullYear() - count);
  else if (unit === 'day' || unit === 'week') date.setDate(date.getDate() - count * (unit === 'week' ? 7 : 1));
  else date.setTime(date.getTime() - count * span[unit]);
  // A page shows the seconds of its last drawing, not of its reading.
  return readDateOf(date, unit === 'second' ? 'minute' : unit);
}

const marker = /\bago\b|\bil y a\b|\blalu\b|^-/;
const quantity = /(\d+|\ban?\b|\bune?\b|\bse(?=(?:detik|menit|jam|hari|minggu|bulan|tahun)\b))\s*([a-z]+)/g;
const fillers = /\b(?:ago|il y a|depuis|yang|lalu|about|environ|over|plus de|sekitar|edited|modifie|diedit)\b|^-|[,.]/g;

/** The standard's short French: "a" is a year, and "m." with its dot a month ("il y a 3 m."); a minute is "min". */
const french = /^-|\bil y a\b/;
const shortFrench = (span: string, label: string): Unit | null =>
  /[\d\s]a$/.test(span) ? 'year' : /[\d\s]m$/.test(span) && label.includes(`${span}.`) ? 'month' : null;

/** English, French and Indonesian spans: "5d", "a month ago", "il y a 3 h", "sejam lalu". */
export function readOurSpan(label: string, now: Date): ReadDate | null {
  const marked = marker.test(label);
  for (const match of label.replace('il y a', '').matchAll(quantity)) {
    const indonesian = /\blalu\b/.test(label);
    const [, count = '', word = ''] = match;
    // The standard's short Indonesian day is an "h" ("3 h lalu"); elsewhere "h" is an hour.
    const unit = indonesian && /^hr?$/.test(word) ? 'day' : (french.test(label) && shortFrench(match[0], label)) || units.get(word);
    // Bare, a span is a date only where nothing else is said ("3 min read" is not).
    if (!unit || (!marked && label.replace(match[0], '').replace(fillers, '').trim() !== '')) continue;
    return ago(/^\d/.test(count) ? Number(count) : 1, unit, now);
  }
  return /^(?:just now|now|a few seconds ago|a l'instant|maintenant|il y a quelques (?:secondes|instants)|baru saja|sekarang|beberapa (?:detik|saat)(?: yang)? lalu)$/.test(
    label,
  )
    ? readDateOf(now, 'minute')
    : readLast(label, now, ours);
}

/** "last week", "la semaine dernière", "bulan lalu": one unit back, without a number. */
const lastOnes = cached((locale) => {
  const formats = styles.map((style) => new Intl.RelativeTimeFormat(locale, { style, numeric: 'auto' }));
  return new Map((['week', 'month', 'year'] as const).flatMap((unit) => formats.map((format) => [compact(format.format(-1, unit)), unit] as const)));
});

function readLast(label: string, now: Date, among: readonly string[]): ReadDate | null {
  const words = compact(label);
  const unit = among.map((locale) => lastOnes(locale).get(words)).find(Boolean);
  return unit ? ago(1, unit, now) : null;
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

const nowIn = cached((locale) => compact(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')));

/** Spans in any other language, and its "now": what `Intl` writes for this number is compared with the label. No site counts a hundred of a unit. */
export function readOtherSpan(label: string, now: Date, among: readonly string[]): ReadDate | null {
  const count = /\d+/.exec(label)?.[0];
  const words = compact(label);
  if (count === undefined) return among.some((locale) => nowIn(locale) === words) ? readDateOf(now, 'minute') : readLast(label, now, among);
  if (count.length > 2 || label.length > 40) return null;
  for (const locale of among) {
    const unit = spansOf(`${locale} ${Number(count)}`).get(words);
    if (unit) return ago(Number(count), unit, now);
  }
  return null;
}
