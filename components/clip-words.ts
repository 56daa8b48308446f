/** How a clip is told about, the same in every list: who, where, when, with which numbers. */
import { dayIn } from '../lib/core/day.ts';
import { metricNames } from '../lib/core/draft.ts';
import type { Clip, Tag } from '../lib/core/records.ts';
import { i18n, locale } from '../lib/i18n/index.ts';
import { age, compact, day, number, time } from './ui/format.ts';
import { placeName } from './ui/network-name.ts';

export const authorOf = ({ author }: Pick<Clip, 'author'>): string => author.name ?? author.handle ?? i18n.t('ui.unknownAuthor');

/** As much of the words as a line or two hold, cut between words. */
export function shortened(words: string, most = 140): string {
  if (words.length <= most) return words;
  const cut = words.lastIndexOf(' ', most);
  return `${[...words.slice(0, cut > 0 ? cut : most)].join('')}…`;
}

/** What the post says; a post of pictures alone says so. */
export const wordsOf = ({ text, title }: Pick<Clip, 'text' | 'title'>): string => text || title || i18n.t('ui.noWords');

/** "Reddit comment": where it stands and what it is. */
export const kindOf = (clip: Pick<Clip, 'kind' | 'platform' | 'url'>): string => i18n.t(`ring.kind.${clip.kind}`, [placeName(clip)]);

/** When it was published, as exactly as that is known; else when it was clipped, and so called. */
export function whenOf({ publishedAt, clippedAt, dayFrom, day: date }: Clip, timeZone: string, now = new Date()): string {
  if (publishedAt && dayFrom === 'published') return day(date, dayIn(timeZone, now));
  if (publishedAt) return age(publishedAt.instant, timeZone, now, publishedAt.precision);
  return i18n.t('clip.clippedOn', { day: day(dayIn(timeZone, new Date(clippedAt)), dayIn(timeZone, now)) });
}

/** The numbers that are known, and that likes are not where they are not. */
export function numbersOf({ metrics, rounded }: Pick<Clip, 'metrics' | 'rounded'>): string[] {
  const said = metricNames.flatMap((name) => {
    const value = metrics[name];
    if (value === null) return [];
    if (name === 'rating') return i18n.t('ring.rating', [number(value)]);
    return i18n.t(`ring.${name}`, value, [rounded.includes(name) ? compact(value) : number(value)]);
  });
  return metrics.likes === null && metrics.rating === null ? [i18n.t('clip.likesUnknown'), ...said] : said;
}

/** The name of a language (BCP 47) in the language of the catalogue. */
export const languageName = (lang: string): string => new Intl.DisplayNames(locale(), { type: 'language' }).of(lang) ?? lang;

/** The newest of a clip's judgements, of one brand where that is given. */
export const newestTag = ({ tags }: Pick<Clip, 'tags'>, of: (tag: Tag) => boolean = () => true): Tag | null =>
  tags.filter(of).reduce<Tag | null>((newest, tag) => (newest && newest.at > tag.at ? newest : tag), null);

/** "Weakness of Arvelle, Delivery". `nameOf` a brand or theme by its id; null where it is gone. */
export function judgedWords({ quadrant, brand, theme }: Tag, nameOf: (id: string) => string | null): string {
  const of = i18n.t(`quadrant.of.${quadrant}`, [nameOf(brand) ?? i18n.t('clip.brandGone')]);
  return theme ? i18n.t('clip.judgedOn', { judged: of, theme: nameOf(theme) ?? i18n.t('swot.themeGone') }) : of;
}

/** "21 May, 13:52". */
export const momentOf = (at: string, timeZone: string, now = new Date()): string =>
  i18n.t('clip.moment', { day: day(dayIn(timeZone, new Date(at)), dayIn(timeZone, now)), time: time(at, timeZone) });
