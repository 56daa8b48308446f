/**
 * bsky.app, seen January 2026 as a guest; code of the app read up to August 2026. React Native for the web: no `time`, no articles,
 * but test ids and `aria-label`s in every build. Names are wrapped in marks of writing direction, which `textOf` takes out.
 */
import type { Draft, Media, Person, PublishedAt, Reference } from '../core/draft.ts';
import {
  accountOf,
  authorOf,
  handleOf,
  hidden,
  isBefore,
  origin,
  type Parts,
  partsOf,
  pathOf,
  permalinkOf,
  postPath,
  posts,
  referenceTo,
  words,
} from './bluesky/post-parts.ts';
import { readProfile } from './bluesky/profile.ts';
import { readDate } from './shared/dates.ts';
import { pictureOf, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { readCount } from './shared/numbers.ts';
import { readMetadata, saysAddress } from './shared/page-metadata.ts';
import { definePlatform, type Page } from './shared/platform.ts';

/** What the app says below "Post not found" where the server has no such post (its catalogues of 2024); below it may also stand why it could not ask. */
const notice = /The post may have been deleted|Ce post a peut-être été supprimé|Postingan mungkin telah dihapus/;

/** A moment out of the record key (a TID: microseconds in base 32, and ten bits more). null where the key is not one, or not of our time. */
function instantOfKey(key: string, now: Date): string | null {
  if (!/^[2-7a-z]{13}$/.test(key)) return null;
  const bits = [...key].reduce((sum, letter) => sum * 32n + BigInt('234567abcdefghijklmnopqrstuvwxyz'.indexOf(letter)), 0n);
  const milliseconds = Number((bits >> 10n) / 1000n);
  // Bluesky opened in 2022; a key from before or from tomorrow was made up by an importing tool.
  return milliseconds > Date.UTC(2022, 0) && milliseconds < now.getTime() + 864e5 ? new Date(milliseconds).toISOString() : null;
}

/** Words around a name in "Reposted by NAME"; in other languages the name is left unknown, the handle is not. */
const repostedBy =
  /^(?:Reposted by|Republié par|Diposting ulang oleh|Repostet von|Erneut veröffentlicht von|Republicado por|Repostado por|Ripubblicato da) +(?!you$|vous$|Anda$|dir$)(.+)$/i;

/** Who reposted it: a link to a profile above the author's picture. "Pinned" and "From FEED" stand there too, without such a link. */
function sharedByOf(parts: Parts): Person | null {
  const avatar = parts.one('[data-testid="userAvatarImage"]');
  const link = parts
    .all('a[href*="/profile/"]')
    .find((candidate) => avatar && isBefore(candidate, avatar) && !candidate.contains(avatar) && accountOf(candidate) !== null);
  if (!link) return null;
  const label = textOf(link);
  return { name: repostedBy.exec(label)?.[1] ?? null, handle: handleOf(accountOf(link)) };
}

function dateFrom(label: string | null | undefined, now: Date): PublishedAt | null {
  const date = label ? readDate(label, now) : null;
  return date && label ? { ...date, raw: label, source: 'label' } : null;
}

function publishedOf(parts: Parts, key: string | undefined, now: Date): PublishedAt | null {
  const tooltip = parts.one('a[href*="/post/"][data-tooltip]')?.getAttribute('data-tooltip');
  const read = dateFrom(tooltip, now);
  if (read) return read;
  if (!tooltip) {
    // The expanded post says "12:55 AM · Jan 27, 2026" in a line of its own.
    const text = parts.one(words);
    for (const line of parts.all('div[dir="auto"]')) {
      if (line.childElementCount > 0 || line.closest('a, button') || text?.contains(line)) continue;
      const label = textOf(line);
      const date = /\d{4}/.test(label) && label.length < 80 ? dateFrom(label, now) : null;
      if (date && (date.precision === 'minute' || date.precision === 'second')) return date;
    }
  }
  const instant = key ? instantOfKey(key, now) : null;
  return instant && key ? { instant, raw: tooltip ?? key, precision: 'second', source: 'id' } : null;
}

function mediaOf(parts: Parts, page: Page): Media[] {
  const text = parts.one(words);
  const cards = parts.all('a[href^="http"]').filter((link) => !text?.contains(link) && !link.getAttribute('href')?.startsWith(`${origin}/`));
  const images = parts.all('img[src*="/img/feed_"]').filter((image) => !cards.some((card) => card.contains(image)));
  const videos = parts.all('video');
  return [
    ...images.map((image) => pictureOf(image, page.url)),
    ...videos.map(
      (video): Media => ({
        kind: 'video',
        url: webUrl(video.getAttribute('src'), page.url) ?? webUrl(video.getAttribute('poster'), page.url),
        ...altOf(video.getAttribute('aria-label')),
      }),
    ),
    ...cards.map((card): Media => ({ kind: 'link', url: webUrl(card.getAttribute('href'), page.url), ...altOf(card.getAttribute('aria-label')) })),
  ];
}

const altOf = (alt: string | null): Pick<Media, 'alt'> => (alt?.trim() ? { alt: alt.trim() } : {});

function quoteOf(quote: Element): Reference {
  const link = [...quote.querySelectorAll('a[href*="/post/"]')].find((candidate) => postPath.test(pathOf(candidate)));
  const [, linked, key] = postPath.exec(link ? pathOf(link) : '') ?? [];
  // The quote's label is "Post by HANDLE", in English everywhere.
  const handle = linked ?? /([\w-]+(?:\.[\w-]+)+)$/.exec(quote.getAttribute('aria-label') ?? '')?.[1] ?? null;
  const text = quote.querySelector(words);
  return {
    url: linked && key ? `${origin}/profile/${linked}/post/${key}` : null,
    nativeId: key ?? null,
    author: authorOf(partsOf(quote), handle),
    ...(text ? { text: textOf(text, { pre: true }) } : {}),
  };
}

/** "Replied to NAME" in a feed: a link to a profile between the time and the text. */
function replyLabelOf(parts: Parts): Reference | null {
  const time = parts.one('a[href*="/post/"][data-tooltip]');
  const text = parts.one(words);
  const link = parts
    .all('a[href*="/profile/"]')
    .find(
      (candidate) =>
        time && isBefore(time, candidate) && accountOf(candidate) !== null && !text?.contains(candidate) && (!text || isBefore(candidate, text)),
    );
  if (!link) return null;
  return { url: null, nativeId: null, author: { name: textOf(link) || null, handle: handleOf(accountOf(link)) } };
}

/** Thread items of the same screen. */
const threadOf = (item: Element, page: Page): Element[] => [
  ...(item.closest('[data-testid="postThreadScreen"]') ?? page.document).querySelectorAll('[data-testid^="postThreadItem-by-"]'),
];

/**
 * Whom a thread item answers. A line drawn above it joins it to the item before; without a line it answers the expanded post.
 * Where the thread is shown as a tree there is no such place, and the answer stays unknown.
 */
function parentInThread(item: Element, thread: Element[]): Element | null {
  const index = thread.indexOf(item);
  if (index <= 0) return null;
  const expanded = thread.findIndex((other) => !other.matches('[role="link"]'));
  if (index === expanded) return thread[index - 1] ?? null;
  const place = item.firstElementChild;
  if (!place || place.textContent?.trim() || place.querySelector('a, img, svg')) return null;
  const joined = place.querySelector(':scope > * > *') !== null;
  return (joined ? thread[index - 1] : expanded >= 0 && index > expanded ? thread[expanded] : null) ?? null;
}

export default definePlatform({
  id: 'bluesky',
  name: 'Bluesky',
  hosts: ['bsky.app'],
  origins: ['https://bsky.app/*'],
  examples: ['https://bsky.app/profile/maren.example.com/post/3kx2aaaaaaa2b', 'https://bsky.app/search?q=lantern', 'https://bsky.app/'],
  selector: posts,

  read(post, page): Draft | null {
    const parts = partsOf(post);
    // No reply button: a notification, a skeleton, or a post that only members may see. A notification may also wrap a whole post.
    const button = parts.one('[data-testid="replyBtn"]');
    if (button?.closest(posts) !== post || post.closest(hidden)) return null;

    const inThread = post.matches('[data-testid^="postThreadItem-by-"]');
    const permalink = permalinkOf(parts, page, inThread && !post.matches('[role="link"]'));
    const handle = permalink?.handle ?? /-by-(.+)$/.exec(post.getAttribute('data-testid') ?? '')?.[1] ?? null;
    const thread = inThread ? threadOf(post, page) : [];
    const parent = parentInThread(post, thread);
    const inReplyTo = parent ? referenceTo(parent, page) : replyLabelOf(parts);
    const sharedBy = sharedByOf(parts);
    const text = parts.one(words);
    // Exact in the label ("Like (3,817 likes)"); some languages write "one like" there without a figure.
    const labelled = (selector: string) => readCount(parts.one(selector)?.getAttribute('aria-label') ?? '');
    const shown = (selector: string) => {
      const element = parts.one(selector);
      return element ? textOf(element) : null;
    };
    // The short count beside the button adds quotes to reposts; the expanded post also gives the reposts alone.
    const expanded = parts.one('[data-testid$="-expanded"]') !== undefined;

    return draftOf({
      kind: inReplyTo || thread.indexOf(post) > 0 ? 'comment' : 'post',
      platform: 'bluesky',
      url: permalink?.url ?? null,
      nativeId: permalink?.key ?? null,
      author: authorOf(parts, handle),
      ...(sharedBy ? { sharedBy } : {}),
      ...(inReplyTo ? { inReplyTo } : {}),
      ...(parts.quote ? { quotes: quoteOf(parts.quote) } : {}),
      text: text ? textOf(text, { pre: true }) : '',
      publishedAt: publishedOf(parts, permalink?.key, page.now),
      ...metricsOf({
        comments: labelled('[data-testid="replyBtn"]') ?? shown('[data-testid="replyBtn"]'),
        shares: shown(expanded ? '[data-testid="repostCount-expanded"]' : '[data-testid="repostCount"]'),
        likes: labelled('[data-testid="likeBtn"]') ?? shown('[data-testid="likeCount"]'),
        saves: shown('[data-testid="bookmarkCount-expanded"]'),
      }),
      media: mediaOf(parts, page),
    });
  },

  /** A post's page before the app has drawn it, and as the server sends it: only its meta tags speak. */
  readPage(page): Draft[] {
    const [, handle, key] = postPath.exec(page.url.pathname) ?? [];
    const found = readMetadata(page);
    if (!handle || !key || !found.text || !saysAddress(page, key)) return [];
    // The server's title is "NAME (@HANDLE)".
    const [, name] = /^(.+?)\s*\(@[^)]+\)$/.exec(found.title ?? '') ?? [];
    const { title: _, ...rest } = found;
    return [
      draftOf({
        ...rest,
        kind: 'post',
        platform: 'bluesky',
        url: `${origin}/profile/${handle}/post/${key}`,
        nativeId: key,
        author: { name: name ?? found.author.name, handle },
      }),
    ];
  },

  gone({ url, document }) {
    const key = postPath.exec(url.pathname)?.[2];
    // The screens of before stay in the page, put aside.
    const screen = [...document.querySelectorAll('[data-testid="postThreadScreen"]')].at(-1);
    return key && screen && notice.test(screen.textContent ?? '') && !screen.querySelector(posts) ? key : null;
  },
  readProfile,
});
