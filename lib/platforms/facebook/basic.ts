/** mbasic.facebook.com and the old m.facebook.com, as saved until 2024: plain server-sent pages with `data-ft`. */
import type { Draft, Media } from '../../core/draft.ts';
import { readDate } from '../shared/dates.ts';
import { textOf, webUrl } from '../shared/dom.ts';
import { draftOf, type Figure, metricsOf } from '../shared/draft-of.ts';
import { readCount } from '../shared/numbers.ts';
import type { Page } from '../shared/platform.ts';
import { handleOf, permalinkOf } from './permalink.ts';

export const basicPosts = '[data-ft*="top_level_post_id"], [data-ft*="mf_story_key"]';
/** A comment's id is its element's. */
export const basicComments = '[id^="ufi_"] div[id]:has(h3):has(abbr)';

const dated = (abbr: Element | null | undefined, page: Page) => {
  const raw = abbr ? textOf(abbr) : '';
  const date = raw ? readDate(raw, page.now, page.document.documentElement.lang) : null;
  return date && { ...date, raw, source: 'label' as const };
};

/** "Ann, Ben and 12 others" are fourteen; a bare number is all. */
function reactionsIn(label: string): Figure {
  const count = readCount(label);
  const names = /^\p{L}[^\d]*/u.exec(label)?.[0];
  return count && names ? { ...count, value: count.value + names.split(/[,،、]/).length } : count;
}

const idOf = (post: Element) => /"(?:top_level_post_id|mf_story_key)":"?(\w+)/.exec(post.getAttribute('data-ft') ?? '')?.[1] ?? null;

export function readBasicPost(post: Element, page: Page): Draft | null {
  if (post.parentElement?.closest(basicPosts)) return null;
  const header = post.querySelector('header');
  const author = header?.querySelector('h3 a[href]') ?? post.querySelector('h3 a[href]');
  const footer = post.querySelector('footer') ?? post;
  const body = post.querySelector('[data-ft*="*s"]') ?? header?.nextElementSibling;
  if (!author) return null;
  const id = idOf(post);
  const link = [...footer.querySelectorAll('a[href]')].find((candidate) => permalinkOf(candidate.getAttribute('href'), page));
  const permalink = permalinkOf(link?.getAttribute('href') ?? page.url.href, page);
  const sentence = id && page.document.getElementById(`sentence_${id}`);
  const label = sentence && (sentence.querySelector('[aria-label]')?.getAttribute('aria-label') ?? textOf(sentence));
  const links = [...post.querySelectorAll('a[href*="/l.php?u="]')].filter((card) => !body?.contains(card));
  return draftOf({
    kind: 'post',
    platform: 'facebook',
    url: permalink?.url ?? null,
    nativeId: permalink?.id ?? id,
    author: { name: textOf(author), handle: handleOf(author, page) },
    text: body ? textOf(body) : '',
    publishedAt: dated(footer.querySelector('abbr'), page),
    ...metricsOf({ likes: label ? reactionsIn(label) : null }),
    media: links.map((card): Media => {
      const url = webUrl(card.getAttribute('href'), page.url);
      return { kind: 'link', url: url && webUrl(new URL(url).searchParams.get('u'), page.url) };
    }),
  });
}

export function readBasicComment(comment: Element, page: Page): Draft | null {
  const heading = comment.querySelector('h3');
  const author = heading?.querySelector('a[href]');
  if (!/^\d+$/.test(comment.id) || !heading || !author) return null;
  const post = page.document.querySelector(basicPosts);
  const parent = post && readBasicPost(post, page);
  const around = parent?.nativeId ?? /\d+$/.exec(comment.closest('[id^="ufi_"]')?.id ?? '')?.[0] ?? null;
  const reactions = comment.querySelector('a[href*="/reaction/profile/browser"]');
  return draftOf({
    kind: 'comment',
    platform: 'facebook',
    url: parent?.url ? `${parent.url}${parent.url.includes('?') ? '&' : '?'}comment_id=${comment.id}` : null,
    nativeId: around && `${around}/${comment.id}`,
    author: { name: textOf(author), handle: handleOf(author, page) },
    ...(parent && { inReplyTo: { url: parent.url, nativeId: parent.nativeId, author: parent.author } }),
    text: heading.nextElementSibling ? textOf(heading.nextElementSibling) : '',
    publishedAt: dated(comment.querySelector('abbr'), page),
    ...metricsOf({ likes: reactions && (reactions.getAttribute('aria-label') ?? textOf(reactions)) }),
  });
}
