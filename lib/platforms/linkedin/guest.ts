/** LinkedIn's pages for guests: single posts and a company's latest ones. */
import type { Draft, Media, PublishedAt, Reference } from '../../core/draft.ts';
import { readDate } from '../shared/dates.ts';
import { jsonLd, pictureOf, textOf, webUrl } from '../shared/dom.ts';
import { draftOf, metricsOf } from '../shared/draft-of.ts';
import type { Page } from '../shared/platform.ts';
import { parentOf } from './ember.ts';
import { commentIn, commentUrl, nativeIdOf, person, profileLinks, publishedOf, type Urn, updateUrl, urnIn } from './identity.ts';

/** The article within another is the post that was shared. */
export const guestPosts = 'article[data-activity-urn]:not([data-activity-urn] *)';
export const guestComments = 'section.comment';

const lockup = '[data-test-id$="__entity-lockup"]';
const commentary = '[data-test-id$="__commentary"]';

const authorOf = (part: Element) => {
  const link = [...part.querySelectorAll(`${lockup} a[href]`)].find((each) => textOf(each));
  return person(link ? textOf(link) : null, link);
};

const wordsOf = (part: Element | undefined): string => (part ? textOf(part, { pre: true, except: 'button' }) : '');

/** The page's own data tells the moment of some of its posts. */
function stated(label: string | null, urn: Urn | null, page: Page): PublishedAt | null {
  for (const thing of jsonLd(page.document)) {
    const { '@id': id, url, datePublished } = thing as Record<string, unknown>;
    if (!urn || typeof datePublished !== 'string' || ![id, url].some((each) => typeof each === 'string' && each.includes(urn.id))) continue;
    const date = readDate(datePublished, page.now);
    if (date) return { ...date, raw: label ?? datePublished, source: 'metadata' };
  }
  return null;
}

function mediaOf(own: (selector: string) => Element[], page: Page): Media[] {
  const images = own('[data-test-id="feed-images-content"] img').map((image) =>
    pictureOf(image, page.url, image.getAttribute('data-delayed-url') ?? image.getAttribute('src')),
  );
  const videos = own('[data-test-id="feed-native-video-content"]').map((): Media => ({ kind: 'video', url: null }));
  const documents = own('[data-native-document-config]').map((): Media => ({ kind: 'document', url: null }));
  const link = webUrl(own('[data-test-id="article-content"] a[href], a[data-test-id="article-content"]')[0]?.getAttribute('href'), page.url);
  return [...images, ...videos, ...documents, ...(link ? [{ kind: 'link', url: link } as const] : [])];
}

/** A post as guests see it. */
export function readGuestPost(post: Element, page: Page): Draft | null {
  const shared = post.querySelector('article[data-activity-urn], [data-test-id="feed-reshare-content"]');
  const own = (selector: string) => [...post.querySelectorAll(selector)].filter((match) => !shared?.contains(match) && !match.closest(guestComments));
  const author = authorOf(post);
  if (!author.name) return null;
  const urn = urnIn(post.getAttribute('data-activity-urn')) ?? urnIn(post.getAttribute('data-attributed-urn'));
  const header = own('.main-feed-activity-card__header')[0];
  const sharer = header?.querySelector(profileLinks);
  const sharedUrn = urnIn(shared?.getAttribute('data-activity-urn')) ?? urnIn(shared?.getAttribute('data-attributed-urn'));
  const sharedWords = wordsOf(shared?.querySelector(commentary) ?? undefined);
  const quotes: Reference | null = shared && {
    url: updateUrl(sharedUrn),
    nativeId: nativeIdOf(sharedUrn),
    author: authorOf(shared),
    ...(sharedWords && { text: sharedWords }),
  };
  const time = own(`${lockup} time`)[0];
  const label = time ? textOf(time) : null;
  const shown = (selector: string) =>
    own(selector)
      .map((part) => textOf(part))
      .find(Boolean);
  return draftOf({
    kind: 'post',
    platform: 'linkedin',
    url: updateUrl(urn),
    nativeId: nativeIdOf(urn),
    author,
    ...(sharer && { sharedBy: person(textOf(sharer), sharer) }),
    ...(quotes && { quotes }),
    text: wordsOf(own(commentary)[0]),
    publishedAt: stated(label, urn, page) ?? publishedOf(label, urn?.id, header !== undefined, page),
    ...metricsOf({ likes: shown('[data-test-id="social-actions__reaction-count"]'), comments: shown('[data-test-id="social-actions__comments"]') }),
    media: mediaOf(own, page),
  });
}

/** A comment as guests see it. Its id is in the link that reports it. */
export function readGuestComment(comment: Element, page: Page): Draft | null {
  const own = (selector: string) => [...comment.querySelectorAll(selector)].filter((match) => match.closest(guestComments) === comment);
  const link = own('.comment__author')[0];
  const words = own('.comment__text')[0];
  if (!link || !words) return null;
  const urn = own('[data-semaphore-content-urn]')
    .map((part) => commentIn(part.getAttribute('data-semaphore-content-urn')))
    .find(Boolean);
  const label = own('.comment__duration-since')[0];
  const post = urn?.post ?? urnIn(comment.closest('[data-activity-urn]')?.getAttribute('data-activity-urn')) ?? urnIn(page.url.pathname);
  return draftOf({
    kind: 'comment',
    platform: 'linkedin',
    url: urn ? commentUrl(urn.post, urn.id) : null,
    nativeId: urn ? `${nativeIdOf(urn.post)}/${urn.id}` : null,
    author: person(textOf(link), link),
    ...(post && { inReplyTo: parentOf(post, null) }),
    text: wordsOf(words),
    publishedAt: publishedOf(label ? textOf(label) : null, urn?.id, false, page),
    ...metricsOf({
      likes: own('.comment__reactions-count:not(.hidden)')
        .map((part) => textOf(part))
        .find(Boolean),
    }),
  });
}
