/** The public numbers of a post on X. */
import { attribute } from '../shared/dom.ts';
import type { Figure } from '../shared/draft-of.ts';
import { plain, readCount } from '../shared/numbers.ts';
import type { Post } from './post.ts';

type Figures = Partial<Record<'likes' | 'comments' | 'shares' | 'views' | 'saves', Figure>>;

/** The numbers in "31 replies, 76 reposts, 49 likes, 3 bookmarks, 1025 views", in whatever language; those that are 0 are not there. Hindi groups "12,34,567". */
const numbersIn = (label: string): number[] =>
  (plain(label).match(/\d+(?:[.,'٬ ](?:\d\d,)*\d{3}(?!\d))*/g) ?? []).map((digits) => Number(digits.replace(/\D/g, '')));

/** In the app every button says its exact number in its label. */
export function appFigures({ own }: Post): Figures {
  const label = (selector: string) => own(selector)[0]?.getAttribute('aria-label') ?? null;
  const comments = readCount(label('[data-testid="reply"]') ?? '');
  const shares = readCount(label('[data-testid="retweet"], [data-testid="unretweet"]') ?? '');
  const likes = readCount(label('[data-testid="like"], [data-testid="unlike"]') ?? '');
  let saves = readCount(label('[data-testid="bookmark"], [data-testid="removeBookmark"]') ?? '');
  const analytics = own('a[href$="/analytics"]');
  let views =
    readCount(analytics.map((link) => link.getAttribute('aria-label') ?? '').find(Boolean) ?? '') ?? readCount(analytics[0]?.textContent ?? '');

  // The bar as a whole tells in order what its buttons may not: bookmarks in a feed, exact views on the post's own page.
  const rest = numbersIn(label('[role="group"][aria-label]') ?? '');
  for (const known of [comments, shares, likes, saves, views]) {
    const at = known && !known.rounded ? rest.indexOf(known.value) : -1;
    if (at >= 0) rest.splice(at, 1);
  }
  const exact = (value: number | undefined) => (value === undefined ? null : { value, rounded: false });
  if (!saves && (views?.rounded === false || rest.length > 1)) saves = exact(rest.shift());
  if (!views || views.rounded) views = saves || rest.length > 0 ? (exact(rest.at(-1)) ?? views) : views;
  return { comments, shares, likes, saves, views };
}

/** Guests' page of 2026: each action is a button beside another whose whole label is its number; a 0 has no button. Actions keep their order. */
export function guestFigures(post: Post): Figures {
  const stated = (type: string) => {
    const part = post.own('[itemprop="interactionStatistic"]').find((each) => each.querySelector(`[content$="/${type}"], [href$="/${type}"]`));
    return part ? attribute(part, '[itemprop="userInteractionCount"]', 'content') : null;
  };
  const isNumber = (button: Element) => /^[\p{Nd}.,٬٫\s]+\p{L}{0,4}\.?$/u.test(button.getAttribute('aria-label') ?? '');
  const actions = post
    .own('button[aria-label]')
    .filter((button) => !isNumber(button) && button.parentElement?.parentElement?.parentElement?.querySelector(':scope > button'));
  const shown = (index: number) => actions[index]?.parentElement?.querySelector(':scope > button ~ button')?.getAttribute('aria-label');
  const views = post
    .own('a[href*="/status/"]')
    .filter((link) => /\/status\/\d+\/?$/.test(link.getAttribute('href') ?? ''))
    .slice(1)
    .flatMap((link) => [...link.querySelectorAll('span'), link])
    .map((part) => part.textContent ?? '')
    .find((label) => readCount(label));
  return {
    comments: stated('ReplyAction') ?? shown(0),
    shares: stated('ShareAction') ?? shown(1),
    likes: stated('LikeAction') ?? shown(2),
    saves: actions.length > 3 ? shown(actions.length - 1) : null,
    views: stated('ViewAction') ?? views,
  };
}
