/** Day and author cells summed up over a window: what boards and benchmarks show, without reading a clip. */
import { any, type CountKey, parseCountKey } from './count-key.ts';
import { Distribution } from './distribution.ts';
import { noTheme } from './facets.ts';
import type { Post } from './posts.ts';
import { opposite, type Quadrant } from './quadrant.ts';
import type { DayCell, Sentiment, ThemeCell, ValueCell } from './records.ts';
import { daysOfWeek, placesWithin } from './week.ts';

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
  /** Engagement of each post where it is known. */
  engagements: Distribution;
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
  engagements: Distribution.of([]),
  themes: [],
  seen: nothingSeen,
});

const increase = (map: Map<string, number>, key: string, by: number) => map.set(key, (map.get(key) ?? 0) + by);

/** Days YYYY-MM-DD, both included. */
export interface Span {
  from: string;
  to: string;
}

/**
 * Tells what cells hold within a span, of each key on each day that has any; of some networks only, where `platforms` names them. A key is taken apart
 * once, whichever weeks have it, for the popup is not drawn before its sums are.
 */
export function eachCount(
  cells: readonly (DayCell | ThemeCell)[],
  { from, to }: Span,
  platforms: ReadonlySet<string> | undefined,
  tell: (key: CountKey, day: string, clips: number) => void,
): void {
  const parsed = new Map<string, CountKey>();
  for (const { day: week, keys, counts } of cells) {
    const [first, last] = placesWithin(week, from, to);
    const days = daysOfWeek(week);
    for (let index = 0; index < keys.length; index++) {
      const written = keys[index]!;
      const key = parsed.get(written) ?? parseCountKey(written);
      parsed.set(written, key);
      if (platforms && !platforms.has(key.platform)) continue;
      for (let place = first; place <= last; place++) {
        const clips = counts[7 * index + place]!;
        if (clips > 0) tell(key, days[place]!, clips);
      }
    }
  }
}

/** How many posts had each engagement within a span. */
function engagementsIn(cells: readonly ValueCell[], { from, to }: Span): Distribution {
  const sum = new Map<number, number>();
  for (const { day: week, keys, counts } of cells) {
    const [first, last] = placesWithin(week, from, to);
    for (let index = 0; index < keys.length; index++) {
      let count = 0;
      for (let place = first; place <= last; place++) count += counts[7 * index + place]!;
      if (count > 0) sum.set(keys[index]!, (sum.get(keys[index]!) ?? 0) + count);
    }
  }
  return new Distribution(sum);
}

interface Cells {
  days: readonly DayCell[];
  /** Of all networks together, or of those that are counted. */
  values: readonly ValueCell[];
  themes?: readonly ThemeCell[];
}

/** Sums the cells of one brand within a span, with its themes where their cells are given; of some networks only, where `platforms` names them. */
export function tally(brand: string, { days, values, themes: themeCells = [] }: Cells, span: Span, platforms?: ReadonlySet<string>): Tally {
  const sum = emptyTally(brand);
  eachCount(days, span, platforms, ({ platform, quadrant, sentiment }, day, clips) => {
    if (quadrant !== any) {
      sum.quadrants[quadrant] += clips;
      return;
    }
    sum.mentions += clips;
    increase(sum.platforms, platform, clips);
    increase(sum.days, day, clips);
    if (sentiment) sum.sentiments[sentiment as Sentiment] += clips;
  });
  sum.engagements = engagementsIn(values, span);
  const themes = new Map<string, ThemeTally>();
  eachCount(themeCells, span, platforms, ({ platform, quadrant, theme, level }, day, clips) => {
    if (quadrant === any) return;
    let one = themes.get(level);
    if (!one) {
      one = { quadrant, theme: theme === noTheme ? null : theme, clips: 0, platforms: new Map(), days: new Map() };
      themes.set(level, one);
    }
    one.clips += clips;
    increase(one.platforms, platform, clips);
    increase(one.days, day, clips);
  });
  sum.themes = [...themes.values()].sort((a, b) => b.clips - a.clips);
  return sum;
}

/** Distinct clips that say the opposite of a theme's quadrant: same theme, same side, other effect. */
export const counterEvidence = ({ themes }: Tally, { quadrant, theme }: Pick<ThemeTally, 'quadrant' | 'theme'>): ThemeTally | undefined =>
  themes.find((other) => other.theme === theme && other.quadrant === opposite[quadrant]);
