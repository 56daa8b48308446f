/**
 * threads.com, once threads.net, for guests 2024–2026. Posts are `data-pressable-container`s, a nested one is quoted. A post names its
 * author only by handle. Every one of its buttons is there, a count beside it only where it is not 0.
 */
import type { Draft, Media, PublishedAt, Reference } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { isAfter, parentElementOf, pictureOf, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { readMetadata } from './shared/page-metadata.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { readProfile } from './threads/profile.ts';

const posts = '[data-pressable-container="true"]';
const hosts = ['www.threads.com', 'threads.com', 'www.threads.net', 'threads.net'];
const origin = 'https://www.threads.com';
const sponsored =
  /^(?:Sponsored|Sponsorisé|Commandité|Bersponsor|Gesponsert|Anzeige|Patrocinado|Publicidad|Sponsorizzato|Gesponsord|広告|광고|Реклама)$/i;

interface Permalink {
  url: string;
  id: string;
  handle: string;
}

function permalinkOf(href: string | null | undefined, page: Page): Permalink | null {
  if (!href || !URL.canParse(href, page.url)) return null;
  const url = new URL(href, page.url);
  const [, handle, id] = /^\/@([\w.]+)\/post\/([\w-]+)/.exec(url.pathname) ?? [];
  return handle && id && hosts.includes(url.hostname) ? { url: `${origin}/@${handle}/post/${id}`, id, handle } : null;
}

/** The account that a link to a profile leads to. */
function accountOf(link: Element | undefined, page: Page): string | null {
  const href = link?.getAttribute('href');
  if (!href || !URL.canParse(href, page.url)) return null;
  const url = new URL(href, page.url);
  return hosts.includes(url.hostname) ? (/^\/@([\w.]+)\/?$/.exec(url.pathname)?.[1] ?? null) : null;
}

/** What belongs to a post itself, without the post it quotes. */
function partsOf(post: Element, page: Page) {
  const quote = post.querySelector(posts);
  const all = (selector: string) => [...post.querySelectorAll(selector)].filter((part) => !quote?.contains(part));
  const time = all('a[href*="/post/"] time')[0] ?? all('time')[0];
  const permalink = permalinkOf(time?.closest('a')?.getAttribute('href'), page);
  const handle = permalink?.handle ?? all('a[href]').flatMap((link) => accountOf(link, page) ?? [])[0] ?? null;
  return { quote, all, time, permalink, handle };
}
type Parts = ReturnType<typeof partsOf>;

/** One span for each paragraph, behind the time; a quoted post's are a link to it. */
function paragraphsOf({ all, time, permalink, handle }: Parts, page: Page): Element[] {
  const name = all('a[href]').findLast((link) => accountOf(link, page) === handle && !link.querySelector('img'));
  const start = time ?? name;
  return all('span[dir="auto"]').filter((span) => {
    const link = span.closest('a');
    return (
      (!link || (permalink !== null && permalinkOf(link.getAttribute('href'), page)?.id === permalink.id)) &&
      !span.contains(time ?? null) &&
      !span.closest('[role="button"]') &&
      !span.parentElement?.closest('span[dir="auto"]') &&
      (!start || isAfter(span, start)) &&
      // "1/3": its place in a chain of posts.
      !/^\d+\s?\/\s?\d+$/.test(textOf(span)) &&
      !sponsored.test(textOf(span))
    );
  });
}

const wordsIn = (paragraphs: Element[]): string =>
  paragraphs
    .map((span) => textOf(span, { pre: true, except: '[role="button"]' }))
    .join('\n')
    .trim();

function publishedOf({ time }: Parts, now: Date): PublishedAt | null {
  const moment = time?.getAttribute('datetime');
  const date = moment ? readDate(moment, now) : null;
  // Beside the short label stands a long one for screen readers.
  const label = time && textOf(time.querySelector('[aria-hidden="true"]') ?? time);
  return date && { ...date, raw: label || moment || '', source: 'attribute' };
}

/** Like, comment, repost, share: the last buttons with an icon, in this order whatever the language. */
function countsOf({ all }: Parts): (string | null)[] {
  const buttons = all('[role="button"], button').filter(
    (button) => button.querySelector('svg') && !button.querySelector('img, video, [role="button"]'),
  );
  let bar: Element | null = buttons.at(-1) ?? null;
  const inBar = () => buttons.filter((button) => bar?.contains(button));
  while (bar && !bar.matches(posts) && inBar().length < 3) bar = parentElementOf(bar);
  const found = inBar();
  return found.length < 3 ? [] : found.slice(-4).map((button) => textOf(button));
}

function mediaOf({ all }: Parts, paragraphs: Element[], page: Page): Media[] {
  const cards = all('a[href*="//l.threads."]').filter((card) => !paragraphs.some((paragraph) => paragraph.contains(card)));
  const links = cards.flatMap((card) => {
    const url = webUrl(card.getAttribute('href'), page.url);
    return (url && webUrl(new URL(url).searchParams.get('u'), page.url)) || [];
  });
  const images = all('picture img').filter(
    (image) => !cards.some((card) => card.contains(image)) && !accountOf(image.closest('a') ?? undefined, page),
  );
  return [
    ...images.map((image) => pictureOf(image, page.url)),
    ...all('video').map((video): Media => ({ kind: 'video', url: webUrl(video.getAttribute('src'), page.url) })),
    ...[...new Set(links)].map((url): Media => ({ kind: 'link', url })),
  ];
}

function referenceTo(post: Element, page: Page, withText = false): Reference {
  const parts = partsOf(post, page);
  const text = withText ? wordsIn(paragraphsOf(parts, page)) : '';
  return {
    url: parts.permalink?.url ?? null,
    nativeId: parts.permalink?.id ?? null,
    author: { name: null, handle: parts.handle },
    ...(text && { text }),
  };
}

/** On a post's own page: what stands above it leads to it, what stands below answers it. What is suggested there stands elsewhere. */
function parentOf(post: Element, page: Page): Element | null {
  const main = permalinkOf(page.url.href, page);
  if (!main) return null;
  const region = post.closest('[data-pagelet^="threads_post_page_"]');
  const thread = [...page.document.querySelectorAll(posts)].filter((other) => !other.parentElement?.closest(posts) && partsOf(other, page).permalink);
  const about = thread.findIndex((other) => partsOf(other, page).permalink?.id === main.id);
  const index = thread.indexOf(post);
  if (about < 0 || (!region && thread[about]?.closest('[data-pagelet^="threads_post_page_"]'))) return null;
  return (index <= about ? thread[index - 1] : thread[about]) ?? null;
}

/** "NAME reposted", above the author's picture. */
function sharedByOf({ all, handle }: Parts, page: Page): string | null {
  const picture = all('a[href] img').find((image) => accountOf(image.closest('a') ?? undefined, page) === handle);
  const link =
    picture && all('a[href]').find((candidate) => accountOf(candidate, page) !== null && isAfter(picture, candidate) && !candidate.contains(picture));
  const account = accountOf(link, page);
  return account === handle ? null : account;
}

export default definePlatform({
  id: 'threads',
  name: 'Threads',
  hosts,
  origins: hosts.map((host) => `https://${host}/*`),
  examples: ['https://www.threads.com/@oven.and.rye/post/DAbc123_-x', 'https://www.threads.net/@oven.and.rye'],
  selector: posts,

  read(post, page): Draft | null {
    if (post.parentElement?.closest(posts)) return null;
    const parts = partsOf(post, page);
    const promoted = parts
      .all('span, a')
      .some((part) => part.childElementCount === 0 && !part.closest('[role="button"]') && sponsored.test(textOf(part)));
    // Without a time it is an account to follow.
    if (!parts.handle || (!parts.time && !promoted)) return null;
    const paragraphs = paragraphsOf(parts, page);
    const text = wordsIn(paragraphs);
    const media = mediaOf(parts, paragraphs, page);
    if (!text && media.length === 0 && !parts.quote) return null;
    const parent = parentOf(post, page);
    const sharedBy = sharedByOf(parts, page);
    const [likes, comments, shares] = countsOf(parts);
    return draftOf({
      kind: parent ? 'comment' : 'post',
      platform: 'threads',
      url: parts.permalink?.url ?? null,
      nativeId: parts.permalink?.id ?? null,
      author: { name: null, handle: parts.handle },
      ...(sharedBy && { sharedBy: { name: null, handle: sharedBy } }),
      ...(parent && { inReplyTo: referenceTo(parent, page) }),
      ...(parts.quote && { quotes: referenceTo(parts.quote, page, true) }),
      text,
      truncated: /(?:…|\.\.\.)$/.test(text) && paragraphs.at(-1)?.querySelector('[role="button"]') != null,
      publishedAt: publishedOf(parts, page.now),
      ...metricsOf({ likes, comments, shares }),
      media,
      promoted,
    });
  },

  /** A post's page before it is drawn: "NAME (@HANDLE) on Threads", and the words as its description. */
  readPage(page): Draft[] {
    const permalink = permalinkOf(page.url.href, page);
    const { title = '', ...found } = readMetadata(page);
    const [, name] = /^(.+?)\s*\(@[^)]+\)/.exec(title) ?? [];
    if (!permalink || !name || !found.text) return [];
    return [
      draftOf({
        ...found,
        kind: 'post',
        platform: 'threads',
        url: permalink.url,
        nativeId: permalink.id,
        author: { name, handle: permalink.handle },
      }),
    ];
  },
  readProfile,
});
