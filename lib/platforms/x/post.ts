/** How a post on X is put together, in all its frontends. */
import type { Person } from '../../core/draft.ts';
import { text, textOf } from '../shared/dom.ts';

/**
 * X serves three pages: the app (test ids; logged in, and to guests until mid 2026), the frontend of July 2026 for guests (utility classes,
 * `data-tweet-id`), and the same with schema.org microdata inside (seen from August 2026). What is asked of each differs; how a post is put together does not.
 */
export const posts = '[data-testid="tweet"], article[data-tweet-id]';

/** Plural until the end of 2022; before, name and handle stood in one link without a test id. */
export const nameSlot = '[data-testid="User-Name"], [data-testid="User-Names"]';

export interface Post {
  element: Element;
  quoted: Element | null;
  /** Matches that are the post's own, not those of a post quoted in it. */
  own(selector: string): Element[];
}

export const statusId = (href: string | null | undefined): string | null => /\/(?:status|article)\/(\d+)/.exec(href ?? '')?.[1] ?? null;

/** The handle that a link leads to, or null where it leads elsewhere. */
export const linkedHandle = (link: Element): string | null =>
  /^(?:https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com)?\/(\w{1,20})\/?$/.exec(link.getAttribute('href') ?? '')?.[1] ?? null;

export const isHandle = (words: string): boolean => /^@\w{1,20}$/.test(words);

/** The "@handle" shown below an element, which has no other words beside it. */
export const leafHandle = (root: Element): string | null => {
  const shown = [...root.querySelectorAll('*')].find(
    ({ childElementCount, textContent }) => childElementCount === 0 && isHandle(textContent?.trim() ?? ''),
  );
  return shown?.textContent?.trim().slice(1) ?? null;
};

/** A quoted post stands in a `div` that acts as a link, or (with microdata) in an article of its own. */
const quotedIn = (element: Element): Element | null =>
  element.querySelector(posts) ??
  [...element.querySelectorAll('div[role="link"]')].find((part) => part.querySelector(nameSlot) ?? (!part.closest(nameSlot) && leafHandle(part))) ??
  null;

/** The post in an element, told apart from the one it quotes. */
export function postOf(element: Element): Post {
  const quoted = quotedIn(element);
  return { element, quoted, own: (selector) => [...element.querySelectorAll(selector)].filter((match) => !quoted?.contains(match)) };
}

/** A value of the post's own microdata. */
export const micro = ({ own }: Post, name: string): string | null => own(`meta[itemprop="${name}"]`)[0]?.getAttribute('content')?.trim() || null;

/** Name and handle of whoever wrote it. */
export function authorOf({ own }: Post): Person {
  const slot = own(nameSlot)[0];
  if (slot) return { name: text(slot, '[dir]'), handle: leafHandle(slot) };
  // Other extensions and badges put links of their own beside the name; the author's first two go to the author.
  const links = own('a[href]').filter((link) => linkedHandle(link) && link.textContent?.trim());
  const handle = links.find((link) => isHandle(link.textContent?.trim() ?? '')) ?? links[0];
  const name = links.find((link) => !isHandle(link.textContent?.trim() ?? '') && linkedHandle(link) === (handle && linkedHandle(handle)));
  return { name: (name && textOf(name).split('\n')[0]) || null, handle: (handle && linkedHandle(handle)) ?? null };
}
