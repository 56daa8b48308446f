/**
 * The viewer in which one reel follows another (/reels/CODE/), 2025: no `article`, no `time`, and no address but the page's own, which goes with the
 * reel that plays. The author's picture and name lead to /USER/reels/; words and numbers are buttons.
 */
import type { Draft } from '../../core/draft.ts';
import { readDate } from '../shared/dates.ts';
import { isAfter, parentElementOf, textOf, webUrl } from '../shared/dom.ts';
import { draftOf, metricsOf } from '../shared/draft-of.ts';
import { readCount } from '../shared/numbers.ts';
import type { Page } from '../shared/platform.ts';
import { type Place, placeOf, urlOf } from './place.ts';

const authors = 'a[href$="/reels/"]';

/** All that hold a video and its author; the innermost is the reel, which `readReel` finds out. */
export const reels = `main div:has(video):has(${authors}):not(article *, [role="dialog"] *)`;
const buttons = '[role="button"], button';

const follow =
  /^(?:follow(?:ing)?|suivre|suivie?|s’abonner|abonné|ikuti|mengikuti|folgen|gefolgt|seguir|siguiendo|seguindo|segui|подписаться|팔로우|フォロー(?:する)?)$/i;
const unfold = /\s*(?:…|\.{3})\s*(?:more|plus|lainnya|selengkapnya|mehr|más|mais|altro|meer|ещё|もっと見る|더 보기)\s*$/i;
const icons = {
  likes: /^(?:unlike|like|j.aime|je n.aime plus|(?:tidak )?suka|gefällt|me gusta|curtir|mi piace|нравится|いいね|좋아요)/i,
  comments: /comment|[ck]oment|kommentar|комментар|コメント|댓글/i,
  shares: /repost|republi|posting ulang|teilen/i,
};

/** The largest part of the page that holds this reel and no other. */
function scopeOf(reel: Element): Element {
  let scope = reel;
  for (let up = parentElementOf(scope); up && up.tagName !== 'MAIN' && up.querySelectorAll('video').length === 1; up = parentElementOf(up))
    scope = up;
  return scope;
}

/** A number stands right after the button with its icon, or in it; the word "Likes" in its place says that it is hidden. */
function figureOf(scope: Element, icon: RegExp): string | null {
  const all = [...scope.querySelectorAll(buttons)];
  const index = all.findIndex((button) => icon.test(button.querySelector('svg[aria-label]')?.getAttribute('aria-label') ?? ''));
  if (index < 0) return null;
  const own = textOf(all[index] as Element);
  const next = all.slice(index + 1).find((button) => !all[index]?.contains(button));
  return readCount(own) ? own : next && !next.querySelector('svg') && /^\p{Nd}/u.test(textOf(next)) ? textOf(next) : null;
}

/** The page's address is that of the only reel, or of the one that plays. */
function placeIn(scope: Element, page: Page): Place | null {
  const linked = [...scope.querySelectorAll('a[href]')].map((link) => placeOf(link.getAttribute('href'))).find((place) => place !== null);
  if (linked) return linked;
  const videos = page.document.querySelectorAll<HTMLVideoElement>('main video');
  const own = scope.querySelector('video');
  return videos.length === 1 || (own && !own.paused) ? placeOf(page.url.href) : null;
}

export function readReel(reel: Element, page: Page): Draft | null {
  if (reel.querySelector(`div:has(video):has(${authors})`)) return null;
  const links = [...reel.querySelectorAll(authors)];
  const author = links.find((link) => textOf(link)) ?? links[0];
  const path = webUrl(author?.getAttribute('href'), page.url);
  const handle = path && new URL(path).host === page.url.host ? (/^\/([\w.]{1,30})\/reels\/$/.exec(new URL(path).pathname)?.[1] ?? null) : null;
  if (!author || !handle) return null;
  const scope = scopeOf(reel);
  const words = [...reel.querySelectorAll(`${buttons}, h1`)].filter(
    (part) =>
      isAfter(part, author) && !part.querySelector('svg') && !part.closest('a') && !/^\p{Nd}[\p{Nd}.,\s]*\p{L}{0,4}\.?$|^$/u.test(textOf(part)),
  );
  const caption = words.filter((part) => !follow.test(textOf(part))).at(-1);
  const said = caption ? textOf(caption) : '';
  const place = placeIn(scope, page);
  const stamp = scope.querySelector('time[datetime]')?.getAttribute('datetime');
  const date = stamp ? readDate(stamp, page.now) : null;
  return draftOf({
    kind: 'video',
    platform: 'instagram',
    url: place && urlOf(place),
    nativeId: place?.code ?? null,
    author: { name: null, handle },
    text: said.replace(unfold, ''),
    truncated: unfold.test(said),
    publishedAt: date && stamp ? { ...date, raw: stamp, source: 'attribute' } : null,
    ...metricsOf({ likes: figureOf(scope, icons.likes), comments: figureOf(scope, icons.comments), shares: figureOf(scope, icons.shares) }),
    media: [{ kind: 'video', url: webUrl(reel.querySelector('video')?.getAttribute('src'), page.url) }],
  });
}
