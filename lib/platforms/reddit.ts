/** Posts and comments, in the layouts that the site shows side by side. */
import type { Draft } from '../core/draft.ts';
import { isNotice, readOldResult, readThing } from './reddit/old.ts';
import { bare, commentIn, postIn } from './reddit/parts.ts';
import { readProfile } from './reddit/profile.ts';
import { commentUnit, postUnits, readCommentUnit, readPostUnit } from './reddit/search.ts';
import { readComment, readPost, readProfileComment } from './reddit/shreddit.ts';
import { definePlatform, type Page } from './shared/platform.ts';

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

/**
 * A post that was removed stays on its page, and says by whom in an attribute ("deleted", "moderator"; tools of 2025 and 2026); old.reddit.com
 * puts "[deleted]" or "[removed]", in every language, in place of its words. An author of that name has only left: the post is there.
 */
function isGone(id: string, { document }: Page): boolean {
  const post = document.querySelector('shreddit-post[removed-by-category]:not([removed-by-category=""])');
  const words = document.querySelector(`.thing.link[data-fullname="t3_${id}"] .usertext-body .md`);
  return (bare(post?.id ?? null) === id && post?.getAttribute('removed-by-category') !== 'none') || (words !== null && isNotice(words));
}

export default definePlatform({
  id: 'reddit',
  name: 'Reddit',
  hosts: ['www.reddit.com', 'reddit.com', 'old.reddit.com', 'new.reddit.com', 'sh.reddit.com'],
  origins: ['https://www.reddit.com/*', 'https://reddit.com/*', 'https://old.reddit.com/*', 'https://new.reddit.com/*', 'https://sh.reddit.com/*'],
  examples: ['https://www.reddit.com/r/bakery/comments/1q2w3e4/', 'https://old.reddit.com/r/bakery/', 'https://www.reddit.com/search/?q=oven'],
  selector: readers.map(([selector]) => selector).join(','),
  read: (element, page) => readers.find(([selector]) => element.matches(selector))?.[1](element, page) ?? null,
  gone(page) {
    // On a comment's page the notice is still that of the post.
    const id = commentIn(page.url.pathname) ? null : postIn(page.url.pathname);
    return id && isGone(id, page) ? id : null;
  },
  readProfile,
});
