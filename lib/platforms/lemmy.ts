/**
 * lemmy-ui, on any host (code read up to August 2026; Bootstrap's and its own class names, written by hand). A post is drawn twice,
 * for phones and for wide screens, within one `.post-listing`; answers stand inside their parent's list item.
 */
import type { Draft, Person, PublishedAt, Reference } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { attribute, pictureOf, text as textAt, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const comments = 'article[id^="comment-"]';
const postPath = /^\/post\/(\d+)/;

/** `/u/NAME`, and `/u/NAME@HOST` of people from elsewhere. Who chose a name to be shown has the account in the title. */
function personAt(root: ParentNode): Person {
  const link = root.querySelector('.person-listing[href*="/u/"], a.person-listing');
  if (!link) return { name: null, handle: null };
  const account = /\/u\/([^/?#]+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? null;
  return { name: textAt(link, 'span') ?? (textOf(link) || null), handle: account };
}

/** The tooltip holds the full time; of an edited text it says "Created: …, Modified: …", a line each. */
function publishedOf(root: ParentNode, page: Page): PublishedAt | null {
  const time = root.querySelector('.moment-time');
  const tip = (time?.getAttribute('data-tippy-content') ?? '').split('\n')[0]?.replace(/^[^\d:]{0,20}:\s/, '') ?? '';
  const shown = time ? textOf(time) : '';
  const exact = tip ? readDate(tip, page.now) : null;
  if (exact) return { ...exact, raw: shown || tip, source: 'attribute' };
  const date = shown ? readDate(shown, page.now) : null;
  return date && { ...date, raw: shown, source: 'label' };
}

/** The score: beside the arrows, or, between newer versions' buttons, in a tooltip ("12 points"). It may be below zero. */
function scoreOf(root: ParentNode): string | number | null {
  const said =
    textAt(root, '.vote-bar .unselectable.pointer') ??
    textAt(root, '.unselectable.pointer[data-tippy-content]:not(.moment-time)') ??
    textAt(root, '.vote-bar .post-score, .post-score');
  return said && /^[-−]\d+$/.test(said) ? -Number(said.slice(1)) : said;
}

const hostOf = (page: Page) => page.url.hostname;
const pathOf = (href: string | null, page: Page) => {
  const url = webUrl(href, page.url);
  return url && new URL(url).origin === page.url.origin ? new URL(url).pathname : '';
};

function postIdOf(post: Element, page: Page): string | null {
  // The same link posted elsewhere is listed below; a post's own links are its title and its comments.
  const links = [...post.querySelectorAll('.post-title a[href*="/post/"], a[href*="scrollToComments"], a[href*="/post/"]')].filter(
    (link) => !link.closest('.md-div, ul'),
  );
  return (
    links.map((link) => postPath.exec(pathOf(link.getAttribute('href'), page))?.[1]).find(Boolean) ?? postPath.exec(page.url.pathname)?.[1] ?? null
  );
}

const referenceTo = (post: Element | null, id: string | null, page: Page): Reference => {
  const title = post && textAt(post, '.post-title :is(h1, h2, h3, h5)', { except: 'button, .badge' });
  return {
    url: id && `${page.url.origin}/post/${id}`,
    nativeId: id && `${hostOf(page)}/${id}`,
    author: post ? personAt(post) : { name: null, handle: null },
    ...(title && { text: title }),
  };
};

const commentReference = (comment: Element, page: Page): Reference => {
  const id = comment.id.replace('comment-', '');
  return {
    url: `${page.url.origin}/comment/${id}`,
    nativeId: `${hostOf(page)}/comment/${id}`,
    author: personAt(comment),
    text: textAt(comment, '.md-div') ?? '',
  };
};

/** "cross-posted from: ADDRESS" begins a text, with the other post's words as a quotation. */
function crosspostOf(body: Element | undefined, page: Page): { quotes: Reference; line: Element; words: Element } | null {
  const [line, words] = [body?.firstElementChild, body?.firstElementChild?.nextElementSibling];
  const url = webUrl(line?.querySelector('a[href*="/post/"]')?.getAttribute('href'), page.url);
  const id = url && postPath.exec(new URL(url).pathname)?.[1];
  if (!line || words?.tagName !== 'BLOCKQUOTE' || !url || !id) return null;
  return { quotes: { url, nativeId: `${new URL(url).hostname}/${id}`, author: { name: null, handle: null }, text: textOf(words) }, line, words };
}

function readComment(comment: Element, page: Page): Draft | null {
  const body = comment.querySelector('.md-div, .comment-content');
  const author = personAt(comment);
  if (!body || !/^comment-\d+$/.test(comment.id) || !author.handle) return null;
  const { url, nativeId } = commentReference(comment, page);
  const above = comment.closest('li.comment')?.parentElement?.closest('li.comment')?.querySelector(`:scope > ${comments}`);
  const post = page.document.querySelector('.post-listing');
  const id = postPath.exec(page.url.pathname)?.[1] ?? null;
  return draftOf({
    kind: 'comment',
    platform: 'lemmy',
    url,
    nativeId,
    author,
    inReplyTo: above ? commentReference(above, page) : referenceTo(id ? post : null, id, page),
    text: textOf(body),
    publishedAt: publishedOf(comment, page),
    ...metricsOf({ likes: scoreOf(comment) }),
    media: [...body.querySelectorAll('img:not(.icon)')].map((image) => pictureOf(image, page.url)),
  });
}

export default definePlatform({
  id: 'lemmy',
  name: 'Lemmy',
  hosts: [],
  origins: [],
  examples: [],
  marker: '.lemmy-site, meta[name="generator"][content^="lemmy" i], #app :is(.post-listing, .comment-node) .person-listing',
  selector: `.post-listing, ${comments}`,

  read(post, page): Draft | null {
    if (post.matches(comments)) return readComment(post, page);
    const heading = post.querySelector('.post-title :is(h1, h2, h3, h5)') ?? post.querySelector('.post-title');
    const title = heading && textOf(heading, { except: 'button, .badge, small' });
    const id = postIdOf(post, page);
    if (!title || !id) return null;
    const bodies = [...post.querySelectorAll('#postContent .md-div, #postContent, .md-div')];
    const body = bodies.find((one) => !one.closest('.post-title') && !one.querySelector('.md-div'));
    const crosspost = crosspostOf(body, page);
    const own = crosspost ? [...(body?.children ?? [])].filter((part) => part !== crosspost.line && part !== crosspost.words) : body ? [body] : [];
    const count = post.querySelector('a[href*="scrollToComments"]');
    const links = [...post.querySelectorAll('.post-title a[href], p.small > a[href], a.thumbnail[href]')];
    const link = links.map((one) => webUrl(one.getAttribute('href'), page.url)).find((url) => url && new URL(url).origin !== page.url.origin);
    const picture = link && /\.(?:jpe?g|png|gif|webp|avif)$/i.test(new URL(link).pathname);
    return draftOf({
      kind: 'post',
      platform: 'lemmy',
      ...referenceTo(null, id, page),
      author: personAt(post),
      ...(crosspost && { quotes: crosspost.quotes }),
      title,
      text: own.map((part) => textOf(part)).join('\n\n'),
      publishedAt: publishedOf(post, page),
      // The title of the link to the comments is worded ("12 comments"), exact where the button shortens.
      ...metricsOf({
        likes: scoreOf(post),
        comments: (count?.getAttribute('title') ?? attribute(post, 'a[href*="scrollToComments"]', 'data-tippy-content')) || (count && textOf(count)),
      }),
      media: [
        ...(link ? [{ kind: picture ? ('image' as const) : ('link' as const), url: link }] : []),
        ...[...(body?.querySelectorAll('img:not(.icon)') ?? [])].map((image) => pictureOf(image, page.url)),
      ],
    });
  },
});
