/** Pins. A page says its pin in JSON-LD; a grid of pins names neither author nor words, and is not read. */
import type { Draft, Media } from '../core/draft.ts';
import { readProfile } from './pinterest/profile.ts';
import { attribute, jsonLd, text, textOf, webUrl } from './shared/dom.ts';
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

/** A pin on a page of ideas: an address, a description in the picture's place, and sometimes who pinned it. */
function readCard(card: Element, page: Page): Draft | null {
  const id = pinAt(attribute(card, 'a[href*="/pin/"]', 'href'), page);
  const title = text(card, '[data-test-id="pin-title"], h2, h3');
  const words = text(card, '[data-test-id="truncated-description"], [data-test-id="pin-description"]');
  if (!id || !(title || words)) return null;
  const creator = card.querySelector('[data-test-id="creator-profile-link"], [data-test-id="creator-avatar-link"]');
  const image = webUrl(attribute(card, 'img', 'src'), page.url);
  return draftOf({
    kind: 'post',
    platform: 'pinterest',
    url: urlOf(id),
    nativeId: id,
    author: {
      name: text(card, '[data-test-id="creator-profile-name"]') ?? (creator && (textOf(creator) || null)),
      handle: /^\/([^/]+)\/?$/.exec(creator ? new URL(creator.getAttribute('href') ?? '', page.url).pathname : '')?.[1] ?? null,
    },
    ...(title ? { title } : {}),
    text: words ?? '',
    media: image ? [{ kind: 'image', url: image }] : [],
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
  selector: 'article[data-test-id="bestPin"]',
  read: readCard,

  readPage(page): Draft[] {
    const id = pinIn(page.url.pathname);
    if (!id) return [];
    const things = (jsonLd(page.document) as Thing[]).filter((thing) => pinOfThing(thing, page) === id);
    const post = things.find((thing) => thing['@type'] === 'SocialMediaPosting');
    const video = things.find((thing) => thing['@type'] === 'VideoObject');
    const thing = post ?? video;
    if (!thing) return [];
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
    return [
      draftOf({
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
      }),
    ];
  },
  readProfile,
});
