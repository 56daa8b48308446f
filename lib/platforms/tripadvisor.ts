/**
 * TripAdvisor, 2015 to 2026. Until 2019 the markup was written by hand; since then classes are generated and test ids few and changing,
 * so author, rating and title are found by their links and labels, the words by their place after the title.
 */
import type { Draft, Media, PublishedAt } from '../core/draft.ts';
import { attribute, isAfter, pictureOf, text as textAt, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { dateIn, ratingIn, reviewsInData, unfolds } from './shared/reviews.ts';

const ends =
  'com co.uk fr de it es ca com.au co.nz ie in co.id nl be ch at se dk fi com.br pt com.mx com.ar cl co com.pe com.ve com.tr ru jp co.kr com.tw com.hk com.sg com.my com.ph com.vn com.gr co.za co.il cz co.hu rs sk';
const hosts = [
  ...ends.split(' ').map((end) => `www.tripadvisor.${end}`),
  ...'fr.tripadvisor.ca fr.tripadvisor.be fr.tripadvisor.ch it.tripadvisor.ch th.tripadvisor.com pl.tripadvisor.com no.tripadvisor.com ar.tripadvisor.com cn.tripadvisor.com en.tripadvisor.com.hk'.split(
    ' ',
  ),
];

const cards = '[data-automation="reviewCard"], [data-test-target="HR_CC_CARD"], [id^="review_"], [data-reviewid]';
const title = '.noQuotes, [data-test-target="review-title"], [data-automation="reviewTitle"], .quote, a[href*="ShowUserReviews"]';
const body = '.partial_entry, [data-test-target="review-body"], [data-automation^="reviewText"], q, .entry';
/** An owner's answer, in every layout. */
const answer = '.mgrRspnInline, .mgrRspn, .response, [data-test-target*="response" i], [data-automation*="response" i]';
const button = `button, [role="button"], .taLnk, .moreLink, .more, ${answer}`;

function placeOf(card: Element, page: Page): { url: string | null; id: string | null } {
  const id = /^review_(\d+)$/.exec(card.id)?.[1] ?? attribute(card.parentElement ?? card, '[data-reviewid]', 'data-reviewid');
  const own = card.getAttribute('data-reviewid') ?? /^review_(\d+)$/.exec(card.id)?.[1] ?? null;
  for (const link of [...card.querySelectorAll('a[href*="ShowUserReviews"]')].filter((each) => !each.closest(answer))) {
    const said = webUrl(link.getAttribute('href'), page.url);
    const url = said && new URL(said);
    const number = url && hosts.includes(url.hostname) ? /^\/ShowUserReviews-.*?-r(\d+)-/.exec(url.pathname)?.[1] : null;
    if (url && number && (!own || own === number)) return { url: `https://${url.hostname}${url.pathname}`, id: number };
  }
  const here = /^\/ShowUserReviews-.*?-r(\d+)-/.exec(page.url.pathname)?.[1];
  if (here && here === (own ?? id)) return { url: `https://${page.url.hostname}${page.url.pathname}`, id: here };
  return { url: null, id: own };
}

/** Elements that hold words of their own and stand in no link, button or owner's answer. */
const linesOf = (card: Element): Element[] =>
  [...card.querySelectorAll('span, div, p')].filter(
    (element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) &&
      !element.closest(`a, svg, style, script, ${button}`),
  );

/** "Oct 2024 • Couples" and "Date of stay: October 2024" say when somebody was there. */
const isVisit = (label: string) => label.length < 60 && (/[•·:]/.test(label) || /^\p{L}+\.? (?:de )?\d{4}$/u.test(label)) && /\d{4}/.test(label);

function wordsOf(card: Element, headline: Element | null, page: Page): Element | null {
  const marked = [...card.querySelectorAll(body)].find((element) => !element.closest(answer) && textOf(element));
  if (marked || !headline) return marked ?? null;
  return (
    linesOf(card).find((line) => {
      const label = textOf(line);
      return isAfter(line, headline) && !headline.contains(line) && !isVisit(label) && !(label.length < 40 && dateIn(label, page));
    }) ?? null
  );
}

function publishedOf(card: Element, words: Element | null, page: Page): PublishedAt | null {
  const dated = card.querySelector('.ratingDate');
  if (dated) {
    const raw = textOf(dated, { except: '.new' });
    const date = dateIn(dated.getAttribute('title'), page) ?? dateIn(raw, page);
    return date && { ...date, raw };
  }
  const marked = textAt(card, '[data-test-target="review-date"], [data-automation="reviewDate"]');
  const found = dateIn(marked, page);
  if (found) return found;
  // "Written 3 November 2024", below the words of places to see and to eat.
  for (const line of linesOf(card)) {
    const label = textOf(line);
    if (words?.contains(line) || line.contains(words) || label.length > 60 || isVisit(label)) continue;
    const date = dateIn(label, page);
    if (date?.precision === 'day' && /\d/.test(label)) return date;
  }
  // "ANN wrote a review Nov 2024", above those of hotels.
  const profile = [...card.querySelectorAll('a[href*="/Profile/"]')].find((link) => textOf(link));
  const header = profile?.parentElement;
  return header ? dateIn(textOf(header, { except: 'a' }), page) : null;
}

function ratingOf(card: Element): number | null {
  for (const element of card.querySelectorAll('[data-automation="bubbleRatingImage"], svg, [class*="bubble_"], .rating img, [aria-label], [alt]')) {
    const bubbles = /\bbubble_(\d)(\d)\b/.exec(element.getAttribute('class') ?? '');
    if (bubbles) return Number(`${bubbles[1]}.${bubbles[2]}`);
    if (element.closest(answer)) continue;
    const label = element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? element.querySelector('title')?.textContent ?? '';
    // Five words at most around two numbers, or one: "5.0 of 5 bubbles", "4 sur 5", "4,0 von 5 Punkten".
    const rating = /\b5\b/.test(label) && label.length < 40 && label.match(/\d+(?:[.,]\d)?/g)?.length === 2 ? ratingIn(label) : null;
    if (rating !== null) return rating;
  }
  return null;
}

const helps = /helpful|utile|hilfreich|útil|nuttig|membantu/i;

/** The number in or on the button for helpful votes; beside the author stand all those that the author ever had. */
function votesOn(card: Element): string | null {
  for (const each of card.querySelectorAll('button, [role="button"]')) {
    const [words, label] = [textOf(each), each.getAttribute('aria-label') ?? ''];
    if (!each.closest(answer) && (helps.test(label) || helps.test(words)) && /\d/.test(words + label)) return /\d/.test(words) ? words : label;
  }
  return null;
}

function mediaOf(card: Element, page: Page): Media[] {
  return [...card.querySelectorAll('img[src*="/photo-"], img[src*="media-cdn"]')]
    .filter(
      (image) =>
        !image.closest(`a[href*="/Profile/"], .avatar, .member_info, .memberOverlayLink, ${answer}`) &&
        image.closest('button, [data-automation], .media, .photosInline, .photo'),
    )
    .filter((image) => !image.matches('.avatar') && !/avatar|default-avatar|photo-[tl]\/.*avatar/.test(image.getAttribute('src') ?? ''))
    .map((image) => pictureOf(image, page.url));
}

export default definePlatform({
  id: 'tripadvisor',
  name: 'Tripadvisor',
  hosts,
  origins: hosts.map((host) => `https://${host}/*`),
  examples: [
    'https://www.tripadvisor.com/Restaurant_Review-g100-d200-Reviews-Ovenly-Lyon.html',
    'https://www.tripadvisor.fr/ShowUserReviews-g100-d200-r300300300-Ovenly-Lyon.html',
  ],
  selector: cards,

  read(card, page): Draft | null {
    // A snippet above the list ("review_title_f…"), and the box inside a box.
    if ((card.id.startsWith('review_') && !/^review_\d+$/.test(card.id)) || card.parentElement?.closest(cards) || card.closest(answer)) return null;
    const headline = card.querySelector(title);
    const words = wordsOf(card, headline, page);
    const rating = ratingOf(card);
    if (!words && (!headline || rating === null)) return null;
    const { url, id } = placeOf(card, page);
    const links = [...card.querySelectorAll('a[href*="/Profile/"], a[href*="/members/"]')].filter((link) => !link.closest(answer));
    const named = links.find((link) => textOf(link));
    const name = named ? textOf(named) : textAt(card, '.username .scrname, .username, .info_text > div');
    const visible = words ? textOf(words, { except: button }) : '';
    // The words may be whole although they are folded: then only their style cuts them short.
    const folded =
      /(?:\.{3}|…)$/.test(visible) &&
      [...card.querySelectorAll(button)].some((each) => words && isAfter(each, words) && !each.closest(answer) && unfolds.test(textOf(each)));
    const helpful = textAt(card, '.numHelp, .numHlpIn') ?? votesOn(card);
    return draftOf({
      kind: 'review',
      platform: 'tripadvisor',
      url,
      nativeId: id,
      author: {
        name,
        handle: /\/(?:Profile|members)\/([^/?#]+)/.exec(named?.getAttribute('href') ?? links[0]?.getAttribute('href') ?? '')?.[1] ?? null,
      },
      ...(headline && { title: textOf(headline).replace(/^["“”«]\s*|\s*["“”»]$/g, '') }),
      text: visible,
      truncated: folded,
      publishedAt: publishedOf(card, words, page),
      ...metricsOf({ rating, likes: helpful }),
      media: mediaOf(card, page),
    });
  },

  readPage: (page) => reviewsInData(page, 'tripadvisor'),
});
