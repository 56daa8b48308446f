/** Comments, below a video or in the panel beside it; answers stand one level deeper, behind what they answer. */
import type { Draft, Person, Reference } from '../../core/draft.ts';
import { isAfter, parentElementOf, text, textOf } from '../shared/dom.ts';
import { draftOf, metricsOf } from '../shared/draft-of.ts';
import type { Page } from '../shared/platform.ts';
import { accountOf, addressed, publishedOf, urlOf } from './where.ts';

const top = '[data-e2e="comment-level-1"]';
/** The words of a comment. */
export const comments = `${top}, [data-e2e="comment-level-2"]`;
const marks = '[data-e2e^="comment-username"]';
const likes = '[data-e2e="comment-like-count"], [aria-label*="like" i], [aria-label*="aime" i], [aria-label*="suka" i]';

/** The largest element around the words that holds no other comment, nor anything of the video's. */
function boxOf(words: Element): Element {
  let box = words;
  for (let step = 0; step < 7; step++) {
    const parent = box.parentElement;
    if (!parent || parent.querySelectorAll(comments).length > 1 || parent.querySelector('[data-e2e="like-count"], [data-e2e="comment-input"]')) break;
    box = parent;
  }
  return box;
}

function authorOf(box: Element): Person {
  const mark = box.querySelector(marks);
  const link = mark?.closest('a[href*="/@"]') ?? mark?.querySelector('a[href*="/@"]') ?? box.querySelector('a[href*="/@"]');
  // The author of the video is marked behind the name.
  return {
    name: mark ? (textOf(mark.querySelector('a, p, span') ?? mark).split(/\s*[·•]/)[0] ?? null) || null : null,
    handle: accountOf(link ?? null),
  };
}

/** The comment's id is that of an element around its words, in some builds. */
const idOf = (words: Element, box: Element): string | null => {
  for (let element: Element | null = words; element && box.contains(element); element = parentElementOf(element))
    if (/^\d{15,20}$/.test(element.id)) return element.id;
  return null;
};

const nativeIdOf = (video: string | undefined, id: string | null) => (video && id ? `${video}/${id}` : id);

/** The date has its mark, or is the first short line with a figure behind the words. */
function dateOf(words: Element, box: Element): string | null {
  const marked = text(box, '[data-e2e^="comment-time"]');
  if (marked) return marked;
  const line = [...box.querySelectorAll('span, p')].find(
    (part) =>
      part.childElementCount === 0 &&
      isAfter(part, words) &&
      !words.contains(part) &&
      !part.closest('button, [aria-label]') &&
      /\d/.test(textOf(part)),
  );
  return line ? textOf(line) : null;
}

export function readComment(words: Element, page: Page): Draft | null {
  if (words.parentElement?.closest(comments)) return null;
  const box = boxOf(words);
  const author = authorOf(box);
  const said = textOf(words, { inline: 'p, div', except: 'button' });
  if (!said || (!author.name && !author.handle)) return null;
  const video = addressed(page.url);
  const id = idOf(words, box);
  const answered = words.matches(top) ? undefined : [...page.document.querySelectorAll(top)].filter((other) => isAfter(words, other)).at(-1);
  let inReplyTo: Reference | null = video && { url: urlOf(video), nativeId: video.id, author: { name: null, handle: video.handle } };
  if (answered) {
    const around = boxOf(answered);
    inReplyTo = {
      url: null,
      nativeId: nativeIdOf(video?.id, idOf(answered, around)),
      author: authorOf(around),
      text: textOf(answered, { inline: 'p, div' }),
    };
  }
  const counted = box.querySelector(likes);
  return draftOf({
    kind: 'comment',
    platform: 'tiktok',
    nativeId: nativeIdOf(video?.id, id),
    author,
    ...(inReplyTo && { inReplyTo }),
    text: said,
    publishedAt: publishedOf(id, dateOf(words, box), null, page.now),
    ...metricsOf({ likes: counted && (textOf(counted) || counted.getAttribute('aria-label')) }),
  });
}
