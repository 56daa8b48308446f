/**
 * Substack (seen January 2026): posts on NAME.substack.com and domains of their own, with hand-written classes; notes in the app on
 * substack.com, as `[role="article"]`. A note's own page has it as JSON-LD, with other people's feed `inert` behind it.
 */
import type { Draft, Person, PublishedAt } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { attribute, isAfter, jsonLd, pictureOf, text as textAt, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { readMetadata } from './shared/page-metadata.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { draftOfThing, kindOfThing, type Thing, urlOfThing } from './shared/schema-org.ts';
import { readProfile } from './substack/profile.ts';

const notePath = /^\/(?:@([^/]+)\/)?note\/(c-\d+)/;
const postPath = /^\/(?:home\/post\/|@[^/]+\/)?(p-\d+|p\/[^/]+)/;

/** `/@HANDLE`, or the older `/profile/ID-HANDLE`; of several people the one with this handle. */
const personAt = (root: ParentNode, of = ''): Person => {
  const links = [...root.querySelectorAll(`a[href*="/@${of}"], a[href*="/profile/"]`)].filter(
    (link) => !/\/note\//.test(link.getAttribute('href') ?? ''),
  );
  const link = links.find((one) => textOf(one)) ?? links[0];
  const handle = /\/(?:@|profile\/\d+-)([^/?#]+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? null;
  return { name: (link && textOf(link)) || null, handle };
};

function labelDate(raw: string | null, page: Page, source: PublishedAt['source'] = 'label'): PublishedAt | null {
  const date = raw ? readDate(raw, page.now) : null;
  return raw && date ? { ...date, raw, source } : null;
}

/** A link to itself carries the full time as its title. */
function dateAt(link: Element | null | undefined, page: Page): PublishedAt | null {
  const exact = link?.querySelector('time')?.getAttribute('datetime') ?? link?.getAttribute('title') ?? null;
  const date = labelDate(exact, page, 'attribute');
  return date ? { ...date, raw: (link && textOf(link)) || date.raw } : labelDate((link && textOf(link)) || null, page);
}

const labels = {
  likes: /^(?:like|j.aime|aimer|suka)/i,
  comments: /^(?:view )?(?:comment|repl|répon|voir les comm|komentar|balas)/i,
  shares: /^(?:restack)/i,
} as const;

/** Numbers on buttons, known by their labels: "Like (12)", or "Like" with 12 in it. */
function figuresOf(root: ParentNode, outside?: string) {
  const buttons = [...root.querySelectorAll('button[aria-label], a[aria-label], [role="button"][aria-label]')].filter(
    (button) => !outside || !button.closest(outside) || button.closest(outside) === root,
  );
  const figure = (label: RegExp) => {
    const button = buttons.find((one) => label.test(one.getAttribute('aria-label') ?? ''));
    return button && (/\d/.test(button.getAttribute('aria-label') ?? '') ? button.getAttribute('aria-label') : textOf(button));
  };
  return { likes: figure(labels.likes), comments: figure(labels.comments), shares: figure(labels.shares) };
}

/** A note's own link to itself, which carries the full time. */
const linkOf = (note: Element, inner: Element | null): Element | undefined => {
  const links = [...note.querySelectorAll('a[href*="/note/c-"]')].filter((one) => !inner?.contains(one));
  return links.find((one) => one.getAttribute('title')) ?? links[0];
};

/** "Odile restacked" stands above a note, with a link to her. */
function restackerOf(note: Element, link: Element | undefined): Person | null {
  const line = [...note.querySelectorAll('a[href*="/@"]')].find(
    (one) =>
      /restack/i.test(one.parentElement?.textContent ?? '') &&
      textOf(one) &&
      !one.closest('button') &&
      link &&
      isAfter(link, one) &&
      !one.parentElement?.contains(link),
  );
  return line ? personAt(line.parentElement ?? line) : null;
}

function readNote(note: Element, page: Page): Draft | null {
  const inner = note.querySelector('[role="article"]');
  const outer = note.parentElement?.closest('[role="article"]');
  // Within a note that says something of its own, this one is quoted.
  if (outer && linkOf(outer, note)) return null;
  // One that is only passed on is read by itself.
  const link = linkOf(note, inner);
  if (inner && !link) return null;
  const address = webUrl(link?.getAttribute('href'), page.url);
  const [, handle, id] = (address && notePath.exec(new URL(address).pathname)) || [];
  if (!id) return null;
  const body = [...note.querySelectorAll('.ProseMirror')].find((one) => !inner?.contains(one));
  const sharedBy = restackerOf(outer ?? note, link);
  const author = personAt(note, handle);
  const quoted = inner && notePath.exec(new URL(linkOf(inner, null)?.getAttribute('href') ?? '/', page.url).pathname);
  const words = inner?.querySelector('.ProseMirror');
  return draftOf({
    kind: 'post',
    platform: 'substack',
    url: handle ? `https://substack.com/@${handle}/note/${id}` : `https://substack.com/note/${id}`,
    nativeId: `substack.com/${id}`,
    author: { name: author.name, handle: handle ?? author.handle },
    ...(sharedBy && { sharedBy }),
    ...(inner && {
      quotes: {
        url: quoted ? `https://substack.com${quoted[0]}` : null,
        nativeId: quoted?.[2] ? `substack.com/${quoted[2]}` : null,
        author: personAt(inner),
        ...(words && { text: textOf(words) }),
      },
    }),
    text: body ? textOf(body) : '',
    publishedAt: dateAt(link, page),
    ...metricsOf(figuresOf(note, '[role="article"]')),
    media: [...note.querySelectorAll('a[href^="http"]')]
      .filter(
        (card) => !body?.contains(card) && !inner?.contains(card) && !/\/(?:@[^/]+\/?(?:note|\?|$)|profile)/.test(card.getAttribute('href') ?? ''),
      )
      .map((card) => ({ kind: 'link' as const, url: webUrl(card.getAttribute('href'), page.url) })),
  });
}

const comment = '.comment';

function postOf(page: Page): { url: string; id: string } | null {
  const url = webUrl(attribute(page.document, 'link[rel="canonical"]', 'href'), page.url) ?? page.url.href;
  const { hostname, origin, pathname } = new URL(url);
  const [path, id] = postPath.exec(pathname) ?? postPath.exec(page.url.pathname) ?? [];
  return path && id ? { url: origin + path, id: `${hostname.replace(/^www\./, '')}/${id.replace(/^p\//, '')}` } : null;
}

function readComment(element: Element, page: Page): Draft | null {
  const body = element.querySelector('.comment-body');
  if (!body || body.closest(comment) !== element) return null;
  const idOf = (one: Element) =>
    /comment-(\d+)/.exec(one.querySelector('[id^="comment-"]')?.id ?? '')?.[1] ??
    /\/comment\/(\d+)/.exec(attribute(one, 'a[href*="/comment/"]', 'href') ?? '')?.[1];
  const id = idOf(element);
  const post = postOf(page);
  const address = (of: string | undefined) => (post && of ? `${post.url}/comment/${of}` : null);
  const nativeId = (of: string | undefined) => (post && of ? `${post.id}/${of}` : null);
  const above = element.parentElement?.closest(comment);
  const title = textAt(page.document, 'h1.post-title');
  return draftOf({
    kind: 'comment',
    platform: 'substack',
    url: address(id),
    nativeId: nativeId(id),
    author: personAt(element),
    inReplyTo: above
      ? { url: address(idOf(above)), nativeId: nativeId(idOf(above)), author: personAt(above), text: textAt(above, '.comment-body') ?? '' }
      : { url: post?.url ?? null, nativeId: post?.id ?? null, author: { name: null, handle: null }, ...(title && { text: title }) },
    text: textOf(body, { except: 'button' }),
    publishedAt: dateAt(element.querySelector('a[href*="/comment/"]'), page),
    ...metricsOf({ likes: figuresOf(element, comment).likes }),
  });
}

function readPost(article: Element, page: Page): Draft | null {
  const body = article.querySelector('.available-content .body.markup, .body.markup');
  const post = postOf(page);
  if (!body || !post) return null;
  const said = readMetadata(page);
  const header = article.querySelector('.post-header');
  const byline = header ? personAt(header) : null;
  const title = textAt(article, 'h1.post-title');
  const bar = article.querySelector('.post-ufi');
  const figures = figuresOf(bar ?? article);
  return draftOf({
    ...said,
    kind: 'article',
    platform: 'substack',
    url: post.url,
    nativeId: post.id,
    author: { name: byline?.name ?? said.author.name, handle: byline?.handle ?? said.author.handle },
    ...(title && { title }),
    text: textOf(body, { except: 'button, form, .subscription-widget-wrap, .subscription-widget-wrap-editor, .button-wrapper, .paywall' }),
    truncated: article.querySelector('.paywall, [data-testid="paywall"]') !== null,
    ...metricsOf({
      likes: figures.likes ?? said.metrics.likes ?? (bar && textAt(bar, '.like-button-container .label, .like-button-container')),
      comments: figures.comments ?? said.metrics.comments ?? (bar && textAt(bar, '.post-ufi-comment-button .label, .post-ufi-comment-button')),
      shares: figures.shares || said.metrics.shares,
    }),
    media: [...body.querySelectorAll('img[src]')].map((image) => pictureOf(image, page.url)),
  });
}

export default definePlatform({
  id: 'substack',
  name: 'Substack',
  hosts: ['substack.com', 'www.substack.com'],
  origins: ['https://substack.com/*', 'https://www.substack.com/*'],
  examples: ['https://substack.com/@maren/note/c-100000001'],
  marker: 'link[href^="https://substackcdn.com/"], script[src^="https://substackcdn.com/"]',
  selector: `[role="article"], article.newsletter-post, article.post, ${comment}`,

  read(element, page): Draft | null {
    // Behind an opened note, a feed that cannot be reached.
    if (element.closest('[inert]')) return null;
    if (element.matches(comment)) return readComment(element, page);
    return element.matches('article') ? (element.parentElement?.closest('article') ? null : readPost(element, page)) : readNote(element, page);
  },

  readPage(page): Draft[] {
    const [, handle, id] = notePath.exec(page.url.pathname) ?? [];
    const things = (jsonLd(page.document) as Thing[]).filter((thing) => thing && kindOfThing(thing) === 'post');
    const thing = things.find((one) => urlOfThing(one, page)?.endsWith(`/${id}`));
    if (!id || !thing) return [];
    const { title: _, ...said } = draftOfThing(thing, 'post', page, null);
    return [
      draftOf({
        ...said,
        platform: 'substack',
        url: `https://substack.com/${handle ? `@${handle}/` : ''}note/${id}`,
        nativeId: `substack.com/${id}`,
        author: { name: said.author.name, handle: handle ?? said.author.handle },
      }),
    ];
  },
  readProfile,
});
