/** What posts say beyond sums: which are the brand's own, who followed then, and what it answered. */
import type { Followers } from './audience.ts';
import { nativeKey } from './clip-id.ts';
import { daysBetween } from './day.ts';
import { fold } from './fold.ts';
import { isHandle } from './mentions.ts';
import { authorsOf, contentOf, minuteOf, type Post, personOf, postsOf, type Reply, repliesIn } from './posts.ts';
import type { Brand, Clip, PostCell } from './records.ts';
import type { OwnPost, Seen } from './tally.ts';

/** Whether one of the accounts listed wrote a post. Asked of each, so most are seen to be others' without folding anything. */
function writtenBy(handles: readonly string[]): (post: Pick<Post, 'platform' | 'person'>) => boolean {
  const names = new Set(handles.map((listed) => fold(listed.slice(listed.indexOf(':') + 1)).replace(/^@?/, '@')));
  return ({ platform, person }) => names.has(person) && handles.some((listed) => isHandle(listed, platform, person));
}

/** What is published, not said in answer. */
const isPublished = ({ content, isReply }: Post): boolean => !isReply && content !== 'comment' && content !== 'review' && content !== 'manual';

/** What a brand could answer where it stands. */
const isAnswerable = ({ content }: Pick<Post, 'content'>): boolean => content !== 'manual' && content !== 'article';

/** A count of followers stands for a post at most so many days before or after. Ours. */
const nearEnough = 30;

/** METRICS "followers at the time of the post": the nearest count, of equally near ones the earlier; null where none is near enough. */
function followersAt(seen: readonly Followers[], day: string): number | null {
  let nearest: { followers: number; away: number } | null = null;
  for (const { day: counted, followers } of seen) {
    const away = Math.abs(daysBetween(counted, day));
    if (away <= nearEnough && (!nearest || away < nearest.away)) nearest = { followers, away };
  }
  return nearest?.followers ?? null;
}

/** The answers by a brand's own accounts. */
export const answersBy = (handles: readonly string[], cells: readonly PostCell[]): Reply[] => repliesIn(cells).filter(writtenBy(handles));

/** The key of the clip that an answer is to. */
export const answeredKey = ({ platform, to }: Reply): string => nativeKey({ platform, nativeId: to })!;

interface Window {
  from: string;
  to: string;
  platforms?: ReadonlySet<string> | undefined;
}

/**
 * Clips of the window that name the brand, are by others, and were answered by it; and the minutes to the first answer, ascending, where both
 * times are known to the minute (METRICS "Response": from the message answered, which is the nearest before).
 */
function answered(
  { id, handles }: Pick<Brand, 'id' | 'handles'>,
  answers: readonly Reply[],
  clips: readonly Clip[],
  { from, to, platforms }: Window,
): { answered: number; minutes: number[] } {
  const isOwn = writtenBy(handles);
  const byKey = new Map(clips.flatMap((clip) => clip.keys.map((key) => [key, clip] as const)));
  const first = new Map<string, number | null>();
  for (const answer of answers) {
    const clip = byKey.get(answeredKey(answer));
    if (!clip?.brands.includes(id) || clip.day < from || clip.day > to || (platforms && !platforms.has(clip.platform))) continue;
    if (isOwn({ platform: clip.platform, person: personOf(clip.author) }) || !isAnswerable({ content: contentOf(clip) })) continue;
    const asked = minuteOf(clip.publishedAt);
    const minutes = asked && answer.at ? (Date.parse(answer.at) - Date.parse(asked)) / 60_000 : null;
    const known = first.get(clip.id) ?? null;
    first.set(clip.id, minutes === null || minutes < 0 ? known : Math.min(minutes, known ?? minutes));
  }
  return { answered: first.size, minutes: [...first.values()].filter((minutes) => minutes !== null).sort((a, b) => a - b) };
}

interface Read {
  brand: Pick<Brand, 'id' | 'handles'>;
  cells: readonly PostCell[];
  window: Window;
  /** The followers of an account as they were seen, by platform and folded handle. */
  followers(platform: string, handle: string): readonly Followers[];
  /** Answers by the brand, and the clips that they are to. */
  answers: readonly Reply[];
  answeredClips: readonly Clip[];
}

export function seenOf({ brand, cells, window, followers, answers, answeredClips }: Read): Seen {
  const posts = postsOf(cells, window.platforms);
  const isOwn = writtenBy(brand.handles);
  const own: OwnPost[] = [];
  let answerable = 0;
  for (const post of posts) {
    if (!isOwn(post)) answerable += isAnswerable(post) ? 1 : 0;
    else if (isPublished(post)) own.push({ ...post, followers: followersAt(followers(post.platform, post.person.slice(1)), post.day) });
  }
  return {
    posts,
    authors: authorsOf(posts),
    own,
    hasAccount: brand.handles.length > 0,
    days: daysBetween(window.from, window.to) + 1,
    answerable,
    ...answered(brand, answers, answeredClips, window),
  };
}
