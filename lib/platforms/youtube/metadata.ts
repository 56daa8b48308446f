/** What the page says of its video for machines: JSON-LD, microdata, and the data its scripts start from. */
import type { Draft, MetricName } from '../../core/draft.ts';
import { jsonLd } from '../shared/dom.ts';
import { draftOf, metricsOf } from '../shared/draft-of.ts';
import { readCount } from '../shared/numbers.ts';
import type { Page } from '../shared/platform.ts';
import { draftOfThing, kindOfThing, type Thing, thingIn } from '../shared/schema-org.ts';
import { watchUrl } from './parts.ts';

/** Only what names this very video: metadata outlives a move within the site. */
const isOf = (video: string) => (thing: Thing) =>
  kindOfThing(thing) === 'video' &&
  ['@id', 'url', 'embedUrl', 'identifier'].some((name) =>
    [thing[name]].flat().some((value) =>
      String(value)
        .split(/[^\w-]/)
        .includes(video),
    ),
  );

/** A number that the oldest microdata gives without saying of what: `interactionCount` of a video is its views. */
function viewsOf(thing: Thing): number | null {
  const count = [thing['interactionCount']].flat()[0];
  return typeof count === 'string' && /^\d+$/.test(count) ? Number(count) : null;
}

/** The video as the page's metadata has it; null where none is of this video. */
export function metadataOf(video: string, page: Page): Draft | null {
  const items = [...page.document.querySelectorAll('[itemscope][itemtype$="/VideoObject"]')].map(thingIn);
  const things = [...(jsonLd(page.document) as Thing[]), ...items].filter(isOf(video));
  const drafts = things.map((thing) => draftOfThing(thing, 'video', page, watchUrl(video)));
  if (drafts.length === 0) return null;
  const number = (name: MetricName) => drafts.map(({ metrics }) => metrics[name]).find((value) => value !== null);
  const text = drafts.map((draft) => draft.text).reduce((longest, other) => (other.length > longest.length ? other : longest));
  const title = drafts.find((draft) => draft.title)?.title;
  return draftOf({
    kind: 'video',
    platform: 'youtube',
    url: watchUrl(video),
    nativeId: video,
    author: {
      name: drafts.find(({ author }) => author.name)?.author.name ?? null,
      handle: drafts.find(({ author }) => author.handle)?.author.handle ?? null,
    },
    ...(title && { title }),
    text,
    truncated: text.endsWith('...'),
    publishedAt: drafts.find(({ publishedAt }) => publishedAt)?.publishedAt ?? null,
    ...metricsOf({
      views: number('views') ?? things.map(viewsOf).find((views) => views !== null),
      likes: number('likes'),
      comments: number('comments'),
    }),
    media: [{ kind: 'video', url: watchUrl(video) }],
  });
}

/** The text of the script that sets this variable. */
const scriptOf = (document: Document, variable: string): string =>
  [...document.scripts].map((script) => script.textContent ?? '').find((text) => text.slice(0, 200).includes(`${variable} = {`)) ?? '';

/** The first string under this name, unescaped. */
function stringIn(json: string, name: string): string | null {
  const string = new RegExp(`"${name}":("(?:[^"\\\\]|\\\\.)*")`).exec(json)?.[1];
  try {
    return string ? (JSON.parse(string) as string) : null;
  } catch {
    return null;
  }
}

/**
 * Whether the player says that there is no such video (any more). The scripts' data give the reason as a status, the same in every language:
 * "ERROR" for a removed video, "LOGIN_REQUIRED" for one that is private or for adults, "UNPLAYABLE" for one that is not shown in this country.
 * The data are of the video that the page was loaded with; the element says which it is about now, and whether it has none.
 */
export const isGone = (video: string, { document }: Page): boolean =>
  document.querySelector(`ytd-watch-flexy[player-unavailable][video-id="${video}"]`) !== null &&
  /"playabilityStatus":\{"status":"ERROR"/.test(scriptOf(document, 'ytInitialPlayerResponse')) &&
  scriptOf(document, 'ytInitialData').includes(`"videoId":"${video}"`);

/**
 * The video of a page that its scripts have not drawn. The metadata cut the description short and know no comments;
 * the scripts' data hold both, if they are of this video.
 */
export function readUndrawn(video: string, page: Page): Draft[] {
  const draft = metadataOf(video, page);
  if (!draft?.title) return [];
  const player = scriptOf(page.document, 'ytInitialPlayerResponse');
  const details = player.slice(Math.max(0, player.indexOf('"videoDetails":{')));
  const description = stringIn(details, 'videoId') === video ? stringIn(details, 'shortDescription') : null;
  const data = scriptOf(page.document, 'ytInitialData');
  const watched = data.slice(Math.max(0, data.indexOf('"currentVideoEndpoint":{')));
  const comments = stringIn(watched, 'videoId') === video ? /"commentCount":\{"simpleText":("[^"]*")/.exec(data)?.[1] : undefined;
  const counted = comments ? readCount(JSON.parse(comments) as string) : null;
  return [
    draftOf({
      ...draft,
      ...(description && { text: description, truncated: false }),
      metrics: { ...draft.metrics, comments: draft.metrics.comments ?? counted?.value ?? null },
      rounded: counted?.rounded && draft.metrics.comments === null ? ['comments'] : [],
    }),
  ];
}
