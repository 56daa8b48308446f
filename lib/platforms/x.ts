import type { Draft, Person, PublishedAt, Reference } from '../core/draft.ts';
import { readDate, snowflakeTime } from './shared/dates.ts';
import { textOf } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { appFigures, guestFigures } from './x/figures.ts';
import { authorOf, isHandle, leafHandle, linkedHandle, micro, nameSlot, type Post, postOf, posts, statusId } from './x/post.ts';
import { mediaOf, wordsIn } from './x/words.ts';

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
  const time = post.own('time[datetime]')[0];
  const stated = time?.getAttribute('datetime') ?? micro(post, 'datePublished');
  const date = readDate(stated ?? '', page.now);
  // Guests' page of 2026 has no `time`; the first link to the post itself with words in it is its date.
  const label = time ?? (post.own(nameSlot)[0] ? undefined : post.own('a[href*="/status/"]').find((link) => link.textContent?.trim()));
  const raw = (label && textOf(label).slice(0, 200)) || (stated ?? '');
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
  const slot = post.own(nameSlot)[0];
  const author = slot ? { name: authorOf(post).name, handle: leafHandle(slot) } : authorOf(post);
  const nativeId = idOf(post, author.handle);
  const words = wordsIn(post).text;
  return { url: permalink(author.handle, nativeId), nativeId, author, ...(words && { text: words }) };
}

/** Posts that share the page's conversation, in its order; what stands under a later heading ("Discover more") is no part of it. */
function conversationOf(page: Page): Element[] {
  const id = statusId(page.url.pathname);
  if (!id) return [];
  const all = [...page.document.querySelectorAll(posts)].filter((post) => !post.parentElement?.closest(posts));
  const main = all.findIndex((post) => idOf(postOf(post), null) === id);
  if (main < 0) return [];
  const column = all[main]?.closest('section, main') ?? page.document;
  const isAfter = (one: Element, other: Element | undefined) =>
    other !== undefined && (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const heading = [...column.querySelectorAll('h2, [role="heading"]')].find((each) => isAfter(each, all[main]) && !each.closest(posts));
  return all.filter((post) => !heading || isAfter(heading, post));
}

/** On a post's own page what stands above it are its parents, each answering the one before; what stands below answers it. */
function parentIn(element: Element, page: Page): Reference | null {
  const conversation = conversationOf(page);
  const at = conversation.indexOf(element);
  const main = conversation.findIndex((post) => idOf(postOf(post), null) === statusId(page.url.pathname));
  const parent = at > main ? conversation[main] : conversation[at - 1];
  if (at < 0 || !parent) return null;
  const post = postOf(parent);
  const author = authorOf(post);
  const nativeId = idOf(post, author.handle);
  return { url: permalink(author.handle, nativeId), nativeId, author };
}

/** "Replying to @ann" over the words of a reply in a feed. */
function addresseeOf({ own }: Post): Reference | null {
  const elsewhere = `${nameSlot}, [data-testid="tweetText"], [data-testid="socialContext"], [data-testid="card.wrapper"], [data-testid*="rticle"]`;
  const link = own(nameSlot)[0] && own('a[href]').find((each) => isHandle(each.textContent?.trim() ?? '') && !each.closest(elsewhere));
  const handle = link && linkedHandle(link);
  return handle ? { url: null, nativeId: null, author: { name: null, handle } } : null;
}

function read(element: Element, page: Page): Draft | null {
  const post = postOf(element);
  const author = authorOf(post);
  const words = wordsIn(post);
  const media = mediaOf(post, page);
  if (!author.handle && !author.name) return null;
  const isApp = post.own(nameSlot).length > 0;
  const nativeId = idOf(post, author.handle);
  const sharedBy = sharedByOf(post);
  const inReplyTo = parentIn(element, page) ?? addresseeOf(post);
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
    // An advert is the one post in the app without a time; its word ("Ad") is another in every language.
    promoted: isApp && post.own('time').length === 0,
  });
}

export default definePlatform({
  id: 'x',
  name: 'X',
  hosts: ['x.com', 'www.x.com', 'mobile.x.com', 'twitter.com', 'www.twitter.com', 'mobile.twitter.com'],
  origins: ['https://x.com/*', 'https://twitter.com/*', 'https://mobile.x.com/*', 'https://mobile.twitter.com/*'],
  examples: ['https://x.com/home', 'https://x.com/ann/status/1790000000000000000', 'https://twitter.com/ann', 'https://x.com/search?q=plaza&f=live'],
  // An article within another is the post that it quotes.
  selector: `:is(${posts}):not(:is(${posts}) *)`,
  read,
});
