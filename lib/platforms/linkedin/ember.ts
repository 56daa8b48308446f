/** LinkedIn's older app (Ember): permalinks, profile activity, the feed until 2025-26. Its class names are words, not hashes. */
import type { Draft, Media, Reference } from '../../core/draft.ts';
import { pictureOf, text, textOf, webUrl } from '../shared/dom.ts';
import { draftOf, metricsOf } from '../shared/draft-of.ts';
import { readCount } from '../shared/numbers.ts';
import type { Page } from '../shared/platform.ts';
import {
  commentIn,
  commentUrl,
  isAdvert,
  nativeIdOf,
  person,
  profileLinks,
  publishedOf,
  reactionsIn,
  saysReposted,
  updateUrl,
  urnIn,
} from './identity.ts';

export const emberPosts = '.feed-shared-update-v2, [role="article"][data-urn^="urn:li:"]';
export const emberComments = 'article.comments-comment-entity, article.comments-comment-item';

const nested = '.update-components-mini-update-v2, .feed-shared-mini-update-v2';
/** Each line is there twice, for the eye and for the ear. */
const spoken = '.visually-hidden, button';

const ownOf = (root: Element, others: string) => (selector: string) =>
  [...root.querySelectorAll(selector)].filter((match) => {
    const other = match.closest(others);
    return !other || other === root || !root.contains(other);
  });

/** What the eye sees of a doubled line. */
const seen = (element: Element | undefined): string | null => {
  const visible = element?.querySelector('[aria-hidden="true"]');
  return (element && textOf(visible ?? element, { except: spoken })) || null;
};

const actorOf = (own: (selector: string) => Element[]) =>
  person(
    seen(own('.update-components-actor__title, .update-components-actor__name, .feed-shared-actor__name')[0]),
    own(
      'a.update-components-actor__meta-link, .update-components-actor__container a[href], a.update-components-actor__image, .feed-shared-actor a[href]',
    )[0],
  );

const commentary = '.update-components-update-v2__commentary, .feed-shared-update-v2__description, .update-components-text, .feed-shared-text';

function quotesOf(post: Element): Reference | null {
  const part = post.querySelector(nested);
  if (!part) return null;
  const own = (selector: string) => [...part.querySelectorAll(selector)];
  const urn = urnIn(part.querySelector('a[href*="/feed/update/"]')?.getAttribute('href') ?? part.getAttribute('data-urn'));
  const words = text(part, commentary, { except: spoken });
  return { url: updateUrl(urn), nativeId: nativeIdOf(urn), author: actorOf(own), ...(words && { text: words }) };
}

function mediaOf(own: (selector: string) => Element[], page: Page): Media[] {
  const images = own('.update-components-image img, .feed-shared-image img').map((image) => pictureOf(image, page.url));
  const videos = own('.update-components-linkedin-video, .feed-shared-linkedin-video').map((): Media => ({ kind: 'video', url: null }));
  const documents = own('.update-components-document__container, .feed-shared-document').map((): Media => ({ kind: 'document', url: null }));
  const link = webUrl(own('.update-components-article a[href], .feed-shared-article a[href]')[0]?.getAttribute('href'), page.url);
  return [...images, ...videos, ...documents, ...(link ? [{ kind: 'link', url: link } as const] : [])];
}

/** The number in a button's label, or in what it shows. */
const counted = (element: Element | undefined) => {
  const button = element?.querySelector('[aria-label]') ?? element;
  return readCount(button?.getAttribute('aria-label') ?? '') ?? readCount((element && textOf(element)) ?? '');
};

/** Reactions, comments and reposts are items of one list; only the first two say by their class which they are. */
function figuresOf(own: (selector: string) => Element[]) {
  const items = own('.social-details-social-counts__item');
  const reactions = items.find((item) => item.matches('[class*="__reactions"]')) ?? own('.social-details-social-counts__reactions')[0];
  const comments = items.find((item) => item.matches('[class*="__comments"]')) ?? own('.social-details-social-counts__comments')[0];
  const proof = reactions?.querySelector('[class*="social-proof"]');
  // Beside "Ann Lee and 84 others" the label may say all of them.
  const label = proof?.closest('[aria-label]')?.getAttribute('aria-label') ?? '';
  const total = proof && /^\p{Nd}/u.test(label) && !label.startsWith(textOf(proof)) ? label : null;
  return {
    likes: proof ? reactionsIn(total ?? textOf(proof)) : counted(reactions),
    comments: counted(comments),
    shares: counted(items.find((item) => item !== reactions && item !== comments)),
  };
}

/** A post of the Ember app, or null where its place is still empty. */
export function readEmberPost(post: Element, page: Page): Draft | null {
  const own = ownOf(post, `${nested}, ${emberComments}, .comments-comments-list`);
  const author = actorOf(own);
  if (!author.name) return null;
  const urn = urnIn(post.getAttribute('data-urn') ?? post.closest('[data-id^="urn:li:"]')?.getAttribute('data-id'));
  const header = own('.update-components-header, .feed-shared-header')[0];
  const sharer = header && saysReposted(textOf(header)) ? [...header.querySelectorAll(profileLinks)].find((link) => textOf(link)) : undefined;
  const quotes = quotesOf(post);
  const label = seen(own('.update-components-actor__sub-description, .feed-shared-actor__sub-description')[0]);
  const words = own(commentary)[0];
  return draftOf({
    kind: 'post',
    platform: 'linkedin',
    url: updateUrl(urn),
    nativeId: nativeIdOf(urn),
    author,
    ...(sharer && { sharedBy: person(textOf(sharer), sharer) }),
    ...(quotes && { quotes }),
    text: words ? textOf(words, { except: spoken }) : '',
    publishedAt: publishedOf(label, urn?.id, header !== undefined, page),
    ...metricsOf(figuresOf(own)),
    media: mediaOf(own, page),
    promoted: isAdvert(label ?? '', urn?.id, page) && publishedOf(label, null, false, page) === null,
  });
}

/** A comment or a reply under a post of the Ember app. */
export function readEmberComment(comment: Element, page: Page): Draft | null {
  const own = ownOf(comment, emberComments);
  const link = own('a.comments-comment-meta__description-container, a.comments-comment-meta__image-link, a.comments-post-meta__profile-link')[0];
  const author = person(seen(own('.comments-comment-meta__description-title, .comments-post-meta__name-text')[0]), link);
  const words = own('.comments-comment-item__main-content, .update-components-text')[0];
  if (!author.name || !words) return null;
  const urn = commentIn(comment.getAttribute('data-id'));
  const label = own('time')[0] ?? own('.comments-comment-meta__data')[0];
  const above = comment.parentElement?.closest(emberComments);
  const parent = commentIn(above?.getAttribute('data-id'));
  return draftOf({
    kind: 'comment',
    platform: 'linkedin',
    url: urn && commentUrl(urn.post, urn.id),
    nativeId: urn && `${nativeIdOf(urn.post)}/${urn.id}`,
    author,
    ...(urn && { inReplyTo: parentOf(urn.post, parent?.id ?? null) }),
    text: textOf(words, { except: spoken }),
    publishedAt: publishedOf(label ? textOf(label) : null, urn?.id, false, page),
    ...metricsOf({
      likes: counted(own('[class*="comments-comment-social-bar__reactions-count"]')[0]),
      comments: counted(own('[class*="comments-comment-social-bar__replies-count"]')[0]),
    }),
  });
}

/** What a comment answers: another comment, or the post. */
export const parentOf = (post: { kind: string; id: string }, comment: string | null): Reference => ({
  url: comment ? commentUrl(post, comment) : updateUrl(post),
  nativeId: comment ? `${nativeIdOf(post)}/${comment}` : nativeIdOf(post),
  author: { name: null, handle: null },
});
