/**
 * Mastodon and its forks, on any host. The web app draws everything (code read up to August 2026, versions 3 to 4.6; its class names are
 * written by hand and have been stable since 2017); a guest's first answer from the server has only meta tags.
 */
import type { Draft, Media, PublishedAt, Reference } from '../core/draft.ts';
import {
  accountOf,
  authorOf,
  handleOf,
  own,
  type Permalink,
  permalinkOf,
  personAt,
  postPath,
  posts,
  quoted,
  referenceTo,
} from './mastodon/post-parts.ts';
import { readProfile } from './mastodon/profile.ts';
import { readDate } from './shared/dates.ts';
import { attribute, text as textAt, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { readMetadata } from './shared/page-metadata.ts';
import { definePlatform, type Page } from './shared/platform.ts';

/** Mastodon's ids hold the milliseconds at which a post was made, shifted by 16 bits. */
function instantOfId(id: string, now: Date): string | null {
  const milliseconds = /\/(\d{15,20})$/.test(id) ? Number(BigInt(id.replace(/^.*\//, '')) >> 16n) : 0;
  return milliseconds > Date.UTC(2016, 0) && milliseconds < now.getTime() + 864e5 ? new Date(milliseconds).toISOString() : null;
}

function publishedOf(post: Element, permalink: Permalink | null, page: Page): PublishedAt | null {
  const stamp = own(post, 'time[datetime]')?.getAttribute('datetime');
  const exact = stamp ? readDate(stamp, page.now) : null;
  if (stamp && exact) return { ...exact, raw: stamp, source: 'attribute' };
  // The post in detail shows its time to the minute only; the server's meta tags have all of it, while the page is the one it was asked for.
  const served = attribute(page.document, 'meta[property="og:published_time"]', 'content');
  const servedFor = webUrl(attribute(page.document, 'meta[property="og:url"]', 'content'), page.url);
  const published = served && servedFor && servedFor === permalink?.url ? readDate(served, page.now) : null;
  if (served && published) return { ...published, raw: served, source: 'metadata' };
  const label = own(post, 'a.detailed-status__datetime');
  const raw = label ? textOf(label) : '';
  const shown = raw ? readDate(raw, page.now) : null;
  if (shown) return { ...shown, raw, source: 'label' };
  const instant = permalink && instantOfId(permalink.id, page.now);
  return instant ? { instant, raw: raw || permalink.id, precision: 'second', source: 'id' } : null;
}

/** The hashtags that the app takes off the end of the text and shows in a line of their own. */
const hashtagsOf = (post: Element): string => [...(own(post, '.hashtag-bar')?.querySelectorAll('a') ?? [])].map((tag) => textOf(tag)).join(' ');

/** A short number on a button, found by the button's icon; "1+" says only that there are some. */
function countAt(post: Element, ...icons: string[]): string | null {
  const icon = own(
    post,
    icons
      .flatMap((name) => [`.icon-${name}`, `.fa-${name}`])
      .map((name) => `button ${name}`)
      .join(),
  );
  const count = icon?.closest('button')?.querySelector('.icon-button__counter');
  const shown = count ? textOf(count) : '';
  return shown && !shown.endsWith('+') ? shown : null;
}

const countOf = (post: Element, selector: string): string | null => {
  const count = own(post, selector);
  return count ? textOf(count) : null;
};

function mediaOf(post: Element, page: Page): Media[] {
  const all = (selector: string) => [...post.querySelectorAll(selector)].filter((part) => part.closest(quoted) === post.closest(quoted));
  const media = (kind: Media['kind'], url: string | null | undefined, alt: string | null | undefined): Media[] => {
    const address = webUrl(url, page.url);
    return address ? [{ kind, url: address, ...(alt?.trim() ? { alt: alt.trim() } : {}) }] : [];
  };
  return [
    ...all('a.media-gallery__item-thumbnail').flatMap((link) => media('image', link.getAttribute('href'), attribute(link, 'img', 'alt'))),
    ...all('video').flatMap((video) => media('video', video.getAttribute('src'), video.getAttribute('aria-label') ?? video.getAttribute('title'))),
    ...all('audio').flatMap((audio) => media('audio', audio.getAttribute('src'), audio.getAttribute('aria-label') ?? audio.getAttribute('title'))),
    ...all('a.status-card, .status-card a[href]')
      .slice(0, 1)
      .flatMap((card) => media('link', card.getAttribute('href'), textAt(card, '.status-card__title'))),
  ];
}

function quoteOf(post: Element, page: Page): Reference | null {
  const quote = post.querySelector(quoted)?.querySelector(posts);
  if (!quote || post.closest(quoted)) return null;
  const body = own(quote, '.status__content__text');
  return { ...referenceTo(quote, page), ...(body ? { text: textOf(body) } : {}) };
}

/** Posts of the thread that this one stands in, or none: only a post's own page has one that is shown in detail. */
function threadOf(post: Element, page: Page): Element[] {
  const column = post.closest('.column, [role="region"]') ?? page.document;
  return column.querySelector('.detailed-status') ? [...column.querySelectorAll(posts)].filter((other) => !other.closest(quoted)) : [];
}

/** Whom a post in a thread answers: the one before it, or, where the app marks a new branch, the one in detail; else unknown. */
function parentInThread(post: Element, thread: Element[], page: Page): Element | null {
  const index = thread.indexOf(post);
  if (index <= 0) return null;
  if (!post.matches('.status--first-in-thread')) return thread[index - 1] ?? null;
  const main = thread.find((other) => other.matches('.detailed-status')) ?? null;
  const line = own(post, '.status__line');
  if (!main || !line) return null;
  // A full line may only join it to its own answer: then the first person it names decides.
  const mention = own(post, '.status__content a.mention');
  const named = mention && accountOf(mention, page);
  return !line.matches('.status__line--full') || named === authorOf(main, page).handle ? main : null;
}

/** The line above a post: who boosted it, or whom it answers. Both are links; the icon, or the boost's class, tells them apart. */
function prependOf(post: Element, page: Page): Pick<Draft, 'sharedBy' | 'inReplyTo'> {
  const line = (post.closest('.status__wrapper') ?? post).querySelector('.status__prepend');
  const link = line?.querySelector('a[href]');
  if (!line || !link) return {};
  const person = personAt(link, page);
  if (line.querySelector('.icon-retweet, .fa-retweet') || link.matches('.status__display-name')) return { sharedBy: person };
  return { inReplyTo: { url: null, nativeId: null, author: person } };
}

export default definePlatform({
  id: 'mastodon',
  name: 'Mastodon',
  hosts: [],
  origins: [],
  examples: [],

  /** The app's root. The id alone would do for a heading about Mastodon, too. */
  marker: '#mastodon.app-holder, #mastodon[data-props], html:has(script#initial-state) div#mastodon',

  selector: posts,

  read(post, page): Draft | null {
    if (post.parentElement?.closest(quoted)) return null;
    const permalink = permalinkOf(post, page);
    const author = authorOf(post, page);
    if (!permalink && !author.handle) return null;

    const warning = own(post, '.content-warning:not(.content-warning--filter)') ?? own(post, '.status__content__spoiler-link')?.parentElement;
    const title = warning ? textOf(warning, { except: 'button' }) : '';
    const body = own(post, '.status__content__text') ?? own(post, '.status__content');
    const quotes = quoteOf(post, page);
    const thread = threadOf(post, page);
    const parent = parentInThread(post, thread, page);
    const above = { ...prependOf(post, page), ...(parent ? { inReplyTo: referenceTo(parent, page) } : {}) };
    const lang = body?.getAttribute('lang');

    return draftOf({
      kind: above.inReplyTo || thread.indexOf(post) > 0 ? 'comment' : 'post',
      platform: 'mastodon',
      url: permalink?.url ?? null,
      nativeId: permalink?.id ?? null,
      author,
      ...above,
      ...(quotes ? { quotes } : {}),
      ...(title ? { title } : {}),
      // "RE: address" stands in the text for servers that do not know quotes.
      text: [body ? textOf(body, { except: `.quote-inline, ${quoted}, .status__content__spoiler-link` }) : '', hashtagsOf(post)]
        .filter(Boolean)
        .join('\n\n'),
      // Behind a warning that is still closed, newer versions leave the text out of the page.
      truncated: Boolean(title) && !body,
      ...(lang ? { lang } : {}),
      publishedAt: publishedOf(post, permalink, page),
      ...metricsOf({
        comments: countAt(post, 'reply', 'reply-all'),
        shares: countOf(post, '.detailed-status__reblogs') ?? countAt(post, 'retweet'),
        likes: countOf(post, '.detailed-status__favorites') ?? countAt(post, 'star'),
        saves: countAt(post, 'bookmark'),
      }),
      media: mediaOf(post, page),
    });
  },

  /** A post's page as the server sends it to a guest: title "NAME (@ann@host)", text in the description. */
  readPage(page): Draft[] {
    const id = postPath.exec(page.url.pathname)?.[1];
    const { title, ...found } = readMetadata(page);
    const [, name, account] = /^(.*?)\s*\((@[^)\s]+)\)$/.exec(title ?? '') ?? [];
    if (!id || !account) return [];
    const url = webUrl(page.url.href, page.url);
    return [
      draftOf({
        ...found,
        kind: 'post',
        platform: 'mastodon',
        url,
        nativeId: `${page.url.hostname}/${id}`,
        author: { name: name || null, handle: handleOf(account, page.url.hostname) },
      }),
    ];
  },
  readProfile,
});
