/** What a page says about itself as a whole, for machines: JSON-LD, OpenGraph, other meta tags. */
import type { Draft, Media } from '../../core/draft.ts';
import { attribute, jsonLd, webUrl } from './dom.ts';
import { draftOf } from './draft-of.ts';
import type { Page } from './platform.ts';
import { addressKey, draftOfThing, kindOfThing, publishedFrom, type Thing, urlOfThing } from './schema-org.ts';

const meta = (document: Document, ...names: string[]): string | null => {
  for (const name of names) {
    const content = attribute(document, `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`, 'content');
    if (content) return content;
  }
  return null;
};

const isRoot = (url: string) => new URL(url).pathname === '/' && new URL(url).search === '';

/** The page's own address: what it calls canonical, unless that is another site's, or every page's (a single-page app that never renews it). */
function canonicalUrl({ document, url }: Page): string | null {
  // A fragment is a place on the page, except where an app keeps its routes there.
  const own = webUrl(/^#[/!]/.test(url.hash) ? url.href : url.href.replace(/#.*$/, ''), url);
  for (const href of [attribute(document, 'link[rel="canonical"]', 'href'), meta(document, 'og:url')]) {
    const said = webUrl(href, url);
    if (said && new URL(said).hostname === url.hostname && (!isRoot(said) || (own !== null && isRoot(own)))) return said;
  }
  return own;
}

/** Whether a page's metadata are of what its address shows: by a part of that address. A wall names the site, and an app may never renew them. */
export const saysAddress = ({ document }: Page, part: string): boolean =>
  [attribute(document, 'link[rel="canonical"]', 'href'), meta(document, 'og:url')].some((address) => address?.includes(part));

/** The thing that the page is about: its article, post, video or review; its comments are not. */
function mainThing(page: Page, url: string | null): Thing | null {
  const things = (jsonLd(page.document) as Thing[]).filter((thing) => {
    const kind = kindOfThing(thing);
    return kind !== null && kind !== 'comment';
  });
  const key = url && addressKey(url);
  return things.find((thing) => addressKey(urlOfThing(thing, page) ?? '') === key) ?? things[0] ?? null;
}

function imageOf(page: Page): Media[] {
  const url = webUrl(meta(page.document, 'og:image', 'og:image:url', 'twitter:image'), page.url);
  const alt = meta(page.document, 'og:image:alt', 'twitter:image:alt');
  return url ? [{ kind: 'image', url, ...(alt ? { alt } : {}) }] : [];
}

/** An author's name in meta tags; some sites give a profile's address there, which is no name. */
function authorOf(document: Document): string | null {
  const names = [meta(document, 'author'), meta(document, 'article:author', 'og:article:author', 'parsely-author', 'dc.creator', 'DC.creator')];
  return names.find((name) => name && !name.includes('://')) ?? null;
}

/** A draft of the whole page out of its metadata alone; its text is a description where it does not carry more. */
export function readMetadata(page: Page): Draft {
  const { document, now } = page;
  const url = canonicalUrl(page);
  const thing = mainThing(page, url);
  const said = thing ? draftOfThing(thing, kindOfThing(thing) ?? 'article', page, url) : null;
  const title = said?.title ?? meta(document, 'og:title', 'twitter:title') ?? (document.title.trim() || null);
  const lang = said?.lang ?? document.documentElement.lang;
  const handle = said?.author.handle ?? meta(document, 'profile:username');
  const {
    title: _,
    lang: __,
    ...rest
  } = said ?? draftOf({ kind: /^video/.test(meta(document, 'og:type') ?? '') ? 'video' : 'article', platform: 'generic' });
  return draftOf({
    ...rest,
    url,
    nativeId: url && addressKey(url),
    author: { name: said?.author.name ?? authorOf(document), handle },
    ...(title ? { title } : {}),
    ...(lang ? { lang } : {}),
    text: rest.text || (meta(document, 'og:description', 'description', 'twitter:description') ?? ''),
    publishedAt:
      rest.publishedAt ??
      publishedFrom(
        meta(
          document,
          'article:published_time',
          'og:published_time',
          'og:article:published_time',
          'datePublished',
          'parsely-pub-date',
          'date',
          'dc.date',
          'DC.date.issued',
        ),
        now,
      ),
    media: rest.media.length > 0 ? rest.media : imageOf(page),
  });
}
