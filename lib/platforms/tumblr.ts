/**
 * www.tumblr.com: dashboard, search, tags, blogs and single posts are made of the same articles, in which all class names are generated.
 * Blogs at addresses of their own (NAME.tumblr.com) look as their owners please, and are read as any page.
 */
import type { Draft, Media, Person, PublishedAt } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { parentElementOf, pictureOf, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { readMetadata, saysAddress } from './shared/page-metadata.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const origin = 'https://www.tumblr.com';
/** Tags and buttons are around the words; so are the heads and feet of the post and of what it reblogs. */
const around = 'header, footer, button, figure, [data-testid="tag-link"], [data-testid="controlled-popover-wrapper"]';
const permalinks = 'header a[rel="bookmark"], header a[aria-label="Permalink"], header a[href]';
const postPath = /^\/(?:blog\/view\/)?([\w-]+)\/(\d{6,20})(?:\/[^/]*)?\/?$/;

interface Place {
  url: string;
  id: string;
  handle: string;
}

/** A post by its address; the words after its number may be left out, and are as they stand. */
function placeAt(href: string | null | undefined, base: URL): Place | null {
  if (!href || !URL.canParse(href, base)) return null;
  const { hostname, pathname } = new URL(href, base);
  const [, handle, id] = /^(?:www\.)?tumblr\.com$/.test(hostname) ? (postPath.exec(pathname) ?? []) : [];
  return handle && id ? { url: `${origin}${pathname.replace('/blog/view/', '/').replace(/\/$/, '')}`, id, handle } : null;
}

/** The blog a link leads to: "/NAME", or "NAME.tumblr.com". */
function blogOf(link: Element | null | undefined, base: URL): string | null {
  const href = link?.getAttribute('href');
  if (!href || !URL.canParse(href, base)) return null;
  const { hostname, pathname } = new URL(href, base);
  const own = /^([\w-]+)\.tumblr\.com$/.exec(hostname)?.[1];
  if (own && own !== 'www') return own;
  return /^(?:www\.)?tumblr\.com$/.test(hostname) ? (/^\/(?:blog\/)?([\w-]+)(?:\/\d+(?:\/.*)?)?\/?$/.exec(pathname)?.[1] ?? null) : null;
}

/** "Posted by NAME – August 10th, 2025, 3:00 AM", in the interface's language. */
function publishedOf(header: Element, page: Page): PublishedAt | null {
  const time = header.querySelector('time[datetime]');
  const exact = time?.getAttribute('datetime');
  const said = exact ? readDate(exact, page.now) : null;
  if (said && exact) return { ...said, raw: (time && textOf(time)) || exact, source: 'attribute' };
  for (const labelled of header.querySelectorAll('[aria-label], [title]')) {
    const label = labelled.getAttribute('aria-label') ?? labelled.getAttribute('title') ?? '';
    const raw = label.split(/\s[–—-]\s/).at(-1) ?? '';
    const date = /\d/.test(raw) && label !== raw ? readDate(raw, page.now, page.document.documentElement.lang || undefined) : null;
    if (date) return { ...date, raw, source: 'label' };
  }
  return null;
}

const labels = {
  comments: /^(?:comment|repl|komentar|balas|kommentar|kommentieren|antwort|coment|respon|répon)/i,
  shares: /^re(?:blo)/i,
  likes: /^(?:like|unlike|j.aime|je n.aime|suka|gefällt|me gusta|curtir|mi piace)/i,
};

/** The foot's buttons by their labels; in other languages by their order: comment, reblog, like. */
function figuresOf(footer: Element | undefined) {
  const buttons = [...(footer?.querySelectorAll('button, a[aria-label]') ?? [])];
  const labelled = (pattern: RegExp) => buttons.find((button) => pattern.test(button.getAttribute('aria-label') ?? ''));
  const known = Object.values(labels).some((pattern) => labelled(pattern));
  const shown = (pattern: RegExp, place: number) => {
    const button = known ? labelled(pattern) : buttons[place];
    return button && /^[^\p{L}]*\d[\d.,\s]*\s?\p{L}{0,4}\.?$/u.test(textOf(button)) ? textOf(button) : null;
  };
  return metricsOf({ comments: shown(labels.comments, 0), shares: shown(labels.shares, 1), likes: shown(labels.likes, 2) });
}

interface Entry {
  author: Person;
  box: Element;
}

/** What a reblog carries along, oldest first: each part has a picture of its author, outside the post's own head. */
function trailOf(article: Element, header: Element, page: Page): Entry[] {
  const avatars = [...article.querySelectorAll('figure')].filter((figure) => {
    const link = figure.querySelector('a[href]');
    return link?.querySelector('img') && blogOf(link, page.url) && !header.contains(figure) && !figure.closest('footer, button');
  });
  return avatars.map((avatar) => {
    let box: Element = avatar;
    for (let parent = parentElementOf(box); parent && parent !== article; parent = parentElementOf(parent)) {
      const shared = parent;
      if (
        shared.contains(header) ||
        shared.querySelector('footer, [data-testid="tag-link"]') ||
        avatars.some((other) => other !== avatar && shared.contains(other))
      )
        break;
      box = shared;
    }
    return { author: { name: null, handle: blogOf(avatar.querySelector('a[href]'), page.url) }, box };
  });
}

const keepReading =
  /^(?:keep reading|read more|lire la suite|continuer la lecture|baca selengkapnya|lanjutkan membaca|weiterlesen|seguir leyendo|continue lendo|continua a leggere)$/i;

function wordsOf(parts: Element[], trail: Entry[]): { text: string; truncated: boolean } {
  const cuts = parts.flatMap((part) => [...part.querySelectorAll('a, button')]).filter((link) => keepReading.test(textOf(link)));
  const bylines = trail.flatMap(({ box, author }) => [...box.querySelectorAll('a[href]')].filter((link) => textOf(link) === author.handle));
  const text = parts
    .map((part) => textOf(part, { except: `${around}, a[rel="author"]` }))
    .join('\n\n')
    .split('\n')
    .filter((line) => !keepReading.test(line.trim()) && !(bylines.length > 0 && trail.some(({ author }) => author.handle === line.trim())))
    .join('\n')
    .trim();
  return { text, truncated: cuts.length > 0 };
}

/** The largest of the sizes that are offered. */
const largest = (image: Element): string | null =>
  image.getAttribute('srcset')?.split(/,\s+/).at(-1)?.trim().split(/\s+/)[0] ?? image.getAttribute('src');

function mediaOf(parts: Element[], header: Element, base: URL): Media[] {
  const all = (selector: string) =>
    parts.flatMap((part) => [...part.querySelectorAll(selector)]).filter((each) => !header.contains(each) && !each.closest('footer'));
  // A moving picture stands twice, still and moving; an avatar is a link to a blog.
  const images = all('figure img, button img').filter(
    (image) => !(image.closest('a[href]') && blogOf(image.closest('a[href]'), base)) && image.parentElement?.querySelector('img') === image,
  );
  return [
    ...images.map((image) => pictureOf(image, base, largest(image))),
    ...all('video').map(
      (video): Media => ({ kind: 'video', url: webUrl(video.getAttribute('src') ?? video.querySelector('source')?.getAttribute('src'), base) }),
    ),
    ...all('audio').map(
      (audio): Media => ({ kind: 'audio', url: webUrl(audio.getAttribute('src') ?? audio.querySelector('source')?.getAttribute('src'), base) }),
    ),
  ];
}

const advert = /^(?:sponsored|promoted|blazed|sponsorisé|disponsori|gesponsert|patrocinado|sponsorizzato)/i;

export default definePlatform({
  id: 'tumblr',
  name: 'Tumblr',
  hosts: ['www.tumblr.com', 'tumblr.com'],
  origins: ['https://www.tumblr.com/*', 'https://tumblr.com/*'],
  examples: ['https://www.tumblr.com/lampbaker/791459748145000001/a-lamp', 'https://www.tumblr.com/dashboard', 'https://www.tumblr.com/search/lamp'],
  selector: 'article',

  read(article, page): Draft | null {
    const header = article.querySelector('header');
    if (!header || article.parentElement?.closest('article')) return null;
    const place = [...article.querySelectorAll(permalinks)].map((link) => placeAt(link.getAttribute('href'), page.url)).find((each) => each !== null);
    if (!place) return null;
    const footer = [...article.querySelectorAll('footer')].at(-1);
    const blog: Person = { name: null, handle: blogOf(header.querySelector('a[rel="author"]'), page.url) ?? place.handle };
    const trail = trailOf(article, header, page);
    const [root, last] = [trail[0], trail.at(-1)];
    // Who adds words to a reblog stands at its end again; who adds none only passes it on.
    const added = last && last !== root && last.author.handle === blog.handle;
    const shown = added ? last : root;
    const parts = shown ? [shown.box] : [article];
    const isShared = shown !== undefined && shown.author.handle !== blog.handle;
    return draftOf({
      kind: 'post',
      platform: 'tumblr',
      url: place.url,
      nativeId: place.id,
      author: isShared ? shown.author : blog,
      ...(isShared && { sharedBy: blog }),
      ...(added && root && { quotes: { url: null, nativeId: null, author: root.author, text: wordsOf([root.box], trail).text } }),
      ...wordsOf(parts, trail),
      publishedAt: publishedOf(header, page),
      ...figuresOf(footer),
      media: mediaOf(parts, header, page.url),
      promoted: [...header.querySelectorAll('span, div, a')].some((part) => part.childElementCount === 0 && advert.test(textOf(part))),
    });
  },

  /** A post's page before the app has drawn it. */
  readPage(page): Draft[] {
    const place = placeAt(page.url.href, page.url);
    const found = readMetadata(page);
    if (!place || !found.text || !saysAddress(page, place.id)) return [];
    const { title: _, ...rest } = found;
    return [draftOf({ ...rest, kind: 'post', platform: 'tumblr', url: place.url, nativeId: place.id, author: { name: null, handle: place.handle } })];
  },
});
