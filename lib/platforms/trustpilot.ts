/**
 * Trustpilot, 2018 to 2026. Company pages open with a carousel of cards that repeat reviews from below, cut short and without title or address;
 * the whole of each stands in the page's data (`__NEXT_DATA__`).
 */
import type { Draft } from '../core/draft.ts';
import { attribute, text as textAt, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { dateIn, ratingIn, timed } from './shared/reviews.ts';
import { publishedFrom } from './shared/schema-org.ts';
import { readProfile } from './trustpilot/profile.ts';

const labels = 'www uk au ca nz ie de at ch fr fr-be nl nl-be it es pt br dk se no fi pl jp'.split(' ');
const hosts = labels.map((label) => `${label}.trustpilot.com`);

type Data = Record<string, unknown>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const words = (value: unknown): string | null => (typeof value === 'string' && value.trim()) || null;
const inside = (data: unknown, ...path: string[]): unknown => path.reduce((value: unknown, key) => (isData(value) ? value[key] : undefined), data);

function parsed(script: Element | null): unknown {
  try {
    return JSON.parse(script?.textContent ?? '');
  } catch {
    return null;
  }
}

/** A carousel of a hundred cards must not parse the page's data a hundred times. */
const known = new WeakMap<Element, Data[]>();

/** The reviews in the page's data; of a page changed by script since, they may be another page's, so they are only found by id or author. */
function dataOf({ document }: Page): Data[] {
  const script = document.querySelector('script#__NEXT_DATA__');
  if (!script) return [];
  const found = known.get(script);
  if (found) return found;
  const props = inside(parsed(script), 'props', 'pageProps');
  const list = ['reviews', 'relevantReviews', 'review'].flatMap((name) => inside(props, name) ?? []).filter(isData);
  known.set(script, list);
  return list;
}

const idIn = (href: string | null | undefined, page: Page): string | null => {
  const url = webUrl(href, page.url);
  const { host = '', pathname = '' } = url ? new URL(url) : {};
  return (hosts.includes(host) && /^\/reviews\/([\da-f]{24})\/?$/i.exec(pathname)?.[1]) || null;
};

const userOf = (root: ParentNode): string | null => /\/users\/(\w+)/.exec(attribute(root, 'a[href*="/users/"]', 'href') ?? '')?.[1] ?? null;
const timeIn = (card: Element): Element | null =>
  card.querySelector('time[data-service-review-date-time-ago]') ??
  [...card.querySelectorAll('time')].find((time) => !time.matches('[data-service-review-business-reply-date-time-ago]')) ??
  null;

const title = '[data-service-review-title-typography], .review-content__title, .review-content h2';
const body = '[data-service-review-text-typography], [data-relevant-review-text-typography], .review-content__text';
const cards = 'article[data-service-review-card-paper], article.review[id], article.review[data-reviewmid], [data-testid^="service-review-card"]';

/** The link of its title, else the id that older pages give the card, else the page's own address where it is the only review. */
const ownId = (card: Element, page: Page): string | null =>
  [...card.querySelectorAll('a[href*="/reviews/"]')].flatMap((link) => idIn(link.getAttribute('href'), page) ?? [])[0] ??
  /^[\da-f]{24}$/.exec(card.getAttribute('data-reviewmid') ?? card.id)?.[0] ??
  (page.document.querySelectorAll('article[data-service-review-card-paper], article.review').length === 1 ? idIn(page.url.href, page) : null);

const urlOf = (id: string | null, page: Page): string | null => id && `https://${page.url.host}/reviews/${id}`;

function draftOfData(data: Data, page: Page): Draft {
  const id = words(data['id']);
  const language = words(data['language']);
  const headline = words(data['title']);
  const [rating, likes] = [data['rating'], data['likes']];
  return draftOf({
    kind: 'review',
    platform: 'trustpilot',
    url: urlOf(id, page),
    nativeId: id,
    author: { name: words(inside(data, 'consumer', 'displayName')), handle: words(inside(data, 'consumer', 'id')) },
    ...(headline && { title: headline }),
    text: words(data['text']) ?? '',
    ...(language && { lang: language }),
    publishedAt: publishedFrom(words(inside(data, 'dates', 'publishedDate')), page.now),
    ...metricsOf({ rating: typeof rating === 'number' && rating <= 5 ? rating : null, likes: Number.isSafeInteger(likes) ? Number(likes) : null }),
  });
}

export default definePlatform({
  id: 'trustpilot',
  name: 'Trustpilot',
  hosts,
  origins: hosts.map((host) => `https://${host}/*`),
  examples: [
    'https://www.trustpilot.com/review/bakery.example.com',
    'https://www.trustpilot.com/reviews/6500000000000000000000a1',
    'https://fr.trustpilot.com/review/bakery.example.com',
  ],
  selector: cards,

  read(card, page): Draft | null {
    const shown = card.querySelector(body);
    if (card.parentElement?.closest(cards) || (!shown && !card.querySelector(title))) return null;
    const [user, time] = [userOf(card), timeIn(card)];
    const moment = time?.getAttribute('datetime');
    const isTwin = (id: unknown, at: unknown) => user !== null && id === user && at === moment;
    const id = ownId(card, page);
    // A card of the carousel: the same review with its address may stand further down.
    if (
      !id &&
      [...page.document.querySelectorAll(cards)].some((other) => ownId(other, page) && isTwin(userOf(other), timeIn(other)?.getAttribute('datetime')))
    )
      return null;
    const data = dataOf(page).find((each) =>
      id ? each['id'] === id : isTwin(inside(each, 'consumer', 'id'), inside(each, 'dates', 'publishedDate')),
    );
    const said = data && draftOfData(data, page);

    // What follows the words in their own element is the button that unfolds them.
    const button = shown?.querySelector('span:last-child, [role="button"], button');
    const visible = shown ? textOf(shown, { except: 'span:last-child, [role="button"], button' }) : '';
    const whole = !button || (said && said.text.length >= visible.length - 3);
    const info = parsed(card.querySelector('script[data-initial-state="review-info"]'));
    const dates = parsed(card.querySelector('script[data-initial-state="review-dates"]'));
    const stars = inside(info, 'stars');
    const headline = textAt(card, title) ?? said?.title;
    const label = attribute(card, '[data-service-review-rating]', 'data-service-review-rating');
    return draftOf({
      kind: 'review',
      platform: 'trustpilot',
      url: urlOf(id ?? said?.nativeId ?? null, page),
      nativeId: id ?? said?.nativeId ?? null,
      author: {
        name:
          textAt(card, '[data-consumer-name-typography], .consumer-information__name') ?? said?.author.name ?? words(inside(info, 'consumerName')),
        handle: user ?? /^\/users\/(\w+)/.exec(page.url.pathname)?.[1] ?? null,
      },
      ...(headline && { title: headline }),
      text: button && whole && said ? said.text : visible.replace(button ? /\s*(?:\.{3}|…)$/ : /$/, ''),
      truncated: !whole,
      ...(said?.lang && { lang: said.lang }),
      publishedAt:
        timed(time, page) ??
        said?.publishedAt ??
        publishedFrom(words(inside(dates, 'publishedDate')), page.now) ??
        dateIn(textAt(card, 'time'), page),
      ...metricsOf({
        rating:
          ratingIn(label) ??
          ratingIn(attribute(card, 'img[src*="/stars-"]', 'alt')) ??
          (typeof stars === 'number' && stars <= 5 ? stars : (said?.metrics.rating ?? null)),
        likes:
          textAt(card, '[data-find-useful-count-typography], [data-find-useful-button]')?.match(/\d.*/)?.[0] ??
          attribute(card, 'brand-find-useful-button', ':initial-find-useful-count') ??
          said?.metrics.likes,
      }),
    });
  },

  readPage: (page) =>
    dataOf(page)
      .map((data) => draftOfData(data, page))
      .filter(({ nativeId }, index, all) => all.findIndex((other) => other.nativeId === nativeId) === index),
  readProfile,
});
