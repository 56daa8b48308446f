/** Where a TikTok is, and when it was made. */
import type { PublishedAt } from '../../core/draft.ts';
import { readDate } from '../shared/dates.ts';
import { readDateOf } from '../shared/read-date.ts';

export interface Place {
  id: string;
  handle: string | null;
  /** Pictures with music live under "/photo/". */
  path: 'video' | 'photo';
}

const ownHost = /^(?:www\.|m\.)?tiktok\.com$/;

/** The video an address leads to; null for any other address, and for another site's. */
export function addressed(url: URL): Place | null {
  if (!ownHost.test(url.hostname)) return null;
  const [, handle, path, id] = /^\/@([^/]*)\/(video|photo)\/(\d{15,20})/.exec(url.pathname) ?? [];
  if (id) return { id, handle: handle || null, path: path === 'photo' ? 'photo' : 'video' };
  const [, mobile] = /^\/v\/(\d{15,20})/.exec(url.pathname) ?? [];
  return mobile ? { id: mobile, handle: null, path: 'video' } : null;
}

export function placeOf(link: Element | null, base: URL): Place | null {
  const href = link?.getAttribute('href');
  return href && URL.canParse(href, base) ? addressed(new URL(href, base)) : null;
}

/** The account a link leads to. */
export function accountOf(link: Element | null): string | null {
  const [, handle] = /^(?:https:\/\/www\.tiktok\.com)?\/@([\w.-]+)\/?(?:\?|$)/.exec(link?.getAttribute('href') ?? '') ?? [];
  return handle ?? null;
}

export const urlOf = ({ id, handle, path }: Place): string | null => (handle ? `https://www.tiktok.com/@${handle}/${path}/${id}` : null);

/** "5-23", "2024-5-3": a day in figures, month first whatever the language. */
const dayOf = (label: string, now: Date): string => {
  const [, year, month = '', day = ''] = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(label) ?? [];
  if (!month) return label;
  const inYear = (number: number) => `${number}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const latest = inYear(now.getFullYear());
  return year ? inYear(Number(year)) : new Date(latest) > now ? inYear(now.getFullYear() - 1) : latest;
};

/** From the data if it says so, else out of the id (its upper half counts seconds), else from the label. */
export function publishedOf(id: string | null, label: string | null, createTime: string | null, now: Date): PublishedAt | null {
  const shown = label?.replace(/^[\s·•]+/, '').trim() || null;
  const said = createTime && Number(createTime) > 0 ? readDate(createTime, now) : null;
  if (said && createTime) return { ...said, raw: shown ?? createTime, source: 'metadata' };
  const milliseconds = id && /^\d{15,20}$/.test(id) ? Number(BigInt(id) >> 32n) * 1000 : 0;
  // TikTok's forerunner opened in 2014; ids from before or from tomorrow are of another make.
  const made = milliseconds > Date.UTC(2014, 0) && milliseconds < now.getTime() + 864e5 ? readDateOf(new Date(milliseconds), 'second') : null;
  if (made && id) return { ...made, raw: shown ?? id, source: 'id' };
  const read = shown ? readDate(dayOf(shown, now), now) : null;
  return read && shown ? { ...read, raw: shown, source: 'label' } : null;
}
