/** Addresses on Instagram: of posts, reels and comments, and of people. */
import { webUrl } from '../shared/dom.ts';

export const hosts = ['www.instagram.com', 'instagram.com'];
const origin = 'https://www.instagram.com';

export interface Place {
  /** "p" or "reel". */
  type: string;
  code: string;
  comment: string | undefined;
  reply: string | undefined;
}

/** `/p/CODE/`, `/USER/reel/CODE/`, `/p/CODE/c/COMMENT/r/REPLY/`; null for another host's address. */
export function placeOf(address: string | null | undefined): Place | null {
  const url = webUrl(address, origin);
  if (!url || !hosts.includes(new URL(url).hostname)) return null;
  const [, type = '', code, comment, reply] =
    /^\/(?:[\w.]+\/)?(p|reels?|tv)\/([\w-]{5,})(?:\/c\/(\d+)(?:\/r\/(\d+))?)?(?:\/|$)/.exec(new URL(url).pathname) ?? [];
  return code && code !== 'audio' ? { type: type === 'reels' ? 'reel' : type, code, comment, reply } : null;
}

export const urlOf = ({ type, code }: Place) => `${origin}/${type}/${code}/`;

/** The account that a link leads to. */
export function handleIn(link: Element): string | null {
  const url = webUrl(link.getAttribute('href'), origin);
  const handle = url && hosts.includes(new URL(url).hostname) ? /^\/([\w.]{1,30})\/?$/.exec(new URL(url).pathname)?.[1] : undefined;
  return handle && !/^(?:explore|reels|direct|accounts|p|reel|stories|about|legal)$/.test(handle) ? handle : null;
}
