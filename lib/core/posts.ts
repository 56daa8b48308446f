/**
 * Each post's own numbers and its author, for what sums cannot tell: kept as short strings in a list, which browsers read some four times
 * faster than an object with as many keys.
 */
import type { Draft, Media, Metrics } from './draft.ts';
import { fold } from './fold.ts';
import type { Clip, PostCell } from './records.ts';

/** What a post consists of: its kind, and for plain posts the most telling of what is attached. */
const contents = ['text', 'image', 'video', 'audio', 'document', 'link', 'comment', 'review', 'article', 'manual'] as const;
export type Content = (typeof contents)[number];

const telling = ['video', 'image', 'audio', 'document', 'link'] as const satisfies Media['kind'][];

export function contentOf({ kind, media }: Pick<Draft, 'kind' | 'media'>): Content {
  if (kind !== 'post') return kind;
  return telling.find((attached) => media.some((one) => one.kind === attached)) ?? 'text';
}

type Numbers = Pick<Metrics, 'likes' | 'comments' | 'shares' | 'views'>;

export interface Post {
  platform: string;
  day: string;
  content: Content;
  /** Of that day, 0 to 23 in the workspace's time zone; null where it is not known. */
  hour: number | null;
  metrics: Numbers;
  /** Answers another post. */
  isReply: boolean;
  /** Folded, with "@" before a handle, without before a bare name; '' where the page shows neither. */
  person: string;
}

/**
 * A post's engagement: likes, comments and shares that the page shows, the numerator visible to everyone (METRICS "Engagement numerator").
 * null where likes are unknown: a sum without them would mislead. Unknown comments or shares add nothing, for most networks print no zero.
 */
export function engagementOf({ metrics: { likes, comments, shares } }: { metrics: Pick<Metrics, 'likes' | 'comments' | 'shares'> }): number | null {
  return likes === null ? null : likes + (comments ?? 0) + (shares ?? 0);
}

/** An author as posts carry it. */
export const personOf = ({ handle, name }: Draft['author']): string => (handle ? `@${fold(handle)}` : fold(name ?? ''));

type Seen = Pick<Clip, 'platform' | 'kind' | 'media' | 'metrics' | 'author' | 'inReplyTo' | 'hour'>;

export function postKey(clip: Seen): string {
  const { likes, comments, shares, views } = clip.metrics;
  return [clip.platform, contentOf(clip), likes, comments, shares, views, clip.inReplyTo ? 1 : 0, clip.hour, personOf(clip.author)]
    .map((part) => part ?? '')
    .join('|');
}

function parsePost(key: string, day: string): Post {
  const [platform = '', content, likes, comments, shares, views, reply, hour, ...person] = key.split('|');
  const known = (part: string | undefined) => (part ? Number(part) : null);
  const metrics = { likes: known(likes), comments: known(comments), shares: known(shares), views: known(views) };
  return { platform, day, hour: known(hour), content: content as Content, metrics, isReply: reply === '1', person: person.join('|') };
}

/** The posts of one brand's cells; of some networks only, where `platforms` names them. */
export const postsOf = (cells: readonly PostCell[], platforms?: ReadonlySet<string>): Post[] =>
  cells.flatMap(({ day, posts }) => {
    const all = posts.map((key) => parsePost(key, day));
    return platforms ? all.filter(({ platform }) => platforms.has(platform)) : all;
  });

/** Distinct authors, network by network; a post that names none adds nobody. */
export const authorsOf = (posts: readonly Post[]): number =>
  new Set(posts.flatMap(({ platform, person }) => (person ? [`${platform}:${person}`] : []))).size;

/** An answer to a post known by its id, as cells keep it. */
export interface Reply {
  platform: string;
  /** Native id of the post answered. */
  to: string;
  /** When, where known to the minute. */
  at: string | null;
  person: string;
}

export function replyKey({
  platform,
  inReplyTo,
  author,
  publishedAt,
}: Pick<Clip, 'platform' | 'inReplyTo' | 'author' | 'publishedAt'>): string | null {
  if (!inReplyTo?.nativeId || !author.handle) return null;
  return JSON.stringify([platform, inReplyTo.nativeId, minuteOf(publishedAt), personOf(author)]);
}

/** The instant of a post where it is known to the minute, else null. */
export const minuteOf = (publishedAt: Draft['publishedAt']): string | null =>
  publishedAt?.precision === 'second' || publishedAt?.precision === 'minute' ? publishedAt.instant : null;

export const repliesIn = (cells: readonly PostCell[]): Reply[] =>
  cells.flatMap(({ replies }) =>
    replies.map((key) => {
      const [platform, to, at, person] = JSON.parse(key) as [string, string, string | null, string];
      return { platform, to, at, person };
    }),
  );
