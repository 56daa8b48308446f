import type { Draft, Media, Person, PublishedAt, Reference } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { attribute, text, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const site = 'https://www.reddit.com/';
const postUnits =
  '[data-testid="search-post-unit"],[data-testid="search-sdui-post"],[data-testid="search-post-with-content-preview"],[data-testid="sdui-post-unit"]';
const commentUnit = '[data-testid="search-sdui-comment-unit"]';

const get = (element: Element | null | undefined, name: string): string | null => element?.getAttribute(name)?.trim() || null;

/** "t3_1ab2c" → "1ab2c". */
const bare = (fullName: string | null): string | null => fullName?.replace(/^t\d_/, '') || null;

/** A post's or comment's address, the same whichever of the site's hosts shows it; null for any other address. */
function permalink(href: string | null): string | null {
  const address = webUrl(href, site);
  if (!address) return null;
  const { hostname, pathname } = new URL(address);
  return /(?:^|\.)reddit\.com$/.test(hostname) && /\/comments\/\w/.test(pathname) ? new URL(pathname, site).href : null;
}

const postIn = (href: string | null): string | null => /\/comments\/(\w+)/.exec(href ?? '')?.[1] ?? null;
/** From `/comments/POST/comment/COMMENT/` and the older `/comments/POST/slug/COMMENT/`. */
const commentIn = (href: string | null): string | null => /\/comments\/\w+\/[^/]*\/(\w+)/.exec(href ?? '')?.[1] ?? null;

/** Reddit shows no display names. "[deleted]", in any language, is nobody. */
const redditor = (name: string | null): Person => ({
  name: null,
  handle: !name || /^\[.*\]$/.test(name) ? null : name.replace(/^\/?u(?:ser)?\//, ''),
});

/** `faceplate-timeago[ts]` or `time[datetime]`, whichever comes first below one of the roots. */
function timeOf(roots: readonly (Element | null)[], { now }: Page, except = '.edited-timestamp'): PublishedAt | null {
  for (const root of roots)
    for (const element of root?.querySelectorAll('faceplate-timeago[ts],time[datetime]') ?? []) {
      const stamp = get(element, 'ts') ?? get(element, 'datetime') ?? '';
      const found = element.matches(except) ? null : readDate(stamp, now);
      if (found) return { ...found, raw: textOf(element) || stamp, source: 'attribute' };
    }
  return null;
}

function timeFrom(stamp: string | null, { now }: Page): PublishedAt | null {
  const found = stamp && readDate(stamp, now);
  return found ? { ...found, raw: stamp, source: 'attribute' } : null;
}

/** A score as written in an attribute; it may be below zero. */
const exact = (value: string | null): number | null => (value && /^-?\d+$/.test(value) ? Number(value) : null);

/** A young post's score may be hidden: then the number between the arrows is missing, while the attribute holds a placeholder. */
function shownScore(host: Element | null, score: string | null): number | null {
  const arrows = host?.shadowRoot?.querySelector('[upvote]')?.parentElement;
  const hidden = arrows && !arrows.querySelector('faceplate-number') && !/\d/.test(arrows.textContent ?? '');
  return hidden ? null : exact(score);
}

const pictureHosts = /^(?:preview|external-preview|i)\.redd\.it$/;

/** Pictures among the post's own content, not avatars, icons and emoji; the blurred backdrop of a picture is the picture again. */
function pictures(roots: readonly (Element | null)[]): Media[] {
  const found = new Map<string, Media>();
  for (const image of roots.flatMap((root) => [...(root?.querySelectorAll('img') ?? [])])) {
    const url = webUrl(get(image, 'src') ?? get(image, 'data-lazy-src'), site);
    if (!url || !pictureHosts.test(new URL(url).hostname) || image.closest('a[href*="/user/"]')) continue;
    const alt = get(image, 'alt');
    const { pathname } = new URL(url);
    if (!found.has(pathname)) found.set(pathname, { kind: 'image', url, ...(alt && { alt }) });
  }
  return [...found.values()];
}

/** What a post links to, unless that is itself, an uploaded file shown above, or another post. */
function attached(href: string | null, shown: Media[]): Media[] {
  const url = webUrl(href, site);
  if (!url || permalink(url)) return shown;
  const { hostname, pathname } = new URL(url);
  if (hostname === 'v.redd.it') return [{ kind: 'video', url }];
  if (/(?:^|\.)reddit\.com$/.test(hostname)) return shown;
  if (hostname === 'i.redd.it' || /\.(?:jpe?g|png|gif|webp)$/i.test(pathname)) return [{ ...shown[0], kind: 'image', url }];
  return [{ kind: 'link', url }];
}

/** The post that a crosspost, or a link to a post, points at. */
function pointedAt(href: string | null, own: string, post: Element): Reference | undefined {
  const url = permalink(webUrl(href, site));
  const id = postIn(url);
  if (!url || !id || id === own) return undefined;
  const title = [...post.querySelectorAll('a[href*="/comments/"]')].find((link) => postIn(get(link, 'href')) === id && textOf(link));
  const body = post.querySelector(`[id="t3_${id}-post-rtjson-content"]`);
  const words = [title, body].flatMap((part) => (part ? textOf(part) : [])).join('\n\n');
  return { url, nativeId: id, author: redditor(null), ...(words && { text: words.slice(0, 20_000) }) };
}

/** `shreddit-post`, and `shreddit-ad-post` with the same attributes. */
function readPost(post: Element, page: Page): Draft | null {
  const id = bare(get(post, 'id') ?? get(post, 'post-id'));
  const title = get(post, 'post-title') ?? text(post, '[slot="title"]');
  if (!id || !title) return null;
  const body = post.querySelector(`[id="t3_${id}-post-rtjson-content"]`) ?? post.querySelector('[slot="text-body"]');
  const words = body ? textOf(body) : '';
  const target = get(post, 'content-href');
  const quotes = pointedAt(target, id, post);
  const container = post.querySelector('[slot="post-media-container"]');
  const inFeed = get(post, 'view-context') !== 'CommentsPage' && !post.hasAttribute('show-full-content');
  return draftOf({
    kind: 'post',
    platform: 'reddit',
    url: permalink(get(post, 'permalink')) ?? `${site}comments/${id}/`,
    nativeId: id,
    author: redditor(get(post, 'author')),
    ...(quotes && { quotes }),
    title,
    text: words,
    truncated: inFeed && /(?:…|\.\.\.)$/.test(words),
    ...(get(post, 'post-language') && { lang: get(post, 'post-language') ?? '' }),
    publishedAt: timeFrom(get(post, 'created-timestamp'), page) ?? timeOf([post.querySelector('[slot="credit-bar"]')], page),
    ...metricsOf({ likes: shownScore(post, get(post, 'score')), comments: exact(get(post, 'comment-count')) }),
    media: quotes ? [] : attached(target, pictures([container, body])),
    promoted: post.matches('shreddit-ad-post,[promoted]'),
  });
}

/** The post of this page, as what its comments reply to. */
function postReference(id: string, page: Page, comment: string | null): Reference {
  const post = page.document.querySelector(`shreddit-post[id="t3_${id}"],.thing[data-fullname="t3_${id}"]`);
  const title = post && (get(post, 'post-title') ?? text(post, '.entry a.title'));
  const path = comment?.replace(/(\/comments\/\w+\/)(?:comment\/\w+|([^/]+\/)\w+)\/?$/, '$1$2') ?? null;
  return {
    url: permalink(get(post, 'permalink') ?? get(post, 'data-permalink') ?? path) ?? `${site}comments/${id}/`,
    nativeId: id,
    author: redditor(get(post, 'author') ?? get(post, 'data-author')),
    ...(title && { text: title }),
  };
}

const commentText = (comment: Element): string => {
  const id = get(comment, 'thingid') ?? '';
  const body = comment.querySelector(`[id="${id}-post-rtjson-content"]`) ?? comment.querySelector(':scope > [slot="comment"]');
  return body ? textOf(body) : '';
};

/** `shreddit-comment`: nested in the comment it answers, or beside it with a deeper `depth`. */
function readComment(comment: Element, page: Page): Draft | null {
  const url = permalink(get(comment, 'permalink'));
  const id = bare(get(comment, 'thingid')) ?? commentIn(url);
  const post = bare(get(comment, 'postid')) ?? postIn(url);
  // A deleted comment keeps its place in the thread, but has no permalink.
  if (!url || !id || !post || comment.hasAttribute('is-comment-deleted')) return null;
  const own = `:scope > [slot="commentMeta"]`;
  const body = comment.querySelector(':scope > [slot="comment"]');
  return draftOf({
    kind: 'comment',
    platform: 'reddit',
    url,
    nativeId: `${post}/${id}`,
    author: redditor(get(comment, 'author')),
    inReplyTo: parentOf(comment, post, url, page),
    text: commentText(comment),
    publishedAt: timeOf([comment.querySelector(own)], page) ?? timeFrom(get(comment, 'created'), page),
    ...metricsOf({ likes: shownScore(comment.querySelector(':scope > shreddit-comment-action-row'), get(comment, 'score')) }),
    media: pictures([body]),
  });
}

function parentOf(comment: Element, post: string, url: string, page: Page): Reference {
  const above = comment.parentElement?.closest('shreddit-comment') ?? null;
  const fullName = get(comment, 'parentid') ?? get(above, 'thingid');
  if (!fullName?.startsWith('t1_')) return postReference(post, page, url);
  const parent = get(above, 'thingid') === fullName ? above : page.document.querySelector(`shreddit-comment[thingid="${fullName}"]`);
  const words = parent && commentText(parent);
  return {
    url: permalink(get(comment, 'parent-permalink') ?? get(parent, 'permalink')),
    nativeId: `${post}/${bare(fullName)}`,
    author: redditor(get(parent, 'author')),
    ...(words && { text: words.slice(0, 20_000) }),
  };
}

/** A comment in the list of what somebody wrote; the author is the person whose page it is. */
function readProfileComment(comment: Element, page: Page): Draft | null {
  const url = permalink(get(comment, 'href'));
  const [post, id] = [postIn(url), bare(get(comment, 'comment-id')) ?? commentIn(url)];
  if (!url || !post || !id) return null;
  const body = comment.querySelector('[id$="-post-rtjson-content"]');
  const row = comment.querySelector('shreddit-comment-action-row');
  return draftOf({
    kind: 'comment',
    platform: 'reddit',
    url,
    nativeId: `${post}/${id}`,
    author: redditor(/^\/u(?:ser)?\/([^/]+)/.exec(page.url.pathname)?.[1] ?? null),
    inReplyTo: postReference(post, page, url),
    text: body ? textOf(body) : '',
    publishedAt: timeOf([comment], page),
    ...metricsOf({ likes: shownScore(row, get(row, 'score')) }),
  });
}

/** What the search page notes about a result for its own statistics; the only place that names the author of a post. */
function noted(unit: Element): { profile?: { name?: unknown } } {
  const tracker = unit.closest('[data-faceplate-tracking-context]') ?? unit.querySelector('[data-faceplate-tracking-context]');
  try {
    const context: unknown = JSON.parse(get(tracker, 'data-faceplate-tracking-context') ?? '{}');
    return typeof context === 'object' && context !== null ? context : {};
  } catch {
    return {};
  }
}

const notedAuthor = (unit: Element): Person => {
  const name = noted(unit).profile?.name;
  return redditor(typeof name === 'string' ? name : null);
};

/** A post among search results. The link with the title covers the unit, or stands in it. */
function readPostUnit(inner: Element, page: Page): Draft | null {
  const unit = inner.parentElement?.closest(postUnits) ?? inner;
  const titled = [...unit.querySelectorAll('a[data-testid="post-title"],a[data-testid="post-title-text"]')];
  const url = permalink(get(titled[0], 'href'));
  const id = postIn(url);
  const title = titled.map((link) => textOf(link) || get(link, 'aria-label')).find(Boolean);
  if (!url || !id || !title) return null;
  const preview = [...unit.querySelectorAll('a[href*="/comments/"]')].find(
    (link) => !titled.includes(link) && postIn(get(link, 'href')) === id && textOf(link),
  );
  const numbers = [...unit.querySelectorAll('[data-testid="search-counter-row"] faceplate-number')].map((number) => exact(get(number, 'number')));
  return draftOf({
    kind: 'post',
    platform: 'reddit',
    url,
    nativeId: id,
    author: notedAuthor(unit),
    title,
    text: preview ? textOf(preview) : '',
    truncated: Boolean(preview),
    publishedAt: timeOf([unit], page),
    // Votes, then comments; a lone number could be either.
    ...metricsOf(numbers.length === 2 ? { likes: numbers[0], comments: numbers[1] } : {}),
  });
}

/** A comment among search results, below the title and the numbers of its post. */
function readCommentUnit(unit: Element, page: Page): Draft | null {
  const url = permalink([...unit.querySelectorAll('a[href*="/comments/"]')].map((link) => get(link, 'href')).find(commentIn) ?? null);
  const [post, id] = [postIn(url), commentIn(url)];
  const content = unit.querySelector('[data-testid="search-comment-content"]');
  if (!url || !post || !id || !content) return null;
  const title = [...unit.querySelectorAll('a[href*="/comments/"]')].find((link) => !commentIn(get(link, 'href')) && textOf(link));
  const author = [...content.querySelectorAll('a[href="#"],a[href^="/user/"]')].map((link) => textOf(link)).find(Boolean);
  return draftOf({
    kind: 'comment',
    platform: 'reddit',
    url,
    nativeId: `${post}/${id}`,
    author: author ? redditor(author) : notedAuthor(unit),
    inReplyTo: { ...postReference(post, page, url), ...(title && { text: textOf(title) }) },
    text: text(content, '[id$="-post-rtjson-content"]') ?? '',
    publishedAt: timeOf([content], page),
    ...metricsOf({ likes: exact(attribute(content, 'faceplate-number', 'number')) }),
  });
}

/** old.reddit.com prints three scores and shows one: as it is, or as it is with the reader's vote. */
function oldScore(thing: Element): number | null {
  const entry = thing.querySelector(':scope > .entry');
  const vote = entry?.matches('.likes') ? 'likes' : entry?.matches('.dislikes') ? 'dislikes' : 'unvoted';
  const shown = thing.querySelector(`:scope > .midcol > .score.${vote},:scope > .entry > .tagline > .score.${vote}`);
  if (!shown) return thing.querySelector(':scope > .midcol > .score,.score-hidden') ? null : exact(get(thing, 'data-score'));
  // Comments are printed with "points"; "•" is a hidden score, and a shortened one has its number in the title.
  return exact(get(shown, 'title')) ?? exact(/^-?\d+(?!\d*[.,k])/.exec(textOf(shown))?.[0] ?? null);
}

function readThing(thing: Element, page: Page): Draft | null {
  if (thing.matches('.comment')) return readOldComment(thing, page);
  const entry = thing.querySelector(':scope > .entry');
  const id = /^t3_(\w+)$/.exec(get(thing, 'data-fullname') ?? '')?.[1];
  const title = entry && text(entry, 'a.title');
  if (!id || !title) return null;
  const comments = entry.querySelector('a.comments');
  const target = get(thing, 'data-url');
  const quotes = pointedAt(target, id, entry);
  const body = entry.querySelector('.expando .usertext-body .md');
  return draftOf({
    kind: 'post',
    platform: 'reddit',
    url: permalink(get(thing, 'data-permalink') ?? get(comments, 'href')) ?? `${site}comments/${id}/`,
    nativeId: id,
    author: redditor(get(thing, 'data-author') ?? text(entry, '.tagline a.author')),
    ...(quotes && { quotes }),
    title,
    text: body ? textOf(body) : '',
    publishedAt: timeOf([entry.querySelector('.tagline')], page) ?? timeFrom(get(thing, 'data-timestamp'), page),
    ...metricsOf({ likes: oldScore(thing), comments: exact(get(thing, 'data-comments-count')) ?? (comments && textOf(comments)) }),
    media: quotes ? [] : attached(target, pictures([body])),
    promoted: get(thing, 'data-promoted') === 'true' || thing.matches('.promoted,.promotedlink'),
  });
}

/** Comments are nested in each other. A removed one stays as "[removed]" with its time, and is read so. */
function readOldComment(thing: Element, page: Page): Draft | null {
  const entry = thing.querySelector(':scope > .entry');
  const url = permalink(get(thing, 'data-permalink') ?? (entry && attribute(entry, 'a.bylink[data-event-action="permalink"]', 'href')));
  const [post, id] = [postIn(url), commentIn(url)];
  if (!entry || !url || !post || !id) return null;
  const above = thing.parentElement?.closest('.thing.comment') ?? null;
  const answered = above && oldReference(above, post);
  const body = entry.querySelector('.usertext-body .md');
  return draftOf({
    kind: 'comment',
    platform: 'reddit',
    url,
    nativeId: `${post}/${id}`,
    author: redditor(get(thing, 'data-author') ?? text(entry, '.tagline > a.author')),
    inReplyTo: answered ?? postReference(post, page, url),
    text: body ? textOf(body) : '',
    publishedAt: timeOf([entry.querySelector('.tagline')], page),
    ...metricsOf({ likes: oldScore(thing) }),
  });
}

function oldReference(thing: Element, post: string): Reference {
  const url = permalink(get(thing, 'data-permalink'));
  const words = text(thing, ':scope > .entry .usertext-body .md');
  return {
    url,
    nativeId: `${post}/${commentIn(url)}`,
    author: redditor(get(thing, 'data-author')),
    ...(words && { text: words.slice(0, 20_000) }),
  };
}

/** A post among the search results of old.reddit.com. */
function readOldResult(result: Element, page: Page): Draft | null {
  const link = result.querySelector('a.search-title');
  const url = permalink(get(result.querySelector('a.search-comments'), 'href') ?? get(link, 'href'));
  const id = postIn(url);
  if (!url || !id || !link) return null;
  return draftOf({
    kind: 'post',
    platform: 'reddit',
    url,
    nativeId: id,
    author: redditor(text(result, '.search-author a.author')),
    title: textOf(link),
    text: text(result, '.search-result-body .md') ?? '',
    publishedAt: timeOf([result.querySelector('.search-time')], page),
    ...metricsOf({ likes: text(result, '.search-score'), comments: text(result, 'a.search-comments') }),
  });
}

const readers: readonly [selector: string, read: (element: Element, page: Page) => Draft | null][] = [
  ['shreddit-post,shreddit-ad-post', readPost],
  ['shreddit-comment', readComment],
  ['shreddit-profile-comment', readProfileComment],
  [postUnits, readPostUnit],
  [commentUnit, readCommentUnit],
  // Without an id it is a box at the side ("recently viewed").
  ['.thing[data-fullname],.thing[data-permalink]', readThing],
  ['.search-result-link[data-fullname]', readOldResult],
];

export default definePlatform({
  id: 'reddit',
  name: 'Reddit',
  hosts: ['www.reddit.com', 'reddit.com', 'old.reddit.com', 'new.reddit.com', 'sh.reddit.com'],
  origins: ['https://www.reddit.com/*', 'https://reddit.com/*', 'https://old.reddit.com/*', 'https://new.reddit.com/*', 'https://sh.reddit.com/*'],
  examples: ['https://www.reddit.com/r/bakery/comments/1q2w3e4/', 'https://old.reddit.com/r/bakery/', 'https://www.reddit.com/search/?q=oven'],
  selector: readers.map(([selector]) => selector).join(','),
  read: (element, page) => readers.find(([selector]) => element.matches(selector))?.[1](element, page) ?? null,
});
