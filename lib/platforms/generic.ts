/** The clip of any other page: what the page says about itself in JSON-LD, meta tags and microdata, else its words. It always succeeds. */
import type { Draft } from '../core/draft.ts';
import { text as textAt, textOf, webUrl } from './shared/dom.ts';
import { readMetadata } from './shared/page-metadata.ts';
import { definePlatform, type Page } from './shared/platform.ts';
import { draftOfThing, itemSelector, kindOfThing, publishedFrom, thingIn, urlOfThing } from './shared/schema-org.ts';

/** Around a text rather than of it. */
const furniture = 'nav, aside, footer, form, button, dialog, [role="navigation"], [role="complementary"], [role="contentinfo"], [aria-hidden="true"]';
const longest = 100_000;

/** Items that another item only mentions: what a review is about, what a post shares. */
const mentioned =
  '[itemprop~="sharedContent"], [itemprop~="itemReviewed"], [itemprop~="isPartOf"], [itemprop~="mainEntityOfPage"], [itemprop~="about"], [itemprop~="parentItem"]';

/** The article that the page is, if it is one; a list of teasers is many, and comments may be articles inside it. */
function mainArticle(document: Document): Element | null {
  const articles = [...document.querySelectorAll('article')].filter((article) => !article.parentElement?.closest('article'));
  return articles.length === 1 ? (articles[0] ?? null) : null;
}

function bodyOf(document: Document): string {
  const body = mainArticle(document) ?? document.querySelector('main, [role="main"]');
  return body ? textOf(body, { except: `${furniture}, article article, ${itemSelector}` }) : '';
}

/** A draft of the page as a whole. */
export function readGeneric(page: Page): Draft {
  const { document } = page;
  const found = readMetadata(page);
  const article = mainArticle(document);
  // The page's own words, unless its metadata carries more of them (a teaser before the rest has loaded).
  const body = bodyOf(document);
  const text = body.length > found.text.length ? body : found.text;
  const time = article?.querySelector('time[datetime]');
  const author = found.author.name ?? textAt(document, '[rel~="author"], [itemprop="author"]');
  return {
    ...found,
    author: { ...found.author, name: author },
    text: text.slice(0, longest),
    truncated: text.length > longest,
    publishedAt: found.publishedAt ?? publishedFrom(time?.getAttribute('datetime'), page.now),
  };
}

/** An item's address: its own, else its place on the page. */
function addressOf(item: Element, said: string | null, page: Page): string | null {
  const own = webUrl(page.url.href, page.url);
  if (said && said !== own) return said;
  const id = item.id || item.querySelector('a[id], a[name]')?.id;
  return id && own ? `${own.replace(/#.*$/, '')}#${encodeURIComponent(id)}` : said;
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
    const thing = thingIn(post);
    const kind = kindOfThing(thing);
    if (!kind) return null;
    const draft = draftOfThing(thing, kind, page, addressOf(post, urlOfThing(thing, page), page));
    return draft.text || draft.title || draft.metrics.rating !== null ? draft : null;
  },

  readPage: (page) => [readGeneric(page)],
});
