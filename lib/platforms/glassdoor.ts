/** Glassdoor's reviews of employers, 2018 to 2025. Nobody signs them: the job title stands for the author. A review is two or three texts, each under its heading. */
import type { Draft, PublishedAt } from '../core/draft.ts';
import { attribute, isAfter, text as textAt, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { dateIn, ratingIn, reviewsInData, timed, unfolds } from './shared/reviews.ts';

const hosts = [
  ...'com co.uk fr de ca co.in com.au ie nl it es at ch be com.br com.mx com.ar sg com.hk co.nz'.split(' ').map((end) => `www.glassdoor.${end}`),
  'fr.glassdoor.ca',
  'de.glassdoor.ch',
  'fr.glassdoor.ch',
  'nl.glassdoor.be',
  'fr.glassdoor.be',
];

const title = '[data-test="review-details-title"], .reviewLink, h2, h3';
const parts = '[data-test^="review-text-"], [data-test="pros"], [data-test="cons"], [data-test="advice-management"]';
const numberIn = (path: string): string | null => /-RVW(\d+)\.htm/.exec(path)?.[1] ?? null;

/** The link of its title; else this page's own address, or the one its number has among this employer's reviews. */
function placeOf(review: Element, page: Page): { url: string | null; id: string | null } {
  const id = /^empReview_(\d+)$/.exec(review.id)?.[1] ?? null;
  const links = [...review.querySelectorAll('a[href*="-RVW"]')].map((link) => webUrl(link.getAttribute('href'), page.url));
  for (const href of [...links, page.url.href]) {
    const url = href && new URL(href);
    const number = url && hosts.includes(url.hostname) ? numberIn(url.pathname) : null;
    if (url && number && (!id || number === id)) return { url: `https://${url.hostname}${url.pathname}`, id: number };
  }
  const [, employer, code] = /^\/Reviews\/(.+)-Reviews-(E\d+)/.exec(page.url.pathname) ?? [];
  return { url: id && employer ? `https://${page.url.hostname}/Reviews/Employee-Review-${employer}-${code}-RVW${id}.htm` : null, id };
}

/** A text with its heading, which is the line before it in the same box. */
function partOf(part: Element): string {
  const line = part.closest('p') ?? part;
  const words = textOf(part, { except: 'button, [role="button"]' });
  const box = line.parentElement;
  const heading = line.previousElementSibling;
  return box && heading && box.querySelectorAll(parts).length === 1 ? `${textOf(heading)}\n${words}` : words;
}

function publishedOf(review: Element, page: Page): PublishedAt | null {
  const time = timed(review.querySelector('time[datetime]'), page);
  if (time) return time;
  const headline = review.querySelector(title);
  for (const element of review.querySelectorAll('[class*="reviewDate"], span, time, div')) {
    const label = element.childElementCount === 0 ? textOf(element) : '';
    if (label.length > 40 || !/\d{4}/.test(label) || element.closest(parts)) continue;
    if (headline && isAfter(element, headline) && !element.matches('[class*="reviewDate"]')) continue;
    const date = dateIn(label, page);
    if (date) return date;
  }
  // Until 2023 date and job share a line: "Nov 2, 2022 - Baker".
  return dateIn(textAt(review, '.authorJobTitle, .authorInfo')?.split(' - ')[0], page);
}

export default definePlatform({
  id: 'glassdoor',
  name: 'Glassdoor',
  hosts,
  origins: hosts.map((host) => `https://${host}/*`),
  examples: [
    'https://www.glassdoor.com/Reviews/Ovenly-Reviews-E12345.htm',
    'https://www.glassdoor.com/Reviews/Employee-Review-Ovenly-E12345-RVW1234567.htm',
    'https://www.glassdoor.fr/Avis/Ovenly-Avis-E12345.htm',
  ],
  selector: '[id^="empReview_"], [data-test="review-details-container"]:not([id^="empReview_"])',

  read(review, page): Draft | null {
    if (review.parentElement?.closest('[id^="empReview_"], [data-test="review-details-container"]')) return null;
    const texts = [...review.querySelectorAll(parts)].filter((part) => !part.parentElement?.closest(parts));
    const headline = review.querySelector(title);
    if (texts.length === 0 && !headline) return null;
    const { url, id } = placeOf(review, page);
    const job = textAt(review, '[data-test="review-avatar-label"]') ?? textAt(review, '.authorJobTitle, .authorInfo')?.split(' - ').at(-1) ?? null;
    const lang = attribute(review, `${parts}, [data-test="review-details-title"] span`, 'lang');
    const label = textAt(review, '[data-test="review-rating-label"], .ratingNumber') ?? attribute(review, '.value-title[title]', 'title');
    const helpful = textAt(review, '[data-test="review-helpful-button"], [data-test^="review-"][data-test*="helpful"], .helpfulReviews');
    return draftOf({
      kind: 'review',
      platform: 'glassdoor',
      url,
      nativeId: id,
      author: { name: job, handle: null },
      ...(headline && { title: textOf(headline).replace(/^["“”«]\s*|\s*["“”»]$/g, '') }),
      text: texts.map(partOf).join('\n\n'),
      truncated: texts.length > 0 && [...review.querySelectorAll('button, [role="button"]')].some((button) => unfolds.test(textOf(button))),
      ...(lang && { lang }),
      publishedAt: publishedOf(review, page),
      ...metricsOf({ rating: ratingIn(label), likes: helpful }),
    });
  },

  readPage: (page) => reviewsInData(page, 'glassdoor'),
});
