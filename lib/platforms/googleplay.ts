/**
 * play.google.com, seen March 2026: its class names are generated. A review is a block whose `header` carries the review's id, with stars
 * labelled for screen readers; its text and helpful count follow the header. The list and the dialog of all reviews hold the same ones.
 */
import type { Draft, PublishedAt } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { textOf } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { plain, readCount } from './shared/numbers.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const buttons = 'button, [role="button"], [role="menu"]';

/** "Rated 4 stars out of five stars", "Note : 4 étoiles sur 5". */
function ratingOf(stars: Element | undefined): number | null {
  const label = plain(stars?.getAttribute('aria-label') ?? '');
  const figures = (label.match(/\d+(?:[.,]\d+)?/g) ?? []).map((figure) => Number(figure.replace(',', '.')));
  const first = figures[0];
  if (first === undefined) return null;
  // "5つ星のうち4": the scale stands first.
  const rating = /^\D*5\s?(?:つ|颗|顆|개|yıldız|星)/u.test(label) ? (figures[1] ?? first) : first;
  return rating <= 5 ? rating : null;
}

/** The innermost elements with words of their own. */
const leaves = (root: Element, except?: string) =>
  [...root.querySelectorAll('div, span')].filter((leaf) => leaf.childElementCount === 0 && textOf(leaf) && !(except && leaf.closest(except)));

function publishedOf(header: Element, stars: Element | undefined, { now, document }: Page): PublishedAt | null {
  const lang = document.documentElement.lang || undefined;
  for (const leaf of leaves(header, buttons)) {
    if (!stars || !(stars.compareDocumentPosition(leaf) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    const raw = textOf(leaf);
    const date = readDate(raw, now, lang);
    if (date) return { ...date, raw, source: 'label' };
  }
  return null;
}

export default definePlatform({
  id: 'googleplay',
  name: 'Google Play',
  hosts: ['play.google.com'],
  origins: ['https://play.google.com/*'],
  examples: [
    'https://play.google.com/store/apps/details?id=com.example.kettle',
    'https://play.google.com/store/apps/details?id=com.example.kettle&reviewId=0aa0',
  ],
  selector: 'header[data-review-id]',

  read(header, page): Draft | null {
    const id = header.getAttribute('data-review-id');
    if (!id) return null;
    const stars = [...header.querySelectorAll('[role="img"][aria-label]')].find((image) => !image.closest(buttons));
    const name = leaves(header, buttons).find((leaf) => !stars || leaf.compareDocumentPosition(stars) & Node.DOCUMENT_POSITION_FOLLOWING);
    const body = header.nextElementSibling;
    const counted = body?.nextElementSibling;
    // The first line with a figure; where nobody found it helpful, the developer's answer may stand here, with a name and a date.
    const lines = counted ? [...(counted.childElementCount === 0 ? [counted] : leaves(counted, buttons))] : [];
    const isAnswer = lines.some((line) => !/\p{L} \p{L}+ \p{L}+ \p{L}/u.test(textOf(line)) && readDate(textOf(line), page.now) !== null);
    const helpful = isAnswer ? null : (lines.map((line) => textOf(line)).find((line) => readCount(line) !== null) ?? null);
    const rating = ratingOf(stars);
    if (!name && rating === null) return null;
    const app = page.url.searchParams.get('id');
    return draftOf({
      kind: 'review',
      platform: 'googleplay',
      url: app && `https://play.google.com/store/apps/details?id=${encodeURIComponent(app)}&reviewId=${encodeURIComponent(id)}`,
      nativeId: id,
      author: { name: name ? textOf(name) : null, handle: null },
      text: body ? textOf(body, { except: buttons }) : '',
      publishedAt: publishedOf(header, stars, page),
      ...metricsOf({ likes: helpful && readCount(helpful), rating }),
    });
  },
});
