import type { Draft, Person, PublishedAt, Reference } from '../core/draft.ts';
import { readDate, snowflakeTime } from './shared/dates.ts';
import { isAfter, textOf } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { appFigures, guestFigures } from './x/figures.ts';
import { authorOf, isHandle, isSame, linkedHandle, micro, nameSlot, type Post, postOf, posts, statusId } from './x/post.ts';
import { readProfile } from './x/profile.ts';
import { mediaOf, wordsIn } from './x/words.ts';

/** An article within another is the post that it quotes. */
const wholePosts = `:is(${posts}):not(:is(${posts}) *)`;

const permalink = (handle: string | null, id: string | null): string | null => (id ? `https://x.com/${handle ?? 'i'}/status/${id}` : null);

/** An advert shows no time, but its views and pictures still lead to its own address. */
const idOf = (post: Post, handle: string | null): string | null =>
  post.element.getAttribute('data-tweet-id') ??
  statusId(post.own('a[href*="/status/"] time')[0]?.closest('a')?.getAttribute('href')) ??
  post
    .own('a[href*="/status/"]')
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => handle === null || href.toLowerCase().includes(`/${handle.toLowerCase()}/status/`))
    .map(statusId)
    .find(Boolean) ??
  null;

function publishedOf(post: Post, id: string | null, page: Page): PublishedAt | null {
  const time = post.own('a[href*="/status/"] time[datetime]')[0] ?? post.own('time[datetime]')[0];
  const stated = time?.getAttribute('datetime') ?? micro(post, 'datePublished');
  const date = readDate(stated ?? '', page.now);
  // Guests' page of 2026 has no `time`; the first link to the post itself with words in it is its date.
  const label = time ?? (post.own(nameSlot)[0] ? undefined : post.own('a[href*="/status/"]').find((link) => link.textContent?.trim()));
  const raw = (label && textOf(label)) || (stated ?? '');
  if (date) return { ...date, raw, source: time ? 'attribute' : 'metadata' };
  const made = id ? snowflakeTime(id) : null;
  return made && { ...made, raw, source: 'id' };
}

/** Only a repost's line leads to a person; "Pinned" and the like lead nowhere, a community's line to its page. */
function sharedByOf({ own }: Post): Person | null {
  const context = own('[data-testid="socialContext"]')[0];
  const link = context?.closest('a') ?? context?.querySelector('a');
  const handle = link && linkedHandle(link);
  const name = context?.querySelector('[dir]');
  return handle ? { handle, name: (name && textOf(name)) || null } : null;
}

function quotesOf({ quoted }: Post): Reference | null {
  if (!quoted) return null;
  const post = postOf(quoted);
  const author = authorOf(post);
  const nativeId = idOf(post, author.handle);
  const words = wordsIn(post).text;
  return { url: permalink(author.handle, nativeId), nativeId, author, ...(words && { text: words }) };
}

/** The post whose own page this is, where it is drawn. */
function mainPost({ document, url }: Page): Element | null {
  const id = statusId(url.pathname);
  if (!id) return null;
  // Its time stands below its words. Where a picture of it is open, it may be in the feed behind, too, with its time beside the name.
  const time = [...document.querySelectorAll(`a[href*="/status/${id}"] time`)].find((each) => !each.closest(`div[role="link"], ${nameSlot}`));
  return document.querySelector(`[data-tweet-id="${id}"]`) ?? time?.closest(posts) ?? null;
}

/**
 * On a post's own page what stands above it are its parents, each answering the one before; what stands below answers it, or another answer,
 * until a heading ("Discover more") ends the conversation. The likeliest parent comes first.
 */
function parentsIn(element: Element, page: Page): Element[] {
  const main = mainPost(page);
  const column = main?.closest('[role="dialog"], main') ?? page.document;
  if (!main || !column.contains(element)) return [];
  const above = [...column.querySelectorAll(wholePosts)].filter((post) => isAfter(element, post)).reverse();
  if (!isAfter(element, main)) return above;
  const ends = [...column.querySelectorAll('h2, [role="heading"]')].some(
    (each) => isAfter(each, main) && isAfter(element, each) && !each.closest(posts),
  );
  return ends ? [] : [main, ...above.filter((post) => isAfter(post, main))];
}

/** What may follow the line that says whom a post answers. */
const content = '[data-testid="tweetText"], [data-testid="tweetPhoto"], [data-testid="videoPlayer"], [data-testid="card.wrapper"], [role="group"]';

/** "Replying to @ann" between the name and the words of a reply, in no part that has a test id; the one that it answers comes first. */
function addresseeOf({ element, own }: Post): string | null {
  const start = own(nameSlot)[0];
  const end = own(content)[0];
  const link =
    start &&
    own('a[href]').find(
      (each) =>
        isHandle(each.textContent ?? '') &&
        isAfter(each, start) &&
        (!end || isAfter(end, each)) &&
        (each.closest('[data-testid]')?.contains(element) ?? true),
    );
  return link ? linkedHandle(link) : null;
}

/** What it answers: on a conversation's page as its order tells, but never another one's post than the page names. */
function inReplyToOf(post: Post, page: Page): Reference | null {
  const addressee = addresseeOf(post);
  for (const parent of parentsIn(post.element, page)) {
    const above = postOf(parent);
    const author = authorOf(above);
    if (addressee && !isSame(addressee, author.handle)) continue;
    const nativeId = idOf(above, author.handle);
    return { url: permalink(author.handle, nativeId), nativeId, author };
  }
  return addressee ? { url: null, nativeId: null, author: { name: null, handle: addressee } } : null;
}

function read(element: Element, page: Page): Draft | null {
  const post = postOf(element);
  const author = authorOf(post);
  const words = wordsIn(post);
  const media = mediaOf(post, page);
  const isApp = post.own(`${nameSlot}, [data-testid="reply"]`).length > 0;
  const nativeId = idOf(post, author.handle);
  // In the place of a post that was taken down stands a line with a link.
  if ((!author.handle && !author.name) || (!nativeId && !words.text && media.length === 0)) return null;
  const sharedBy = sharedByOf(post);
  // An advert is the one post in the app without a time; its word ("Ad") is another in every language.
  const promoted = isApp && post.own('time').length === 0;
  // It may stand among answers, and is none.
  const inReplyTo = promoted ? null : inReplyToOf(post, page);
  const quotes = quotesOf(post);
  return draftOf({
    kind: words.isArticle ? 'article' : inReplyTo ? 'comment' : 'post',
    platform: 'x',
    url: permalink(author.handle, nativeId),
    nativeId,
    author,
    ...(sharedBy && { sharedBy }),
    ...(inReplyTo && { inReplyTo }),
    ...(quotes && { quotes }),
    ...(words.title && { title: words.title }),
    text: words.text,
    truncated: words.truncated,
    ...(words.lang && { lang: words.lang }),
    publishedAt: publishedOf(post, nativeId, page),
    ...metricsOf(isApp ? appFigures(post) : guestFigures(post)),
    media,
    promoted,
  });
}

/**
 * "Hmm...this page doesn’t exist." in place of the conversation (seen by tools of 2024 to 2026 on deleted posts; its words in other languages are
 * not known to us). The same box says "Something went wrong", and a line within a conversation that a parent was deleted: neither is this.
 */
const isGone = ({ document }: Page): boolean =>
  /this page doesn.t exist/i.test(document.querySelector('[data-testid="primaryColumn"] [data-testid="error-detail"]')?.textContent ?? '') &&
  !document.querySelector(posts);

export default definePlatform({
  id: 'x',
  name: 'X',
  hosts: ['x.com', 'www.x.com', 'mobile.x.com', 'twitter.com', 'www.twitter.com', 'mobile.twitter.com'],
  origins: ['https://x.com/*', 'https://twitter.com/*', 'https://mobile.x.com/*', 'https://mobile.twitter.com/*'],
  examples: ['https://x.com/home', 'https://x.com/ann/status/1790000000000000000', 'https://twitter.com/ann', 'https://x.com/search?q=plaza&f=live'],
  selector: wholePosts,
  read,
  gone: (page) => (isGone(page) ? statusId(page.url.pathname) : null),
  readProfile,
});
