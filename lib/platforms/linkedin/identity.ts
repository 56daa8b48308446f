/** Who and which post: LinkedIn's URNs, addresses and times, and the numbers beside them. */
import type { Person, PublishedAt } from '../../core/draft.ts';
import { activityTime, readDate } from '../shared/dates.ts';
import { type Count, readCount } from '../shared/numbers.ts';
import type { Page } from '../shared/platform.ts';

/** One post has up to three: as an activity in feeds, and as what was posted. */
export interface Urn {
  kind: string;
  id: string;
}

/** The first URN of a post in an attribute or address ("urn:li:activity:7…", "…-activity-7…-aB3"). */
export function urnIn(words: string | null | undefined): Urn | null {
  const [, kind, id] = /(activity|ugcPost|share)[:-](\d{15,20})/.exec(decodeURIComponentSafely(words ?? '')) ?? [];
  return kind && id ? { kind, id } : null;
}

function decodeURIComponentSafely(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}

/** A comment's URN holds its post's: "urn:li:comment:(activity:7…,7…)". */
export function commentIn(words: string | null | undefined): { post: Urn; id: string } | null {
  const [, kind, id, comment] = /comment:\((?:urn:li:)?(\w+):(\d+),(\d+)\)/.exec(decodeURIComponentSafely(words ?? '')) ?? [];
  return kind && id && comment ? { post: { kind, id }, id: comment } : null;
}

/**
 * The key of a post's comment box in the feed of 2026 is a small protobuf in base64: field 1, 2 or 3 (activity, ugcPost, share) holds a message
 * whose field 1 is the id, zigzag-coded. Nothing else on such a card names the post.
 */
export function urnOfKey(key: string): Urn | null {
  if (!/^[\w+/-]+=*$/.test(key)) return null;
  const base64 = key.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  if (base64.length % 4 === 1) return null;
  const bytes = [...atob(base64)].map((character) => character.charCodeAt(0));
  const kind = { 10: 'activity', 18: 'ugcPost', 26: 'share' }[bytes[0] ?? 0];
  if (!kind || bytes[1] !== bytes.length - 2 || bytes[2] !== 0x08) return null;
  const raw = bytes.slice(3).reduce((sum, byte, index) => sum | (BigInt(byte & 0x7f) << BigInt(7 * index)), 0n);
  return isLikely(raw >> 1n) ? { kind, id: String(raw >> 1n) } : null;
}

/** The upper bits of an id are the millisecond it was made in; LinkedIn's ids in this form began in 2010. */
const isLikely = (id: bigint): boolean => id >> 22n > Date.UTC(2010, 0) && id >> 22n < Date.UTC(2100, 0);

/** Activities go by their number alone, others say what they are. */
export const nativeIdOf = (urn: Urn | null): string | null => urn && (urn.kind === 'activity' ? urn.id : `${urn.kind}:${urn.id}`);

export const updateUrl = (urn: Urn | null): string | null => urn && `https://www.linkedin.com/feed/update/urn:li:${urn.kind}:${urn.id}/`;

export const commentUrl = (post: Urn, comment: string): string =>
  `${updateUrl(post)}?commentUrn=${encodeURIComponent(`urn:li:comment:(${post.kind}:${post.id},${comment})`)}`;

export const profileLinks = 'a[href*="/in/"], a[href*="/company/"], a[href*="/showcase/"], a[href*="/school/"]';

/** The last part of a profile's address: "ann-lee" of /in/ann-lee/. */
function handleIn(link: Element | null | undefined): string | null {
  const slug = /\/(?:in|company|showcase|school)\/([^/?#]+)/.exec(link?.getAttribute('href') ?? '')?.[1];
  return slug ? decodeURIComponentSafely(slug) : null;
}

/** A name without the degree that LinkedIn sets behind it ("Ann Lee • 3rd+", "• ke-2"); a "•" may also be the name's own. */
export const person = (name: string | null, link: Element | null | undefined): Person => ({
  name: name?.replace(/\s*(?:\n[\s\S]*|•\s*(?:\p{L}+-)?[1-3]\D{0,9})$/u, '') || null,
  handle: handleIn(link),
});

/** In which language the page talks: its dates are read in it. */
export const languageOf = ({ document }: Page): string => document.documentElement.lang || 'en';

const unit = { second: 1e3, minute: 6e4, hour: 36e5, day: 864e5, week: 6048e5, month: 2678e6, year: 31622e6 };

/**
 * A post's id tells its millisecond, the label only "3w". But where a card says that somebody liked or reposted it, the id may be that action's:
 * then it is believed only if the label agrees.
 */
export function publishedOf(label: string | null, id: string | null | undefined, isAction: boolean, page: Page): PublishedAt | null {
  const raw = (label ?? '').replace(/\s+/g, ' ').trim();
  const said = readDate(raw, page.now, languageOf(page));
  const made = id ? activityTime(id) : null;
  // A label counts whole units: the moment lies up to one of them before it, and a little more where the page has stood open.
  const before = made && said ? (Date.parse(said.instant) - Date.parse(made.instant)) / unit[said.precision] : null;
  const agree = before !== null && before > -0.1 && before < 1.5;
  if (made && (!isAction || agree)) return { ...made, raw, source: 'id' };
  return said && { ...said, raw, source: 'label' };
}

/** "85" is 85; "Ann Lee and 84 others" is 85, and "Ann Lee" is 1. A name may hold figures of its own: the last number counts. */
export function reactionsIn(label: string): Count | null {
  const at = label.search(/\p{Nd}(?:[.,'’٬٫\s]?\p{Nd})*\P{Nd}*$/u);
  const count = readCount(label.slice(Math.max(at, 0)));
  if (!/\p{L}/u.test(at < 0 ? label : label.slice(0, at))) return count;
  return count ? { ...count, value: count.value + 1 } : { value: 1, rounded: false };
}

/**
 * In the place of the time an advert has a word. A post of this very moment has one, too: then its id is young,
 * and a "•" parts the word from the sign that says who may see it.
 */
export const isAdvert = (label: string, id: string | undefined, { now }: Page): boolean => {
  const made = id ? activityTime(id) : null;
  return label !== '' && !/[\p{N}•]/u.test(label) && !(made && Math.abs(now.getTime() - Date.parse(made.instant)) < 36e5);
};

/** How LinkedIn says "reposted this" over a card; "likes this" and "commented on this" share nothing. */
export const saysReposted = (words: string): boolean =>
  /repost|republi|reshar|shared|partag|compart|condivi|diffus|geteilt|gedeeld|memposting ulang|membagikan|delade|delte|jakoi|udostępni|sdílel|přeposlal|репост|поділи|подели|paylaş|yeniden|أعاد|شارك|بازنشر|转发|轉發|轉貼|分享|再投稿|シェア|퍼감|공유|đăng lại|chia sẻ|รีโพสต์|แชร์/i.test(
    words,
  );
