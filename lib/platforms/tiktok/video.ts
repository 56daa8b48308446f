/** An item of the feed, which the video page is made of as well, and the same video out of the page's data. */
import type { Draft, Media } from '../../core/draft.ts';
import { attribute, isAfter, parentElementOf, text, textOf, webUrl } from '../shared/dom.ts';
import { draftOf, type Figure, metricsOf } from '../shared/draft-of.ts';
import { readCount } from '../shared/numbers.ts';
import type { Page } from '../shared/platform.ts';
import { dataIn, itemOf, wordsIn } from './item-data.ts';
import { accountOf, addressed, type Place, placeOf, publishedOf, urlOf } from './where.ts';

const container = '[data-e2e="recommend-list-item-container"]';
/** The video page of 2022-24 has no element for the video as a whole; its description stands for it. */
const alone = '[data-e2e="browse-video-desc"]';
export const feed = `${container}, ${alone}`;

const e2e = (...names: string[]) => names.map((name) => `[data-e2e="${name}"]`).join();
const descriptions = e2e('video-desc', 'browse-video-desc', 'new-desc-span');

/** A number of the data; statsV2 is written as text, and holds numbers too large for stats. Guests are told numbers from 10,000 on in hundreds. */
const exact = (item: unknown, name: string): Figure => {
  const words = wordsIn(item, 'statsV2', name) ?? wordsIn(item, 'stats', name);
  const value = words && /^\d+$/.test(words) ? Number(words) : null;
  return value === null ? null : { value, rounded: value >= 10_000 && value % 100 === 0 };
};

const exactOf = (item: unknown) => ({
  likes: exact(item, 'diggCount'),
  comments: exact(item, 'commentCount'),
  shares: exact(item, 'shareCount'),
  views: exact(item, 'playCount'),
  saves: exact(item, 'collectCount'),
});

/** The data writes an author as an object, until 2023 as a bare handle with the name beside it. */
const authorIn = (item: unknown) => ({
  name: wordsIn(item, 'author', 'nickname') ?? wordsIn(item, 'nickname'),
  handle: wordsIn(item, 'author', 'uniqueId') ?? wordsIn(item, 'author'),
});

function mediaIn(item: unknown, page: Page): Media[] {
  const images = dataIn(item, 'imagePost', 'images');
  if (Array.isArray(images))
    return images.map((image): Media => {
      const list = dataIn(image, 'imageURL', 'urlList');
      return { kind: 'image', url: webUrl(Array.isArray(list) ? String(list[0]) : null, page.url) };
    });
  return [{ kind: 'video', url: webUrl(wordsIn(item, 'video', 'cover'), page.url) }];
}

export function draftOfItem(item: unknown, place: Place, page: Page): Draft {
  const author = authorIn(item);
  const lang = wordsIn(item, 'textLanguage');
  return draftOf({
    kind: place.path === 'photo' ? 'post' : 'video',
    platform: 'tiktok',
    url: urlOf({ ...place, handle: author.handle ?? place.handle }),
    nativeId: place.id,
    author,
    ...(lang && lang !== 'un' && { lang }),
    text: wordsIn(item, 'desc')?.trim() ?? '',
    publishedAt: publishedOf(place.id, null, wordsIn(item, 'createTime'), page.now),
    ...metricsOf(exactOf(item)),
    media: mediaIn(item, page),
    promoted: dataIn(item, 'isAd') === true,
  });
}

/** Of a description that stands alone: what surrounds it and the numbers, but no further video. */
function scopeOf(element: Element): Element {
  if (element.matches(container)) return element;
  let scope = element;
  for (let up = parentElementOf(scope); up && !scope.querySelector('[data-e2e$="like-count"]'); up = parentElementOf(up)) scope = up;
  return scope;
}

/** The player's id ends with the video's ("xgwrapper-0-757…"); the address of the page belongs to the first item of its author alone. */
function placeIn(scope: Element, handle: string | null, page: Page): Place | null {
  const played = /-(\d{15,20})$/.exec(scope.querySelector('[id^="xgwrapper-"]')?.id ?? '')?.[1];
  const own = addressed(page.url);
  if (played) return { id: played, handle, path: own?.id === played ? own.path : 'video' };
  const linked = [...scope.querySelectorAll('a[href*="/video/"], a[href*="/photo/"]')]
    .filter((link) => !link.closest(descriptions))
    .map((link) => placeOf(link, page.url))
    .find((place) => place !== null);
  if (linked) return linked;
  const isFirst = !scope.matches(container) || page.document.querySelector(container) === scope;
  return isFirst && (!own?.handle || !handle || own.handle === handle) ? own : null;
}

/** The line of the date: its own mark, or what stands behind the author's link, before the description. */
function dateLabelOf(scope: Element, description: Element | null): string | null {
  const marked = text(scope, e2e('browser-nickname') /* "NAME · 5-23" */);
  if (marked) return /[·•]\s*([^·•]+)$/.exec(marked)?.[1] ?? null;
  const label = [...scope.querySelectorAll('a[href^="/@"] + span, a[href^="/@"] ~ span')].find(
    (span) => /^\s*[·•]/.test(span.textContent ?? '') && (!description || isAfter(description, span)),
  );
  return label ? textOf(label) : null;
}

export function readFeedItem(element: Element, page: Page): Draft | null {
  if (element.matches(alone) && element.closest(container)) return null;
  const scope = scopeOf(element);
  const description = scope.querySelector(descriptions);
  const link = [...scope.querySelectorAll(`${e2e('video-author-avatar', 'video-author-uniqueid', 'browse-user-avatar')}, a[href*="/@"]`)].find(
    (candidate) => accountOf(candidate) && !candidate.closest(descriptions),
  );
  const shownHandle = text(scope, e2e('video-author-uniqueid', 'browse-username'));
  const handle = accountOf(link ?? null) ?? shownHandle?.replace(/^@/, '') ?? null;
  const place = placeIn(scope, handle, page);
  // Unfilled, or a live broadcast.
  if (!description && (!place || !scope.querySelector('video, img, a[href]'))) return null;
  const item = place && itemOf(page.document, place.id);
  const count = (...names: string[]) => text(scope, e2e(...names));
  const nickname = text(scope, e2e('video-author-nickname', 'browser-nickname'))?.split(/\s*[·•]/)[0];
  const said = item ? authorIn(item) : null;
  const name = said?.name ?? (nickname || null);
  const figures = item ? exactOf(item) : null;
  const poster = webUrl(attribute(scope, 'picture img[src^="http"]', 'src'), page.url);
  const lang = wordsIn(item, 'textLanguage');
  const saves = count('undefined-count', 'favorite-count', 'browse-favorite-count');
  return draftOf({
    kind: place?.path === 'photo' ? 'post' : 'video',
    platform: 'tiktok',
    url: place && urlOf({ ...place, handle: place.handle ?? handle ?? said?.handle ?? null }),
    nativeId: place?.id ?? null,
    author: { name, handle: handle ?? said?.handle ?? null },
    ...(lang && lang !== 'un' && { lang }),
    // Mentions and tags are paragraphs inside the line. A summary made by machine and the button "more" stand beside the description.
    text: description
      ? textOf(description, { inline: 'p, div, h1, h2, h3, h4', except: 'button, [data-e2e^="v2t-"]' })
      : (wordsIn(item, 'desc')?.trim() ?? ''),
    publishedAt: publishedOf(place?.id ?? null, dateLabelOf(scope, description), wordsIn(item, 'createTime'), page.now),
    ...metricsOf({
      likes: better(figures?.likes, count('like-count', 'browse-like-count')),
      comments: better(figures?.comments, count('comment-count', 'browse-comment-count')),
      shares: better(figures?.shares, count('share-count')),
      saves: better(figures?.saves, saves),
      views: figures?.views,
    }),
    media: item ? mediaIn(item, page) : [{ kind: 'video', url: poster }],
    promoted: dataIn(item, 'isAd') === true || isAdvert(scope),
  });
}

/** The data's number, unless the page shows one: then the shown, which may have moved on, where it is exact. */
const better = (said: Figure, shown: string | null): Figure => {
  const read = shown ? readCount(shown) : null;
  return read && !read.rounded ? read : (said ?? read);
};

/** Adverts are tagged like paid partnerships, which are the author's own posts. */
const isAdvert = (scope: Element): boolean =>
  /^(?:ad|sponsored|promoted|sponsorisé|publicité|annonce|iklan|bersponsor|anzeige|gesponsert|publicidad|patrocinado|promocionado|реклама)$/i.test(
    text(scope, e2e('sponsored-tag', 'ad-tag', 'video-ad-tag')) ?? '',
  );
