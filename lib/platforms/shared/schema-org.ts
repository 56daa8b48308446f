/** schema.org as pages carry it: JSON-LD, microdata and RDFa, brought to one shape and read into a draft. */
import type { Draft, Kind, Media, MetricName, Person, PublishedAt } from '../../core/draft.ts';
import { readDate } from './dates.ts';
import { closest, textOf, webUrl } from './dom.ts';
import { draftOf, type Figure, metricsOf } from './draft-of.ts';
import { readCount } from './numbers.ts';
import type { Page } from './platform.ts';

/** An item and its properties, as JSON-LD writes them. */
export type Thing = Record<string, unknown>;

const kindOf: Record<string, Kind> = {
  SocialMediaPosting: 'post',
  DiscussionForumPosting: 'post',
  Question: 'post',
  Comment: 'comment',
  UserComments: 'comment',
  Answer: 'comment',
  CorrectionComment: 'comment',
  Review: 'review',
  UserReview: 'review',
  CriticReview: 'review',
  EmployerReview: 'review',
  VideoObject: 'video',
  Article: 'article',
  NewsArticle: 'article',
  BlogPosting: 'article',
  LiveBlogPosting: 'article',
  AnalysisNewsArticle: 'article',
  OpinionNewsArticle: 'article',
  ReportageNewsArticle: 'article',
  ReviewNewsArticle: 'article',
  BackgroundNewsArticle: 'article',
  AdvertiserContentArticle: 'article',
  TechArticle: 'article',
  ScholarlyArticle: 'article',
  Report: 'article',
};

/** Items that somebody may point at: all but videos, which stand on their page as a part of it. */
const pointable = Object.keys(kindOf).filter((type) => type !== 'VideoObject');

/** Elements that are such an item, in microdata or RDFa. */
export const itemSelector = pointable.flatMap((type) => [`[itemscope][itemtype$="schema.org/${type}"]`, `[typeof$="${type}"]`]).join();

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
/** "https://schema.org/Comment", "schema:Comment", "Comment" → "Comment". */
const bare = (name: string) => name.replace(/^.*[/:#]/, '');

const typesOf = (thing: Thing): string[] => listOf(thing['@type']).map((type) => bare(String(type)));

/** What kind of draft a thing is; null where it is none (a breadcrumb, a person, the site). */
export const kindOfThing = (thing: Thing): Kind | null =>
  typesOf(thing).flatMap((type) => (Object.hasOwn(kindOf, type) ? (kindOf[type] ?? []) : []))[0] ?? null;

/** The first value of the first property that has one, as words; of a nested item its name. */
function wordsOf(thing: Thing, ...names: string[]): string | null {
  for (const value of names.flatMap((name) => listOf(thing[name]))) {
    const words = isThing(value) ? wordsOf(value, '@value', 'name', '@id') : String(value);
    if (words?.trim()) return words.trim();
  }
  return null;
}

/** Every address among the values: of a nested item its `url` or `contentUrl`. */
const addressesOf = (thing: Thing, ...names: string[]): string[] =>
  names
    .flatMap((name) => listOf(thing[name]))
    .flatMap((value) => (isThing(value) ? addressesOf(value, 'contentUrl', 'url', '@id').slice(0, 1) : [String(value)]));

/** The account in the address of somebody's own page ("/@ann", "/u/ann", "/users/1997/ann"). */
const accountPath = /\/(?:@|(?:u|users?|profiles?|members?|people|authors?)\/(?:[^?#]*\/)?)([^/?#]+)\/?(?:[?#]|$)/i;

function personOf(thing: Thing): Person {
  const people = [thing['author'], thing['creator']].flatMap(listOf).map((author) => (isThing(author) ? author : { name: author }));
  // Some sites give an address where the name belongs.
  const author = people.find((person) => !/:\/\//.test(wordsOf(person, 'name') ?? '://')) ?? {};
  const alternate = wordsOf(author, 'alternateName');
  const linked = addressesOf(author, 'url').flatMap((address) => accountPath.exec(address)?.[1] ?? []);
  const handle = alternate && /^@?[^\s@]+$/.test(alternate) ? alternate.replace(/^@/, '') : (linked[0] ?? null);
  return { name: wordsOf(author, 'name'), handle };
}

/** A date in metadata as a draft has it, or null where it cannot be read. */
export function publishedFrom(raw: string | null | undefined, now: Date): PublishedAt | null {
  const date = raw ? readDate(raw.trim(), now) : null;
  return raw && date ? { ...date, raw: raw.trim(), source: 'metadata' } : null;
}

const counters: Record<string, MetricName> = {
  LikeAction: 'likes',
  UserLikes: 'likes',
  UserPlusOnes: 'likes',
  CommentAction: 'comments',
  ReplyAction: 'comments',
  UserComments: 'comments',
  ShareAction: 'shares',
  UserTweets: 'shares',
  WatchAction: 'views',
  ViewAction: 'views',
  UserPlays: 'views',
  UserPageVisits: 'views',
  BookmarkAction: 'saves',
};

const numberOf = (value: unknown): Figure => (typeof value === 'number' ? value : typeof value === 'string' ? readCount(value) : null);

/** `interactionStatistic`, its forerunner `interactionCount` ("UserLikes:5"), and the counts that an item may hold itself. */
function figuresOf(thing: Thing): Partial<Record<MetricName, Figure>> {
  const figures: Partial<Record<MetricName, Figure>> = {
    likes: numberOf(listOf(thing['upvoteCount'])[0]),
    comments: numberOf(listOf(thing['commentCount'] ?? thing['answerCount'])[0]),
  };
  for (const counter of listOf(thing['interactionStatistic']).filter(isThing)) {
    const action = listOf(counter['interactionType'])[0];
    const type = bare(String((isThing(action) ? (action['@type'] ?? action['@id']) : action) ?? ''));
    const name = Object.hasOwn(counters, type) ? counters[type] : undefined;
    if (name) figures[name] = numberOf(listOf(counter['userInteractionCount'])[0]);
  }
  for (const count of listOf(thing['interactionCount'])) {
    const [, type = '', number] = /(\w+)\s*[:=]\s*(\S+)/.exec(String(count)) ?? [];
    const name = Object.hasOwn(counters, type) ? counters[type] : undefined;
    if (name) figures[name] = numberOf(number);
  }
  return figures;
}

/** A review's rating brought to 5, whatever its scale. */
function ratingOf(thing: Thing): number | null {
  const rating = listOf(thing['reviewRating']).find(isThing);
  const decimal = (value: unknown) => Number.parseFloat(String(listOf(value)[0] ?? '').replace(',', '.'));
  const value = decimal(rating?.['ratingValue']);
  const best = decimal(rating?.['bestRating']) || 5;
  return value >= 0 && value <= best ? Math.round((value / best) * 500) / 100 : null;
}

function mediaOf(thing: Thing, page: Page): Media[] {
  const found = (kind: Media['kind'], ...names: string[]) =>
    addressesOf(thing, ...names).flatMap((address): Media[] => {
      const url = webUrl(address, page.url);
      return url ? [{ kind, url }] : [];
    });
  return [...found('image', 'image'), ...found('video', 'video'), ...found('audio', 'audio')];
}

/** The address as an id: what remains the same however the page was reached. */
export const addressKey = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/(?=[?#]|$)/, '');

/** A draft of what a thing says; `url` is its own address, where it has one. */
export function draftOfThing(thing: Thing, kind: Kind, page: Page, url: string | null): Draft {
  const title = wordsOf(thing, 'headline', 'name');
  const text = wordsOf(thing, 'articleBody', 'reviewBody', 'commentText', 'text') ?? wordsOf(thing, 'description', 'abstract') ?? '';
  const lang = wordsOf(thing, 'inLanguage');
  const rating = ratingOf(thing);
  return draftOf({
    kind,
    platform: 'generic',
    url,
    nativeId: url && addressKey(url),
    author: personOf(thing),
    ...(title && title !== text ? { title } : {}),
    ...(lang ? { lang } : {}),
    text,
    publishedAt: publishedFrom(wordsOf(thing, 'datePublished', 'dateCreated', 'uploadDate', 'commentTime'), page.now),
    ...metricsOf({ ...figuresOf(thing), rating }),
    media: mediaOf(thing, page),
  });
}

/** A thing's own address as it says it. */
export const urlOfThing = (thing: Thing, page: Page): string | null =>
  addressesOf(thing, 'url', 'mainEntityOfPage', '@id').flatMap((address) => webUrl(address, page.url) ?? [])[0] ?? null;

const isItem = (element: Element) => element.hasAttribute('itemscope') || element.hasAttribute('typeof');
const namesOf = (element: Element) =>
  (element.getAttribute('itemprop') ?? element.getAttribute('property') ?? '').split(/\s+/).filter(Boolean).map(bare);

function contentOf(element: Element): unknown {
  if (isItem(element)) return thingIn(element);
  const attribute = (name: string) => element.getAttribute(name);
  const content = attribute('content');
  if (content !== null) return content;
  switch (element.tagName) {
    case 'TIME':
      return attribute('datetime') ?? textOf(element);
    case 'A':
    case 'LINK':
    case 'AREA':
      return attribute('href');
    case 'IMG':
    case 'SOURCE':
    case 'VIDEO':
    case 'AUDIO':
    case 'IFRAME':
      return attribute('src');
    case 'DATA':
    case 'METER':
      return attribute('value');
    default:
      return textOf(element);
  }
}

/** A link around words ("name" on an `a`) says more by its words than by its address, unless an address is asked for. */
const valueIn = (element: Element, name: string): unknown =>
  element.tagName === 'A' && !/^(?:url|sameAs|mainEntityOfPage|image|discussionUrl)$/.test(name) ? textOf(element) : contentOf(element);

/** An author, with the address of the link around or in the name where the markup gives none. */
function personIn(element: Element): Thing {
  const value = valueIn(element, 'author');
  const person = isThing(value) ? value : { name: value };
  const link = element.closest('a[href]') ?? element.querySelector('a[href]');
  return { url: link?.getAttribute('href') ?? [], ...person };
}

/** A microdata or RDFa item with its properties, nested items too. */
export function thingIn(item: Element): Thing {
  const thing: Thing = { '@type': (item.getAttribute('itemtype') ?? item.getAttribute('typeof') ?? '').split(/\s+/) };
  const id = item.getAttribute('itemid') ?? item.getAttribute('resource') ?? item.getAttribute('about');
  if (id) thing['@id'] = id;
  for (const element of item.querySelectorAll('[itemprop], [property]')) {
    if (closest(element.parentElement, '[itemscope], [typeof]') !== item) continue;
    for (const name of namesOf(element)) {
      thing[name] = [...listOf(thing[name]), name === 'author' || name === 'creator' ? personIn(element) : valueIn(element, name)];
    }
  }
  return thing;
}
