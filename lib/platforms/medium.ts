/**
 * Medium, at home and on domains of its publications (seen January 2025). Classes beginning with `pw-` and test ids are written by hand,
 * all others are generated. Paragraphs carry ids; lists of stories are `article[data-testid="post-preview"]`.
 */
import type { Draft, Person, PublishedAt } from '../core/draft.ts';
import { readProfile } from './medium/profile.ts';
import { readDate } from './shared/dates.ts';
import { attribute, pictureOf, text as textAt, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { readMetadata } from './shared/page-metadata.ts';
import { definePlatform, type Page } from './shared/platform.ts';

/** Whatever the words before it say, a story's address ends in its id. */
const storyPath = /^\/(?:.*\/)?(?:p\/|[^/]*-)([\da-z]{10,12})\/?$/;

function permalinkOf(href: string | null, page: Page): { url: string; id: string } | null {
  const address = webUrl(href, page.url);
  if (!address) return null;
  const { hostname, origin, pathname } = new URL(address);
  const id = storyPath.exec(pathname)?.[1];
  return id && (hostname === page.url.hostname || /(?:^|\.)medium\.com$/.test(hostname))
    ? { url: origin + pathname, id: `${hostname.replace(/^www\./, '')}/${id}` }
    : null;
}

/** `/@HANDLE`, or `HANDLE.medium.com`. */
const handleAt = (link: Element | null, page: Page): string | null => {
  const address = webUrl(link?.getAttribute('href'), page.url);
  return (address && (/^https?:\/\/[^/]+\/@([^/?#]+)/.exec(address)?.[1] ?? /^https?:\/\/(?!www\.)([\w-]+)\.medium\.com/.exec(address)?.[1])) || null;
};

function authorOf(story: Element, page: Page): Person {
  const links = [...story.querySelectorAll('[data-testid="authorName"], a[href*="/@"], a[href*=".medium.com"]')];
  const named = story.querySelector('[data-testid="authorName"]') ?? links.find((link) => textOf(link)) ?? null;
  return { name: named && textOf(named), handle: handleAt(named, page) ?? handleAt(links[0] ?? null, page) };
}

function labelDate(raw: string | null, page: Page): PublishedAt | null {
  const date = raw ? readDate(raw, page.now, page.document.documentElement.lang) : null;
  return raw && date ? { ...date, raw, source: 'label' } : null;
}

/** The words of a story without its heading, its author's line and its buttons: paragraphs have ids, those do not. */
const wordsOf = (story: Element): string =>
  [...story.querySelectorAll('section :is(h1, h2, h3, h4, p, ol, ul, blockquote, pre)')]
    .filter(
      (part) =>
        (part.id || part.querySelector('li[id]') || part.matches('.pw-post-body-paragraph, blockquote, pre')) &&
        !part.matches('[data-testid="storyTitle"], .pw-post-title, .pw-subtitle-paragraph') &&
        !part.parentElement?.closest('blockquote, pre, ol, ul'),
    )
    .map((part) => textOf(part))
    .filter(Boolean)
    .join('\n\n');

/** A card in a list holds a story's title and the beginning of it. */
function readCard(card: Element, page: Page): Draft | null {
  const heading = card.querySelector('h2');
  const href =
    [...card.querySelectorAll('a[href], [data-href]')]
      .map((link) => link.getAttribute('data-href') ?? link.getAttribute('href'))
      .find((one) => permalinkOf(one, page)) ?? null;
  const permalink = permalinkOf(href, page);
  if (!heading || !permalink) return null;
  const date = [...card.querySelectorAll('span')].filter((span) => span.childElementCount === 0).map((span) => labelDate(textOf(span), page));
  return draftOf({
    kind: 'article',
    platform: 'medium',
    url: permalink.url,
    nativeId: permalink.id,
    author: authorOf(card, page),
    title: textOf(heading),
    text: textAt(card, 'h3') ?? '',
    truncated: true,
    publishedAt: date.find(Boolean) ?? null,
  });
}

/**
 * Responses below a story, each a story of its own: links that say where they stand in their address (`source=…post_responses…`), around the
 * author's name and around the date, and the words in a `pre`. Known from many copies of pages, 2025-26.
 */
const responseLinks = 'a[href*="post_responses--"]';
const responses = `div:has(pre):has(${responseLinks})`;

function readResponse(response: Element, page: Page): Draft | null {
  const links = [...response.querySelectorAll(responseLinks)];
  const stamp = links.find((link) => permalinkOf(link.getAttribute('href'), page) && textOf(link));
  const permalink = permalinkOf(stamp?.getAttribute('href') ?? null, page);
  const words = response.querySelector('pre');
  // The smallest part with both is one response; what holds several is their list.
  if (!stamp || !permalink || !words || response.querySelector(responses)) return null;
  const author = links.find((link) => link !== stamp && handleAt(link, page) && textOf(link));
  const story = permalinkOf(page.url.pathname, page);
  const title = textAt(page.document, '[data-testid="storyTitle"], .pw-post-title');
  return draftOf({
    kind: 'comment',
    platform: 'medium',
    url: permalink.url,
    nativeId: permalink.id,
    author: { name: author ? textOf(author) : null, handle: handleAt(author ?? stamp, page) },
    ...(story && { inReplyTo: { url: story.url, nativeId: story.id, author: { name: null, handle: null }, ...(title && { text: title }) } }),
    text: textOf(words, { except: 'button' }),
    publishedAt: labelDate(textOf(stamp), page),
  });
}

export default definePlatform({
  id: 'medium',
  name: 'Medium',
  hosts: ['medium.com', 'www.medium.com'],
  origins: ['https://medium.com/*', 'https://www.medium.com/*'],
  examples: ['https://medium.com/@maren.oat/why-rye-rises-late-0123456789ab'],
  marker: 'meta[name="twitter:app:name:iphone"][content="Medium"], meta[content="com.medium.reader"]',
  selector: `article, ${responses}:not(article *)`,

  read(story, page): Draft | null {
    if (!story.matches('article')) return readResponse(story, page);
    if (story.matches('[data-testid="post-preview"]')) return readCard(story, page);
    const body = wordsOf(story);
    const title = textAt(story, '[data-testid="storyTitle"], .pw-post-title');
    if (!body || story.parentElement?.closest('article')) return null;
    const permalink = permalinkOf(page.url.pathname, page) ?? permalinkOf(attribute(page.document, 'link[rel="canonical"]', 'href'), page);
    const said = readMetadata(page);
    const lang = page.document.documentElement.lang;
    const shown = (selector: string) => textAt(story, selector) ?? textAt(page.document, selector);
    return draftOf({
      kind: 'article',
      platform: 'medium',
      url: permalink?.url ?? null,
      nativeId: permalink?.id ?? null,
      author: authorOf(story, page),
      ...(title && { title }),
      text: body,
      // What only members may read ends in a wall, which says so behind the first paragraphs.
      truncated: page.document.querySelector('[data-testid*="paywall" i], [id*="paywall" i]') !== null,
      ...(lang && { lang }),
      publishedAt: said.publishedAt ?? labelDate(textAt(story, '[data-testid="storyPublishDate"]'), page),
      ...metricsOf({ likes: shown('.pw-multi-vote-count'), comments: shown('.pw-responses-count') ?? shown('button[aria-label="responses"]') }),
      media: [...story.querySelectorAll('figure img[src]')].map((image) => pictureOf(image, page.url)),
    });
  },
  readProfile,
});
