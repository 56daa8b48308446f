/** news.ycombinator.com: tables drawn by the server. A story is a row and the row of numbers after it; comments are rows told apart by indent. */
import type { Draft, PublishedAt, Reference } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { attribute, previousElementOf, text, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const origin = 'https://news.ycombinator.com';
const permalink = (id: string) => `${origin}/item?id=${id}`;

/** The title of an age is "2024-02-02T19:22:59 1706901779", in UTC; older pages have the words alone. */
function publishedOf(root: ParentNode, now: Date): PublishedAt | null {
  const raw = text(root, '.age') ?? '';
  const exact = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(attribute(root, '.age', 'title') ?? '')?.[0];
  const date = readDate(exact ? `${exact}Z` : raw, now);
  return date && { ...date, raw: raw || (exact ?? ''), source: exact ? 'attribute' : 'label' };
}

const titleOf = (root: ParentNode) => root.querySelector('.titleline > a, a.storylink, a.titlelink');
const authorOf = (root: ParentNode) => ({ name: null, handle: text(root, '.hnuser') });

function readStory(row: Element, page: Page): Draft | null {
  const link = titleOf(row);
  const below = row.nextElementSibling;
  if (!link || !below) return null;
  const address = webUrl(link.getAttribute('href'), origin);
  const own = address !== null && new URL(address).origin === origin;
  const body = row.closest('.fatitem')?.querySelector('.toptext');
  const last = [...below.querySelectorAll('a[href^="item?id="]')].at(-1);
  const comments = last && !last.closest('.age') ? textOf(last) : '';
  return draftOf({
    kind: 'post',
    platform: 'hackernews',
    url: permalink(row.id),
    nativeId: row.id,
    author: authorOf(below),
    title: textOf(link),
    text: body ? textOf(body) : '',
    publishedAt: publishedOf(below, page.now),
    // "discuss" stands where nobody has commented.
    ...metricsOf({ likes: text(below, '.score'), comments: comments === 'discuss' ? 0 : comments }),
    media: address && !own ? [{ kind: 'link', url: address }] : [],
  });
}

const indentOf = (row: Element): number => {
  const cell = row.querySelector('.ind');
  return Number(cell?.getAttribute('indent') ?? Number(attribute(row, '.ind img', 'width') ?? 0) / 40);
};

/** The nearest row above that is indented less, else the item the page is about; in lists a link says so. */
function parentOf(row: Element, page: Page): Reference | null {
  const indent = indentOf(row);
  for (let above = previousElementOf(row); above && indent > 0; above = previousElementOf(above)) {
    if (above.matches('.comtr[id]') && indentOf(above) < indent) return { url: permalink(above.id), nativeId: above.id, author: authorOf(above) };
  }
  const top = row.closest('.comment-tree') ? page.document.querySelector('.fatitem .athing[id]') : null;
  const title = top && titleOf(top);
  if (top && top !== row)
    return { url: permalink(top.id), nativeId: top.id, author: authorOf(top.closest('.fatitem') ?? top), ...(title && { text: textOf(title) }) };
  const link = [...row.querySelectorAll('.navs a[href^="item?id="], .par a[href^="item?id="]')].find((each) => textOf(each) === 'parent');
  const id = /^item\?id=(\d+)/.exec(link?.getAttribute('href') ?? '')?.[1];
  return id ? { url: permalink(id), nativeId: id, author: { name: null, handle: null } } : null;
}

function readComment(row: Element, page: Page): Draft | null {
  const words = row.querySelector('.commtext');
  if (!words) return null;
  const inReplyTo = parentOf(row, page);
  return draftOf({
    kind: 'comment',
    platform: 'hackernews',
    url: permalink(row.id),
    nativeId: row.id,
    author: authorOf(row),
    ...(inReplyTo && { inReplyTo }),
    text: textOf(words, { except: '.reply' }),
    publishedAt: publishedOf(row, page.now),
    ...metricsOf({ likes: text(row, '.score') }),
  });
}

export default definePlatform({
  id: 'hackernews',
  name: 'Hacker News',
  hosts: ['news.ycombinator.com'],
  origins: ['https://news.ycombinator.com/*'],
  examples: ['https://news.ycombinator.com/item?id=1234567', 'https://news.ycombinator.com/news'],
  selector: 'tr.athing[id]',
  // Job adverts have a title, and neither author nor score.
  read: (row, page) => (/^\d+$/.test(row.id) ? (titleOf(row) ? readStory(row, page) : readComment(row, page)) : null),
});
