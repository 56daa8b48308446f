import type { Draft } from '../core/draft.ts';
import generic from './generic.ts';
import type { Page, Platform } from './shared/platform.ts';

const modules = import.meta.glob<Platform>(['./*.ts', '!./index.ts', '!./generic.ts'], { eager: true, import: 'default' });

/** All known sites, without the generic clip. */
export const platforms: readonly Platform[] = Object.values(modules);

/** Whether a platform owns this address by host alone: whole names, never substrings. */
export const ownsHost = ({ hosts }: Platform, url: URL): boolean => hosts.includes(url.hostname);

/**
 * The platform of a page: by its host, else by the marker that its software leaves in the document.
 * Anything else is `generic`, which always succeeds.
 */
export function platformOf(url: URL, document?: Document): Platform {
  return platforms.find((platform) => ownsHost(platform, url)) ?? (document && platforms.find((platform) => platform.marker?.(document))) ?? generic;
}

/** The post that holds this element, or null. */
export function postAt(element: Element, platform: Platform): Element | null {
  return element.closest(platform.selector);
}

/** All drafts on a page, in document order; a post that appears twice is given once. */
export function draftsOf(page: Page, platform = platformOf(page.url, page.document)): Draft[] {
  const drafts = [...page.document.querySelectorAll(platform.selector)].flatMap((post) => platform.read(post, page) ?? []);
  const found = drafts.length > 0 ? drafts : (platform.readPage?.(page) ?? []);
  const seen = new Set<string>();
  return found.filter(({ nativeId }) => {
    if (!nativeId) return true;
    if (seen.has(nativeId)) return false;
    seen.add(nativeId);
    return true;
  });
}
