/** Threads: every post is a "pressable container", a quoted one inside another; class names are generated, so addresses, roles and places speak. */
import type { Draft, Media, Person, PublishedAt, Reference } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { pictureOf, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const site = 'https://www.threads.com';
const container = '[data-pressable-container="true"]';
const postPath = /^\/@([\w.]+)\/post\/([\w-]+)/;

/** The path of a link on this site; empty for a link to another. */
function pathOf(link: Element, page: Page): string {
  const href = webUrl(link.getAttribute('href'), page.url);
  return href && /^(?:www\.)?threads\.(?:com|net)$/.test(new URL(href).hostname) ? new URL(href).pathname : '';
}

/** What belongs to the post itself, without the post it quotes. */
const own = (post: Element, selector: string): Element[] => [...post.querySelectorAll(selector)].filter((part) => part.closest(container) === post);

interface Permalink {
  url: string;
  id: string;
  handle: string;
  time: Element;
}

function permalinkOf(post: Element, page: Page): Permalink | null {
  for (const link of own(post, 'a[href*="/post/"]')) {
    const time = link.querySelector('time[datetime]');
    const [, handle, id] = (time && postPath.exec(pathOf(link, page))) ?? [];
    if (time && handle && id) return { url: `${site}/@${handle}/post/${id}`, id, handle, time };
  }
  return null;
}

function dateOf(time: Element, { now }: Page): PublishedAt | null {
  const stamp = time.getAttribute('datetime') ?? '';
  const found = readDate(stamp, now);
  return found ? { ...found, raw: textOf(time) || stamp, source: 'attribute' } : null;
}

/** No name stands in a post, only the handle. */
const writer = (handle: string): Person => ({ name: null, handle });

/** Each paragraph is an element of its own; what stands in a link, a button or beside the time is none. */
function wordsOf(post: Element, after: Element): string {
  const paragraphs = own(post, 'span[dir="auto"]').filter((part) => {
    if (part.parentElement?.closest('span[dir="auto"]') || part.closest('a, [role="button"], button, time')) return false;
    return !part.contains(after) && (after.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  // "1/3" counts the parts of a thread.
  return paragraphs
    .map((part) => textOf(part, { pre: true }))
    .filter((words) => words !== '' && !/^\d+\s*\/\s*\d+$/.test(words))
    .join('\n');
}

/** Like, comment, repost, share stand in this order in every language, each with its number only where that is not 0. */
function figuresOf(post: Element) {
  const buttons = own(post, '[role="button"]').filter(
    (button) => button.querySelector('svg') && !button.hasAttribute('aria-haspopup') && !button.querySelector('img, video'),
  );
  const [likes, comments, shares] = buttons.slice(-4).map((button) => textOf(button).split('\n')[0]);
  return buttons.length < 4 ? {} : metricsOf({ likes, comments, shares });
}

function mediaOf(post: Element, page: Page): Media[] {
  const pictures = own(post, 'picture img').map((image) => pictureOf(image, page.url));
  const videos = own(post, 'video').map((video): Media => ({ kind: 'video', url: webUrl(video.getAttribute('src'), page.url) }));
  const links = own(post, 'a[href*="l.threads.com"], a[href*="l.threads.net"]').flatMap((link): Media[] => {
    const href = webUrl(link.getAttribute('href'), page.url);
    const target = href && webUrl(new URL(href).searchParams.get('u'), page.url);
    return target && !link.closest('span[dir="auto"]') ? [{ kind: 'link', url: target }] : [];
  });
  return [...pictures, ...videos, ...links];
}

function quoteIn(post: Element, page: Page): Reference | undefined {
  const quoted = post.querySelector(container);
  const link = quoted && permalinkOf(quoted, page);
  if (!quoted || !link) return undefined;
  const text = wordsOf(quoted, link.time);
  return { url: link.url, nativeId: link.id, author: writer(link.handle), ...(text && { text }) };
}

export default definePlatform({
  id: 'threads',
  name: 'Threads',
  hosts: ['www.threads.com', 'threads.com', 'www.threads.net', 'threads.net'],
  origins: ['https://www.threads.com/*', 'https://threads.com/*', 'https://www.threads.net/*', 'https://threads.net/*'],
  examples: ['https://www.threads.com/@arvelle', 'https://www.threads.net/@arvelle/post/C1a2b3c4d5e'],
  selector: container,

  read(post, page): Draft | null {
    if (post.parentElement?.closest(container)) return null;
    const link = permalinkOf(post, page);
    if (!link) return null;
    const quotes = quoteIn(post, page);
    // On a post's own page, those of others below it answer it.
    const [, , main] = postPath.exec(page.url.pathname) ?? [];
    const first = main && page.document.querySelector(container);
    const asked = first && first !== post && main !== link.id ? permalinkOf(first, page) : null;
    const inReplyTo = asked && asked.id === main && asked.handle !== link.handle ? asked : null;
    return draftOf({
      kind: inReplyTo ? 'comment' : 'post',
      platform: 'threads',
      url: link.url,
      nativeId: link.id,
      author: writer(link.handle),
      ...(inReplyTo && { inReplyTo: { url: inReplyTo.url, nativeId: inReplyTo.id, author: writer(inReplyTo.handle) } }),
      ...(quotes && { quotes }),
      text: wordsOf(post, link.time),
      publishedAt: dateOf(link.time, page),
      ...figuresOf(post),
      media: mediaOf(post, page),
    });
  },
});
