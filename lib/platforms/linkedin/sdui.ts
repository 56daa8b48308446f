/**
 * LinkedIn's feed, search and posts since December 2025: class names are hashes, there is no URN, no permalink and no `time` on a card.
 * What lasts are component keys, test ids, icons' ids and the order of things.
 */
import type { Draft, Media, Reference } from '../../core/draft.ts';
import { readDate } from '../shared/dates.ts';
import { closest, isAfter, parentElementOf, pictureOf, textOf } from '../shared/dom.ts';
import { draftOf, metricsOf } from '../shared/draft-of.ts';
import { readCount } from '../shared/numbers.ts';
import type { Page } from '../shared/platform.ts';
import { parentOf } from './ember.ts';
import {
  commentIn,
  commentUrl,
  isAdvert,
  languageOf,
  nativeIdOf,
  person,
  profileLinks,
  publishedOf,
  reactionsIn,
  saysReposted,
  type Urn,
  updateUrl,
  urnOfKey,
} from './identity.ts';

const keyed = '[componentkey^="expanded"][componentkey*="FeedType_"], [componentkey^="update-card-focus"]';
/** Each card stands in a wrapper of the same key; the inner one is the card. */
export const sduiPosts = `:is(${keyed}):not(:has(${keyed}))`;
export const sduiComments = '[componentkey^="replaceableComment_urn:li:comment:"], [id^="replaceableComment_urn:li:comment:"]';

const textBox = '[data-testid="expandable-text-box"]';
const comments = `${sduiComments}, [data-testid*="commentList"]`;

/** Where a line is there twice, what the eye sees of it. */
const seen = (line: Element): string => textOf(line.querySelector(':scope > [aria-hidden="true"]') ?? line);

const wordsOf = (box: Element | undefined): string => (box ? textOf(box, { pre: true, except: 'button' }) : '');

/** Links that name an author: around the name, whereas a header ("… likes this") has its links within a line, and a text its mentions. */
const isAuthorLink = (link: Element): boolean => !link.closest(`p, ${textBox}`) && !link.querySelector('figure, img') && textOf(link) !== '';

function authorOf(link: Element | undefined) {
  const line = link?.querySelector('p') ?? link;
  const name = line ? seen(line) : '';
  // Behind the name, but in an element of its own, the degree of acquaintance: "• 3rd+", in some languages without a figure.
  const degree = [...(line?.querySelectorAll('*') ?? [])]
    .map((part) => textOf(part))
    .findLast((words) => words.startsWith('•') && name.endsWith(words));
  return person(name.slice(0, name.length - (degree?.length ?? 0)).trim(), link);
}

const dateIn = (element: Element, page: Page): string | null => {
  const label = textOf(element);
  return label.length < 60 && /\p{N}/u.test(label) && readDate(label, page.now, languageOf(page)) ? label : null;
};

/** The key of the comment box, or of a comment shown, tells which post this is. */
function urnOf(post: Element): Urn | null {
  for (const box of post.querySelectorAll('[componentkey*="-replaceableCommentTools"], [id*="-replaceableCommentTools"]')) {
    const urn = urnOfKey((box.getAttribute('componentkey') ?? box.id).split('-replaceableCommentTools')[0] ?? '');
    if (urn) return urn;
  }
  const comment = post.querySelector(sduiComments);
  return commentIn(comment?.getAttribute('componentkey') ?? comment?.id)?.post ?? null;
}

/** In a feed the numbers stand above the buttons, each line twice; in search they stand in the buttons, known by their icons. */
function figuresOf(own: (selector: string) => Element[]) {
  const lines = own('p').filter((line) => line.querySelector(':scope > span[aria-hidden="true"]') && /\p{N}/u.test(textOf(line)));
  const reactions = own('ul[role="presentation"]')
    .map((icons) => icons.parentElement?.querySelector('p'))
    .find((line) => line?.querySelector(':scope > span[aria-hidden="true"]'));
  const others = lines.filter((line) => line !== reactions && line.closest('a, [role="button"]') && !line.closest(profileLinks));
  const said = others.find((line) => line.closest('[role="button"]'));
  const shared = others.find((line) => line !== said && !line.closest('[role="button"]'));
  const inButton = (icon: string) => {
    const button = own(`button svg[id^="${icon}"], [role="button"] svg[id^="${icon}"]`)[0]?.closest('button, [role="button"]');
    return button ? readCount(textOf(button)) : null;
  };
  return {
    likes: reactions ? reactionsIn(seen(reactions)) : inButton('thumbs-up'),
    comments: said ? readCount(seen(said)) : inButton('comment'),
    shares: shared ? readCount(seen(shared)) : inButton('repost'),
  };
}

function mediaOf(own: (selector: string) => Element[], page: Page): Media[] {
  const images = own('figure img')
    .filter((image) => !image.closest(`${profileLinks}, [aria-hidden="true"], ul`))
    .map((image) => pictureOf(image, page.url));
  return [...images, ...own('video').map((): Media => ({ kind: 'video', url: null }))];
}

/** A card of the feed or of a search, or null where it holds no post: a course, a job, people to know. */
export function readSduiPost(post: Element, page: Page): Draft | null {
  const own = (selector: string) => [...post.querySelectorAll(selector)].filter((match) => !match.closest(comments));
  const authors = own(profileLinks).filter(isAuthorLink);
  const boxes = own(textBox);
  const author = authors[0];
  if (!author) return null;
  const body = boxes.find((box) => isAfter(box, author));
  const end = body ?? own('video, hr, [role="region"]').find((part) => isAfter(part, author));
  const head = own('p, span').filter((line) => isAfter(line, author) && (!end || (isAfter(end, line) && !line.contains(end))));
  const last = head.filter((line) => line.tagName === 'P' && !line.closest('button')).at(-1);
  const slot = last ? textOf(last) : '';
  // A headline may speak of years too: the time is what comes last. "Just now" has no figures.
  const label =
    head.map((line) => dateIn(line, page)).findLast((found) => found !== null) ?? (readDate(slot, page.now, languageOf(page)) ? slot : null);

  const header = own('p').find((line) => isAfter(author, line) && line.querySelector(profileLinks));
  const sharer = header && saysReposted(textOf(header)) ? header.querySelector(profileLinks) : null;
  const urn = urnOf(post);
  const quotes = quotesOf(authors, boxes, body);
  return draftOf({
    kind: 'post',
    platform: 'linkedin',
    url: updateUrl(urn),
    nativeId: nativeIdOf(urn),
    author: authorOf(author),
    ...(sharer && { sharedBy: person(textOf(sharer), sharer) }),
    ...(quotes && { quotes }),
    text: wordsOf(body),
    publishedAt: publishedOf(label, urn?.id, header !== undefined, page),
    ...metricsOf(figuresOf(own)),
    media: mediaOf(own, page),
    promoted: label === null && isAdvert(slot, urn?.id, page),
  });
}

/** A post shared with words of one's own: another author, and another text, below one's own. */
function quotesOf(authors: readonly Element[], boxes: readonly Element[], body: Element | undefined): Reference | null {
  const author = body && authors.find((link) => isAfter(link, body));
  if (!author) return null;
  const words = wordsOf(boxes.find((box) => isAfter(box, author)));
  return { url: null, nativeId: null, author: authorOf(author), ...(words && { text: words }) };
}

/** A comment, or a reply within the comment that it answers. */
export function readSduiComment(element: Element, page: Page): Draft | null {
  const key = element.getAttribute('componentkey') ?? element.id;
  const keyOf = (other: Element | null | undefined) => other?.getAttribute('componentkey') ?? other?.id ?? '';
  const inner = [...element.querySelectorAll(sduiComments)];
  const urn = commentIn(key);
  if (!urn || inner.some((other) => keyOf(other) === key)) return null;
  const own = (selector: string) => [...element.querySelectorAll(selector)].filter((match) => match.closest(sduiComments) === element);
  const author = own(profileLinks).find(isAuthorLink);
  const box = own(textBox)[0];
  if (!author) return null;
  const label =
    own('p')
      .map((line) => dateIn(line, page))
      .find((found) => found !== null) ?? null;
  let above = closest(parentElementOf(element), sduiComments);
  while (above && keyOf(above) === key) above = closest(parentElementOf(above), sduiComments);
  return draftOf({
    kind: 'comment',
    platform: 'linkedin',
    url: commentUrl(urn.post, urn.id),
    nativeId: `${nativeIdOf(urn.post)}/${urn.id}`,
    author: authorOf(author),
    inReplyTo: parentOf(urn.post, commentIn(keyOf(above))?.id ?? null),
    text: wordsOf(box),
    publishedAt: publishedOf(label, urn.id, false, page),
  });
}
