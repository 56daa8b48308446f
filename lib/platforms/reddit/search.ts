/** Search results of www.reddit.com, which are drawn otherwise than posts. After the code of extensions and scrapers kept up to 2026: no saved page was at hand. */
import type { Draft, Person } from '../../core/draft.ts';
import { attribute, text, textOf } from '../shared/dom.ts';
import { draftOf, metricsOf } from '../shared/draft-of.ts';
import type { Page } from '../shared/platform.ts';
import { bare, commentIn, exact, get, linkTo, permalink, postIn, postReference, redditor, timeOf } from './parts.ts';

export const postUnits =
  '[data-testid="search-post-unit"],[data-testid="search-sdui-post"],[data-testid="search-post-with-content-preview"],[data-testid="sdui-post-unit"]';
const notes = '[data-faceplate-tracking-context]';
export const commentUnit = '[data-testid="search-sdui-comment-unit"]';

/**
 * The author, whom a search page names only in what it notes for its own statistics, on an element around the result or in it.
 * Each note says which post or comment it is of.
 */
function notedAuthor(unit: Element, id: string): Person {
  for (const tracker of [unit.closest(notes), ...unit.querySelectorAll(notes)]) {
    const note = get(tracker, 'data-faceplate-tracking-context');
    try {
      const { post, comment, profile } = JSON.parse(note ?? '{}') as Record<string, Record<string, unknown> | undefined>;
      const name = profile?.['name'];
      if (typeof name === 'string' && [post?.['id'], comment?.['id']].some((of) => typeof of === 'string' && bare(of) === id)) return redditor(name);
    } catch {
      // Not a note that can be read: the author stays unknown.
    }
  }
  return redditor(null);
}

/** A post among search results. The link with the title covers the unit, or stands in it. */
export function readPostUnit(inner: Element, page: Page): Draft | null {
  const unit = inner.parentElement?.closest(postUnits) ?? inner;
  const titled = [...unit.querySelectorAll('a[data-testid="post-title"],a[data-testid="post-title-text"]')];
  const url = permalink(get(titled[0], 'href'));
  const id = postIn(url);
  const title = titled.map((link) => textOf(link) || get(link, 'aria-label')).find(Boolean);
  if (!url || !id || !title) return null;
  const preview = [...unit.querySelectorAll('a[href*="/comments/"]')].find(
    (link) => !titled.includes(link) && postIn(get(link, 'href')) === id && textOf(link),
  );
  const numbers = [...unit.querySelectorAll('[data-testid="search-counter-row"] faceplate-number')].map(
    (number) => exact(get(number, 'number')) ?? textOf(number),
  );
  return draftOf({
    kind: 'post',
    platform: 'reddit',
    url,
    nativeId: id,
    author: notedAuthor(unit, id),
    title,
    text: preview ? textOf(preview) : '',
    truncated: Boolean(preview),
    publishedAt: timeOf(unit, page),
    // Votes, then comments; a lone number could be either.
    ...metricsOf(numbers.length === 2 ? { likes: numbers[0], comments: numbers[1] } : {}),
  });
}

/** A comment among search results, below the title and the numbers of its post. */
export function readCommentUnit(unit: Element, page: Page): Draft | null {
  const url = permalink([...unit.querySelectorAll('a[href*="/comments/"]')].map((link) => get(link, 'href')).find(commentIn) ?? null);
  const [post, id] = [postIn(url), commentIn(url)];
  const content = unit.querySelector('[data-testid="search-comment-content"]');
  if (!url || !post || !id || !content) return null;
  const title = linkTo(post, unit);
  const author = [...content.querySelectorAll('a[href="#"],a[href^="/user/"]')].map((link) => textOf(link)).find(Boolean);
  return draftOf({
    kind: 'comment',
    platform: 'reddit',
    url,
    nativeId: `${post}/${id}`,
    author: author ? redditor(author) : notedAuthor(unit, id),
    inReplyTo: { ...postReference(post, page, url), ...(title && { text: textOf(title) }) },
    text: text(content, '[id$="-post-rtjson-content"]') ?? '',
    publishedAt: timeOf(content, page),
    ...metricsOf({ likes: exact(attribute(content, 'faceplate-number', 'number')) }),
  });
}
