/**
 * Discourse, on any host. The app draws `.topic-post`; crawlers and browsers without scripts get `.crawler-post` with microdata,
 * in 2020 without numbers in ids, later with `id="post_N"`. Class names are written by hand and relied on by themes.
 */
import type { Draft, Person, PublishedAt, Reference } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { attribute, pictureOf, text as textAt, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';

/** `/t/SLUG/TOPIC/NUMBER`, in a folder where the forum is in one; topics without a slug have none in their address. */
const topicPath = /^(.*?\/t\/(?:[^/]*[^/\d][^/]*\/)?(\d+))(?:\/(\d+))?\/?$/;

interface Permalink {
  url: string;
  id: string;
  number: number;
}

function permalinkTo(href: string | null | undefined, page: Page, number?: number): Permalink | null {
  const url = webUrl(href, page.url);
  if (!url || new URL(url).hostname !== page.url.hostname) return null;
  const [, path, topic, said] = topicPath.exec(new URL(url).pathname) ?? [];
  const place = number ?? Number(said ?? 1);
  return path && topic ? { url: `${page.url.origin}${path}/${place}`, id: `${page.url.hostname}/${topic}/${place}`, number: place } : null;
}

const numberOf = (post: Element): number | null => {
  const said =
    post.getAttribute('data-post-number') ??
    /^post_(\d+)$/.exec(post.id || (post.querySelector('[id^="post_"]')?.id ?? ''))?.[1] ??
    attribute(post, 'meta[itemprop="position"]', 'content') ??
    textAt(post, '[itemprop="position"]');
  return Number(said?.replace('#', '')) || null;
};

/** From the link on the date; else the number of the post within the topic that the page is about. */
function permalinkOf(post: Element, page: Page): Permalink | null {
  const number = numberOf(post);
  const own = permalinkTo(attribute(post, 'a.post-date, .post-date a', 'href'), page, number ?? undefined);
  if (own || !number) return own;
  return permalinkTo(page.url.pathname, page, number) ?? permalinkTo(attribute(page.document, 'link[rel="canonical"]', 'href'), page, number);
}

function authorOf(post: Element): Person {
  const crawler = post.querySelector('.creator');
  if (crawler) {
    // The full name behind it in brackets is no part of the name's own markup.
    const name = textAt(crawler, '[itemprop="name"]') ?? textAt(crawler, 'a');
    return { name, handle: name };
  }
  const handle = attribute(post, '.names [data-user-card]', 'data-user-card') ?? attribute(post, '[data-user-card]', 'data-user-card');
  return { name: textAt(post, '.names .full-name a, .names .full-name') ?? textAt(post, '.names .username a') ?? handle, handle };
}

function publishedOf(post: Element, page: Page): PublishedAt | null {
  const date = post.querySelector('.post-date .relative-date, .post-info .relative-date');
  const milliseconds = Number(date?.getAttribute('data-time'));
  if (date && milliseconds > 0 && milliseconds < 8e15)
    return {
      instant: new Date(milliseconds).toISOString(),
      raw: textOf(date) || (date.getAttribute('title') ?? ''),
      precision: 'second',
      source: 'attribute',
    };
  const meta = attribute(post, 'meta[itemprop="datePublished"]', 'content');
  const time = attribute(post, 'time[itemprop~="datePublished"]', 'datetime');
  const raw = meta ?? time ?? attribute(post, 'time.post-time', 'datetime');
  const read = raw ? readDate(raw, page.now) : null;
  return raw && read ? { ...read, raw, source: meta ? 'metadata' : 'attribute' } : null;
}

const quote = 'aside.quote';

/** The first quote of another post; one of another site has no number. */
function quoteOf(body: Element | null, permalink: Permalink | null, page: Page): Reference | null {
  const aside = body?.querySelector(`${quote}[data-username], ${quote}[data-post]`);
  if (!aside) return null;
  const number = Number(aside.getAttribute('data-post')) || null;
  const topic = aside.getAttribute('data-topic');
  const here = !topic || permalink?.id.split('/')[1] === topic;
  const linked =
    number && permalink && here
      ? permalinkTo(permalink.url, page, number)
      : permalinkTo(attribute(aside, '.title a[href*="/t/"], .quote-title__text-content a', 'href'), page, number ?? undefined);
  const words = textAt(aside, 'blockquote');
  return {
    url: linked?.url ?? null,
    nativeId: linked?.id ?? null,
    author: { name: null, handle: aside.getAttribute('data-username')?.replace(/,.*$/, '') || null },
    ...(words && { text: words }),
  };
}

/** Whom a post answers: the account in the tab above it, else the topic. */
function parentOf(post: Element, permalink: Permalink | null, title: string | null, page: Page): Reference | null {
  if (!permalink || permalink.number === 1) return null;
  const tab = post.querySelector('.reply-to-tab');
  if (tab) return { url: null, nativeId: null, author: { name: null, handle: attribute(tab, 'img[title]', 'title') ?? (textOf(tab) || null) } };
  const topic = permalinkTo(permalink.url, page, 1);
  const first = [...page.document.querySelectorAll(posts)].find((other) => numberOf(other) === 1);
  return {
    url: topic?.url ?? null,
    nativeId: topic?.id ?? null,
    author: first ? authorOf(first) : { name: null, handle: null },
    ...(title && { text: title }),
  };
}

const posts = '.crawler-post, .topic-post';
const buttons = '.cooked-selection-barrier, .codeblock-button-wrapper, .d-lazy-load, .clicks, .badge-notification';

export default definePlatform({
  id: 'discourse',
  name: 'Discourse',
  hosts: [],
  origins: [],
  examples: [],
  marker: 'meta[name="generator"][content^="Discourse"]',
  selector: posts,

  read(post, page): Draft | null {
    // "closed this topic", gaps, and places of posts that scrolling has not drawn yet.
    const body = post.querySelector('.cooked, .post[itemprop], .post');
    if (!body || post.matches('.small-action, .post-stream--cloaked') || post.parentElement?.closest(posts)) return null;
    const permalink = permalinkOf(post, page);
    const title =
      textAt(page.document, '#topic-title .fancy-title, #topic-title h1 a, #topic-title h1') ??
      attribute(post, 'meta[itemprop="headline"]', 'content');
    const first = permalink?.number === 1;
    const inReplyTo = parentOf(post, permalink, title, page);
    const quotes = quoteOf(body, permalink, page);
    const shown = (selector: string) => {
      const element = post.querySelector(selector);
      return element ? textOf(element) : null;
    };
    const counted = [...post.querySelectorAll('[itemprop="interactionStatistic"]')].find((item) =>
      attribute(item, '[itemprop="interactionType"]', 'content')?.endsWith('LikeAction'),
    );
    const pictures = [...body.querySelectorAll('img:not(.emoji, .avatar, .site-icon, .thumbnail)')].filter((image) => !image.closest(quote));
    return draftOf({
      kind: inReplyTo ? 'comment' : 'post',
      platform: 'discourse',
      url: permalink?.url ?? null,
      nativeId: permalink?.id ?? null,
      author: authorOf(post),
      ...(inReplyTo && { inReplyTo }),
      ...(quotes && { quotes }),
      ...(first && title && { title }),
      text: textOf(body, { except: `${quote}, ${buttons}` }),
      ...(page.document.documentElement.lang && { lang: page.document.documentElement.lang }),
      publishedAt: publishedOf(post, page),
      ...metricsOf({
        likes:
          (counted && attribute(counted, '[itemprop="userInteractionCount"]', 'content')) ??
          shown('button.like-count, .discourse-reactions-counter .reactions-counter, .post-likes'),
        comments: shown('button.show-replies'),
        views: first ? textAt(page.document, '.topic-map__views-trigger .number, .topic-map .views .number') : null,
      }),
      media: pictures.map((image) => pictureOf(image, page.url, image.closest('a.lightbox')?.getAttribute('href') ?? image.getAttribute('src'))),
    });
  },

  /** The server's answer to a browser: the crawler's page stands in `noscript`, which is mere text where scripts run. */
  readPage(page): Draft[] {
    const served = [...page.document.querySelectorAll('noscript')].find(({ textContent }) => textContent?.includes('crawler-post'));
    if (!served) return [];
    const document = new DOMParser().parseFromString(served.textContent ?? '', 'text/html');
    document.documentElement.lang = page.document.documentElement.lang;
    return [...document.querySelectorAll(posts)].flatMap((post) => this.read(post, { ...page, document }) ?? []);
  },
});
