/**
 * Yelp. Until 2019 microdata with an id for each review; since then React with generated classes: a review is a list item with a link to its
 * author's page and a rating as a picture with a label, and it seldom says its own address.
 */
import type { Draft, Media } from '../core/draft.ts';
import { attribute, isAfter, pictureOf, text as textAt, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { dateIn, numericDateIn, ratingIn, reviewsInData, timed, unfolds } from './shared/reviews.ts';

const ends =
  'com ca co.uk ie fr de at ch it es nl be pt se no dk fi pl cz com.tr com.au co.nz com.sg com.hk com.ph my co.jp com.tw com.br com.mx com.ar cl';
const hosts = [
  'yelp.com',
  'm.yelp.com',
  ...ends.split(' ').map((end) => `www.yelp.${end}`),
  ...'fr.yelp.ca fr.yelp.be nl.yelp.be fr.yelp.ch it.yelp.ch en.yelp.com.hk zh.yelp.com.hk'.split(' '),
];

const user = 'a[href*="/user_details"]';
const stars = '[role="img"][aria-label]';
const reviews = `.review[data-review-id], [data-review-id]:has(${user}), [itemprop~="review"][itemscope], li:has(${user}):has(${stars})`;
/** An owner's answer, and what the same person wrote before. */
const other = '.biz-owner-reply, .previous-review, .previous-reviews, .archived-reviews, .hidden-previous-review';

const userIn = (link: Element | undefined, page: Page): string | null => {
  const url = webUrl(link?.getAttribute('href'), page.url);
  return url && new URL(url).searchParams.get('userid');
};

/** Whose reviews a page about one person holds. */
const ownerOf = ({ url }: Page): string | null => (/^\/user_details/.test(url.pathname) ? url.searchParams.get('userid') : null);

/** The American site writes the month first, Canada's both ways, all others the day. */
const dateOf = (label: string | null | undefined, page: Page) =>
  numericDateIn(label, page, page.url.hostname.endsWith('.ca') ? undefined : /(?:^|\.)yelp\.com$/.test(page.url.hostname)) ?? dateIn(label, page);

const idIn = (review: Element, page: Page): string | null => {
  const own = review.getAttribute('data-review-id');
  if (own) return own;
  for (const link of review.querySelectorAll('a[href*="hrid="], a[href*="reviewid="], a[href*="review_id="]')) {
    const url = webUrl(link.getAttribute('href'), page.url);
    const { hostname = '', searchParams } = url ? new URL(url) : {};
    const id = hosts.includes(hostname) && (searchParams?.get('hrid') ?? searchParams?.get('reviewid') ?? searchParams?.get('review_id'));
    if (id) return id;
  }
  return null;
};

/** A review's address is its place on the page of what it is about: of the page itself, on somebody's own page of the link beside it. */
function urlOf(review: Element, id: string | null, page: Page): string | null {
  const isPlace = (url: URL) => hosts.includes(url.hostname) && /^\/biz\/[^/]+\/?$/.test(url.pathname);
  const linked = [...review.querySelectorAll('a[href*="/biz/"]')].flatMap((link) => webUrl(link.getAttribute('href'), page.url) ?? []);
  const place = [page.url.href, ...linked].map((href) => new URL(href)).find(isPlace);
  return id && place ? `https://${place.hostname}${place.pathname}?hrid=${encodeURIComponent(id)}` : null;
}

/** What was written: the first marked language after the rating. */
function wordsOf(review: Element, rating: Element | null): Element | null {
  const marked = review.querySelector('[itemprop="description"], [itemprop="reviewBody"], .review-content > p');
  return (
    marked ??
    [...review.querySelectorAll('p [lang], p[lang], span[lang], p[class*="comment"]')].find(
      (element) => (!rating || isAfter(element, rating)) && !element.closest(`button, a, ${other}`) && textOf(element),
    ) ??
    null
  );
}

function mediaOf(review: Element, page: Page): Media[] {
  return [...review.querySelectorAll('img[src*="/bphoto/"]')].filter((image) => !image.closest(other)).map((image) => pictureOf(image, page.url));
}

export default definePlatform({
  id: 'yelp',
  name: 'Yelp',
  hosts,
  origins: hosts.map((host) => `https://${host}/*`),
  examples: [
    'https://www.yelp.com/biz/ovenly-lyon?hrid=aaaaBBBBccccDDDDeeeeFF',
    'https://www.yelp.fr/biz/ovenly-lyon',
    'https://www.yelp.com/user_details?userid=aaaaBBBBcccc',
  ],
  selector: reviews,

  read(review, page): Draft | null {
    // A list of reviews may be the item of a list, and what was written before stands inside what is written now.
    if (review.closest(other) || (review.matches('li') ? review.querySelector('li:has([lang])')?.matches(reviews) : false)) return null;
    if (review.parentElement?.closest('[data-review-id], [itemprop~="review"][itemscope]')) return null;
    const label = (element: Element | null) => element?.getAttribute('aria-label') ?? element?.getAttribute('title') ?? element?.getAttribute('alt');
    const pictures = [...review.querySelectorAll(`${stars}, [class*="star"][title], [class*="rating"] img[alt]`)];
    const picture = pictures.find((each) => ratingIn(label(each)) !== null && !each.closest(other)) ?? null;
    const words = wordsOf(review, picture);
    if (!words) return null;
    const links = [...review.querySelectorAll(user)].filter((link) => !link.closest(other));
    const named = links.find((link) => textOf(link));
    const id = idIn(review, page);
    const time = timed(review.querySelector('meta[itemprop="datePublished"], time[datetime]'), page);
    const shown = textAt(review, '.rating-qualifier', { except: '.review-tags, a, small' })?.split('\n')[0];
    // The line right after the stars; "Updated review" and other marks may stand beside it.
    const lines = [...review.querySelectorAll('span, p, div')].filter(
      (line) => line.childElementCount === 0 && picture && isAfter(line, picture) && isAfter(words, line) && !line.contains(words),
    );
    const date = lines.map((line) => textOf(line)).find((line) => line.length < 40 && /\d/.test(line) && dateOf(line, page));
    const votes = [...review.querySelectorAll('[rel="useful"], .useful, button, [role="button"]')].find(
      (each) =>
        each.matches('[rel="useful"], .useful') ||
        /^(?:useful|helpful|utile|nützlich|hilfreich|útil|nuttig|berguna)\b/i.test(label(each) ?? textOf(each)),
    );
    const lang = words.getAttribute('lang') ?? attribute(words, '[lang]', 'lang');
    const published = time ?? dateOf(shown, page) ?? dateOf(date, page);
    const buttons = [
      ...words.querySelectorAll('a, button'),
      ...(words.closest('p')?.parentElement?.querySelectorAll(':scope > a, :scope > button, :scope > p > a, :scope > p > button') ?? []),
    ];
    const text = textOf(words, { except: 'button, [role="button"]' });
    return draftOf({
      kind: 'review',
      platform: 'yelp',
      url: urlOf(review, id, page),
      nativeId: id,
      author: {
        name: named ? textOf(named) : attribute(review, 'meta[itemprop="author"]', 'content'),
        handle: userIn(named ?? links[0], page) ?? ownerOf(page),
      },
      text,
      truncated: /(?:\.{3}|…)$/.test(text) && buttons.some((each) => unfolds.test(textOf(each))),
      ...(lang && { lang }),
      publishedAt: published && shown ? { ...published, raw: shown } : published,
      ...metricsOf({
        rating: ratingIn(attribute(review, 'meta[itemprop="ratingValue"]', 'content')) ?? ratingIn(label(picture)),
        likes: votes && (/\d/.test(textOf(votes)) ? textOf(votes) : label(votes)),
      }),
      media: mediaOf(review, page),
    });
  },

  readPage: (page) => reviewsInData(page, 'yelp'),
});
