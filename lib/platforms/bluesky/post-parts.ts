/** The parts of a post on Bluesky, and who wrote it and where it is. */
import type { Person, Reference } from '../../core/draft.ts';
import { isAfter, textOf } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';

/** Feed and thread items name their author in the test id; posts in search, quotes and notifications have no test id of their own. */
export const posts = '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"], div[role="link"]:has([data-testid="replyBtn"])';
/** A post's text; the test id is in feeds, the attribute everywhere. */
export const words = '[data-testid="postText"], [data-word-wrap="1"]';
/** Screens visited before stay in the document. */
export const hidden = '[style*="display: none"], [style*="display:none"]';
export const origin = 'https://bsky.app';

const noone: Person = { name: null, handle: null };

/** `/profile/HANDLE/post/RKEY`, perhaps followed by `/liked-by` and the like. */
export const postPath = /^\/profile\/([^/]+)\/post\/(\w+)/;
const profilePath = /^\/profile\/([^/]+)\/?$/;

/** The path of a link's address. */
export const pathOf = (link: Element): string => {
  const href = link.getAttribute('href') ?? '';
  return URL.canParse(href, origin) ? new URL(href, origin).pathname : '';
};

/** The account that a link leads to; null for a link to anything else. */
export const accountOf = (link: Element): string | null => profilePath.exec(pathOf(link))?.[1] ?? null;
/** Where a handle is not valid, addresses and test ids have something else in its place. */
export const handleOf = (account: string | null): string | null => (account && !/^did:|^handle\.invalid$/.test(account) ? account : null);

/** What belongs to the post itself, without the post it quotes. */
export interface Parts {
  all(selector: string): Element[];
  one(selector: string): Element | undefined;
  quote: Element | undefined;
}

/** A quoted post is a link of its own inside the post, with a picture of its author. */
export function partsOf(post: Element): Parts {
  const quote = [...post.querySelectorAll('[role="link"]:not(a)')].find(
    (inner) => inner.querySelector('[data-testid="userAvatarImage"]') && !inner.matches(posts),
  );
  const all = (selector: string) => [...post.querySelectorAll(selector)].filter((part) => !quote?.contains(part));
  return { all, one: (selector) => all(selector)[0], quote };
}

/** The first line that is not the handle; links to a profile show a name, a handle, or one above the other. */
function nameIn(links: Element[], handle: string | null): string | null {
  for (const line of links.flatMap((link) => textOf(link).split('\n'))) {
    const name = handle && line.endsWith(`@${handle}`) ? line.slice(0, -handle.length - 1).trim() : line.trim();
    if (name && !name.startsWith('@')) return name;
  }
  return null;
}

/** Whether one element begins before another, and does not hold it. */
export const isBefore = (first: Element, second: Element) => isAfter(second, first) && !first.contains(second);

/** Who wrote it: `account` as its addresses name it, and the name from the header, which stands between picture and text. */
export function authorOf(parts: Parts, account: string | null): Person {
  const avatar = parts.one('[data-testid="userAvatarImage"]');
  const text = parts.one(words);
  const isHeader = (part: Element) => (!avatar || isBefore(avatar, part)) && (!text || isBefore(part, text));
  const links = parts.all('a[href*="/profile/"]').filter((link) => isHeader(link) && (!account || accountOf(link) === account));
  // The newest app writes the header of a quoted post without links.
  const name = nameIn(links.length > 0 ? links : parts.all('[dir="auto"]').filter(isHeader), account);
  return { name, handle: handleOf(account) };
}

/** Address and key from the link on the time, else (expanded post) from its counts' links or the page's own address. */
export function permalinkOf(parts: Parts, page: Page, expanded: boolean): { url: string; key: string; handle: string } | null {
  const timed = parts.one('a[href*="/post/"][data-tooltip]') ?? parts.all('a[href*="/post/"]').find((link) => !link.closest(words));
  const path = timed ? pathOf(timed) : expanded ? page.url.pathname : '';
  const [, handle, key] = postPath.exec(path) ?? [];
  return handle && key ? { url: `${origin}/profile/${handle}/post/${key}`, key, handle } : null;
}

/** A post as another one points at it. */
export function referenceTo(post: Element, page: Page): Reference {
  const parts = partsOf(post);
  const permalink = permalinkOf(parts, page, !post.matches('[role="link"]'));
  return { url: permalink?.url ?? null, nativeId: permalink?.key ?? null, author: permalink ? authorOf(parts, permalink.handle) : noone };
}
