/** old.reddit.com, and www.reddit.com before 2018: hand-written classes, unchanged for years, and `data-*`. Seen in pages of 2016 and 2025. */
import type { Draft, Reference } from '../../core/draft.ts';
import { attribute, text, textOf } from '../shared/dom.ts';
import { draftOf, type Figure, metricsOf } from '../shared/draft-of.ts';
import type { Page } from '../shared/platform.ts';
import { attached, commentIn, exact, get, permalink, pictures, pointedAt, postIn, postReference, redditor, site, timeFrom, timeOf } from './parts.ts';

/** old.reddit.com prints three scores and shows one: as it is, or as it is with the reader's vote. */
function oldScore(thing: Element): Figure {
  const entry = thing.querySelector(':scope > .entry');
  const vote = entry?.matches('.likes') ? 'likes' : entry?.matches('.dislikes') ? 'dislikes' : 'unvoted';
  const shown = thing.querySelector(`:scope > .midcol > .score.${vote},:scope > .entry > .tagline > .score.${vote}`);
  if (!shown) return thing.querySelector(':scope > .midcol > .score,.score-hidden') ? null : exact(get(thing, 'data-score'));
  // Comments are printed with "points"; "•" is a hidden score, and a shortened one has its number in the title.
  return exact(get(shown, 'title')) ?? exact(/^-\d+/.exec(textOf(shown))?.[0] ?? null) ?? textOf(shown);
}

/** What stands in place of a post's words once it was taken down: not its words. */
export const isNotice = (body: Element): boolean => /^\s*\[(?:deleted|removed)\]\s*$/.test(body.textContent ?? '');

export function readThing(thing: Element, page: Page): Draft | null {
  if (thing.matches('.comment')) return readOldComment(thing, page);
  const entry = thing.querySelector(':scope > .entry');
  const id = /^t3_(\w+)$/.exec(get(thing, 'data-fullname') ?? '')?.[1];
  const title = entry && text(entry, 'a.title');
  if (!id || !title) return null;
  const comments = entry.querySelector('a.comments');
  const target = get(thing, 'data-url');
  const quotes = pointedAt(target, id, null);
  const body = entry.querySelector('.expando .usertext-body .md');
  return draftOf({
    kind: 'post',
    platform: 'reddit',
    url: permalink(get(thing, 'data-permalink') ?? get(comments, 'href')) ?? `${site}comments/${id}/`,
    nativeId: id,
    author: redditor(get(thing, 'data-author') ?? text(entry, '.tagline a.author')),
    ...(quotes && { quotes }),
    title,
    text: body && !isNotice(body) ? textOf(body) : '',
    publishedAt: timeOf(entry.querySelector('.tagline'), page) ?? timeFrom(get(thing, 'data-timestamp'), page),
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
    inReplyTo: answered ?? oldPost(thing, post, page, url),
    text: body ? textOf(body) : '',
    publishedAt: timeOf(entry.querySelector('.tagline'), page),
    ...metricsOf({ likes: oldScore(thing) }),
  });
}

/** In the list of what somebody wrote, each comment stands below the title of its post. */
function oldPost(thing: Element, post: string, page: Page, comment: string): Reference {
  const reference = postReference(post, page, comment);
  const above = thing.querySelector(':scope > .parent');
  const title = above && text(above, 'a.title');
  return title ? { ...reference, author: redditor(text(thing, ':scope > .parent > a.author')), text: title } : reference;
}

function oldReference(thing: Element, post: string): Reference {
  const url = permalink(get(thing, 'data-permalink'));
  const words = text(thing, ':scope > .entry .usertext-body .md');
  return {
    url,
    nativeId: `${post}/${commentIn(url)}`,
    author: redditor(get(thing, 'data-author')),
    ...(words && { text: words }),
  };
}

/** A post among the search results of old.reddit.com. */
export function readOldResult(result: Element, page: Page): Draft | null {
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
    publishedAt: timeOf(result.querySelector('.search-time'), page),
    ...metricsOf({ likes: text(result, '.search-score'), comments: text(result, 'a.search-comments') }),
  });
}
