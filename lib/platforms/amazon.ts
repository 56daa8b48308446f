/**
 * Amazon's stores, seen 2024, code of readers of 2026: `data-hook` attributes in every country. Reviews from other countries carry hooks of
 * their own (`cmps-…`), may stand in translation beside their own words, and may come without a profile. On the pages of products, hooks are
 * written otherwise since 2025 (`reviewTitle`, `reviewText`; known from code). A long review is folded by its style alone: all of it is there.
 */
import type { Draft, Media, PublishedAt } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { pictureOf, text, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { plain, readCount } from './shared/numbers.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const hosts = 'com co.uk de fr it es nl ca com.mx com.br co.jp in com.au sg ae se pl com.tr com.be eg sa'
  .split(' ')
  .map((end) => `www.amazon.${end}`);
const hook = (...names: string[]) => names.map((name) => `[data-hook="${name}"]`).join();
const reviews = hook('review', 'cmps-review');
const stars = hook('review-star-rating', 'cmps-review-star-rating');

/** Buttons, players and their captions, and the twin of a translated text. */
const unsaid =
  '.cr-translated-review-content, .a-expander-prompt, [class*="a-teaser-describedby"], [data-action="a-expander-toggle"], [data-hook="expand-collapse-read-more-less"], .video-block, button, input';

/** "3.0 out of 5 stars", "3,0 sur 5 étoiles", "5つ星のうち3.0": beside the 5, which stands first in Japanese and Turkish. */
function ratingOf(review: Element): number | null {
  const element = review.querySelector(stars);
  const label = plain(element ? textOf(element) : '').replace(/,/g, '.');
  const figures = (label.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const fiveFirst = /^\D*5\s?(?:つ|yıldız|颗|顆)/u.test(label);
  const rating = figures[fiveFirst ? 1 : 0];
  if (figures.length > 1 && rating !== undefined && rating <= 5) return rating;
  // The class says it where the words do not.
  const said = /a-star-(?:mini-|small-|medium-)?(\d)(?:-(5))?(?:\s|$)/.exec(element?.getAttribute('class') ?? '');
  return said ? Number(`${said[1]}.${said[2] ?? 0}`) : null;
}

/** "Reviewed in COUNTRY on DATE": the date stands last, or first (Japanese, Turkish), with words around it that are no date. */
function publishedOf(review: Element, { now, document }: Page): PublishedAt | null {
  const raw = text(review, hook('review-date'));
  if (!raw) return null;
  const lang = document.documentElement.lang || undefined;
  const bare = plain(raw);
  const dated =
    /\d{4}年\d{1,2}月\d{1,2}日/.exec(bare)?.[0] ??
    /\d{1,2}(?:\.|er|º)? (?:de )?\p{L}+\.?,? (?:de )?\d{4}/u.exec(bare)?.[0] ??
    /\p{L}+\.? \d{1,2},? \d{4}/u.exec(bare)?.[0] ??
    bare;
  const date = readDate(dated, now, lang) ?? readDate(dated, now) ?? readDate(bare, now, lang);
  return date && { ...date, raw, source: 'label' };
}

/** "One person found this helpful" has no figure in some languages. */
function helpfulOf(review: Element) {
  const label = text(review, hook('helpful-vote-statement', 'cr-translated-helpful-vote-statement'));
  if (!label) return null;
  return readCount(label) ?? (/^(?:one|une|un|una|eine|één|en|uma|jedna|bir|satu)\s/i.test(label) ? 1 : null);
}

/** Pictures wait in `data-src` until they are scrolled to. */
const mediaOf = (review: Element, page: Page): Media[] => [
  ...[...review.querySelectorAll(`img${hook('review-image-tile', 'cmps-review-image-tile')}, .review-image-tile-section img`)].map((image) =>
    pictureOf(image, page.url, image.getAttribute('data-src') ?? image.getAttribute('src')),
  ),
  ...[...review.querySelectorAll('[data-video-url], input.video-url')].flatMap((video): Media[] => {
    const url = webUrl(video.getAttribute('data-video-url') ?? video.getAttribute('value'), page.url);
    return url ? [{ kind: 'video', url }] : [];
  }),
];

export default definePlatform({
  id: 'amazon',
  name: 'Amazon',
  hosts,
  origins: hosts.map((host) => `https://${host}/*`),
  examples: [
    'https://www.amazon.com/product-reviews/B000000001/',
    'https://www.amazon.fr/dp/B000000001',
    'https://www.amazon.co.jp/gp/customer-reviews/R000000000001/',
  ],
  selector: reviews,

  read(review, page): Draft | null {
    if (review.parentElement?.closest(reviews)) return null;
    const linked = [...review.querySelectorAll('a[href*="/customer-reviews/"], a[href*="/review/"]')].flatMap(
      (link) => /\/(?:customer-reviews|review)\/(R[A-Z\d]{8,})(?:[/?#]|$)/.exec(link.getAttribute('href') ?? '')?.[1] ?? [],
    )[0];
    const id = /(?:^|-)(R[A-Z\d]{8,})(?:-|$)/.exec(review.id)?.[1] ?? linked ?? null;
    const body =
      review.querySelector(hook('reviewRichContentContainer')) ??
      review.querySelector(hook('review-body', 'cmps-review-body', 'review-collapsed', 'reviewText', 'reviewTextContainer'));
    const original = body?.querySelector('.cr-original-review-content');
    const words = original ?? body;
    const titled = review.querySelector(hook('review-title', 'cmps-review-title', 'reviewTitle'));
    const title = titled && textOf(titled.querySelector('.cr-original-review-content') ?? titled, { except: `${stars}, .a-icon-alt, ${unsaid}` });
    const rating = ratingOf(review);
    if (!words && !title && rating === null) return null;
    const profile = review.querySelector('a[href*="/gp/profile/"]')?.getAttribute('href') ?? '';
    return draftOf({
      kind: 'review',
      platform: 'amazon',
      url: id && `${page.url.origin}/gp/customer-reviews/${id}/`,
      nativeId: id,
      author: { name: text(review, '.a-profile-name'), handle: /\/profile\/(amzn1\.account\.\w+)/.exec(profile)?.[1] ?? null },
      ...(title ? { title } : {}),
      text: words ? textOf(words, { except: unsaid }) : '',
      publishedAt: publishedOf(review, page),
      ...metricsOf({ likes: helpfulOf(review), rating }),
      media: mediaOf(review, page),
    });
  },
});
