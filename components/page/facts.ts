/** What is known of a post, in the person's language: as exact as it is known, and nothing where it is not. */
import type { Draft, MetricName, PublishedAt } from '../../lib/core/draft.ts';
import { i18n, locale } from '../../lib/i18n/index.ts';

const format = (date: Date, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(), options).format(date);

/** A day as it is said: with its year only where it is another one. */
export const dayOf = (date: Date, now: Date): string =>
  format(date, { day: 'numeric', month: 'short', ...(date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }) });

/** When a post was published, no more exactly than its page tells. */
export function publishedWhen({ instant, precision }: Pick<PublishedAt, 'instant' | 'precision'>, now: Date): string {
  const date = new Date(instant);
  const day = dayOf(date, now);
  switch (precision) {
    case 'second':
    case 'minute':
      return i18n.t('ring.at', [day, format(date, { timeStyle: 'short' })]);
    case 'hour':
      return i18n.t('ring.aboutAt', [day, format(new Date(Math.round(date.getTime() / 3_600_000) * 3_600_000), { timeStyle: 'short' })]);
    case 'day':
      return day;
    case 'week':
      return i18n.t('ring.around', [day]);
    case 'month':
      return format(date, { month: 'long', year: 'numeric' });
    case 'year':
      return format(date, { year: 'numeric' });
  }
}

const counts = ['likes', 'comments', 'shares', 'views', 'saves'] as const satisfies readonly MetricName[];

/** The numbers that the page shows, in words; rounded where the page rounds them. */
export function numbersOf({ metrics, rounded }: Pick<Draft, 'metrics' | 'rounded'>): string[] {
  const number = (value: number, compact: boolean) =>
    new Intl.NumberFormat(locale(), compact ? { notation: 'compact', maximumFractionDigits: 1 } : { maximumFractionDigits: 1 }).format(value);
  const said = counts.flatMap((name) => {
    const value = metrics[name];
    return value === null ? [] : i18n.t(`ring.${name}`, value, [number(value, rounded.includes(name))]);
  });
  return metrics.rating === null ? said : [i18n.t('ring.rating', [number(metrics.rating, false)]), ...said];
}

/** French drops the vowel of "de" before another: "force d’Arvelle". */
export const elided = (sentence: string): string => (locale() === 'fr' ? sentence.replace(/\bde (?=[aeiouàâäéèêëîïôöùûü])/giu, 'd’') : sentence);
