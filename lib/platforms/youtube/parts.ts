/** What the readers of videos, comments and community posts share. */
import type { Person, PublishedAt } from '../../core/draft.ts';
import { readDate } from '../shared/dates.ts';
import { textOf } from '../shared/dom.ts';
import type { Figure } from '../shared/draft-of.ts';
import { readCount } from '../shared/numbers.ts';
import type { Page } from '../shared/platform.ts';

export const site = 'https://www.youtube.com/';

/**
 * The video that an address is of. It alone says what a page shows: after a move within the site,
 * elements and metadata of the video before may still be there.
 */
export function videoIn(url: URL): string | null {
  if (url.pathname === '/watch') return /^[\w-]{6,}$/.exec(url.searchParams.get('v') ?? '')?.[0] ?? null;
  return /^\/(?:shorts|live)\/([\w-]{6,})/.exec(url.pathname)?.[1] ?? null;
}

export const watchUrl = (video: string): string => `${site}watch?v=${video}`;

/** An address within the site as a URL, or null. */
export const addressOf = (link: Element | null): URL | null => {
  const href = link?.getAttribute('href');
  return href && URL.canParse(href, site) ? new URL(href, site) : null;
};

/** `/@handle`; channels without a handle go by their id (`/channel/UC…`) or an old name. */
function channelIn(link: Element | null): string | null {
  const path = addressOf(link)?.pathname ?? '';
  const name = /^\/(?:@|channel\/|user\/|c\/)([^/]+)/.exec(path)?.[1] ?? null;
  try {
    return name && decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The channel behind a link; where only the handle is written, the name is not known. */
export function channelOf(link: Element | null, words = link && textOf(link)): Person {
  const name = words?.trim() || null;
  return { name: name?.startsWith('@') ? null : name, handle: channelIn(link) ?? (name?.startsWith('@') ? name.slice(1) : null) };
}

/**
 * The exact number stands in the button's label, whatever the language ("… along with 3,895 other people");
 * the words beside it are shortened. A label whose number does not fit them counts something else.
 */
export function likesOf(button: Element | null, beside: string | null): Figure {
  const told = readCount(button?.getAttribute('aria-label') ?? '');
  const shown = readCount(beside ?? '');
  // Without likes no number is shown, and the label says 0.
  if (!told || !shown) return told?.value === 0 ? null : (told ?? shown);
  return Math.abs(told.value - shown.value) <= Math.max(1, shown.rounded ? shown.value * 0.11 : 0) ? told : shown;
}

/** "1 month ago (edited)" and the like, in the language of the page. */
export function publishedOf(label: string | null, { now, document }: Page): PublishedAt | null {
  const raw = label?.trim();
  const found = raw ? readDate(raw, now, document.documentElement.lang || undefined) : null;
  return raw && found ? { ...found, raw, source: 'label' } : null;
}

/** Whether the element stands in a part of the page put aside, as the site keeps them for a quick return. */
export const isAside = (element: Element): boolean => element.closest('[hidden]') !== null;
