/** The clip of any other page: what the page says about itself in JSON-LD, meta tags and microdata, else its words. It always succeeds. */
import type { Draft, Kind, Reference } from '../core/draft.ts';
import { closest, text as textAt, textOf, webUrl } from './shared/dom.ts';
import { draftOf } from './shared/draft-of.ts';
import { readMetadata } from './shared/page-metadata.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { draftOfThing, itemSelector, kindOfThing, publishedFrom, thingIn, urlOfThing } from './shared/schema-org.ts';

/** Around a text rather than of it. */
const furniture = 'nav, aside, footer, form, button, dialog, [role="navigation"], [role="complementary"], [role="contentinfo"], [aria-hidden="true"]';
const words =
  '[itemprop~="articleBody"], [itemprop~="text"], [itemprop~="reviewBody"], [property~="articleBody"], [property~="text"], [property~="reviewBody"]';

/** Items that another item only mentions: what a review is about, what a post shares. */
const mentioned =
  '[itemprop~="sharedContent"], [itemprop~="itemReviewed"], [itemprop~="isPartOf"], [itemprop~="mainEntityOfPage"], [itemprop~="about"], [itemprop~="parentItem"]';

/** The article that the page is, if it is one; a list of teasers is many, and comments may be articles inside it. */
function mainArticle(document: Document): Element | null {
  const articles = [...document.querySelectorAll('article')].filter((article) => !closest(article.parentElement, 'article'));
  return articles.length === 1 ? (articles[0] ?? null) : null;
}

/** The page's words, without its title, which is a field of its own. */
function bodyOf(document: Document, title: string): string {
  const body = mainArticle(document) ?? document.querySelector('main, [role="main"]');
  const text = body ? textOf(body, { except: `${furniture}, article article, ${itemSelector}` }) : '';
  return text.startsWith(title) ? text.slice(title.length).trim() : text;
}

/** A draft of the page as a whole; of a page that lets nothing be read, its address and title. */
export function readGeneric(page: Page): Draft {
  try {
    return readAll(page);
  } catch {
    return draftOf({ kind: 'article', platform: 'generic', url: webUrl(page.url.href, page.url), title: page.document.title });
  }
}

function readAll(page: Page): Draft {
  const { document } = page;
  const found = readMetadata(page);
  const article = mainArticle(document);
  // The page's own words, unless its metadata carries more of them (a teaser before the rest has loaded).
  const body = bodyOf(document, found.title ?? '');
  const text = body.length > found.text.length ? body : found.text;
  const time = article?.querySelector('time[datetime]');
  const author = found.author.name ?? textAt(document, '[rel~="author"], [itemprop="author"]');
  return draftOf({
    ...found,
    author: { ...found.author, name: author },
    text,
    publishedAt: found.publishedAt ?? publishedFrom(time?.getAttribute('datetime'), page.now),
  });
}

/** An item's address: its own, else its place on the page. Some sites say the page's address of each of its comments and reviews. */
function addressOf(item: Element, kind: Kind, said: string | null, page: Page): string | null {
  const own = webUrl(page.url.href, page.url);
  if (said && (said !== own || (kind !== 'comment' && kind !== 'review'))) return said;
  // A date that links somewhere links to its post.
  const dated = [...item.querySelectorAll('a[href] time, a[href] [itemprop~="datePublished"], a[href] [itemprop~="dateCreated"]')]
    .find((time) => time.closest(itemSelector) === item)
    ?.closest('a');
  const linked = said === null && dated ? webUrl(dated.getAttribute('href'), page.url) : null;
  if (linked) return linked;
  const id = item.id || item.querySelector('a[id], a[name]')?.id;
  return id && own ? `${own.replace(/#.*$/, '')}#${encodeURIComponent(id)}` : said;
}

/** The post that a comment stands in. */
function parentOf(item: Element, page: Page): Reference | null {
  const parent = closest(item.parentElement, itemSelector);
  const draft = parent && readItem(parent, page);
  return draft ? { url: draft.url, nativeId: draft.nativeId, author: draft.author } : null;
}

function readItem(item: Element, page: Page): Draft | null {
  const thing = thingIn(item);
  const kind = kindOfThing(thing);
  if (!kind) return null;
  const draft = draftOfThing(thing, kind, page, addressOf(item, kind, urlOfThing(thing, page), page));
  if (!draft.text && !draft.title && draft.metrics.rating === null) return null;
  const lang = draft.lang ?? item.getAttribute('lang');
  // A paid link in the words of a post is the author's; beside them, it is the site's.
  const promoted = [...item.querySelectorAll('a[rel~="sponsored"]')].some((link) => link.closest(itemSelector) === item && !link.closest(words));
  return draftOf({ ...draft, ...(lang ? { lang } : {}), promoted });
}

export default definePlatform({
  id: 'generic',
  name: 'Web',
  hosts: [],
  origins: [],
  examples: [],
  selector: `${itemSelector}, article`,

  read(post, page): Draft | null {
    if (!post.matches(itemSelector))
      return post === mainArticle(page.document) && !page.document.querySelector(itemSelector) ? readGeneric(page) : null;
    if (post.matches(mentioned)) return null;
    const draft = readItem(post, page);
    const inReplyTo = draft?.kind === 'comment' ? parentOf(post, page) : null;
    return draft && inReplyTo ? { ...draft, inReplyTo } : draft;
  },

  readPage: (page) => [readGeneric(page)],
});
