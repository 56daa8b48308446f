/**
 * Pins, and comments below them. A page says its pin in JSON-LD, and where an app has gone on to another one, in what it draws; a grid of pins
 * names neither author nor words, and is not read.
 */
import type { Draft, Media, Person } from '../core/draft.ts';
import { readProfile } from './pinterest/profile.ts';
import { readDate } from './shared/dates.ts';
import { attribute, jsonLd, parentElementOf, pictureOf, text, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { draftOfThing, publishedFrom, type Thing } from './shared/schema-org.ts';

const countries = 'ar at br ca ch cl co cz de dk es fi fr gr hu id ie in it jp kr mx nl no nz ph pl pt ro ru se sk th tr uk vn za'.split(' ');
const domains = 'at ca ch cl co.kr co.uk com.au com.mx de dk es fr ie it jp nz ph pt se'.split(' ');
const hosts = [
  'www.pinterest.com',
  'pinterest.com',
  ...countries.map((country) => `${country}.pinterest.com`),
  ...domains.map((domain) => `www.pinterest.${domain}`),
];

const comments = '[data-test-id="author-and-comment-container"]';

/** `/pin/ID/`, or `/pin/WORDS--ID/`. */
const pinIn = (path: string): string | null => /^\/pin\/(?:[^/]*--)?(\d{5,})(?:\/|$)/.exec(path)?.[1] ?? null;
const urlOf = (id: string) => `https://www.pinterest.com/pin/${id}/`;
const objectOf = (value: unknown): Thing => (typeof value === 'object' && value !== null ? (value as Thing) : {});
const wordsOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null);

/** A date that the site sets before a description ("29 août 2025 - …") is not the author's. */
const dated = /^(?=[^-–]{0,24}\d{4})[\p{L}\p{M}\d .,/年月日]{6,32}\s[-–]\s/u;

/** The pin that an address of the platform leads to; any other host may be claimed in the page's own data. */
function pinAt(address: string | null, page: Page): string | null {
  const url = webUrl(address, page.url);
  return url && hosts.includes(new URL(url).hostname) ? pinIn(new URL(url).pathname) : null;
}

function pinOfThing(thing: Thing, page: Page): string | null {
  const main = thing['mainEntityOfPage'];
  for (const said of [objectOf(main)['@id'], main, thing['@id'], thing['url'], objectOf(thing['sharedContent'])['url']]) {
    const pin = pinAt(wordsOf(said), page);
    if (pin) return pin;
  }
  return null;
}

function creatorOf(root: Element, page: Page): Person {
  const creator = root.querySelector('[data-test-id="creator-profile-link"], [data-test-id="creator-avatar-link"]');
  return { name: text(root, '[data-test-id="creator-profile-name"]') ?? (creator && (textOf(creator) || null)), handle: accountOf(creator, page) };
}

/** A pin on a page of ideas: an address, a description in the picture's place, and sometimes who pinned it. */
function readCard(card: Element, page: Page): Draft | null {
  const id = pinAt(attribute(card, 'a[href*="/pin/"]', 'href'), page);
  const title = text(card, '[data-test-id="pin-title"], h2, h3');
  const words = text(card, '[data-test-id="truncated-description"], [data-test-id="pin-description"]');
  if (!id || !(title || words)) return null;
  const image = webUrl(attribute(card, 'img', 'src'), page.url);
  return draftOf({
    kind: 'post',
    platform: 'pinterest',
    url: urlOf(id),
    nativeId: id,
    author: creatorOf(card, page),
    ...(title ? { title } : {}),
    text: words ?? '',
    media: image ? [{ kind: 'image', url: image }] : [],
  });
}

/** The pin that the page is about, by its JSON-LD, which an app that goes on to another pin does not renew. */
function readData(page: Page): Draft | null {
  const id = pinIn(page.url.pathname);
  if (!id) return null;
  const things = (jsonLd(page.document) as Thing[]).filter((thing) => pinOfThing(thing, page) === id);
  const post = things.find((thing) => thing['@type'] === 'SocialMediaPosting');
  const video = things.find((thing) => thing['@type'] === 'VideoObject');
  const thing = post ?? video;
  if (!thing) return null;
  const url = urlOf(id);
  const found = draftOfThing(thing, 'post', page, url);
  const watched = video && draftOfThing(video, 'video', page, url);
  const body = wordsOf(thing['articleBody']) ?? wordsOf(thing['description']) ?? '';
  const counters = Array.isArray(post?.['interactionStatistic']) ? post['interactionStatistic'].map(objectOf) : [];
  // Its "LikeAction" counts saves, and says so.
  const saves = counters.find(({ description }) => description === 'Saves')?.['userInteractionCount'];
  const clip = webUrl(wordsOf(video?.['contentUrl']), page.url);
  const media: Media[] = clip ? [{ kind: 'video', url: clip }] : found.media;
  const { title: _, ...rest } = found;
  const title = wordsOf(thing['headline']) ?? wordsOf(thing['name']);
  return draftOf({
    ...rest,
    platform: 'pinterest',
    nativeId: id,
    ...(title && title !== body ? { title } : {}),
    text: body.replace(dated, ''),
    publishedAt: found.publishedAt ?? publishedFrom(attribute(page.document, 'meta[property="og:updated_time"]', 'content'), page.now),
    ...metricsOf({
      likes: saves === undefined ? (watched?.metrics.likes ?? found.metrics.likes) : watched?.metrics.likes,
      comments: found.metrics.comments ?? watched?.metrics.comments,
      shares: watched?.metrics.shares ?? found.metrics.shares,
      views: watched?.metrics.views ?? found.metrics.views,
      saves: typeof saves === 'number' ? saves : null,
    }),
    media,
  });
}

/** The same pin as it is drawn. */
function readDrawn(main: Element, page: Page): Draft | null {
  const id = pinIn(page.url.pathname);
  const creator = main.querySelector('[data-test-id="creator-profile-link"]');
  const title = text(main, '[data-test-id="pin-title"]');
  const words = main.querySelector('[data-test-id="truncated-description"]');
  if (!id || !creator || !(title || words)) return null;
  return draftOf({
    kind: 'post',
    platform: 'pinterest',
    url: urlOf(id),
    nativeId: id,
    author: creatorOf(main, page),
    ...(title ? { title } : {}),
    text: words ? textOf(words, { except: 'button, [role="button"]' }) : '',
    ...metricsOf({ likes: text(main, '[data-test-id="reaction-count"]'), comments: text(main, '#comment-count-and-label, #comments-heading') }),
    media: [...main.querySelectorAll('img[src*=".pinimg.com/736x/"], img[src*=".pinimg.com/originals/"]')]
      .slice(0, 1)
      .map((image) => pictureOf(image, page.url)),
  });
}

const accountOf = (link: Element | null | undefined, page: Page): string | null => {
  const url = webUrl(link?.getAttribute('href'), page.url);
  return (url && hosts.includes(new URL(url).hostname) && /^\/([^/]+)\/?$/.exec(new URL(url).pathname)?.[1]) || null;
};

/** A comment: its author's link, and its words in the last box of text. It has no address, and its time stands beside it (code of 2025-26). */
function readComment(comment: Element, page: Page): Draft | null {
  const link = [...comment.querySelectorAll('a[href]')].find((each) => accountOf(each, page) && textOf(each));
  const words = [...comment.querySelectorAll('[data-test-id="text-container"]')].map((box) => textOf(box)).findLast(Boolean);
  if (!link || !words || words === textOf(link)) return null;
  let row = comment;
  for (let up = parentElementOf(row); up?.querySelectorAll(comments).length === 1; up = parentElementOf(up)) row = up;
  const raw = text(row, '[data-test-id="comments-time-passed"]');
  const date = raw ? readDate(raw, page.now, page.document.documentElement.lang) : null;
  const id = pinIn(page.url.pathname);
  return draftOf({
    kind: 'comment',
    platform: 'pinterest',
    author: { name: textOf(link), handle: accountOf(link, page) },
    ...(id && { inReplyTo: { url: urlOf(id), nativeId: id, author: { name: null, handle: null } } }),
    text: words,
    publishedAt: raw && date ? { ...date, raw, source: 'label' } : null,
    ...metricsOf({ likes: text(row, '[data-test-id="comment-reaction-container-reaction-count"]') }),
  });
}

export default definePlatform({
  id: 'pinterest',
  name: 'Pinterest',
  hosts,
  origins: hosts.map((host) => `https://${host}/*`),
  examples: [
    'https://www.pinterest.com/pin/31454897393550001/',
    'https://www.pinterest.fr/pin/31454897393550001/',
    'https://id.pinterest.com/pin/roti--31454897393550001/',
  ],
  selector: `article[data-test-id="bestPin"], ${comments}, [role="main"]`,

  read(element, page): Draft | null {
    if (element.matches(comments)) return readComment(element, page);
    return element.matches('article') ? readCard(element, page) : (readData(page) ?? readDrawn(element, page));
  },
  readPage: (page) => [readData(page) ?? []].flat(),
  readProfile,
});
