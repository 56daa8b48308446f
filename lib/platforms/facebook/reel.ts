/**
 * The viewer of reels (/reel/ID): one plays, the next may wait below it, and none is a unit of a feed. Known from code that others wrote for it,
 * no saved page was at hand; so only what is named by role and label is read, and what has neither stays unknown.
 */
import type { Draft } from '../../core/draft.ts';
import { parentElementOf, textOf } from '../shared/dom.ts';
import { draftOf, metricsOf } from '../shared/draft-of.ts';
import { readCount } from '../shared/numbers.ts';
import type { Page } from '../shared/platform.ts';
import { cutOf, isBefore, ofComments, ofShares } from './comet.ts';
import { handleOf, permalinkOf } from './permalink.ts';

/** On the viewer's page whatever is pointed at belongs to the reel that plays. */
export const reelPage = '[role="main"]';

const ofLikes = /^(?:like|j.aime|suka|gefällt|me gusta|curtir|mi piace|vind ik leuk|lubię|beğen|нравится|أعجبني|いいね|赞|讚|좋아요|thích)/i;

/** The number in the button, or right behind it. */
function figureOf(buttons: Element[], label: RegExp): string | null {
  const button = buttons.find((each) => label.test(each.getAttribute('aria-label') ?? ''));
  const shown = [button, button?.nextElementSibling, button?.parentElement?.nextElementSibling].map((part) => (part ? textOf(part) : ''));
  return shown.find((words) => readCount(words) && /^\p{Nd}/u.test(words)) ?? null;
}

export function readReel(main: Element, page: Page): Draft | null {
  const permalink = permalinkOf(page.url.href, page);
  if (!permalink || !/\/reel\//.test(permalink.url)) return null;
  const videos = [...main.querySelectorAll('video')];
  const video = videos.length === 1 ? videos[0] : videos.find((each) => !each.paused);
  const authorIn = (root: Element) =>
    [...root.querySelectorAll('a[href]')].find(
      (link) => handleOf(link, page) && textOf(link) && !link.closest('[role="article"], [dir="auto"] [dir="auto"]'),
    );
  let scope: Element | null = video ?? null;
  while (scope && scope !== main && !authorIn(scope)) scope = parentElementOf(scope);
  // What surrounds it, up to the next reel.
  while (scope && scope !== main && parentElementOf(scope)?.querySelectorAll('video').length === 1) scope = parentElementOf(scope);
  const author = scope && authorIn(scope);
  if (!scope || !author) return null;
  const line = [...scope.querySelectorAll('[dir="auto"]')].find(
    (part) =>
      isBefore(author, part) &&
      !part.closest('a, [role="button"], [role="article"], h2') &&
      /\p{L}/u.test(textOf(part, { except: '[role="button"]' })),
  );
  const buttons = [...scope.querySelectorAll('[role="button"][aria-label]')].filter((button) => !button.closest('[role="article"]'));
  return draftOf({
    kind: 'video',
    platform: 'facebook',
    url: permalink.url,
    nativeId: permalink.id,
    author: { name: textOf(author), handle: handleOf(author, page) },
    ...cutOf(line),
    ...metricsOf({ likes: figureOf(buttons, ofLikes), comments: figureOf(buttons, ofComments), shares: figureOf(buttons, ofShares) }),
    media: [{ kind: 'video', url: null }],
  });
}
