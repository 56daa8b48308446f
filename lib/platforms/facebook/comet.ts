/** The site since 2020 ("Comet"), for members and guests: feeds, pages, groups, search, single posts, and their comments. */
import type { Draft, Media, Person, PublishedAt, Reference } from '../../core/draft.ts';
import { readDate } from '../shared/dates.ts';
import { isAfter, parentElementOf, pictureOf, textOf, webUrl } from '../shared/dom.ts';
import { draftOf, type Figure, metricsOf } from '../shared/draft-of.ts';
import type { Page } from '../shared/platform.ts';
import { commentIdsOf, handleOf, type Permalink, permalinkOf } from './permalink.ts';

const nameRole = '[data-ad-rendering-role="profile_name"]';
const units = `[aria-posinset], [role="article"], [aria-describedby]:has(${nameRole})`;
/** Some feeds set no role on their posts; there the name leads to its post. */
export const posts = `${units}, ${nameRole}`;
const headers = `${nameRole}, h2[id], h3[id], h4[id], :is(h2, h3, h4):has(a[role="link"])`;
const message = '[data-ad-preview="message"], [data-ad-comet-preview="message"], [data-ad-rendering-role="story_message"]';
const actions = '[data-ad-rendering-role="like_button"]';
/** Bait for readers that take all text there is. */
const bait = 'blockquote, [data-ad-rendering-role="meta"], [data-ad-rendering-role="title"], [data-ad-rendering-role="description"]';

const sponsored =
  /^(?:Sponsored|Gesponsert|Sponsorisé|Commandité|Publicidad|Patrocinado|Sponsorizzato|Gesponsord|Sponsrad|Sponsoreret|Sponset|Sponsorowane|Реклама|Sponzorováno|Спонсорирано|Χορηγούμενη|Sponsoroitu|ממומן|مُموَّل|ممول|広告|Bersponsor|Disponsori|Sponsorlu|赞助内容|贊助|광고|Được tài trợ|Sponsorizat|Hirdetés)$/i;
export const ofComments =
  /comment|[ck]oment|komment|commenti|reacties|opmerking|yorum|коммент|комент|σχόλι|تعليق|评论|評論|留言|コメント|댓글|bình luận|ความคิดเห็น|תגוב|টিপ্পনি|মন্তব্য|टिप्पण|hozzászól/i;
export const ofShares =
  /share|partag|bagi|geteilt|compart|condivi|gedeeld|delning|deling|paylaş|репост|udostęp|sdílen|κοινοποι|مشارك|分享|シェア|공유|chia sẻ|แชร์|שיתופ|শেয়ার|शेयर|megoszt/i;
export const ofViews = /view|vues?\b|tayang|tonton|aufruf|reproduc|visualiz|weergave|visning|просмотр|wyświetl|再生|播放|观看|조회|lượt xem|izlenme/i;

const isComment = (unit: Element) => unit.matches('[role="article"][aria-label]:not([aria-posinset])');
export const isBefore = (one: Element, other: Element) => isAfter(other, one) && !one.contains(other);

/** What stands in a post itself: not in a comment, not in the post it shares, and no bait. */
interface Parts {
  all(selector: string): Element[];
  one(selector: string): Element | undefined;
  header: Element | undefined;
  quote: Element | undefined;
}

function partsOf(post: Element): Parts {
  const own = [...post.querySelectorAll(headers)].filter((part) => !part.closest('[role="article"][aria-label]:not([aria-posinset])'));
  const outermost = own.filter((part) => !own.some((other) => other !== part && other.contains(part)));
  const [header, second] = outermost;
  // The shared post is all around the second header that holds nothing of the post around it.
  const words = [...post.querySelectorAll(message)].filter((part) => second && isBefore(part, second));
  const around = [header, ...words, ...post.querySelectorAll(`[role="toolbar"], ${actions}`)];
  let quote = second;
  for (let up = quote && parentElementOf(quote); up && up !== post; up = parentElementOf(up)) {
    const outer = up;
    if (around.some((part) => part && outer.contains(part))) break;
    quote = outer;
  }
  const all = (selector: string) =>
    [...post.querySelectorAll(selector)].filter((part) => {
      const comment = part.closest('[role="article"][aria-label]:not([aria-posinset])');
      return !quote?.contains(part) && !part.closest(bait) && !(comment && comment !== post && post.contains(comment));
    });
  return { all, one: (selector) => all(selector)[0], header, quote };
}

/** All that a link says: its label, its words, the words it points at. Letters set one by one stand in a false order, and say nothing. */
function labelsOf(link: Element): string[] {
  const { ownerDocument: document } = link;
  const labelled = [link, ...link.querySelectorAll('[aria-labelledby]')].map((part) => part.getAttribute('aria-labelledby'));
  const used = [...link.querySelectorAll('use')].map((use) => (use.getAttribute('xlink:href') ?? use.getAttribute('href'))?.replace(/^#/, ''));
  const pointed = [...labelled, ...used].flatMap((id) => (id ? (document.getElementById(id)?.textContent?.trim() ?? []) : []));
  const leaves = [...link.querySelectorAll('*')].filter((part) => part.childElementCount === 0 && part.textContent?.trim());
  const honest = leaves.length < 2 ? [textOf(link)] : [];
  return [link.getAttribute('aria-label') ?? '', ...pointed, ...honest].filter(Boolean);
}

function dateOf(labels: string[], page: Page): PublishedAt | null {
  for (const raw of labels) {
    const date = raw.length < 60 ? readDate(raw, page.now, page.document.documentElement.lang) : null;
    if (date) return { ...date, raw, source: 'label' };
  }
  return null;
}

const named = (link: Element) => textOf(link) !== '' && link.getAttribute('aria-hidden') !== 'true';

/** Who wrote it. In a feed, the header of a group's post names the group, and the line below it the member. */
function authorOf(header: Element | undefined, links: Element[], page: Page): Person {
  const first = [...(header?.querySelectorAll('a[href]') ?? [])].find(named);
  const group = /\/groups\/[^/]+\/?(?:\?|$)/.test(first?.getAttribute('href') ?? '');
  const member = links.find((link) => named(link) && /\/groups\/[^/]+\/user\//.test(link.getAttribute('href') ?? ''));
  const author = group ? member : (first ?? member);
  const name = author ? textOf(author) : header && !group ? textOf(header.querySelector('strong') ?? header) : '';
  return { name: name || null, handle: handleOf(author, page) };
}

/** The words, and whether "See more" ends them. Words on a coloured ground have no mark of their own. */
function wordsOf(parts: Parts): { text: string; truncated: boolean; element: Element | undefined } {
  const found = parts.one('[data-ad-preview="message"], [data-ad-comet-preview="message"]') ?? parts.one(message);
  const toolbar = parts.one(`[role="toolbar"], ${actions}`);
  const line = found
    ? undefined
    : parts
        .all('div[dir="auto"]')
        .find(
          (part) =>
            !part.querySelector('div[dir="auto"], [role="toolbar"], a img') &&
            !part.closest('a, [role="button"], [aria-hidden="true"], form, [role="dialog"] h2') &&
            parts.header &&
            isBefore(parts.header, part) &&
            (!toolbar || isBefore(part, toolbar)) &&
            textOf(part) !== '',
        );
  const element = found ?? line?.closest('span[dir="auto"]') ?? line?.parentElement ?? undefined;
  return { ...cutOf(element), element };
}

/** Text without the button that unfolds it. */
export function cutOf(element: Element | null | undefined): { text: string; truncated: boolean } {
  const text = element ? textOf(element, { except: '[role="button"]' }) : '';
  return { text, truncated: /(?:…|\.\.\.)$/.test(text) && element?.querySelector('[role="button"]') != null };
}

const hasDigit = (element: Element) => /\p{Nd}/u.test(textOf(element));

/** Counts stand between the reactions and the buttons. The count of comments alone has an id, in any language. */
function figuresOf(parts: Parts, after: Element | undefined): Record<'likes' | 'comments' | 'shares' | 'views', Figure> {
  const toolbar = parts.one('[role="toolbar"]');
  const start = toolbar ?? after;
  const figures: Record<'likes' | 'comments' | 'shares' | 'views', Figure> = { likes: null, comments: null, shares: null, views: null };
  const total = toolbar && parts.all('span[aria-hidden="true"]').find((part) => isBefore(toolbar, part) && hasDigit(part));
  if (total) figures.likes = textOf(total);
  for (const button of start ? parts.all('[role="button"]').filter((part) => isBefore(start, part)) : []) {
    if (total && (button.contains(total) || toolbar?.contains(button))) continue;
    const text = textOf(button);
    const label = `${text} ${button.getAttribute('aria-label') ?? ''}`;
    if (!hasDigit(button)) {
      if (button.querySelector(`${actions}, i[data-visualcompletion="css-img"]`)) break;
      continue;
    }
    if (ofViews.test(label)) figures.views ??= text;
    else if (ofShares.test(label)) figures.shares ??= text;
    else if (ofComments.test(label) || (button.id && toolbar)) figures.comments ??= text;
    // Bare figures stand in that order.
    else if (toolbar && figures.comments === null) figures.comments = text;
    else if (toolbar) figures.shares ??= text;
  }
  for (const [name, role] of [
    ['likes', 'like_button'],
    ['comments', 'comment_button'],
    ['shares', 'share_button'],
  ] as const) {
    const button = parts.one(`[data-ad-rendering-role="${role}"]`)?.closest('[role="button"]');
    if (button && figures[name] === null) figures[name] = textOf(button);
  }
  return figures;
}

function mediaOf(parts: Parts, words: Element | undefined, page: Page): Media[] {
  const outside = (part: Element) => !words?.contains(part);
  const images = parts.all('a[href*="/photo"] img, a[href*="/photos/"] img').filter(outside);
  const cards = parts.all('a[href*="/l.php?u="]').filter(outside);
  const links = cards.flatMap((card) => {
    const url = webUrl(card.getAttribute('href'), page.url);
    return (url && webUrl(new URL(url).searchParams.get('u'), page.url)) || [];
  });
  return [
    ...images.map((image) => pictureOf(image, page.url)),
    ...parts.all('video').map((video): Media => ({ kind: 'video', url: webUrl(video.getAttribute('src'), page.url) })),
    ...[...new Set(links)].map((url): Media => ({ kind: 'link', url })),
  ];
}

/** Where it is, and when it was written: a link between the name and the words. */
function placeOf(parts: Parts, end: Element | undefined, page: Page): { permalink: Permalink | null; labels: string[]; links: Element[] } {
  const { header } = parts;
  const links = parts
    .all('a[href]')
    .filter(
      (link) => header && isBefore(header, link) && (!end || isBefore(link, end)) && !link.querySelector('img, image, video') && !end?.contains(link),
    );
  const linked = links.find((link) => permalinkOf(link.getAttribute('href'), page));
  const permalink = permalinkOf(linked?.getAttribute('href'), page);
  return { permalink, labels: (linked ? [linked] : links).flatMap(labelsOf), links };
}

/** The post around a comment, or the one the page is about. */
function postAround(comment: Element, page: Page): Reference | null {
  const post = comment.parentElement?.closest(`${units}:not([role="article"][aria-label]:not([aria-posinset]))`);
  const draft = post && readPost(post, page);
  const permalink = permalinkOf(page.url.href, page);
  if (draft) return { url: draft.url, nativeId: draft.nativeId, author: draft.author };
  return permalink && { url: permalink.url, nativeId: permalink.id, author: { name: null, handle: null } };
}

function readComment(comment: Element, page: Page): Draft | null {
  const parts = partsOf(comment);
  const links = parts.all('a[href]');
  const author = links.find((link) => named(link) && !link.closest('ul') && handleOf(link, page) !== null);
  const line = parts.all('div[dir="auto"]').find((part) => author && isBefore(author, part) && !part.closest('a, [role="button"], ul'));
  const body = line?.closest('span[dir="auto"]') ?? line?.parentElement;
  const words = cutOf(body);
  const images = parts.all('a[href*="/photo"] img, a[href*="/photos/"] img').filter((image) => !body?.contains(image));
  if (!author || (!line && images.length === 0)) return null;
  const timed = links.find((link) => permalinkOf(link.getAttribute('href'), page) && /comment_id=/.test(link.getAttribute('href') ?? ''));
  const permalink = permalinkOf(timed?.getAttribute('href'), page);
  const ids = commentIdsOf(timed?.getAttribute('href'), page);
  const around = postAround(comment, page);
  const parent: Reference | null =
    permalink && ids?.parent
      ? { url: addressOf(permalink, ids.parent), nativeId: `${permalink.id}/${ids.parent}`, author: { name: null, handle: null } }
      : (around ?? (permalink && { url: permalink.url, nativeId: permalink.id, author: { name: null, handle: null } }));
  const reactions = parts
    .all('[role="button"][aria-label]')
    .find((part) => /\p{Nd}/u.test(part.getAttribute('aria-label') ?? '') && part.querySelector('img'));
  return draftOf({
    kind: 'comment',
    platform: 'facebook',
    url: permalink && ids ? addressOf(permalink, ids.id, ids.parent) : null,
    nativeId: permalink && ids ? `${permalink.id}/${ids.id}` : null,
    author: { name: textOf(author), handle: handleOf(author, page) },
    ...(parent && { inReplyTo: parent }),
    ...words,
    publishedAt: timed ? dateOf(labelsOf(timed), page) : null,
    ...metricsOf({ likes: reactions?.getAttribute('aria-label') }),
    media: images.map((image) => pictureOf(image, page.url)),
  });
}

const addressOf = ({ url }: Permalink, id: string, parent: string | null = null) =>
  `${url}${url.includes('?') ? '&' : '?'}comment_id=${parent ?? id}${parent ? `&reply_comment_id=${id}` : ''}`;

function quoteOf(quote: Element, page: Page): Reference {
  const parts = partsOf(quote.matches(headers) ? (quote.parentElement ?? quote) : quote);
  const words = wordsOf(parts);
  const { permalink, links } = placeOf(parts, words.element, page);
  return {
    url: permalink?.url ?? null,
    nativeId: permalink?.id ?? null,
    author: authorOf(parts.header, links, page),
    ...(words.text && { text: words.text }),
  };
}

function readPost(post: Element, page: Page): Draft | null {
  const parts = partsOf(post);
  if (!parts.header) return null;
  const { element, ...words } = wordsOf(parts);
  const end = element ?? parts.quote ?? parts.one('[role="toolbar"]') ?? parts.one(actions);
  const { permalink, labels, links } = placeOf(parts, end, page);
  const author = authorOf(parts.header, links, page);
  const figures = figuresOf(parts, element ?? parts.header);
  const media = mediaOf(parts, element, page);
  // "People you may know", a box of reels: a headline, and nothing said.
  if (!author.name || (!words.text && media.length === 0 && !parts.quote && !parts.one(`[role="toolbar"], ${actions}`))) return null;
  // A page of one post need not link to itself.
  const others = () =>
    [...page.document.querySelectorAll(units)].filter((other) => !isComment(other) && other.querySelector(headers) && !post.contains(other));
  const about = permalink ?? (post.closest('[role="dialog"]') || others().length === 0 ? permalinkOf(page.url.href, page) : null);
  return draftOf({
    kind: 'post',
    platform: 'facebook',
    url: about?.url ?? null,
    nativeId: about?.id ?? null,
    author,
    ...(parts.quote && { quotes: quoteOf(parts.quote, page) }),
    ...words,
    publishedAt: dateOf(labels, page),
    ...metricsOf(figures),
    media,
    promoted:
      links.some((link) => /\/ads\/about/.test(link.getAttribute('href') ?? '')) ||
      [...labels, ...links.flatMap(labelsOf)].some((label) => sponsored.test(label)),
  });
}

/** One element of the new site into a draft. */
export function readComet(element: Element, page: Page): Draft | null {
  if (isComment(element)) return readComment(element, page);
  const outer = element.parentElement?.closest(`${units}`);
  if (outer && !isComment(outer)) return null;
  if (!element.matches(nameRole)) return readPost(element, page);
  let post: Element | null = element;
  while (post && !post.querySelector(actions)) post = parentElementOf(post);
  return post && post.querySelector(nameRole) === element && !post.querySelector(`:is(${units}) ${nameRole}`) ? readPost(post, page) : null;
}
