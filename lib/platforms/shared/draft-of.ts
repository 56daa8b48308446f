import type { Draft, Media, MetricName, Metrics, Person, Reference } from '../../core/draft.ts';
import { longestText, unread } from './dom.ts';
import { type Count, readCount } from './numbers.ts';

const unknown: Metrics = { likes: null, comments: null, shares: null, views: null, saves: null, rating: null };

/** Some sites write "en_US", and some write what is no language. */
const languageTag = /^(?=.{2,35}$)[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i;

/** No longer than a draft may hold, and no half of a character at the end. */
const cut = <Words extends string | null>(words: Words, longest = 500): Words =>
  words && (words.length > longest || words.endsWith(unread))
    ? (words
        .slice(0, longest)
        .replace(unread, '')
        .replace(/[\ud800-\udbff]$/, '') as Words)
    : words;

/** A part of an address or id is another one's: whole or not at all. */
const whole = (words: string | null, longest = 4_000): string | null => (words && words.length <= longest ? words : null);

const personOf = ({ name, handle }: Person): Person => ({ name: cut(name), handle: cut(handle) });

const referenceOf = ({ url, nativeId, author, text }: Reference): Reference => ({
  url: whole(url),
  nativeId: whole(nativeId, 500),
  author: personOf(author),
  ...(text !== undefined && { text: cut(text, 20_000) }),
});

const mediumOf = ({ kind, url, alt }: Media): Media => ({ kind, url: whole(url), ...(alt !== undefined && { alt: cut(alt, 5_000) }) });

/**
 * A draft from what an adapter found; everything it does not say is unknown.
 * What is longer than lib/core/draft.ts allows is cut here, so that one such field never costs the whole draft.
 */
export function draftOf(found: Pick<Draft, 'kind' | 'platform'> & Partial<Draft>): Draft {
  const { url = null, nativeId = null, author, sharedBy, inReplyTo, quotes, title, text = '', lang, publishedAt = null, media = [], ...rest } = found;
  const kept = cut(text, longestText);
  return {
    metrics: unknown,
    rounded: [],
    promoted: false,
    ...rest,
    url: whole(url),
    nativeId: whole(nativeId, 500),
    author: personOf(author ?? { name: null, handle: null }),
    ...(sharedBy && { sharedBy: personOf(sharedBy) }),
    ...(inReplyTo && { inReplyTo: referenceOf(inReplyTo) }),
    ...(quotes && { quotes: referenceOf(quotes) }),
    ...(title && { title: cut(title, 2_000) }),
    text: kept,
    truncated: rest.truncated === true || kept !== text,
    ...(lang && languageTag.test(lang) && { lang: lang.replace(/_/g, '-') }),
    publishedAt: publishedAt && { ...publishedAt, raw: cut(publishedAt.raw, 200) },
    media: media.slice(0, 100).map(mediumOf),
  };
}

/** A label to be read, a count already read, an exact number, or nothing. */
export type Figure = string | Count | number | null | undefined;

export const countOf = (figure: Figure): Count | null => {
  if (typeof figure === 'string') return readCount(figure);
  if (typeof figure === 'number') return { value: figure, rounded: false };
  return figure ?? null;
};

/** Public numbers from labels or figures, and which of them the page shows rounded; spread into `draftOf`. */
export function metricsOf(figures: Partial<Record<MetricName, Figure>>): Pick<Draft, 'metrics' | 'rounded'> {
  const metrics = { ...unknown };
  const rounded: MetricName[] = [];
  for (const name of Object.keys(figures) as MetricName[]) {
    const count = countOf(figures[name]);
    // Only a score, which stands for likes, goes below zero.
    if (!count || !Number.isFinite(count.value) || (count.value < 0 && name !== 'likes')) continue;
    metrics[name] = count.value;
    if (count.rounded) rounded.push(name);
  }
  return { metrics, rounded };
}
