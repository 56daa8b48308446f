/** What is kept of a post that its adapter could not read: its words, its link and its time. */
import type { Draft } from '../../core/draft.ts';
import { textOf, webUrl } from './dom.ts';
import { draftOf } from './draft-of.ts';
import type { Page } from './platform.ts';
import { publishedFrom } from './schema-org.ts';

/** A draft of an element as any page has it; who wrote it is unknown. */
export function fallbackOf(post: Element, page: Page): Draft {
  const time = post.querySelector('time[datetime]');
  const link = time?.closest('a[href]');
  const url = link ? webUrl(link.getAttribute('href'), page.url) : null;
  return draftOf({
    kind: 'post',
    platform: 'generic',
    // A link to elsewhere is no permalink of this site.
    url: url && new URL(url).hostname === page.url.hostname ? url : null,
    text: textOf(post, { except: 'button, [role="button"], nav, form' }),
    publishedAt: publishedFrom(time?.getAttribute('datetime'), page.now),
  });
}
