/** Quora, one host per language. Logged in: boxes with hashed classes, and a few names written by hand. The count of votes is an odometer and stays unknown. */
import type { Draft } from '../core/draft.ts';
import { readProfile } from './quora/profile.ts';
import { readDate } from './shared/dates.ts';
import { attribute, parentElementOf, textOf, webUrl } from './shared/dom.ts';
import { draftOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const hosts = 'www fr id es de it pt nl ja pl sv da fi no hi bn ta te mr gu kn ml he tr ar'.split(' ').map((name) => `${name}.quora.com`);
const contents = '.puppeteer_test_answer_content,.spacing_log_answer_content:not(:has(.puppeteer_test_answer_content))';
const answerPath = /^\/[^/]+\/answers?\/[^/]+$/;

/** The widest element that holds this answer and no other. */
function boxOf(content: Element): Element {
  let box = content;
  for (let up = parentElementOf(box); up && up.tagName !== 'BODY' && up.querySelectorAll(contents).length === 1; up = parentElementOf(up)) box = up;
  return box;
}

function linkOf(root: Element, page: Page, path: RegExp, except: Element): { link: Element; url: URL } | null {
  for (const link of root.querySelectorAll('a[href]')) {
    const href = webUrl(link.getAttribute('href'), page.url);
    const url = href ? new URL(href) : null;
    if (url && url.host === page.url.host && path.test(url.pathname) && !except.contains(link) && textOf(link)) return { link, url };
  }
  return null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function read(content: Element, page: Page): Draft | null {
  const box = boxOf(content);
  const author = linkOf(box, page, /^\/profile\/[^/]+$/, content);
  const stamp = linkOf(box, page, answerPath, content);
  const words = textOf(content, { except: '.qt_read_more,button,[role="button"]' });
  if (!words || (!author && !stamp)) return null;
  const path = stamp?.url.pathname ?? (answerPath.test(page.url.pathname) ? page.url.pathname : null);
  const url = path && `${page.url.origin}${path}`;
  const question = box.querySelector('.puppeteer_test_question_title') ?? page.document.querySelector('.puppeteer_test_question_title');
  const raw = stamp ? textOf(stamp.link) : '';
  const date = raw ? readDate(raw, page.now, page.document.documentElement.lang) : null;
  return draftOf({
    kind: 'post',
    platform: 'quora',
    url,
    nativeId: path && `${page.url.host}${path}`,
    author: { name: author ? textOf(author.link) : null, handle: author ? decoded(author.url.pathname.slice('/profile/'.length)) : null },
    ...(question && { title: textOf(question) }),
    text: words,
    truncated: content.querySelector('.qt_read_more') !== null,
    publishedAt: date && { ...date, raw, source: 'label' },
  });
}

export default definePlatform({
  id: 'quora',
  name: 'Quora',
  hosts,
  origins: hosts.map((host) => `https://${host}/*`),
  examples: ['https://www.quora.com/Why-is-bread-round/answer/Ann-Example', 'https://fr.quora.com/Pourquoi-le-pain-est-il-rond'],
  selector: contents,
  read,

  /** An answer's page for guests holds no more than its meta tags: "Ann Lee's answer to QUESTION", and the answer's beginning. */
  readPage(page): Draft[] {
    const said = (name: string) => attribute(page.document, `meta[property="og:${name}"]`, 'content');
    const [url, text, title] = [said('url'), said('description'), said('title')];
    const path = answerPath.exec(page.url.pathname)?.[0];
    if (!path || !text || !url?.includes(path)) return [];
    const [, name, question] = /^(.+?)['’]s answer to (.+?)(?: - Quora)?$/.exec(title ?? '') ?? [];
    return [
      draftOf({
        kind: 'post',
        platform: 'quora',
        url: `${page.url.origin}${path}`,
        nativeId: `${page.url.host}${path}`,
        author: { name: name ?? null, handle: decoded(path.slice(path.lastIndexOf('/') + 1)) },
        ...((question ?? title) && { title: question ?? title ?? '' }),
        text,
        truncated: true,
      }),
    ];
  },
  readProfile,
});
