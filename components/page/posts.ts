/** The posts of the page, and which of them an element belongs to. */
import type { Draft } from '../../lib/core/draft.ts';
import { platformAmong, postAt, readPost, readPosts } from '../../lib/platforms/find.ts';
import type { Page, Platform } from '../../lib/platforms/shared/platform.ts';
import { world } from './world.ts';

export interface Found {
  element: Element;
  draft: Draft;
}

let known: Platform | undefined;

/** The platform of this page, as far as is known. */
export const platformHere = (): Platform => known ?? platformAgain();

/** Looks again: the adapter of a software that runs on any host may have been brought since, and its marker come into the page. */
export function platformAgain(): Platform {
  // The last, which came with the page's script, takes what no other claims.
  const last = world.platforms.at(-1);
  if (!last) throw new Error('no adapter came with this page');
  if (!known || known === last) known = platformAmong(world.platforms, new URL(location.href), document) ?? last;
  return known;
}

export const pageHere = (): Page => ({ url: new URL(location.href), document, now: new Date() });

/** A form's fields may be named as its own properties are, so these are not asked of the element itself: the way out would have no end. */
const parentOf = (node: Node): Element | null => Reflect.get(Node.prototype, 'parentElement', node);
const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

/** The element around this one, out of an open shadow root too. */
const around = (element: Element): Element | null => {
  const root = rootOf(element);
  return parentOf(element) ?? (root instanceof ShadowRoot ? root.host : null);
};

/** Whether an element is within another, open shadow roots included. */
export function isWithin(inner: Element | null, outer: Element): boolean {
  for (let at = inner; at; at = around(at)) if (at === outer) return true;
  return false;
}

/** The innermost post that holds an element and can be read: a quoted post is part of the one that quotes it. */
export function postHolding(element: Element | null, page = pageHere()): Found | null {
  const platform = platformHere();
  let at = element;
  while (at) {
    const post = postAt(at, platform);
    const draft = post && readPost(platform, post, page);
    if (draft) return { element: post, draft };
    const root = rootOf(post ?? at);
    at = post ? around(post) : root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** A page may hold thousands: that whose page it is stands among the first, and who asks is waiting. */
export const mostAsked = 40;

/** The first posts of the page, in its order. */
export const postsHere = (page = pageHere()): Found[] => readPosts(page, platformHere(), mostAsked);

/** The element that has the keyboard, inside open shadow roots too. */
export function focusedElement(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at === document.body || at === document.documentElement ? null : at;
}
