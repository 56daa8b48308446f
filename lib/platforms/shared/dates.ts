/** Dates as people's interfaces write them: ISO and epochs, "3 w", "il y a 3 h", "kemarin pukul 14.02", "12 févr.", "10月28日". */
import { fold } from '../../core/fold.ts';
import { readDay } from './date-days.ts';
import { otherLocales, ours } from './date-languages.ts';
import { readOtherSpan, readOurSpan } from './date-spans.ts';
import { plain } from './numbers.ts';
import { type ReadDate, readDateOf } from './read-date.ts';

/** Dates written for machines. */
function machine(label: string): ReadDate | null {
  if (/^\d{10}(?:\.\d+)?$/.test(label)) return readDateOf(new Date(Number(label) * 1000), 'second');
  if (/^\d{13}$/.test(label)) return readDateOf(new Date(Number(label)), 'second');
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i.exec(label);
  if (!iso) return null;
  const [, day = '', minute = '', second = '', zone = ''] = iso;
  const offset = /^(?:Z|UTC|GMT)$/i.test(zone) ? 'Z' : zone.replace(/^(.\d{2})(\d{2})$/, '$1:$2');
  return readDateOf(
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
  // Written for machines, and no time: what people write is not looked for in it.
  if (/^[-+]?\d{4,}-\d{2}-\d{2}[T ]\d|^\d{14,}/.test(whole)) return null;
  const parts = [...new Set([whole, ...whole.split(/[•·|()]/)])].map((part) => fold(part)).filter((part) => part.length > 1);
  for (const part of parts) {
    const found = readOurSpan(part, now) ?? readDay(part, now, ours);
    if (found) return found;
  }
  // A sentence without figures is a date in no language, but a word may be.
  for (const part of parts.filter((each) => /\d/.test(each) || (lang && each.length < 20))) {
    const among = otherLocales(part, lang);
    const found = readDay(part, now, among) ?? readOtherSpan(part, now, among);
    if (found) return found;
  }
  const year = /^(?:19|20)\d{2}$/.exec(whole)?.[0];
  return year ? readDateOf(new Date(Number(year), 0, 1, 12), 'year') : null;
}

const fromId = (id: string, epoch: bigint): ReadDate | null =>
  /^\d{15,20}$/.test(id) ? readDateOf(new Date(Number((BigInt(id) >> 22n) + epoch)), 'second') : null;

/** X's ids hold the millisecond in which they were made (since November 2010). */
export const snowflakeTime = (id: string): ReadDate | null => fromId(id, 1_288_834_974_657n);

/** LinkedIn's activity ids hold the Unix millisecond in their upper bits. */
export const activityTime = (id: string): ReadDate | null => fromId(id, 0n);
