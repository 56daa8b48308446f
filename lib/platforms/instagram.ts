/**
 * www.instagram.com, pages of 2019 to 2026: an `article` in feeds and in the dialog over a profile, a `main` without one on a post's page,
 * and for guests meta tags alone. Every class name is generated; addresses, `time` and headings are not.
 */
import type { Draft, Media, PublishedAt, Reference } from '../core/draft.ts';
import { handleIn, hosts, type Place, placeOf, urlOf } from './instagram/place.ts';
import { readProfile } from './instagram/profile.ts';
import { readReel, reels } from './instagram/reel.ts';
import { readDate } from './shared/dates.ts';
import { attribute, isAfter, jsonLd, parentElementOf, pictureOf, textOf, webUrl } from './shared/dom.ts';
import { draftOf, type Figure, metricsOf } from './shared/draft-of.ts';
import { readCount } from './shared/numbers.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const timed = 'a[href*="/c/"]:has(time)';
const buttons = 'button, [role="button"]';
const promotedLabel =
  /^(?:Sponsored|Ad|Sponsorisé|Bersponsor|Gesponsert|Publicidad|Patrocinado|Sponsorizzato|Gesponsord|Sponsorowane|Реклама|広告|مُموَّل)$/i;

/** The first account named, by a link that shows its name (one around a picture shows none). */
const accountIn = (root: ParentNode): Element | null => [...root.querySelectorAll('a[href]')].find((link) => handleIn(link) && textOf(link)) ?? null;

const linkOf = (time: Element): Element | null => time.closest('a[href]');
const isCommentTime = (time: Element) => placeOf(linkOf(time)?.getAttribute('href'))?.comment !== undefined;

/** The largest part of the page that holds this time and no other: one comment, or the caption. */
function unitOf(time: Element, root: Element): Element {
  let unit = time;
  for (let up = parentElementOf(time); up && up !== root && unit !== root && unit.tagName !== 'LI'; up = parentElementOf(up)) {
    if (up.querySelectorAll('time').length !== 1) break;
    unit = up;
  }
  return unit;
}

/** Whether a part lies in such an element below `root`: the whole page may be a section, a whole caption a button. */
function isWithin(part: Element, root: Element, selector: string): boolean {
  const around = part.closest(selector);
  return around !== null && around !== root && root.contains(around);
}

/** The words of a caption or comment: a heading 1, else the first words after its author (in articles) or its time (elsewhere). */
function wordsOf(unit: Element, anchor: Element | null): Element | null {
  const heading = unit.querySelector('h1');
  if (heading && textOf(heading)) return heading;
  const start = unit.querySelector('h2, h3') ?? anchor;
  if (!start) return null;
  return (
    [...unit.querySelectorAll('span, div')].find(
      (part) =>
        isAfter(part, start) &&
        !start.contains(part) &&
        !isWithin(part, unit, 'time, section, form, a, button, [role="button"]:not(:has(li))') &&
        !part.querySelector('time, section, form') &&
        !/^[•·\s]*$/.test(textOf(part, { except: buttons })),
    ) ?? null
  );
}

/** The words without the button that shows the rest of them, and whether there is one. */
function readWords(words: Element | null): { text: string; truncated: boolean } {
  if (!words) return { text: '', truncated: false };
  const all = textOf(words, { except: buttons });
  const text = all.replace(/[\u2060\u2800\u00ad]/g, '').replace(/[^\S\n]*(?:…|\.{3})$/, '');
  const cut = words.querySelector(buttons) !== null;
  return { text: (cut ? text : all.replace(/[\u2060]/g, '')).trim(), truncated: cut };
}

function dateOf(time: Element | null, page: Page): PublishedAt | null {
  const said = time?.getAttribute('datetime');
  const date = said ? readDate(said, page.now) : null;
  return date && said ? { ...date, raw: (time && textOf(time)) || said, source: 'attribute' } : null;
}

/** What the meta tags say, where they are about this post: in an app that never renews them they may be another's. */
function saidOf(page: Page, code: string) {
  const meta = (name: string) => attribute(page.document, `meta[property="${name}"], meta[name="${name}"]`, 'content');
  if (placeOf(meta('og:url'))?.code !== code) return null;
  const description = meta('og:description') ?? meta('description') ?? '';
  // "298K likes, 553 comments - USER on May 29, 2021: “…”", in the page's language; until 2023 "… - NAME (@USER) on Instagram: “…”".
  const [, figures = '', handle, date, text] =
    /^(?:([^:"“]*?) - )?(?:[^:"“]*\(@)?([\w.]{1,30})\)?\s+([^:]*?)\s?: ["“«„]([\s\S]*?)["”»“]\.?\s*$/.exec(description) ?? [];
  const numbers = figures.split(/,\s+(?=[^,]*\d)/);
  const [, name, titled] =
    /^(.+?) (?:on|sur|di|auf|en|no|su|op|na|på|i|в|az|στο) Instagramu?\s?: ["“«„]([\s\S]*?)["”»“]\s*$/.exec(meta('og:title') ?? '') ?? [];
  const raw = date?.replace(/^(?:on|le|pada|am|el|em|il)\s+/i, '') ?? null;
  const day = raw ? readDate(raw, page.now) : null;
  return {
    name: name ?? null,
    handle: handle ?? /\(@([\w.]{1,30})\)/.exec(description)?.[1] ?? null,
    text: text ?? titled ?? null,
    likes: (numbers.length === 2 ? numbers[0] : null) ?? null,
    comments: (numbers.length === 2 ? numbers[1] : null) ?? null,
    publishedAt: raw && day ? ({ ...day, raw, source: 'metadata' } satisfies PublishedAt) : null,
    image: webUrl(meta('og:image'), page.url),
  };
}

type Data = Record<string, unknown>;
const dataOf = (value: unknown): Data => (typeof value === 'object' && value !== null ? (value as Data) : {});
const numberIn = (data: Data, name: string): number | null => (typeof data[name] === 'number' ? data[name] : null);
const wordIn = (data: Data, name: string): string | null => (typeof data[name] === 'string' && data[name] !== '' ? data[name] : null);

/** The post of this code, wherever the data holds it. */
function mediumIn(data: unknown, code: string, depth = 0): Data | null {
  if (typeof data !== 'object' || data === null || depth > 40) return null;
  const own = data as Data;
  if (own['code'] === code && typeof own['taken_at'] === 'number') return own;
  for (const value of Object.values(own)) {
    const found = mediumIn(value, code, depth + 1);
    if (found) return found;
  }
  return null;
}

/** A post in the data that the server sends along with some pages. */
function readData(place: Place, page: Page): Draft | null {
  for (const script of page.document.querySelectorAll('script[type="application/json"]')) {
    const json = script.textContent ?? '';
    if (!json.includes(`"${place.code}"`) || !json.includes('"taken_at"')) continue;
    let data: Data | null = null;
    try {
      data = mediumIn(JSON.parse(json), place.code);
    } catch {
      continue;
    }
    if (!data) continue;
    const user = dataOf(data['user'] ?? data['owner']);
    const handle = wordIn(user, 'username');
    if (!handle) continue;
    const first = (list: unknown) => webUrl(wordIn(dataOf(Array.isArray(list) ? list[0] : null), 'url'), page.url);
    const parts = Array.isArray(data['carousel_media']) ? data['carousel_media'].map(dataOf) : [data];
    const media = parts.flatMap((part): Media[] => {
      const video = first(part['video_versions']);
      const image = first(dataOf(part['image_versions2'])['candidates']);
      const alt = wordIn(part, 'accessibility_caption');
      return video ? [{ kind: 'video', url: video }] : image ? [{ kind: 'image', url: image, ...(alt ? { alt } : {}) }] : [];
    });
    const taken = String(data['taken_at']);
    const date = readDate(taken, page.now);
    return draftOf({
      kind: place.type === 'p' ? 'post' : 'video',
      platform: 'instagram',
      url: urlOf(place),
      nativeId: place.code,
      author: { name: wordIn(user, 'full_name'), handle },
      text: wordIn(dataOf(data['caption']), 'text') ?? '',
      publishedAt: date && { ...date, raw: taken, source: 'metadata' },
      ...metricsOf({
        // A made-up small number stands where the author hides it.
        likes: data['like_and_view_counts_disabled'] === true ? null : numberIn(data, 'like_count'),
        comments: numberIn(data, 'comment_count'),
        views: numberIn(data, 'play_count') ?? numberIn(data, 'view_count'),
      }),
      media,
    });
  }
  return null;
}

/** How many comments the JSON-LD of pages until 2021 gives their post. */
function commentsInLd(place: Place, page: Page): Figure {
  const thing = jsonLd(page.document)
    .map(dataOf)
    .find((each) => placeOf(wordIn(dataOf(each['mainEntityofPage'] ?? each['mainEntityOfPage']), '@id'))?.code === place.code);
  return thing && (numberIn(thing, 'commentCount') ?? wordIn(thing, 'commentCount'));
}

/** Likes, comments and reposts: each number stands right after its icon; where likes are hidden, theirs is missing. */
function figuresOf(root: Element): { likes: Figure; comments: Figure; shares: Figure } {
  const found: Figure[] = [null, null, null];
  const section = [...root.querySelectorAll('section')].find((part) => part.querySelector(buttons) && !part.querySelector('form'));
  let icon = -1;
  for (const button of section?.querySelectorAll(buttons) ?? []) {
    const label = textOf(button);
    if (/^\p{Nd}/u.test(label) && icon >= 0 && icon < 3) found[icon] ??= label;
    else if (!label && !button.parentElement?.closest(buttons)) icon += 1;
  }
  return { likes: found[0] ?? likesOf(root), comments: found[1], shares: found[2] };
}

/** "159,071 likes", or "Liked by ANN and 79 others", who are 80. */
function likesOf(root: Element): Figure {
  const links = [...root.querySelectorAll('a[href*="/liked_by/"]')];
  const link = links.find((each) => readCount(textOf(each)));
  const count = link && readCount(textOf(link));
  if (!link || !count) return null;
  const line = link.closest('section') ?? link.parentElement;
  const named = line ? [...line.querySelectorAll('a[href]')].some((each) => handleIn(each) && textOf(each)) : false;
  return named ? { ...count, value: count.value + 1 } : count;
}

function mediaOf(root: Element, page: Page): Media[] {
  const images = [...root.querySelectorAll('img[alt][src]')].filter(
    (image) => image.getAttribute('alt') && !isWithin(image, root, 'header, h2, h3, section, form, a[href], [role="link"]'),
  );
  const videos = [...root.querySelectorAll('video')];
  return [
    ...images.map((image) => pictureOf(image, page.url)),
    ...videos.map((video): Media => ({ kind: 'video', url: webUrl(video.getAttribute('src'), page.url) })),
  ];
}

function readPost(root: Element, page: Page): Draft | null {
  if (root.matches('[role="dialog"], main') && root.querySelector('article')) return null;
  if (root.matches('article') && root.parentElement?.closest('article')) return null;
  const times = [...root.querySelectorAll('time')];
  const own = times.filter((time) => !isCommentTime(time));
  const linked = own.find((time) => placeOf(linkOf(time)?.getAttribute('href')));
  const isArticle = root.matches('article');
  const place =
    placeOf(linkOf(linked ?? root)?.getAttribute('href')) ??
    placeOf(attribute(root, 'a[href*="/liked_by/"]', 'href')) ??
    (!isArticle || root.closest('[role="dialog"]') || page.document.querySelectorAll('article').length === 1 ? placeOf(page.url.href) : null);
  const header = root.querySelector('header');
  const promoted = header !== null && [...header.querySelectorAll('span, a, div')].some((part) => promotedLabel.test(textOf(part)));
  const account = accountIn(header ?? root);
  const handle = account && handleIn(account);
  // A profile, a grid, a skeleton.
  if (!handle || (!isArticle && (!place || own.length === 0)) || (!place && !promoted)) return null;

  // The caption's author stands a second time right above or before it.
  const captionLink = [...root.querySelectorAll('a[href]')].find(
    (link) => handleIn(link) === handle && textOf(link) && link !== account && !header?.contains(link),
  );
  const captionTime = own.find((time) => time !== linked || own.length === 1);
  const item = captionLink?.closest('li');
  const inMain = !isArticle && captionTime !== undefined;
  const unit = item ?? (inMain ? unitOf(captionTime, root) : root);
  const { text, truncated } = readWords(captionLink || inMain || isArticle ? wordsOf(unit, inMain ? captionTime : (captionLink ?? null)) : null);
  const said = place && saidOf(page, place.code);
  const figures = figuresOf(root);
  // "View all 12 comments" leads to the post, and so do its time and its likes.
  const more = [...root.querySelectorAll('a[href]:not([href*="/liked_by/"]):not(:has(time))')].find(
    (link) => place && isArticle && !header?.contains(link) && placeOf(link.getAttribute('href'))?.code === place.code && readCount(textOf(link)),
  );
  return draftOf({
    kind: 'post',
    platform: 'instagram',
    url: place && urlOf(place),
    nativeId: place?.code ?? null,
    author: { name: said?.name ?? null, handle },
    text,
    truncated,
    publishedAt: dateOf(linked ?? own[0] ?? null, page),
    ...metricsOf({
      likes: figures.likes ?? said?.likes,
      comments: figures.comments ?? (more && textOf(more)) ?? (place && commentsInLd(place, page)) ?? said?.comments,
      shares: figures.shares,
    }),
    media: mediaOf(root, page),
    promoted,
  });
}

function readComment(link: Element, page: Page): Draft | null {
  const place = placeOf(link.getAttribute('href'));
  const time = link.querySelector('time');
  const root = link.closest('article, [role="dialog"], main');
  if (!place?.comment || !time || !root) return null;
  const unit = unitOf(time, root);
  const account = accountIn(unit);
  const { text, truncated } = readWords(wordsOf(unit, time));
  if (!account || !text) return null;
  const id = place.reply ?? place.comment;
  const above: Reference = place.reply
    ? { url: `${urlOf(place)}c/${place.comment}/`, nativeId: `${place.code}/${place.comment}`, author: { name: null, handle: null } }
    : { url: urlOf(place), nativeId: place.code, author: { name: null, handle: handleOfPost(root) } };
  const likes = [...unit.querySelectorAll(buttons)].map((button) => textOf(button)).find((label) => /^(?:\p{Nd}|いいね|좋아요)/u.test(label));
  return draftOf({
    kind: 'comment',
    platform: 'instagram',
    url: `${urlOf(place)}c/${place.comment}/${place.reply ? `r/${place.reply}/` : ''}`,
    nativeId: `${place.code}/${id}`,
    author: { name: null, handle: handleIn(account) },
    inReplyTo: above,
    text,
    truncated,
    publishedAt: dateOf(time, page),
    ...metricsOf({ likes }),
  });
}

function handleOfPost(root: Element): string | null {
  const account = accountIn(root.querySelector('header') ?? root);
  return account && handleIn(account);
}

export default definePlatform({
  id: 'instagram',
  name: 'Instagram',
  hosts,
  origins: hosts.map((host) => `https://${host}/*`),
  examples: [
    'https://www.instagram.com/p/CxAaBbCcDdE/',
    'https://www.instagram.com/reel/CxAaBbCcDdE/',
    'https://www.instagram.com/lila.bakes/p/CxAaBbCcDdE/',
  ],
  selector: `article, main, [role="dialog"], ${timed}, ${reels}`,
  read(element, page): Draft | null {
    if (element.matches(timed)) return readComment(element, page);
    return element.matches(reels) ? readReel(element, page) : readPost(element, page);
  },

  /** What the server sends to guests, and a reel whose player says nothing: meta tags. */
  readPage(page): Draft[] {
    const place = placeOf(page.url.href);
    const data = place && readData(place, page);
    if (data) return [data];
    const said = place && saidOf(page, place.code);
    if (!place || !said || (said.text === null && !said.handle)) return [];
    return [
      draftOf({
        kind: place.type === 'p' ? 'post' : 'video',
        platform: 'instagram',
        url: urlOf(place),
        nativeId: place.code,
        author: { name: said.name, handle: said.handle },
        text: said.text ?? '',
        publishedAt: said.publishedAt,
        ...metricsOf({ likes: said.likes, comments: said.comments }),
        media: said.image ? [{ kind: 'image', url: said.image }] : [],
      }),
    ];
  },
  readProfile,
});
