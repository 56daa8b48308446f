/**
 * A video on its own page, and a Short. Seen 2024 to 2026: `ytd-watch-metadata`; before it, until 2022, and still in the page but hidden,
 * `ytd-video-primary-info-renderer`. Shorts after the code of several extensions kept up to 2026: no saved page was at hand.
 */
import type { Draft, Person } from '../../core/draft.ts';
import { attribute, text, textOf } from '../shared/dom.ts';
import { draftOf, type Figure, metricsOf } from '../shared/draft-of.ts';
import { type Count, readCount } from '../shared/numbers.ts';
import type { Page } from '../shared/platform.ts';
import { metadataOf } from './metadata.ts';
import { channelOf, isAside, likesOf, publishedOf, site, videoIn, watchUrl } from './parts.ts';

export const watchSelector = 'ytd-watch-metadata,ytd-video-primary-info-renderer';
export const shortSelector = 'ytd-reel-video-renderer';

/** Where the parts of the video stand that this element belongs to: in the older layout its owner and description are beside it. */
const partsOf = (post: Element): Element => (post.matches('ytd-watch-metadata') ? post : (post.closest('ytd-watch-flexy') ?? post));

/** Whether what is drawn is of the video in the address. */
const isOf = (video: string, post: Element): boolean =>
  [post, post.closest('ytd-watch-flexy')].every((element) => (element?.getAttribute('video-id') || video) === video);

/** The best of several readings of one number: the first that is not rounded, else the first. */
function best(...labels: (string | number | null | undefined)[]): Count | null {
  const counts = labels.flatMap((label) => (typeof label === 'number' ? { value: label, rounded: false } : (readCount(label ?? '') ?? [])));
  return counts.find(({ rounded }) => !rounded) ?? counts[0] ?? null;
}

/** A live broadcast counts who is watching now; that is not its views. */
const isLive = (document: Document): boolean => document.querySelector('.html5-video-player .ytp-live') !== null;

/** "116K views", "3 months ago" and hashtags, each a span of its own; the exact ones in a tooltip, parted by "•". Views always come first. */
function infoOf(parts: Element): { views: string[]; dates: string[] } {
  const rows = [
    text(parts, 'ytd-watch-info-text tp-yt-paper-tooltip #tooltip')?.split(/[•·]/),
    [...parts.querySelectorAll('#info-container #info > span')].map((span) => textOf(span)),
    ['ytd-video-view-count-renderer .view-count', '#info-strings yt-formatted-string'].map((older) => text(parts, older) ?? ''),
  ].map((row) => (row ?? []).filter((label) => label.trim() && !label.trim().startsWith('#')));
  return { views: rows.flatMap(([views]) => views ?? []), dates: rows.flatMap(([, ...dates]) => dates) };
}

function ownerOf(parts: Element, known: Person | undefined): Person {
  const owner = parts.querySelector('ytd-video-owner-renderer');
  const links = [...(owner?.querySelectorAll('a[href^="/@"],a[href^="/channel/"],a[href^="/user/"],a[href^="/c/"]') ?? [])];
  // Several channels of one video are named in one line, which is no link.
  const together = owner && text(owner, '#attributed-channel-name');
  const found = channelOf(links.find((link) => textOf(link)) ?? links[0] ?? null);
  return { name: together ?? found.name ?? known?.name ?? null, handle: found.handle ?? known?.handle ?? null };
}

/** The description: whole where it is unfolded or the metadata have it, else its beginning. */
function describe(parts: Element, known: Draft | null): Pick<Draft, 'text' | 'truncated'> {
  const box = parts.querySelector('#description-inline-expander');
  const whole = box?.hasAttribute('is-expanded') ? text(box, '#expanded', { pre: true }) : null;
  if (whole) return { text: whole, truncated: false };
  const start = box && text(box, '#attributed-snippet-text,#plain-snippet-text,#snippet-text', { pre: true });
  const folded = box?.querySelector('#expand:not([hidden])') !== null;
  if (start && !folded) return { text: start, truncated: false };
  if (known?.text && !known.truncated) return { text: known.text, truncated: false };
  const older = text(parts, 'ytd-video-secondary-info-renderer #description', { pre: true });
  return older ? { text: older, truncated: false } : { text: start ?? known?.text ?? '', truncated: Boolean(start ?? known?.truncated) };
}

/** "263 Comments" above them, once they are there; before, on a narrow page, in the teaser. */
const commentsOf = (document: Document): string | null => {
  const headers = document.querySelectorAll('ytd-comments-header-renderer #count,ytd-comments-entry-point-header-renderer #comment-count');
  const shown = [...headers].find((header) => !isAside(header));
  return shown ? textOf(shown) : null;
};

export function readWatch(post: Element, page: Page): Draft | null {
  const video = videoIn(page.url);
  const parts = partsOf(post);
  const title = text(parts, 'h1');
  if (!video || !title || isAside(post) || !isOf(video, post)) return null;
  const known = metadataOf(video, page);
  const info = infoOf(parts);
  const date = info.dates.map((label) => publishedOf(label, page)).find(Boolean) ?? null;
  const like = parts.querySelector('like-button-view-model,#segmented-like-button,#top-level-buttons-computed > ytd-toggle-button-renderer');
  return draftOf({
    kind: 'video',
    platform: 'youtube',
    url: watchUrl(video),
    nativeId: video,
    author: ownerOf(parts, known?.author),
    title,
    ...describe(parts, known),
    publishedAt: known?.publishedAt ? { ...known.publishedAt, raw: date?.raw ?? known.publishedAt.raw } : date,
    ...metricsOf({
      likes: like ? likesOf(like.querySelector('button[aria-label]'), textOf(like)) : known?.metrics.likes,
      comments: commentsOf(page.document),
      views: best(...(isLive(page.document) ? [] : info.views), known?.metrics.views),
    }),
    media: [{ kind: 'video', url: watchUrl(video) }],
  });
}

/** Whether this is the Short in the address: its neighbours wait in the page, and an element may be a Short's before. */
function isPlaying(reel: Element, video: string): boolean {
  const player = reel.querySelector('a.ytp-title-link[href*="/shorts/"]')?.getAttribute('href');
  if (player && !player.includes(`/shorts/${video}`)) return false;
  return reel.hasAttribute('is-active') || (reel.parentElement?.querySelector(`${shortSelector}[is-active]`) ?? null) === null;
}

/** The comments' button is the first below those that judge. */
function shortComments(reel: Element): Figure {
  const buttons = [...reel.querySelectorAll('#comments-button,reel-action-bar-view-model > button-view-model')];
  const button = buttons[0] ?? null;
  return button && likesOf(button.querySelector('button[aria-label]'), textOf(button));
}

export function readShort(reel: Element, page: Page): Draft | null {
  const video = videoIn(page.url);
  const title = text(reel, 'yt-shorts-video-title-view-model,ytd-reel-player-header-renderer h2,ytd-reel-player-header-renderer #video-title');
  if (!video || !title || isAside(reel) || !isPlaying(reel, video)) return null;
  const known = metadataOf(video, page);
  const like = reel.querySelector('like-button-view-model,#like-button');
  const bar = reel.querySelector('yt-reel-channel-bar-view-model,ytd-reel-player-header-renderer #channel-info,ytd-channel-name');
  const links = [...(bar?.querySelectorAll('a[href^="/@"],a[href^="/channel/"]') ?? [])];
  const channel = channelOf(links.find((link) => textOf(link)) ?? links[0] ?? null);
  return draftOf({
    kind: 'video',
    platform: 'youtube',
    url: `${site}shorts/${video}`,
    nativeId: video,
    author: { name: channel.name ?? known?.author.name ?? null, handle: channel.handle ?? known?.author.handle ?? null },
    title,
    text: known?.text === title ? '' : (known?.text ?? ''),
    truncated: known?.truncated ?? false,
    publishedAt: known?.publishedAt ?? null,
    ...metricsOf({
      likes: like ? likesOf(like.querySelector('button[aria-label]'), textOf(like)) : known?.metrics.likes,
      comments: shortComments(reel),
      views: best(attribute(reel, 'view-count-factoid-renderer [aria-label]', 'aria-label'), known?.metrics.views),
    }),
    media: [{ kind: 'video', url: `${site}shorts/${video}` }],
  });
}
