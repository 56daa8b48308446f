/** What one clip adds to the counters. The store subtracts the old clip's share and adds the new one's in the transaction of the change. */
import type { Metrics } from './draft.ts';
import { noTheme } from './facets.ts';
import { postKey, replyKey } from './posts.ts';
import type { Quadrant } from './quadrant.ts';
import type { AuthorCell, Clip, DayCell, PostCell, ThemeCell } from './records.ts';

/** All clips of the brand, or all of the quadrant, whatever the theme: kept as cells of their own, since n counts distinct clips and themes overlap. */
export const any = '*';

export interface CountKey {
  platform: string;
  quadrant: Quadrant | typeof any;
  theme: string;
  sentiment: string;
}
export interface AuthorKey {
  platform: string;
  quadrant: Quadrant | typeof any;
  theme: string;
  author: string;
}

export const parseCountKey = (key: string): CountKey => {
  const [platform, quadrant, theme, sentiment] = key.split('|') as [string, Quadrant, string, string];
  return { platform, quadrant, theme, sentiment };
};
export const parseAuthorKey = (key: string): AuthorKey => {
  const [platform, quadrant, theme, ...author] = key.split('|') as [string, Quadrant, string, ...string[]];
  return { platform, quadrant, theme, author: author.join('|') };
};

/**
 * A post's engagement: likes, comments and shares that the page shows, the numerator visible to everyone (METRICS "Engagement numerator").
 * null where likes are unknown: a sum without them would mislead. Unknown comments or shares add nothing, for most networks print no zero.
 */
export function engagementOf({ metrics: { likes, comments, shares } }: { metrics: Pick<Metrics, 'likes' | 'comments' | 'shares'> }): number | null {
  return likes === null ? null : likes + (comments ?? 0) + (shares ?? 0);
}

/** One clip's share in the cells of one brand on one day. */
export interface Share {
  brand: string;
  day: string;
  counts: string[];
  themes: string[];
  value: { platform: string; engagement: number } | null;
  authors: { key: string; weight: number }[];
  post: string;
  reply: string | null;
}

type Counted = Pick<Clip, 'platform' | 'day' | 'brands' | 'tags' | 'sentiments' | 'metrics' | 'authorKey'> &
  Parameters<typeof postKey>[0] &
  Parameters<typeof replyKey>[0];

/** The clip's share in each of its brands' cells. */
export function sharesOf(clip: Counted): Share[] {
  const { platform, day, authorKey } = clip;
  const engagement = engagementOf(clip);
  const [post, reply] = [postKey(clip), replyKey(clip)];
  return clip.brands.map((brand) => {
    const sentiment = clip.sentiments[brand] ?? '';
    const levels = new Map<string, number>([[`${any}|${any}`, 1]]);
    for (const tag of clip.tags) {
      if (tag.brand !== brand) continue;
      for (const level of [`${tag.quadrant}|${any}`, `${tag.quadrant}|${tag.theme ?? noTheme}`])
        levels.set(level, Math.max(levels.get(level) ?? 0, tag.weight));
    }
    return {
      brand,
      day,
      counts: [...levels.keys()].filter((level) => level.endsWith(`|${any}`)).map((level) => `${platform}|${level}|${sentiment}`),
      themes: [...levels.keys()].filter((level) => !level.endsWith(`|${any}`)).map((level) => `${platform}|${level}|${sentiment}`),
      value: engagement === null ? null : { platform, engagement },
      authors: [...levels].map(([level, weight]) => ({ key: `${platform}|${level}|${authorKey}`, weight })),
      post,
      reply,
    };
  });
}

export const emptyDayCell = (brand: string, day: string): DayCell => ({ brand, day, counts: {}, values: {} });
export const emptyThemeCell = (brand: string, day: string): ThemeCell => ({ brand, day, counts: {} });
export const emptyPostCell = (brand: string, day: string): PostCell => ({ brand, day, posts: [], replies: [] });
export const emptyAuthorCell = (brand: string, day: string): AuthorCell => ({ brand, day, authors: {} });

function addCounts(counts: Record<string, number>, keys: readonly string[], sign: 1 | -1): void {
  for (const key of keys) {
    const count = (counts[key] ?? 0) + sign;
    if (count === 0) delete counts[key];
    else counts[key] = count;
  }
}

/** Adds (sign 1) or takes away (sign −1) a share, in place. */
export const applyToThemes = (cell: ThemeCell, share: Share, sign: 1 | -1): void => addCounts(cell.counts, share.themes, sign);

/** Into or out of ascending lines; the place is found by halving, for a day may hold thousands. */
function addLine(lines: string[], line: string, sign: 1 | -1): void {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]! < line) low = middle + 1;
    else high = middle;
  }
  if (sign > 0) lines.splice(low, 0, line);
  else lines.splice(low, 1);
}

/** Adds (sign 1) or takes away (sign −1) a share, in place. */
export function applyToPosts({ posts, replies }: PostCell, { post, reply }: Share, sign: 1 | -1): void {
  addLine(posts, post, sign);
  if (reply) addLine(replies, reply, sign);
}

/** Adds (sign 1) or takes away (sign −1) a share, in place. */
export function applyToDay(cell: DayCell, share: Share, sign: 1 | -1): void {
  addCounts(cell.counts, share.counts, sign);
  if (!share.value) return;
  const { platform, engagement } = share.value;
  const values = [...(cell.values[platform] ?? [])];
  if (sign > 0) values.push(engagement);
  else values.splice(values.indexOf(engagement), 1);
  if (values.length > 0) cell.values[platform] = values.sort((a, b) => a - b);
  else delete cell.values[platform];
}

/** Adds (sign 1) or takes away (sign −1) a share, in place. */
export function applyToAuthors(cell: AuthorCell, share: Share, sign: 1 | -1): void {
  for (const { key, weight } of share.authors) {
    const [count, sum] = cell.authors[key] ?? [0, 0];
    if (count + sign === 0) delete cell.authors[key];
    else cell.authors[key] = [count + sign, sum + sign * weight];
  }
}

export const isEmpty = ({ counts }: DayCell | ThemeCell): boolean => Object.keys(counts).length === 0;
