/** The parts of a post on Mastodon, and who wrote it and where it is. */
import type { Person, Reference } from '../../core/draft.ts';
import { text as textAt, textOf, webUrl } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';

/** A post in a list, and the one that its page is about. */
export const posts = '.status[data-id], .detailed-status';
/** The place of a quoted post inside the one that quotes it. */
export const quoted = '.status__quote';

/** `/@ann/109…`, `/@ann@other.example/109…`, `/users/ann/statuses/109…`, `/web/statuses/109…`. */
export const postPath = /^(?:\/web|\/deck)?\/(?:@[^/]+|users\/[^/]+\/statuses|statuses)\/([^/]+)\/?$/;
const accountPath = /^(?:\/web|\/deck)?\/(?:@|users\/)([^/]+)\/?$/;

/** What belongs to the post itself, without the post it quotes. */
export const own = (post: Element, selector: string): Element | null =>
  [...post.querySelectorAll(selector)].find((part) => part.parentElement?.closest(quoted) === post.closest(quoted) && !part.matches(quoted)) ?? null;

/** "@ann" is of this server, or of the one that the link leads to; two people of two servers must not have one handle. */
export function handleOf(account: string | null | undefined, hostname: string): string | null {
  const name = account?.trim().replace(/^@/, '');
  if (!name) return null;
  return name.includes('@') ? name : `${name}@${hostname}`;
}

/** The account that a link leads to. */
export function accountOf(link: Element, { url }: Page): string | null {
  const href = webUrl(link.getAttribute('href'), url);
  return href && handleOf(accountPath.exec(new URL(href).pathname)?.[1], new URL(href).hostname);
}

/** A person from the link around their name. */
export function personAt(link: Element | null, page: Page): Person {
  if (!link) return { name: null, handle: null };
  const account = textAt(link, '.display-name__account');
  const name = textAt(link, '.display-name__html') ?? textAt(link, 'bdi') ?? textOf(link, { except: '.display-name__account' });
  return { name: name || null, handle: account ? handleOf(account, page.url.hostname) : accountOf(link, page) };
}

export interface Permalink {
  url: string;
  id: string;
}

/** Address and id. Where the time links to the author's own server, both are that server's; else they are this one's. */
export function permalinkOf(post: Element, page: Page): Permalink | null {
  const link = own(post, 'a.status__relative-time, a.detailed-status__datetime') ?? own(post, 'time')?.closest('a');
  const url = webUrl(link?.getAttribute('href') ?? (post.matches('.detailed-status') ? page.url.href : null), page.url);
  if (!url) return null;
  const { hostname, pathname } = new URL(url);
  const id = postPath.exec(pathname)?.[1] ?? (hostname === page.url.hostname ? null : pathname.replace(/\/$/, '').split('/').at(-1));
  return id ? { url, id: `${hostname}/${id}` } : null;
}

/** Who wrote it. */
export const authorOf = (post: Element, page: Page): Person =>
  personAt(own(post, 'a.status__display-name, a.detailed-status__display-name, .status__info a[data-hover-card-account]'), page);

/** A post as another one points at it. */
export function referenceTo(post: Element, page: Page): Reference {
  const permalink = permalinkOf(post, page);
  return { url: permalink?.url ?? null, nativeId: permalink?.id ?? null, author: authorOf(post, page) };
}
