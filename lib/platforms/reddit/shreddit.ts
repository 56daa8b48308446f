/**
 * www.reddit.com since 2023 ("shreddit"): custom elements that carry nearly everything as attributes, their words in slots outside the shadow roots.
 * Seen in server HTML of 2024 and a rendered page of 2025; profiles and adverts after the code of extensions kept up to 2026.
 */
import type { Draft, Reference } from '../../core/draft.ts';
import { text, textOf } from '../shared/dom.ts';
import { draftOf, metricsOf } from '../shared/draft-of.ts';
import type { Page } from '../shared/platform.ts';
import {
  attached,
  bare,
  commentIn,
  exact,
  get,
  linkTo,
  permalink,
  pictures,
  pointedAt,
  postIn,
  postReference,
  redditor,
  shownScore,
  site,
  timeFrom,
  timeOf,
} from './parts.ts';

/** `shreddit-post`, and `shreddit-ad-post` with the same attributes. */
export function readPost(post: Element, page: Page): Draft | null {
  const id = bare(get(post, 'id') ?? get(post, 'post-id'));
  const title = get(post, 'post-title') ?? text(post, '[slot="title"]');
  if (!id || !title) return null;
  const body = post.querySelector(`[id="t3_${id}-post-rtjson-content"]`) ?? post.querySelector('[slot="text-body"]');
  const words = body ? textOf(body) : '';
  const target = get(post, 'content-href');
  const container = post.querySelector('[slot="post-media-container"]');
  const crossposted = get(post, 'post-type') === 'crosspost' ? get(container?.querySelector('a[href*="/comments/"]'), 'href') : null;
  const quotes = pointedAt(crossposted ?? target, id, container);
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
    publishedAt: timeFrom(get(post, 'created-timestamp'), page) ?? timeOf(post.querySelector('[slot="credit-bar"]'), page),
    ...metricsOf({ likes: shownScore(post, get(post, 'score')), comments: exact(get(post, 'comment-count')) }),
    media: quotes ? [] : attached(target, pictures([container, body])),
    promoted: post.matches('shreddit-ad-post,[promoted]'),
  });
}

const commentText = (comment: Element): string => {
  const id = bare(get(comment, 'thingid'));
  const body = comment.querySelector(`[id="t1_${id}-post-rtjson-content"]`) ?? comment.querySelector(':scope > [slot="comment"]');
  return body ? textOf(body) : '';
};

/** `shreddit-comment`: nested in the comment it answers, or beside it with a deeper `depth`. */
export function readComment(comment: Element, page: Page): Draft | null {
  const url = permalink(get(comment, 'permalink'));
  const id = bare(get(comment, 'thingid')) ?? commentIn(url);
  const post = bare(get(comment, 'postid')) ?? postIn(url);
  // A deleted comment keeps its place in the thread, but has no permalink.
  if (!url || !id || !post || comment.hasAttribute('is-comment-deleted')) return null;
  const body = comment.querySelector(':scope > [slot="comment"]');
  return draftOf({
    kind: 'comment',
    platform: 'reddit',
    url,
    nativeId: `${post}/${id}`,
    author: redditor(get(comment, 'author')),
    inReplyTo: parentOf(comment, post, url, page),
    text: commentText(comment),
    publishedAt: timeOf(comment.querySelector(':scope > [slot="commentMeta"]'), page) ?? timeFrom(get(comment, 'created'), page),
    ...metricsOf({ likes: shownScore(comment.querySelector(':scope > shreddit-comment-action-row'), get(comment, 'score')) }),
    media: pictures([body]),
  });
}

function parentOf(comment: Element, post: string, url: string, page: Page): Reference {
  const above = comment.parentElement?.closest('shreddit-comment') ?? null;
  const fullName = get(comment, 'parentid') ?? get(above, 'thingid');
  const id = fullName?.startsWith('t1_') ? bare(fullName) : null;
  if (!id) return postReference(post, page, url);
  const parent = get(above, 'thingid') === fullName ? above : page.document.querySelector(`shreddit-comment[thingid="t1_${id}"]`);
  const words = parent && !parent.hasAttribute('is-comment-deleted') && commentText(parent);
  return {
    url: permalink(get(comment, 'parent-permalink') ?? get(parent, 'permalink')),
    nativeId: `${post}/${id}`,
    author: redditor(get(parent, 'author')),
    ...(words && { text: words }),
  };
}

/** A comment in the list of what somebody wrote; the author is the person whose page it is. */
export function readProfileComment(comment: Element, page: Page): Draft | null {
  const url = permalink(get(comment, 'href'));
  const [post, id] = [postIn(url), bare(get(comment, 'comment-id')) ?? commentIn(url)];
  if (!url || !post || !id) return null;
  const body = comment.querySelector('[id$="-post-rtjson-content"]');
  const row = comment.querySelector('shreddit-comment-action-row');
  const title = linkTo(post, comment);
  return draftOf({
    kind: 'comment',
    platform: 'reddit',
    url,
    nativeId: `${post}/${id}`,
    author: redditor(/^\/u(?:ser)?\/([^/]+)/.exec(page.url.pathname)?.[1] ?? null),
    inReplyTo: { ...postReference(post, page, url), ...(title && { text: textOf(title) }) },
    text: body ? textOf(body) : '',
    publishedAt: timeOf(comment, page),
    ...metricsOf({ likes: shownScore(row, get(row, 'score')) }),
  });
}
