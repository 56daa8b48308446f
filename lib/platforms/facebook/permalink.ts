/** Addresses on Facebook: of posts, of comments, of people. */
import type { Page } from '../shared/platform.ts';

export const hosts = ['www.facebook.com', 'm.facebook.com', 'web.facebook.com', 'mbasic.facebook.com', 'facebook.com'];
const origin = 'https://www.facebook.com';

export interface Permalink {
  url: string;
  id: string;
}

/** An address of Facebook itself, whichever of its hosts it names; null for any other. */
function ownUrl(href: string | null | undefined, page: Page): URL | null {
  if (!href || !URL.canParse(href, page.url)) return null;
  const url = new URL(href, page.url);
  return /^https?:$/.test(url.protocol) && hosts.includes(url.hostname) ? url : null;
}

const inPath =
  /^\/(?:groups\/[^/]+\/(?:posts|permalink)|[^/]+\/(?:posts|videos|activity)|reel|share\/[prv]|[^/]+\/photos\/[^/]+)\/(?:[^/]+\/)?(\w+)\/?$/;

/** The post an address leads to. In a feed most addresses are hidden ("?__cft__[0]=…", "#") until they are pointed at. */
export function permalinkOf(href: string | null | undefined, page: Page): Permalink | null {
  const url = ownUrl(href, page);
  if (!url) return null;
  const get = (name: string) => /^\w+$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? null;
  const path = url.pathname;
  const found = inPath.exec(path)?.[1];
  if (found && !(path.startsWith('/groups/') && /\/(?:posts|permalink)\/?$/.test(path))) return { url: origin + path.replace(/\/$/, ''), id: found };
  if (/^\/(?:permalink|story)\.php$/.test(path)) {
    const [id, owner] = [get('story_fbid'), get('id')];
    return id && owner ? { url: `${origin}/permalink.php?story_fbid=${id}&id=${owner}`, id } : null;
  }
  if (/^\/photo(?:\.php|\/?)$/.test(path)) {
    const id = get('fbid');
    return id ? { url: `${origin}/photo/?fbid=${id}`, id } : null;
  }
  const video = /^\/watch\/?$/.test(path) ? get('v') : null;
  return video ? { url: `${origin}/watch/?v=${video}`, id: video } : null;
}

/** A comment's ids: itself, and the comment that it answers. Some are written "comment:POST_ID" in base 64. */
export function commentIdsOf(href: string | null | undefined, page: Page): { id: string; parent: string | null } | null {
  const url = ownUrl(href, page);
  const get = (name: string): string | null => {
    const value = url?.searchParams.get(name) ?? '';
    if (/^\d+$/.test(value)) return value;
    try {
      return /_(\d+)$/.exec(atob(value))?.[1] ?? null;
    } catch {
      return null;
    }
  };
  const [comment, reply] = [get('comment_id'), get('reply_comment_id')];
  return reply ? { id: reply, parent: comment } : comment ? { id: comment, parent: null } : null;
}

/** The account in the address of a profile, of a page, or of a group's member; its number where it has no name. */
export function handleOf(link: Element | null | undefined, page: Page): string | null {
  const url = ownUrl(link?.getAttribute('href'), page);
  if (!url) return null;
  if (/^\/(?:profile|story)\.php$/.test(url.pathname)) return /^\d+$/.exec(url.searchParams.get('id') ?? '')?.[0] ?? null;
  const [, account] = /^\/(?:groups\/[^/]+\/user\/|people\/[^/]+\/)?([\w.-]+)\/?$/.exec(url.pathname) ?? [];
  return account && !/\.php$|^(?:groups|watch|reel|photo|hashtag|stories|events|ads|marketplace)$/.test(account) ? account : null;
}
