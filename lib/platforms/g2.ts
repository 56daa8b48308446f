/** G2: microdata until 2025 (each review with its questions), `article`s with ids of their own in 2026. Both print a line about G2 behind each answer. */
import type { Draft } from '../core/draft.ts';
import { attribute, isAfter, text as textAt, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { dateIn, numericDateIn, ratingIn, reviewsInData, timed } from './shared/reviews.ts';

const reviews = '[itemprop~="review"][itemscope], article[id*="-review-"], section#reviews article';
const permalink = /^\/products\/[^/]+\/reviews\/([\w-]+-review-(\d+))\/?$/;
const appendix = /\s*Review collected by and hosted on G2\.com\.?/g;
const title = '[itemprop="name"]:not(meta):not([itemprop="author"] *), .elv-text-lg.elv-font-bold, h3, .elv-text-lg';

/** The review's own link, else the one its share button copies, else its `id` under the product whose page this is. */
function placeOf(review: Element, page: Page): { url: string; id: string } | null {
  const links = [...review.querySelectorAll('a[href*="-review-"], [data-clipboard-text*="-review-"]')].map(
    (link) => link.getAttribute('href') ?? link.getAttribute('data-clipboard-text'),
  );
  const product = /^\/products\/[^/]+/.exec(page.url.pathname)?.[0];
  const own = /^[\w-]+-review-\d+$/.exec(review.id)?.[0];
  for (const href of [...links, product && own ? `${product}/reviews/${own}` : null]) {
    const said = webUrl(href, page.url);
    const url = said && new URL(said);
    const [, , id] = (url && permalink.exec(url.pathname)) || [];
    if (url && id && url.hostname === 'www.g2.com') return { url: `https://www.g2.com${url.pathname}`, id };
  }
  return null;
}

/** Questions and answers: 2026 has no element around them all, but each is a box with a heading and paragraphs, below the title. */
function bodyOf(review: Element, headline: Element | null): string {
  const except = '.spht, button, a[class*="show-more"], [role="dialog"]';
  const body = review.querySelector('[itemprop="reviewBody"]');
  if (body) return textOf(body, { except });
  const boxes = new Set<Element>();
  for (const line of review.querySelectorAll('p')) {
    const box = line.parentElement;
    if (box && headline && isAfter(line, headline) && !box.contains(headline) && !line.closest('button, [role="dialog"], [id*="comment"]'))
      boxes.add(box);
  }
  return [...boxes]
    .filter((box) => ![...boxes].some((other) => other !== box && other.contains(box)))
    .map((box) => textOf(box, { except }))
    .join('\n\n');
}

function ratingOf(review: Element): number | null {
  const said = ratingIn(attribute(review, 'meta[itemprop="ratingValue"]', 'content') ?? textAt(review, '.elv-star-wrapper__desc__rating'));
  const stars = /\bstars-(\d+(?:\.5)?)(?!\S)/.exec(attribute(review, '[class*="stars-"]', 'class') ?? '')?.[1];
  return said ?? (stars && Number(stars) <= 10 ? Number(stars) / 2 : null);
}

export default definePlatform({
  id: 'g2',
  name: 'G2',
  hosts: ['www.g2.com', 'g2.com'],
  origins: ['https://www.g2.com/*', 'https://g2.com/*'],
  examples: ['https://www.g2.com/products/ovenly/reviews', 'https://www.g2.com/products/ovenly/reviews/ovenly-review-1234567'],
  selector: reviews,

  read(review, page): Draft | null {
    if (review.parentElement?.closest(reviews)) return null;
    const headline = review.querySelector(title);
    const text = bodyOf(review, headline).replace(appendix, '').trim();
    const rating = ratingOf(review);
    if (!text && (!headline || rating === null)) return null;
    const place = placeOf(review, page);
    const profile = [...review.querySelectorAll('a[href*="/users/"]')].find((link) => textOf(link) && !link.querySelector('img'));
    const address =
      profile?.getAttribute('href') ??
      attribute(review, 'a[href*="/users/"]', 'href') ??
      attribute(review, '[itemprop="author"] [itemprop="url"]', 'content');
    const name =
      attribute(review, '[itemprop="author"] meta[itemprop="name"]', 'content') ??
      textAt(review, '[itemprop="author"]') ??
      (profile ? textOf(profile) : textAt(review, '.elv-font-bold:not(.elv-text-lg)'));
    const date =
      review.querySelector('meta[itemprop="datePublished"], time[datetime]') ??
      [...review.querySelectorAll('meta')].find((meta) => /^\d{4}-\d\d-\d\d/.test(meta.content));
    const shown = review.querySelector('time');
    const published =
      timed(date, page) ??
      dateIn(shown && textOf(shown), page) ??
      numericDateIn(
        [...review.querySelectorAll('label, span, time')].map((each) => textOf(each)).find((label) => /^\d+\/\d+\/\d{4}$/.test(label)),
        page,
        true,
      );
    return draftOf({
      kind: 'review',
      platform: 'g2',
      url: place?.url ?? null,
      nativeId: place?.id ?? null,
      author: { name, handle: /\/users\/([\w-]+)/.exec(address ?? '')?.[1] ?? null },
      ...(headline && { title: textOf(headline).replace(/^["“”]+|["“”]+$/g, '') }),
      text,
      publishedAt: published && shown ? { ...published, raw: textOf(shown) || published.raw } : published,
      ...metricsOf({ rating }),
    });
  },

  readPage: (page) => reviewsInData(page, 'g2'),
});
