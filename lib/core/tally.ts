/** Day and author cells summed up over a window: what boards and benchmarks show, without reading a clip. */
import { any, parseAuthorKey, parseCountKey } from './cells.ts';
import { daysBetween } from './day.ts';
import { noTheme } from './facets.ts';
import type { Post } from './posts.ts';
import { opposite, type Quadrant } from './quadrant.ts';
import type { AuthorCell, DayCell, Sentiment, ThemeCell } from './records.ts';

export interface Tally {
  brand: string;
  /** Distinct clips that are about the brand. */
  mentions: number;
  quadrants: Record<Quadrant, number>;
  sentiments: Record<Sentiment, number>;
  /** Clips per network. */
  platforms: Map<string, number>;
  /** Clips per day YYYY-MM-DD. */
  days: Map<string, number>;
  /** Engagement of each post where it is known, ascending. */
  engagements: number[];
  themes: ThemeTally[];
  seen: Seen;
}

/** A post by one of the brand's own accounts. */
export interface OwnPost extends Post {
  /** Who followed that account then; null where nobody looked within a month of it. */
  followers: number | null;
}

/** What each post says of itself; empty where only sums were read. */
export interface Seen {
  /** Every clip that names the brand. */
  posts: readonly Post[];
  /** Distinct authors of them. */
  authors: number;
  /** Published by the brand's accounts. */
  own: readonly OwnPost[];
  /** Whether any account is listed for it. */
  hasAccount: boolean;
  /** Days in the window. */
  days: number;
  /** Clips by others that it could answer; those under which its answer was seen; minutes until then, ascending, where both times are known to the minute. */
  answerable: number;
  answered: number;
  minutes: readonly number[];
}

export const nothingSeen: Seen = { posts: [], authors: 0, own: [], hasAccount: false, days: 0, answerable: 0, answered: 0, minutes: [] };

/** Distinct clips that say one thing. */
export interface Heard {
  clips: number;
  /** Clips per network. */
  platforms: ReadonlyMap<string, number>;
  /** Clips per day YYYY-MM-DD. */
  days: ReadonlyMap<string, number>;
}

export interface ThemeTally extends Heard {
  quadrant: Quadrant;
  /** Theme id; null for clips judged without one. */
  theme: string | null;
  platforms: Map<string, number>;
  days: Map<string, number>;
}

export const emptyTally = (brand: string): Tally => ({
  brand,
  mentions: 0,
  quadrants: { strength: 0, weakness: 0, opportunity: 0, threat: 0 },
  sentiments: { negative: 0, neutral: 0, positive: 0 },
  platforms: new Map(),
  days: new Map(),
  engagements: [],
  themes: [],
  seen: nothingSeen,
});

const increase = (map: Map<string, number>, key: string, by: number) => map.set(key, (map.get(key) ?? 0) + by);

/** Sums the cells of one brand, with its themes where their cells are given; of some networks only, where `platforms` names them. */
export function tally(brand: string, cells: readonly DayCell[], platforms?: ReadonlySet<string>, themeCells: readonly ThemeCell[] = []): Tally {
  const sum = emptyTally(brand);
  const themes = new Map<string, ThemeTally>();
  for (const { day, counts, values } of cells) {
    for (const [key, count] of Object.entries(counts)) {
      const { platform, quadrant, sentiment } = parseCountKey(key);
      if (platforms && !platforms.has(platform)) continue;
      if (quadrant !== any) {
        sum.quadrants[quadrant] += count;
        continue;
      }
      sum.mentions += count;
      increase(sum.platforms, platform, count);
      increase(sum.days, day, count);
      if (sentiment) sum.sentiments[sentiment as Sentiment] += count;
    }
    for (const [platform, engagements] of Object.entries(values)) if (!platforms || platforms.has(platform)) sum.engagements.push(...engagements);
  }
  sum.engagements.sort((a, b) => a - b);
  for (const { day, counts } of themeCells)
    for (const [key, count] of Object.entries(counts)) {
      const { platform, quadrant, theme } = parseCountKey(key);
      if (quadrant === any || (platforms && !platforms.has(platform))) continue;
      const id = `${quadrant}|${theme}`;
      const one = themes.get(id) ?? {
        quadrant,
        theme: theme === noTheme ? null : theme,
        clips: 0,
        platforms: new Map<string, number>(),
        days: new Map<string, number>(),
      };
      themes.set(id, one);
      one.clips += count;
      increase(one.platforms, platform, count);
      increase(one.days, day, count);
    }
  sum.themes = [...themes.values()].sort((a, b) => b.clips - a.clips);
  return sum;
}

/** Distinct clips that say the opposite of a theme's quadrant: same theme, same side, other effect. */
export const counterEvidence = ({ themes }: Tally, { quadrant, theme }: Pick<ThemeTally, 'quadrant' | 'theme'>): ThemeTally | undefined =>
  themes.find((other) => other.theme === theme && other.quadrant === opposite[quadrant]);

export interface Voices {
  /** Distinct authors. */
  authors: number;
  /** METRICS "evidence strength": Σ weight × 0.5^(age ÷ 90 d), at most 1 per author per week. */
  strength: number;
}

/** Days after which half of a clip's weight is left. */
export const halfLife = 90;

/** What is left of a clip's weight after `age` days: 1 today, ½ after a half-life. */
export const decayed = (age: number): number => 0.5 ** (Math.max(0, age) / halfLife);

/**
 * Distinct authors and strength of evidence, per `quadrant|theme` (`*|*`: the brand's whole; `quadrant|*`: the quadrant).
 * Age counts from the day the post was published, up to `today`. `joint` names, for some of these levels, another that several of
 * them share. What an author said in one day in several of those counts as the heaviest, since it may be one clip.
 */
export function voices(
  cells: readonly AuthorCell[],
  today: string,
  platforms?: ReadonlySet<string>,
  joint: ReadonlyMap<string, string> = new Map(),
): Map<string, Voices> {
  const authors = new Map<string, Set<string>>();
  const weeks = new Map<string, Map<string, number>>();
  const add = (level: string, author: string, day: string, weight: number) => {
    const week = Math.floor(Date.parse(day) / 86_400_000 / 7);
    authors.set(level, (authors.get(level) ?? new Set()).add(author));
    const perWeek = weeks.get(level) ?? new Map<string, number>();
    weeks.set(level, perWeek);
    increase(perWeek, `${author}|${week}`, weight * decayed(daysBetween(day, today)));
  };
  for (const { day, authors: entries } of cells) {
    const shared = new Map<string, { level: string; author: string; weight: number }>();
    for (const [key, [, weight]] of Object.entries(entries)) {
      const { platform, quadrant, theme, author } = parseAuthorKey(key);
      if (platforms && !platforms.has(platform)) continue;
      const level = `${quadrant}|${theme}`;
      add(level, author, day, weight);
      const other = joint.get(level);
      if (!other) continue;
      const one = `${other} ${platform} ${author}`;
      shared.set(one, { level: other, author, weight: Math.max(weight, shared.get(one)?.weight ?? 0) });
    }
    for (const { level, author, weight } of shared.values()) add(level, author, day, weight);
  }
  return new Map(
    [...authors].map(([level, people]) => [
      level,
      { authors: people.size, strength: [...weeks.get(level)!.values()].reduce((sum, weight) => sum + Math.min(1, weight), 0) },
    ]),
  );
}

/** Editable default thresholds of the words printed beside a statement; ours, see docs/architecture.md. */
export function strengthWord(strength: number): 'strong' | 'fair' | 'thin' {
  if (strength >= 10) return 'strong';
  return strength >= 5 ? 'fair' : 'thin';
}
