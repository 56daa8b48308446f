/** Which platform a page is, and what it holds; for whichever adapters one has at hand. */
import type { Draft } from '../core/draft.ts';
import { closest } from './shared/dom.ts';
import type { Page, Platform } from './shared/platform.ts';

/** Whether a platform owns this address by its host, and by its path where the host holds more: whole names, never substrings. */
export const ownsHost = ({ hosts, paths }: Pick<Platform, 'hosts' | 'paths'>, { hostname, pathname }: URL): boolean =>
  hosts.includes(hostname) && (!paths || paths.some((path) => pathname === path || pathname.startsWith(`${path}/`)));

/** The one whose software's marker is in the document. */
export const markedIn = <Known extends Pick<Platform, 'marker'>>(platforms: readonly Known[], document: Document): Known | undefined =>
  platforms.find(({ marker }) => marker && document.querySelector(marker));

/** The platform of a page: by its host, else by the marker that its software leaves in the document. */
export const platformAmong = (platforms: readonly Platform[], url: URL, document?: Document): Platform | undefined =>
  platforms.find((platform) => ownsHost(platform, url)) ?? (document && markedIn(platforms, document));

/** The post that holds this element, or null. */
export const postAt = (element: Element, { selector }: Platform): Element | null => closest(element, selector);

/** Of 100,000 elements an adapter makes a tenth of a second; of so many, less than a twentieth. */
const mostElements = 30_000;

/** Whether a post is too large to be read by its adapter. */
export const isOutOfMeasure = (post: Element): boolean => post.getElementsByTagName('*').length > mostElements;

/**
 * What an adapter reads off a post; null too where it throws, so that one post never silences the others, and where the post is out of measure.
 * `onThrow` tells throwing from the rest.
 */
export function readPost(platform: Platform, post: Element, page: Page, onThrow?: () => void): Draft | null {
  try {
    return isOutOfMeasure(post) ? null : platform.read(post, page);
  } catch {
    onThrow?.();
    return null;
  }
}

function dataOf(platform: Platform, page: Page): Draft[] {
  try {
    return platform.readPage?.(page) ?? [];
  } catch {
    return [];
  }
}

/** The first posts of a page that can be read, in document order, `most` at the most. */
export function readPosts(page: Page, platform: Platform, most = Number.POSITIVE_INFINITY): { element: Element; draft: Draft }[] {
  const found: { element: Element; draft: Draft }[] = [];
  for (const element of page.document.querySelectorAll(platform.selector)) {
    if (found.length >= most) break;
    const draft = readPost(platform, element, page);
    if (draft) found.push({ element, draft });
  }
  return found;
}

/** All drafts on a page, in document order; a post that appears twice is given once. Only the first `most` posts are read. */
export function draftsOf(page: Page, platform: Platform, most?: number): Draft[] {
  const posts = readPosts(page, platform, most);
  const drafts = posts.length > 0 ? posts.map(({ draft }) => draft) : dataOf(platform, page);
  const seen = new Set<string>();
  return drafts.filter(({ nativeId }) => {
    if (!nativeId) return true;
    if (seen.has(nativeId)) return false;
    seen.add(nativeId);
    return true;
  });
}
