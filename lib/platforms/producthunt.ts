/**
 * www.producthunt.com: React with hashed classes, but with `data-test` names; products in lists, the page of one product or discussion, and
 * comments. A page's own post has no mark in the page: its `main` stands for it, and its meta tags say what it is.
 */
import type { Draft } from '../core/draft.ts';
import { readProfile } from './producthunt/profile.ts';
import { attribute, text, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { readMetadata, saysAddress } from './shared/page-metadata.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const origin = 'https://www.producthunt.com';
const comments = '[data-test^="thread-"],[data-test^="comment-"],[id^="comment-"]';
const productPath = /^\/((?:products|posts|p)\/[^/?#]+(?:\/[^/?#]+)?)/;

const pathOf = (link: Element | null): string => {
  const url = webUrl(link?.getAttribute('href'), origin);
  return url && new URL(url).origin === origin ? new URL(url).pathname : '';
};

function readProduct(item: Element): Draft | null {
  const link = [...item.querySelectorAll('a[href]')].find((each) => /^\/(?:products|posts)\/[^/]+/.test(pathOf(each)));
  const path = productPath.exec(link ? pathOf(link) : '')?.[1];
  const name = item.querySelector('[data-test="product-item-name"],[data-test^="post-name-"]');
  if (!path || !name) return null;
  // The tagline stands in the name itself, or in the element after it.
  const tagline = name.matches('[data-test^="post-name-"]') ? name.nextElementSibling : null;
  return draftOf({
    kind: 'post',
    platform: 'producthunt',
    url: `${origin}/${path}`,
    nativeId: path,
    title: textOf(name),
    text: tagline ? textOf(tagline) : '',
    ...metricsOf({ likes: text(item, '[data-test="vote-button"]') }),
  });
}

function readComment(comment: Element, page: Page): Draft | null {
  const id = /^(?:comment|thread)-(\d+)$/.exec(comment.id || (comment.getAttribute('data-test') ?? ''))?.[1];
  const own = (selector: string) => [...comment.querySelectorAll(selector)].find((part) => part.closest(comments) === comment);
  const words = own('[class*="richText"],[class*="prose"]');
  const path = productPath.exec(page.url.pathname)?.[1];
  if (!id || !words) return null;
  const author = [...comment.querySelectorAll('a[href]')].find((link) => /^\/@[^/]+$/.test(pathOf(link)) && textOf(link));
  const above = comment.parentElement?.closest(comments);
  const parent = above && /-(\d+)$/.exec(above.id || (above.getAttribute('data-test') ?? ''))?.[1];
  const url = path ? `${origin}/${path}` : null;
  const time = own('time[datetime]');
  const instant = Date.parse(time?.getAttribute('datetime') ?? '');
  return draftOf({
    kind: 'comment',
    platform: 'producthunt',
    url: url && `${url}?comment=${id}`,
    nativeId: `comment/${id}`,
    author: { name: author ? textOf(author) : null, handle: author ? pathOf(author).slice(2) : null },
    inReplyTo: {
      url: parent && url ? `${url}?comment=${parent}` : url,
      nativeId: parent ? `comment/${parent}` : (path ?? null),
      author: { name: null, handle: null },
    },
    text: textOf(words),
    publishedAt: time && instant ? { instant: new Date(instant).toISOString(), raw: textOf(time), precision: 'second', source: 'attribute' } : null,
  });
}

/** What the page is about, by its meta tags, while they are its own. */
function readOwn(page: Page): Draft | null {
  const path = productPath.exec(page.url.pathname)?.[1];
  const found = path && saysAddress(page, path) ? readMetadata(page) : null;
  if (!path || !found?.title || !attribute(page.document, 'meta[property="og:title"]', 'content')) return null;
  return draftOf({ ...found, kind: 'post', platform: 'producthunt', url: `${origin}/${path}`, nativeId: path });
}

export default definePlatform({
  id: 'producthunt',
  name: 'Product Hunt',
  hosts: ['www.producthunt.com'],
  origins: ['https://www.producthunt.com/*'],
  examples: ['https://www.producthunt.com/products/lantern', 'https://www.producthunt.com/coming-soon'],
  selector: `[data-sentry-component="ProductItem"],[data-test^="post-item-"],${comments},main`,

  read(item, page): Draft | null {
    if (item.matches('main')) return readOwn(page);
    return item.matches(comments) ? readComment(item, page) : readProduct(item);
  },
  readPage: (page) => [readOwn(page) ?? []].flat(),
  readProfile,
});
