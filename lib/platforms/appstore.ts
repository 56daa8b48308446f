/**
 * apps.apple.com: reviews as articles labelled by their title (2025 and later), before that as `we-customer-review` blocks. The page's
 * serialized data holds them too, with their ids; its JSON-LD holds none. A developer's answer stands within its review.
 */
import type { Draft } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { text, textOf } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { plain } from './shared/numbers.ts';
import { definePlatform, type Page } from './shared/platform.ts';

type Json = Record<string, unknown>;

const reviews = 'article[aria-labelledby], .we-customer-review';
const answers = '[class*="response"]';
const stars = '[aria-label]:is(figure, ol, ul, [role="img"], [class~="stars"])';
const titles = 'h2, h3, h4, .we-customer-review__title';

/** "5 out of 5", "4 Stars", "4 étoiles sur 5". */
function ratingOf(review: Element): number | null {
  const label = plain(review.querySelector(stars)?.getAttribute('aria-label') ?? '').replace(',', '.');
  const figures = (label.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const rating = /^\D*5\s?(?:つ|颗|顆|星|yıldız)/u.test(label) ? (figures[1] ?? figures[0]) : figures[0];
  return rating !== undefined && rating <= 5 ? rating : null;
}

const words = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null);

/** Every review in the data, wherever it lies. */
function reviewsIn(value: unknown, depth = 0): Json[] {
  if (typeof value !== 'object' || value === null || depth > 40) return [];
  const one = value as Json;
  if (words(one['reviewerName']) && ('contents' in one || 'rating' in one)) return [one];
  return Object.values(one).flatMap((part) => reviewsIn(part, depth + 1));
}

function dataOf(document: Document): Json[] {
  try {
    return reviewsIn(JSON.parse(document.querySelector('script#serialized-server-data')?.textContent ?? ''));
  } catch {
    return [];
  }
}

function draftOfData(data: Json, { now }: Page): Draft {
  const id = typeof data['id'] === 'number' ? String(data['id']) : words(data['id']);
  const raw = words(data['date']);
  const date = raw && readDate(raw, now);
  const rating = data['rating'];
  const title = words(data['title']);
  return draftOf({
    kind: 'review',
    platform: 'appstore',
    nativeId: id,
    author: { name: words(data['reviewerName']), handle: null },
    ...(title ? { title } : {}),
    text: words(data['contents']) ?? '',
    publishedAt: raw && date ? { ...date, raw, source: 'metadata' } : null,
    ...metricsOf({ rating: typeof rating === 'number' && rating <= 5 ? rating : null }),
  });
}

export default definePlatform({
  id: 'appstore',
  name: 'App Store',
  hosts: ['apps.apple.com'],
  origins: ['https://apps.apple.com/*'],
  examples: ['https://apps.apple.com/us/app/kettle/id1000000001', 'https://apps.apple.com/fr/app/kettle/id1000000001?see-all=reviews'],
  selector: reviews,

  read(review, { document, now }): Draft | null {
    const time = [...review.querySelectorAll('time')].find((each) => !each.closest(answers));
    const rating = ratingOf(review);
    if (!time || rating === null || review.parentElement?.closest(reviews)) return null;
    const title = text(review, titles);
    const body = [...review.querySelectorAll('blockquote, p')].find(
      (part) => !part.closest(`${answers}, [class~="author"], ${titles}`) && !part.contains(time) && textOf(part),
    );
    const name = text(review, '.we-customer-review__user, [class~="author"], [class*="user-name"]');
    const id = /review-(\d+)/.exec(review.getAttribute('aria-labelledby') ?? '')?.[1] ?? null;
    const raw = textOf(time);
    const attribute = time.getAttribute('datetime');
    const date = readDate(attribute ?? raw, now, document.documentElement.lang || undefined);
    return draftOf({
      kind: 'review',
      platform: 'appstore',
      nativeId: review.matches('.we-customer-review') ? null : id,
      author: { name, handle: null },
      ...(title ? { title } : {}),
      text: body ? textOf(body, { except: 'button', pre: body.tagName === 'P' }) : '',
      truncated: [...review.querySelectorAll('button')].some((button) => !button.closest(answers) && !button.querySelector('time')),
      publishedAt: date && { ...date, raw: raw || (attribute ?? ''), source: attribute ? 'attribute' : 'label' },
      ...metricsOf({ rating }),
    });
  },

  readPage: (page) => dataOf(page.document).map((data) => draftOfData(data, page)),
});
