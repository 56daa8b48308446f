/** Where a post stands on the screen, as the browser says: also where a part of the page that scrolls by itself cuts it off. */
import type { Place } from '../../lib/core/picture.ts';

/** Answered when the page has been drawn as it is now; null where nothing of the post is in view. */
export function placeInView(post: Element): Promise<Place | null> {
  return new Promise((resolve) => {
    new IntersectionObserver(([entry], observer) => {
      observer.disconnect();
      // What was changed just before we were asked is in the frame that brought this answer: one more, and it is on the screen.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(entry?.isIntersecting ? placeOf(entry) : null)));
    }).observe(post);
  });
}

function placeOf({ boundingClientRect: whole, intersectionRect: seen }: IntersectionObserverEntry): Place {
  // A pinch enlarges a part of what the rectangles are counted in; the screen shows only that part.
  const { offsetLeft = 0, offsetTop = 0, scale = 1 } = visualViewport ?? {};
  return {
    seen: { left: seen.left - offsetLeft, top: seen.top - offsetTop, width: seen.width, height: seen.height },
    view: { width: innerWidth / scale, height: innerHeight / scale },
    partial: scale > 1 || whole.width - seen.width > 1 || whole.height - seen.height > 1,
  };
}
