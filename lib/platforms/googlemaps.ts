/**
 * Reviews of places on Google Maps; markup as readers of 2026 know it. Its class names are generated. A review is the outermost element with the
 * review's id, labelled with its author's name; buttons and photos in it repeat the id. The page holds no permalink of a review.
 */
import type { Draft, Media, PublishedAt } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { isAfter, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { plain, readCount } from './shared/numbers.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const countries =
  'co.uk de fr it es nl be ca ch at pl pt se dk no fi ie cz gr hu ro ru com.ua com.tr com.br com.mx com.ar cl com.co com.pe co.in co.id co.jp co.kr com.au co.nz com.sg com.my co.th com.vn com.ph com.hk com.tw co.za com.eg com.sa ae co.il';
const whole = ['www.google.com', 'maps.google.com', ...countries.split(' ').map((country) => `www.google.${country}`)];

/** "4 stars", "4 étoiles", "4/5" (hotels). */
function starsOf(review: Element): { element: Element; rating: number } | null {
  for (const element of review.querySelectorAll('[role="img"][aria-label], span')) {
    const labelled = element.getAttribute('role') === 'img';
    if (!labelled && element.childElementCount > 0) continue;
    const label = plain(labelled ? (element.getAttribute('aria-label') ?? '') : textOf(element)).replace(',', '.');
    const figure = (labelled ? /(?:^|\D)([0-5](?:\.\d)?)(?!\d)/ : /^([0-5](?:\.\d)?) ?\/ ?5$/).exec(label)?.[1];
    if (figure) return { element, rating: Number(figure) };
  }
  return null;
}

/** The review's words carry an id that "More" controls, and their language; the owner's answer has no id. */
const bodyOf = (review: Element) => review.querySelector('div[id][lang]');

/** The first line after the stars that says a date; "Edited 2 months ago" too. Before the words, and never within them. */
function publishedOf(review: Element, stars: Element | undefined, { now, document }: Page): PublishedAt | null {
  const body = bodyOf(review);
  for (const line of stars ? review.querySelectorAll('span, div') : []) {
    if (line.childElementCount > 0 || !stars || !isAfter(line, stars) || line.closest('button')) continue;
    if (body && (body.contains(line) || isAfter(line, body))) return null;
    const raw = textOf(line);
    const date = raw ? readDate(raw, now, document.documentElement.lang || undefined) : null;
    if (date) return { ...date, raw, source: 'label' };
  }
  return null;
}

/** Photos are backgrounds of numbered buttons. */
const mediaOf = (review: Element, page: Page): Media[] =>
  [...review.querySelectorAll('button[data-photo-index]')].flatMap((photo): Media[] => {
    const holder = [photo, ...photo.querySelectorAll('[style]')].find((part) => /url\(/.test(part.getAttribute('style') ?? ''));
    const url = webUrl(/url\(["']?([^"')]+)/.exec(holder?.getAttribute('style') ?? '')?.[1], page.url);
    const alt = photo.getAttribute('aria-label')?.trim();
    return url ? [{ kind: 'image', url, ...(alt ? { alt } : {}) }] : [];
  });

export default definePlatform({
  id: 'googlemaps',
  name: 'Google Maps',
  hosts: whole,
  paths: ['/maps'],
  // Chromium grants by host alone: its prompt names the host, and the path keeps the script on the pages of maps.
  origins: whole.map((host) => `https://${host}/maps/*`),
  examples: [
    'https://www.google.com/maps/place/Kettle/@48.1,11.5,17z',
    'https://maps.google.com/maps/place/Kettle',
    'https://www.google.fr/maps/place/Kettle',
  ],
  selector: 'div[data-review-id]',

  read(review, page): Draft | null {
    const id = review.getAttribute('data-review-id');
    if (!id || review.parentElement?.closest('[data-review-id]')) return null;
    const stars = starsOf(review);
    const body = bodyOf(review);
    if (!stars && !body) return null;
    const account = /\/contrib\/(\d+)/.exec(review.querySelector('[data-href*="/contrib/"]')?.getAttribute('data-href') ?? '')?.[1];
    const likes = review.querySelector('button[jsaction*="humbsUp"]');
    const lang = body?.getAttribute('lang');
    return draftOf({
      kind: 'review',
      platform: 'googlemaps',
      nativeId: id,
      author: { name: review.getAttribute('aria-label')?.trim() || null, handle: account ?? null },
      text: body ? textOf(body, { except: 'button', pre: true }) : '',
      truncated: review.querySelector('button[aria-expanded="false"][aria-controls]') !== null,
      ...(lang ? { lang } : {}),
      publishedAt: publishedOf(review, stars?.element, page),
      ...metricsOf({ likes: likes && readCount(textOf(likes)), rating: stars?.rating }),
      media: mediaOf(review, page),
    });
  },
});
