/** What every layout of Reddit has in common: ids, addresses, people, times, pictures. */
import type { Media, Person, PublishedAt, Reference } from '../../core/draft.ts';
import { readDate } from '../shared/dates.ts';
import { text, textOf, webUrl } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';

export const site = 'https://www.reddit.com/';

export const get = (element: Element | null | undefined, name: string): string | null => element?.getAttribute(name)?.trim() || null;

/** "t3_1ab2c" → "1ab2c"; null for what is no id, so that an id is always safe within a selector. */
export const bare = (fullName: string | null): string | null => /^(?:t\d_)?(\w+)$/.exec(fullName ?? '')?.[1] ?? null;

/** A post's or comment's address, the same whichever of the site's hosts shows it; null for any other address. */
export function permalink(href: string | null): string | null {
  const address = webUrl(href, site);
  if (!address) return null;
  const { hostname, pathname } = new URL(address);
  return /(?:^|\.)reddit\.com$/.test(hostname) && /\/comments\/\w/.test(pathname) ? new URL(pathname, site).href : null;
}

export const postIn = (href: string | null): string | null => /\/comments\/(\w+)/.exec(href ?? '')?.[1] ?? null;
/** From `/comments/POST/comment/COMMENT/` and the older `/comments/POST/slug/COMMENT/`. */
export const commentIn = (href: string | null): string | null => /\/comments\/\w+\/[^/]*\/(\w+)/.exec(href ?? '')?.[1] ?? null;

/** Reddit shows no display names. "[deleted]", in any language, is nobody. */
export const redditor = (name: string | null): Person => ({
  name: null,
  handle: !name || /^\[.*\]$/.test(name) ? null : name.replace(/^\/?u(?:ser)?\//, ''),
});

/** `faceplate-timeago[ts]` or `time[datetime]`, whichever comes first; when a comment was edited is not when it was written. */
export function timeOf(root: Element | null, { now }: Page): PublishedAt | null {
  const element = root?.querySelector('faceplate-timeago[ts],time[datetime]:not(.edited-timestamp)');
  const stamp = get(element, 'ts') ?? get(element, 'datetime');
  const found = stamp && readDate(stamp, now);
  return found ? { ...found, raw: (element && textOf(element)) || stamp, source: 'attribute' } : null;
}

export function timeFrom(stamp: string | null, { now }: Page): PublishedAt | null {
  const found = stamp && readDate(stamp, now);
  return found ? { ...found, raw: stamp, source: 'attribute' } : null;
}

/** A score as written in an attribute; it may be below zero. */
export const exact = (value: string | null): number | null => (value && /^-?\d+$/.test(value) ? Number(value) : null);

/** A young post's score may be hidden: then the number between the arrows is missing, while the attribute holds a placeholder. */
export function shownScore(host: Element | null, score: string | null): number | null {
  const arrows = host?.shadowRoot?.querySelector('[upvote]')?.parentElement;
  const hidden = arrows && !arrows.querySelector('faceplate-number') && !/\d/.test(arrows.textContent ?? '');
  return hidden ? null : exact(score);
}

const pictureHosts = /^(?:preview|external-preview|i)\.redd\.it$/;

/** Pictures among the post's own content: not avatars, icons and emoji, nor the blurred backdrop that each picture stands before. */
export function pictures(roots: readonly (Element | null)[]): Media[] {
  const found = new Map<string, Media>();
  for (const image of roots.flatMap((root) => [...(root?.querySelectorAll('img:not([role="presentation"])') ?? [])])) {
    const url = webUrl(get(image, 'src') ?? get(image, 'data-lazy-src'), site);
    if (!url || !pictureHosts.test(new URL(url).hostname) || image.closest('a[href*="/user/"]')) continue;
    const alt = get(image, 'alt');
    const { pathname } = new URL(url);
    if (!found.has(pathname)) found.set(pathname, { kind: 'image', url, ...(alt && { alt }) });
  }
  return [...found.values()];
}

/** What a post links to, unless that is itself, an uploaded file shown above, or another post. */
export function attached(href: string | null, shown: Media[]): Media[] {
  const url = webUrl(href, site);
  if (!url || permalink(url)) return shown;
  const { hostname, pathname } = new URL(url);
  if (hostname === 'v.redd.it') return [{ kind: 'video', url }];
  if (/(?:^|\.)reddit\.com$/.test(hostname)) return shown;
  if (hostname === 'i.redd.it' || /\.(?:jpe?g|png|gif|webp)$/i.test(pathname)) return [{ ...shown[0], kind: 'image', url }];
  return [{ kind: 'link', url }];
}

/** A link to this post, not to one of its comments, with words of its own: its title. */
export const linkTo = (post: string, root: Element | null): Element | undefined =>
  [...(root?.querySelectorAll('a[href*="/comments/"]') ?? [])].find((link) => {
    const href = get(link, 'href');
    return postIn(href) === post && !commentIn(href) && textOf(link) !== '';
  });

/** The post that a crosspost, or a link to a post, points at; its title and text stand in `shown`. */
export function pointedAt(href: string | null, own: string, shown: Element | null): Reference | undefined {
  const url = permalink(webUrl(href, site));
  const id = postIn(url);
  if (!url || !id || id === own) return undefined;
  const title = linkTo(id, shown);
  const body = shown?.querySelector(`[id="t3_${id}-post-rtjson-content"]`);
  const words = [title, body].flatMap((part) => (part ? textOf(part) : [])).join('\n\n');
  return { url, nativeId: id, author: redditor(null), ...(words && { text: words }) };
}

/** The post of this page, as what its comments reply to. */
export function postReference(id: string, page: Page, comment: string | null): Reference {
  const post = page.document.querySelector(`shreddit-post[id="t3_${id}"],.thing[data-fullname="t3_${id}"]`);
  const title = post && (get(post, 'post-title') ?? text(post, '.entry a.title'));
  const path = comment?.replace(/(\/comments\/\w+\/)(?:comment\/\w+|([^/]+\/)\w+)\/?$/, '$1$2') ?? null;
  return {
    url: permalink(get(post, 'permalink') ?? get(post, 'data-permalink') ?? path) ?? `${site}comments/${id}/`,
    nativeId: id,
    author: redditor(get(post, 'author') ?? get(post, 'data-author')),
    ...(title && { text: title }),
  };
}
