/** Comments below videos, Shorts and community posts (`ytd-comment-view-model`, before 2024 `ytd-comment-renderer`), and those posts. */
import type { Draft, Media, Reference } from '../../core/draft.ts';
import { attribute, closest, parentElementOf, text, textOf, webUrl } from '../shared/dom.ts';
import { draftOf, metricsOf } from '../shared/draft-of.ts';
import type { Page } from '../shared/platform.ts';
import { addressOf, channelOf, isAside, likesOf, publishedOf, site, videoIn, watchUrl } from './parts.ts';

export const commentSelector = 'ytd-comment-view-model,ytd-comment-renderer';
const threads = 'ytd-comment-thread-renderer';
export const communitySelector = 'ytd-backstage-post-renderer,ytd-post-renderer';

/** The community post that an address is of: `/post/ID`, before 2024 `/channel/UC…/community?lb=ID`. */
const postIn = (url: URL | null): string | null => (url && (/^\/post\/([\w-]+)/.exec(url.pathname)?.[1] ?? url.searchParams.get('lb'))) || null;

/** What a comment stands under: a video or a community post. */
interface Subject {
  id: string;
  url: string;
}

function subjectOf(link: URL): Subject | null {
  const video = videoIn(link);
  if (video) return { id: video, url: watchUrl(video) };
  const post = postIn(link);
  return post ? { id: post, url: `${site}post/${post}` } : null;
}

const commentUrl = ({ url }: Subject, id: string): string => `${url}${url.includes('?') ? '&' : '?'}lc=${id}`;

/** The words of the page's video or post, where they are those that the comment is about. */
function subjectReference({ id, url }: Subject, { document }: Page): Reference {
  const drawn = [...document.querySelectorAll('ytd-watch-metadata')].find((element) => element.getAttribute('video-id') === id && !isAside(element));
  const title = drawn && text(drawn, 'h1');
  const owner = drawn?.querySelector('ytd-video-owner-renderer ytd-channel-name a') ?? null;
  return { url, nativeId: id, author: channelOf(owner), ...(title && { text: title }) };
}

/** The author's link is hidden behind a badge where the channel's owner writes; its address and words are the same. */
const authorOf = (comment: Element) => channelOf(comment.querySelector('#author-text'));

const permalinkOf = (comment: Element | null): Element | null => comment?.querySelector('#published-time-text a[href],a[href*="lc="]') ?? null;

/** The first comment of a thread around this one that has the id; threads may stand in each other. */
function parentIn(comment: Element, id: string): Element | null {
  for (let thread = comment.closest(threads); thread; thread = closest(parentElementOf(thread), threads)) {
    const first = thread.querySelector(commentSelector);
    if (addressOf(permalinkOf(first))?.searchParams.get('lc') === id) return first;
  }
  return null;
}

/** The comment that an answer stands under; answers to answers stand there too, and their ids say so (`PARENT.CHILD`). */
function parentReference(comment: Element, subject: Subject, id: string): Reference {
  const parent = parentIn(comment, id);
  const words = parent && text(parent, '#content-text', { pre: true });
  return {
    url: commentUrl(subject, id),
    nativeId: `${subject.id}/${id}`,
    author: parent ? authorOf(parent) : { name: null, handle: null },
    ...(words && { text: words }),
  };
}

/** How many answers a thread offers to show, or hides again; only its first comment has them. */
function answersOf(comment: Element): string | null {
  const thread = comment.closest(threads);
  if (thread?.querySelector(commentSelector) !== comment) return null;
  return attribute(thread, '#more-replies button[aria-label],#more-replies-sub-thread button[aria-label]', 'aria-label');
}

export function readComment(comment: Element, page: Page): Draft | null {
  const permalink = permalinkOf(comment);
  const address = addressOf(permalink);
  const id = address?.searchParams.get('lc');
  const subject = address && subjectOf(address);
  const words = comment.querySelector('#content-text');
  if (!id || !subject || !words || isAside(comment)) return null;
  // Comments of the page before may stand here for a moment.
  if (subject.id !== (videoIn(page.url) ?? postIn(page.url) ?? subject.id)) return null;
  const parent = /^([^.]+)\./.exec(id)?.[1];
  const answers = answersOf(comment);
  return draftOf({
    kind: 'comment',
    platform: 'youtube',
    url: commentUrl(subject, id),
    nativeId: `${subject.id}/${id}`,
    author: authorOf(comment),
    inReplyTo: parent ? parentReference(comment, subject, parent) : subjectReference(subject, page),
    text: textOf(words, { pre: true }),
    publishedAt: publishedOf(permalink && textOf(permalink), page),
    ...metricsOf({
      likes: likesOf(comment.querySelector('#like-button button[aria-label]'), text(comment, '#vote-count-middle')),
      comments: answers,
    }),
  });
}

function picturesOf(post: Element): Media[] {
  const images = [...post.querySelectorAll('ytd-backstage-image-renderer img[src],ytd-post-multi-image-renderer img[src]')];
  return images.flatMap((image): Media[] => {
    const url = webUrl(image.getAttribute('src'), site);
    return url ? [{ kind: 'image', url }] : [];
  });
}

export function readCommunityPost(post: Element, page: Page): Draft | null {
  const permalink = post.querySelector('#published-time-text a[href]');
  const id = postIn(addressOf(permalink));
  if (!id || isAside(post)) return null;
  const replies = post.querySelector('#reply-button-end');
  return draftOf({
    kind: 'post',
    platform: 'youtube',
    url: `${site}post/${id}`,
    nativeId: id,
    author: channelOf(post.querySelector('#author-text')),
    text: text(post, '#content-text', { pre: true }) ?? '',
    publishedAt: publishedOf(permalink && textOf(permalink), page),
    ...metricsOf({
      likes: likesOf(post.querySelector('#like-button button[aria-label]'), text(post, '#vote-count-middle')),
      comments: replies && likesOf(replies.querySelector('[aria-label]'), textOf(replies)),
    }),
    media: picturesOf(post),
  });
}
