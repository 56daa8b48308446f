/** Where the ring and the tabs stand: arithmetic on rectangles, in CSS pixels of the viewport. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const margin = 8;
const gap = 20;

const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/**
 * Beside the post and aligned to its top: on the right, else on the left, and over it only where neither has room.
 * Without a post, at the top right of the page.
 */
export function placeRing(
  post: Box | null,
  ring: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const lastLeft = Math.max(margin, view.width - ring.width - margin);
  const lastTop = Math.max(margin, view.height - ring.height - margin);
  if (!post) return { left: lastLeft, top: margin };
  const top = within(post.top, margin, lastTop);
  const right = post.left + post.width + gap;
  if (right >= margin && right <= lastLeft) return { left: right, top };
  const left = post.left - gap - ring.width;
  if (left >= margin) return { left: Math.min(left, lastLeft), top };
  // Over the post, leaving its first lines to be read where there is room for that.
  return { left: within(post.left + post.width - ring.width - margin, margin, lastLeft), top: within(post.top + 72, margin, lastTop) };
}

/** Whether enough of a post is in view for a tab at its top right to make sense there. */
export const tabShows = (post: Box, view: { width: number; height: number }): boolean =>
  post.width > 120 && post.height > 30 && post.top > -16 && post.top < view.height - 24 && post.left + post.width > 40 && post.left < view.width;
