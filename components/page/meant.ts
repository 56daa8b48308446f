/** What the person means by "clip this": a post, words they selected, a link, or the page. */
import type { Draft } from '../../lib/core/draft.ts';
import type { PageAsks } from '../../lib/messages/protocol.ts';
import { draftsOf, isOutOfMeasure, postAt, readPost } from '../../lib/platforms/find.ts';
import { readGeneric } from '../../lib/platforms/generic.ts';
import { textOf, webUrl } from '../../lib/platforms/shared/dom.ts';
import { draftOf } from '../../lib/platforms/shared/draft-of.ts';
import { fallbackOf } from '../../lib/platforms/shared/fallback.ts';
import { focusedElement, isWithin, mostAsked, pageHere, platformAgain, platformHere, postHolding, postsHere } from './posts.ts';

export interface Meant {
  draft: Draft;
  /** The post on the page; null where the page or a link as a whole is meant. */
  element: Element | null;
  /** Words of it that were selected. */
  quote: string;
  /** Its adapter threw, or it is too large: the draft is what any page would show. */
  isPlain?: boolean;
  /** Where the page is meant, what looks like a post and gave none: it may be that its adapter no longer knows it. */
  unread?: Element | null;
}

/** What pointer and context menu were last on; elements may have left the page since. */
export interface Pointed {
  pointer: Element | null;
  menu: Element | null;
}

const elementOf = (node: Node | null): Element | null => (node instanceof Element ? node : (node?.parentElement ?? null));

/** The selected words, and the element that holds them. */
function selection(): { words: string; element: Element | null } {
  const selected = getSelection();
  const words = selected?.toString().trim() ?? '';
  if (!selected || !words) return { words: '', element: null };
  const [anchor, focus] = [elementOf(selected.anchorNode), elementOf(selected.focusNode)];
  const common = selected.rangeCount > 0 ? elementOf(selected.getRangeAt(0).commonAncestorContainer) : null;
  return { words, element: common ?? anchor ?? focus };
}

/** One address as another, whatever tracking hangs on the first. */
function leadsTo(href: string, url: string | null): boolean {
  if (!url) return false;
  const [link, post] = [new URL(href), new URL(url)];
  return link.host === post.host && link.pathname === post.pathname && (post.search === '' || link.search === post.search) && link.hash === post.hash;
}

/** What the keyboard's focus or the pointer is on. A script that came late has seen no pointer move yet; the browser knows where it is. */
const under = (pointer: Element | null): Element | null =>
  pointer?.isConnected ? pointer : ([...document.querySelectorAll(':hover')].at(-1) ?? null);

/** The post under the keyboard's focus, else under the pointer, else the one whose page this is. */
function meantPost({ pointer }: Pointed): Meant | null {
  const { words, element: selected } = selection();
  const here = pageHere();
  const at = under(pointer);
  const found =
    postHolding(focusedElement(), here) ?? postHolding(at, here) ?? postHolding(selected, here) ?? broken(focusedElement() ?? at) ?? only();
  return found && { ...found, quote: words && isWithin(selected, found.element) ? words : '' };
}

/** The post around an element whose adapter throws, or that is too large for it: what any page would show of it, rather than nothing. */
export function broken(element: Element | null): { element: Element; draft: Draft; isPlain: true } | null {
  const [platform, page] = [platformHere(), pageHere()];
  const post = element && postAt(element, platform);
  if (!post) return null;
  let threw = false;
  const draft = readPost(platform, post, page, () => (threw = true));
  return !draft && (threw || isOutOfMeasure(post)) ? { element: post, draft: fallbackOf(post, page), isPlain: true } : null;
}

/**
 * A post by its words, link and time alone, for a person who sees that more of it is read wrongly, or nothing at all. It stays the same post: what
 * its adapter knows of its address and id is kept. null where no post is meant.
 */
export function plainOf({ element, draft, unread }: Meant): Draft | null {
  const post = element ?? unread;
  if (!post) return null;
  const plain = fallbackOf(post, pageHere());
  if (!element) return plain;
  const { platform, url, nativeId, publishedAt } = draft;
  return { ...plain, platform, url: url ?? plain.url, nativeId, publishedAt: plain.publishedAt ?? publishedAt };
}

function only() {
  const posts = postsHere();
  return posts.find(({ draft }) => leadsTo(location.href, draft.url)) ?? (posts.length === 1 ? posts[0] : undefined) ?? null;
}

/** The page as a whole: what its platform says of it, else what any page says of itself. */
function meantPage(pointed?: Pointed): Meant {
  const page = pageHere();
  const platform = platformHere();
  const drafts = platform.id === 'generic' ? [] : draftsOf(page, platform, mostAsked);
  const draft = drafts.find(({ url }) => leadsTo(location.href, url)) ?? (drafts.length === 1 ? drafts[0] : undefined);
  const at = pointed && (focusedElement() ?? under(pointed.pointer));
  return { draft: draft ?? readGeneric(page), element: null, quote: '', unread: platform.id === 'generic' ? null : at && postAt(at, platform) };
}

function meantSelection(pointed: Pointed): Meant {
  const { words, element } = selection();
  const post = postHolding(element);
  if (post) return { ...post, quote: words };
  if (!words) return meantPost(pointed) ?? meantPage();
  const draft: Draft = { ...readGeneric(pageHere()), kind: 'article', text: words, truncated: false };
  return { draft, element: null, quote: words };
}

function meantLink({ menu }: Pointed): Meant | null {
  const link = menu?.closest<HTMLAnchorElement>('a[href]');
  const url = link && webUrl(link.href, location.href);
  if (!url) return null;
  const post = postsHere().find(({ draft }) => leadsTo(url, draft.url));
  if (post) return { ...post, quote: '' };
  return { draft: draftOf({ kind: 'article', platform: 'generic', url, title: textOf(link).slice(0, 2_000) }), element: null, quote: '' };
}

/** What to open the ring on. There is always something: the page itself. */
export function meantBy(target: PageAsks['openRing']['request']['target'], pointed: Pointed): Meant {
  platformAgain();
  if (target === 'selection') return meantSelection(pointed);
  const found = target === 'link' ? meantLink(pointed) : null;
  const menu = found ?? (target !== 'post' && pointed.menu?.isConnected ? postHolding(pointed.menu) : null);
  return menu ? { quote: '', ...menu } : (meantPost(pointed) ?? meantPage(pointed));
}
