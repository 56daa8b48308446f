/**
 * VK. Three layouts: the desktop's of 2022-24 (`.post`, `.wall_post_text`), its redesign of December 2024 (`.Post--redesign`, parts named
 * Post…__…, wrappers with generated names) and the mobile site's (`.wall_item`). Posts are known everywhere by their id, OWNER_NUMBER.
 */
import type { Draft, Media, Person, PublishedAt, Reference } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { attribute, text, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { readProfile } from './vk/profile.ts';

const origin = 'https://vk.com';
const replies = '.reply[data-post-id], .reply_item[data-post-id]';
const posts = '.post[data-post-id], .Post--redesign, .wall_item';
/** A post shared inside another. */
const quoted = '.copy_quote, .CopyQuote, [class*="PostCopyQuote"], .pi_quote, .wi_body_repost';
const words =
  '.wall_post_text, [data-testid="wall_post_text"], [class*="vkitFeedShowMoreText__text"], .PostText, .pi_text, [class*="vkitPostText__"], [class*="vkitShowMoreText__text"]';
const authors = '.post_author a.author, a.PostHeaderTitle__authorLink, .PostHeaderTitle__authorName, .pi_author';
const copiedAuthors = `a.copy_author, ${authors}`;
const more = '.wall_post_more, .PostTextMore, .pi_text_more, .wall_reply_more, [class*="vkitShowMoreText__"] button, button';
const wallPath = /^\/wall(-?\d+_\d+)$/;

/** A post or, with `reply`, a comment, out of an address of VK's; the same address may also stand over another page, in `w`. */
function wallAt(href: string | null, base: URL): { post: string; reply: string | null; thread: string | null } | null {
  if (!href || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  if (!/^(?:m\.|www\.)?vk\.(?:com|ru)$/.test(url.hostname)) return null;
  const number = (name: string) => /^\d+$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? null;
  const post = wallPath.exec(url.pathname)?.[1] ?? /^wall(-?\d+_\d+)/.exec(url.searchParams.get('w') ?? '')?.[1];
  return post ? { post, reply: number('reply'), thread: number('thread') } : null;
}

const wallUrl = (id: string) => `${origin}/wall${id}`;
/** A comment's number within its post's owner. */
const replyUrl = (post: string, reply: string) => `${wallUrl(post)}?reply=${reply}`;

function personOf(element: Element | null | undefined, base: URL): Person {
  const link = element?.closest('a[href]') ?? element?.querySelector('a[href]');
  const href = link?.getAttribute('href');
  const url = href && URL.canParse(href, base) ? new URL(href, base) : null;
  const handle = url && /(?:^|\.)vk\.(?:com|ru)$/.test(url.hostname) ? (/^\/([\w.]+)\/?$/.exec(url.pathname)?.[1] ?? null) : null;
  return { name: (element && textOf(element)) || null, handle };
}

/** The first of a post's own parts: not of the post it shares, nor of its comments. */
function partsOf(post: Element) {
  const own = (part: Element) => !part.closest(replies) && part.closest(posts) === post && !part.parentElement?.closest(quoted);
  const all = (selector: string) => [...post.querySelectorAll(selector)].filter(own);
  return { all, one: (selector: string): Element | null => all(selector)[0] ?? null };
}

/** Seconds in `time`, or a `time` element; else "22 авг в 12:25". */
function publishedOf(element: Element | null, page: Page): PublishedAt | null {
  if (!element) return null;
  const holder = element.matches('[time], time') ? element : element.querySelector('[time], time[datetime]');
  const exact = holder?.getAttribute('datetime') ?? holder?.getAttribute('time');
  const shown = textOf(element);
  const said = exact ? readDate(exact, page.now) : null;
  if (said && exact) return { ...said, raw: shown || exact, source: 'attribute' };
  const read = shown ? readDate(shown, page.now, page.document.documentElement.lang || undefined) : null;
  return read && { ...read, raw: shown, source: 'label' };
}

/** Other sites' addresses go through one of VK's. */
function outward(href: string | null, base: URL): string | null {
  const url = webUrl(href, base);
  const { pathname, searchParams } = url ? new URL(url) : { pathname: '', searchParams: new URLSearchParams() };
  return pathname === '/away.php' ? webUrl(searchParams.get('to'), base) : url;
}

function mediaOf(all: (selector: string) => Element[], base: URL): Media[] {
  const background = (element: Element) => webUrl(/url\(\s*['"]?([^'")]+)/.exec(element.getAttribute('style') ?? '')?.[1], base);
  return [
    ...all('a.page_post_thumb_wrap, a.thumb_map, .PhotoPrimaryAttachment').map((thumb): Media => {
      const isVideo = thumb.matches('.page_post_thumb_video, [href*="/video"]');
      const alt = isVideo ? thumb.getAttribute('aria-label')?.trim() : undefined;
      const image = webUrl(attribute(thumb, 'img', 'src'), base) ?? background(thumb);
      return { kind: isVideo ? 'video' : 'image', url: isVideo ? (webUrl(thumb.getAttribute('href'), base) ?? image) : image, ...(alt && { alt }) };
    }),
    ...all('a.page_doc_title').map((file): Media => ({ kind: 'document', url: webUrl(file.getAttribute('href'), base), alt: textOf(file) })),
    ...all('a.page_media_link_title, .page_media_link_title > a, a.media_link__title, a.article_snippet, a.SecondaryAttachment[href]').map(
      (link): Media => ({
        kind: /\/doc-?\d/.test(link.getAttribute('href') ?? '') ? 'document' : 'link',
        url: outward(link.getAttribute('href'), base),
        ...(textOf(link) && { alt: textOf(link) }),
      }),
    ),
  ];
}

/** A count kept in an attribute; where it is 0 for want of a number on the button, the page says 0. */
const countOf = (button: Element | null): string | null =>
  button && (button.getAttribute('data-count') || text(button, '.PostBottomAction__count, .like_button_count, .v_count') || textOf(button) || null);

function quoteOf(post: Element, base: URL): Reference | null {
  const quote = post.querySelector(quoted);
  if (!quote || quote.closest(replies)) return null;
  const link = [...quote.querySelectorAll('a[href*="/wall"]')].map((each) => wallAt(each.getAttribute('href'), base)).find((each) => each !== null);
  const said = text(quote, words, { except: more });
  return {
    url: link ? wallUrl(link.post) : null,
    nativeId: link?.post ?? null,
    author: personOf(quote.querySelector(copiedAuthors), base),
    ...(said && { text: said }),
  };
}

/** The button behind which the rest is not on the page yet; in the old layout the rest stands hidden behind the button. */
const isCut = (element: Element | null): boolean => {
  const button = element?.querySelector('.wall_post_more, .PostTextMore, .pi_text_more, .wall_reply_more');
  return Boolean(button && !button.nextElementSibling?.textContent?.trim());
};

const advert = /^(?:рекламн|реклама|advertis|sponsored|promoted|ad\b|werbung|publicit|sponsoris|iklan|bersponsor)/i;

function readPost(post: Element, page: Page): Draft | null {
  const base = page.url;
  if (post.parentElement?.closest(quoted) || post.querySelector('.wall_post_text_deleted')) return null;
  const { all, one } = partsOf(post);
  const dated = one('a.post_link, a.PostHeaderSubtitle__link, a.wi_date, .PostHeaderSubtitle a[href*="/wall"], .post_date a[href*="/wall"]');
  const said = /^-?\d+_\d+$/.exec(post.getAttribute('data-post-id') ?? '')?.[0] ?? /^post(-?\d+_\d+)$/.exec(post.id)?.[1];
  const anchored = /^post(-?\d+_\d+)$/.exec(one('a[name^="post"]')?.getAttribute('name') ?? '')?.[1];
  const id = wallAt(dated?.getAttribute('href') ?? null, base)?.post ?? said ?? anchored ?? null;
  // In the redesign the link holds the name, or the name stands by itself beside a link around the picture.
  const named = one(authors);
  const author = personOf(named, base);
  const pictured = personOf(one('a.post_image, a.PostHeader__avatar, .PostHeader a[href], .wi_img a[href], a.wi_img'), base).handle;
  const body = one(words);
  const quotes = quoteOf(post, base);
  const media = mediaOf(all, base);
  if ((!id && !author.name) || (!body && !quotes && media.length === 0 && !dated)) return null;
  const views = one('.like_views, ._views, .v_views');
  const likes = one('.ReactionsPreview__count') ?? one('.PostBottomAction.like, .like_btn.like, [data-testid="post_footer_action_like"], .v_like');
  const label = dated ? textOf(dated) : '';
  return draftOf({
    kind: 'post',
    platform: 'vk',
    url: id && wallUrl(id),
    nativeId: id,
    author: { name: author.name, handle: author.handle ?? pictured },
    ...(quotes && { quotes }),
    text: body ? textOf(body, { except: `${more}, ${quoted}` }) : '',
    truncated: isCut(body),
    publishedAt: publishedOf(one('.rel_date') ?? one('time') ?? dated, page),
    ...metricsOf({
      likes: countOf(likes),
      comments: countOf(one('.PostBottomAction.comment, .like_btn.comment, [data-testid="post_footer_action_comment"], .v_replies')),
      shares: countOf(one('.PostBottomAction.share, .like_btn.share, [data-testid="post_footer_action_share"], .v_share')),
      views: views && (views.getAttribute('title') || textOf(views)),
    }),
    media,
    promoted:
      advert.test(label) ||
      one('.wall_text_name_explain_promoted_post') !== null ||
      all('.PostHeaderSubtitle__item').some((item) => advert.test(textOf(item))),
  });
}

/** A comment's number as others point at it. */
const idOfReply = (reply: Element): string | null => /^-?\d+_(\d+)$/.exec(reply.getAttribute('data-post-id') ?? '')?.[1] ?? null;

/** Answers stand in a list of their own, which follows the comment they answer. */
function parentOf(reply: Element, post: string | null, base: URL): Reference | null {
  const list = reply.parentElement?.closest('.replies_wrap_deep');
  const parent = list?.previousElementSibling?.closest(replies);
  if (!parent) return post ? { url: wallUrl(post), nativeId: post, author: personOf(reply.closest(posts)?.querySelector(authors), base) } : null;
  const id = idOfReply(parent);
  const said = text(parent, '.wall_reply_text, .reply_text');
  return {
    url: post && id && replyUrl(post, id),
    nativeId: post && id && `${post}/${id}`,
    author: personOf(parent.querySelector('.reply_author a.author, a.author'), base),
    ...(said && { text: said }),
  };
}

function readReply(reply: Element, page: Page): Draft | null {
  const base = page.url;
  const dated = reply.querySelector('.reply_date a[href*="/wall"], a.wd_lnk');
  const place = wallAt(dated?.getAttribute('href') ?? null, base);
  const around = reply.closest(posts);
  const post = place?.post ?? /^-?\d+_\d+$/.exec(around?.getAttribute('data-post-id') ?? '')?.[0] ?? wallAt(base.href, base)?.post ?? null;
  const id = place?.reply ?? idOfReply(reply);
  const author = personOf(reply.querySelector('.reply_author a.author, a.author'), base);
  const body = reply.querySelector('.wall_reply_text, .reply_text');
  if (!id || (!author.name && !body)) return null;
  const inReplyTo = parentOf(reply, post, base);
  const like = reply.querySelector('.like_btn.like, .PostButtonReactions, .v_like');
  const shown = like && (text(like, '.like_button_count, .PostBottomAction__count') || like.getAttribute('data-count'));
  return draftOf({
    kind: 'comment',
    platform: 'vk',
    url: post && replyUrl(post, id),
    nativeId: post ? `${post}/${id}` : id,
    author,
    ...(inReplyTo && { inReplyTo }),
    text: body ? textOf(body, { except: more }) : '',
    truncated: isCut(body),
    publishedAt: publishedOf(reply.querySelector('.rel_date') ?? dated, page),
    ...metricsOf({ likes: shown }),
    media: mediaOf((selector) => [...reply.querySelectorAll(selector)], base),
  });
}

export default definePlatform({
  id: 'vk',
  name: 'VK',
  hosts: ['vk.com', 'm.vk.com', 'www.vk.com', 'vk.ru', 'm.vk.ru'],
  origins: ['https://vk.com/*', 'https://m.vk.com/*', 'https://vk.ru/*', 'https://m.vk.ru/*'],
  examples: ['https://vk.com/wall-1234567_8964', 'https://m.vk.com/wall-1234567_8964', 'https://vk.ru/feed'],
  selector: `${posts}, ${replies}`,
  read: (element, page) => (element.matches(replies) ? readReply(element, page) : readPost(element, page)),
  readProfile,
});
