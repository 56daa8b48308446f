/** Articles and issues of newsletters (/pulse/WORDS): for guests with JSON-LD, for members in a reader. On their own page, `main` stands for them. */
import type { Draft } from '../../core/draft.ts';
import { readDate } from '../shared/dates.ts';
import { jsonLd, pictureOf, textOf } from '../shared/dom.ts';
import { draftOf, metricsOf } from '../shared/draft-of.ts';
import type { Page } from '../shared/platform.ts';
import { languageOf, person, profileLinks } from './identity.ts';

export const articles = 'main';
const bodies = '.reader-article-content, .reader-content-blocks-container, [data-test-id="article-content-blocks"], .article-main__content, article';

export function readArticle(main: Element, page: Page): Draft | null {
  const id = /^\/pulse\/([\w%-]+)\/?$/.exec(page.url.pathname)?.[1];
  const heading = main.querySelector('h1');
  const body = main.querySelector(bodies);
  if (!id || !heading || !body) return null;
  const thing = (jsonLd(page.document) as Record<string, unknown>[]).find(
    (each) => /Article|Posting/.test(String(each['@type'])) && JSON.stringify(each).includes(id),
  );
  const link =
    [...main.querySelectorAll(profileLinks)].find((each) => textOf(each) && !body.contains(each)) ??
    [...main.querySelectorAll(profileLinks)].find((each) => textOf(each));
  const stated = typeof thing?.['datePublished'] === 'string' ? thing['datePublished'] : null;
  const time = main.querySelector('time');
  const raw = (time && textOf(time)) || stated;
  const date = readDate(stated ?? raw ?? '', page.now, languageOf(page));
  const shown = (name: string) => [...main.querySelectorAll(`[data-test-id="social-actions__${name}"]`)].map((part) => textOf(part)).find(Boolean);
  return draftOf({
    kind: 'article',
    platform: 'linkedin',
    url: `https://www.linkedin.com/pulse/${id}/`,
    nativeId: `pulse/${id}`,
    author: person(link ? (textOf(link).split('\n')[0] ?? null) : null, link),
    title: textOf(heading),
    text: textOf(body, { except: 'h1, header, button, form, section.comment' }),
    publishedAt: date && raw ? { ...date, raw, source: stated ? 'metadata' : 'label' } : null,
    ...metricsOf({ likes: shown('reaction-count'), comments: shown('comments') }),
    media: [...body.querySelectorAll('figure img')].map((image) => pictureOf(image, page.url)),
  });
}
