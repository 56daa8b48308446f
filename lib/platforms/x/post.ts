/** How a post on X is put together, in all its frontends. */
import type { Person } from '../../core/draft.ts';
import { textOf } from '../shared/dom.ts';

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

export const isHandle = (words: string): boolean => /^\s*@\w{1,20}\s*$/.test(words);

/** Handles are the same whichever way their letters are written. */
export const isSame = (one: string | null, other: string | null): boolean => one !== null && one.toLowerCase() === other?.toLowerCase();

/** The last "@handle" shown below an element, with no other words beside it: a name before it may look like one, too. */
const leafHandle = (root: Element): string | null => {
  const shown = [...root.querySelectorAll('*')].findLast(
    ({ childElementCount, textContent }) => childElementCount === 0 && isHandle(textContent ?? ''),
  );
  return shown?.textContent?.trim().slice(1) ?? null;
};

/** A quoted post stands in a `div` that acts as a link, or (with microdata) in an article of its own. */
function quotedIn(element: Element): Element | null {
  const named = element.querySelector(nameSlot) ? (part: Element) => part.querySelector(nameSlot) : leafHandle;
  return element.querySelector(posts) ?? [...element.querySelectorAll('div[role="link"]')].find(named) ?? null;
}

/** The post in an element, told apart from the one it quotes. */
export function postOf(element: Element): Post {
  const quoted = quotedIn(element);
  return { element, quoted, own: (selector) => [...element.querySelectorAll(selector)].filter((match) => !quoted?.contains(match)) };
}

/** A value of the post's own microdata. */
export const micro = ({ own }: Post, name: string): string | null => own(`meta[itemprop="${name}"]`)[0]?.getAttribute('content')?.trim() || null;

/** Name and handle of whoever wrote it. The names in a quoted post are no links. */
export function authorOf({ own }: Post): Person {
  const slot = own(nameSlot)[0];
  // Other extensions and badges put links of their own beside the name; the author's first two go to the author.
  const links = (slot ? [...slot.querySelectorAll('a[href]')] : own('a[href]')).filter((link) => linkedHandle(link) && link.textContent?.trim());
  const isAuthor = (link: Element) => isSame(`@${linkedHandle(link)}`, link.textContent?.trim() ?? null);
  const link = links.find(isAuthor) ?? links[0];
  const handle = link ? linkedHandle(link) : slot ? leafHandle(slot) : null;
  const name = slot?.querySelector('[dir]') ?? links.find((other) => !isAuthor(other) && linkedHandle(other) === handle);
  return { name: (name && textOf(name).split('\n')[0]) || null, handle };
}
