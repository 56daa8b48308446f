/**
 * What one clip adds to the counters. The store subtracts the old clip's share and adds the new one's in the transaction of the change. Cells
 * hold seven days each, every day apart: a season's are few rows, and their length depends on how many networks, themes, authors and different
 * numbers there are, hardly on how many clips.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { any } from './count-key.ts';
import { noTheme } from './facets.ts';
import { jointOf, packedJoint, unpackedJoint } from './joint-cells.ts';
import { type Counts, narrow } from './narrow.ts';
import { packed, unpacked } from './packed.ts';
import { engagementOf, postKey, replyKey } from './posts.ts';
import type { Clip, DayCell, JointCell, PostCell, ThemeCell, ValueCell, VoiceCell, VoiceWeek } from './records.ts';
import { packedVoices, unpackedVoices, type VoicesOfWeek, voiceWeek } from './voice-cells.ts';
import { placeInWeek, type Seven } from './week.ts';

/** One clip's share in the cells of one brand on one day. */
export interface Share {
  brand: string;
  day: string;
  platform: string;
  counts: string[];
  themes: string[];
  /** Of a clip on several levels: which (core/joint-cells.ts). */
  joint: string | null;
  engagement: number | null;
  author: number;
  /** `quadrant|theme` with the clip's weight there. */
  levels: { level: string; weight: number }[];
  post: string;
  reply: string | null;
}

type Counted = Pick<Clip, 'platform' | 'day' | 'brands' | 'tags' | 'sentiments' | 'metrics' | 'authorKey'> &
  Parameters<typeof postKey>[0] &
  Parameters<typeof replyKey>[0];

/**
 * Tells authors apart in cells, which do not name them: the first 53 bits of SHA-256. Of a million authors two are taken for one with a chance
 * of 1 in 18,000.
 */
function authorNumber(authorKey: string): number {
  const bytes = sha256(utf8ToBytes(authorKey));
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return (view.getUint32(0) & 0x1fffff) * 2 ** 32 + view.getUint32(4);
}

/** The clip's share in each of its brands' cells. */
export function sharesOf(clip: Counted): Share[] {
  const { platform, day, authorKey } = clip;
  if (clip.brands.length === 0) return [];
  const engagement = engagementOf(clip);
  const [post, reply, author] = [postKey(clip), replyKey(clip), authorNumber(authorKey)];
  return clip.brands.map((brand) => {
    const sentiment = clip.sentiments[brand] ?? '';
    const levels = new Map<string, number>([[`${any}|${any}`, 1]]);
    for (const tag of clip.tags) {
      if (tag.brand !== brand) continue;
      for (const level of [`${tag.quadrant}|${any}`, `${tag.quadrant}|${tag.theme ?? noTheme}`])
        levels.set(level, Math.max(levels.get(level) ?? 0, tag.weight));
    }
    const themed = [...levels.keys()].filter((level) => !level.endsWith(`|${any}`));
    return {
      brand,
      day,
      platform,
      counts: [...levels.keys()].filter((level) => level.endsWith(`|${any}`)).map((level) => `${platform}|${level}|${sentiment}`),
      themes: themed.map((level) => `${platform}|${level}|${sentiment}`),
      joint: jointOf(platform, themed),
      engagement,
      author,
      levels: [...levels].map(([level, weight]) => ({ level, weight })),
      post,
      reply,
    };
  });
}

const zeros = (): Seven => [0, 0, 0, 0, 0, 0, 0];
const addAt = <K>(map: Map<K, Seven>, key: K, place: number, by: number): void => {
  const seven = map.get(key) ?? zeros();
  seven[place]! += by;
  if (seven.every((count) => count === 0)) map.delete(key);
  else map.set(key, seven);
};

/** Everything that is kept of one brand and seven days but its posts, opened to be changed. */
export class WeekOfBrand {
  readonly brand: string;
  /** The first of the days. */
  readonly day: string;
  private readonly counts: Map<string, Seven>;
  private readonly themes: Map<string, Seven>;
  private readonly joint: Map<string, Seven>;
  private readonly values: Map<string, Map<number, Seven>>;
  private readonly voices: Map<string, VoicesOfWeek>;

  constructor(
    brand: string,
    day: string,
    stored: { day?: DayCell; themes?: ThemeCell; joint?: JointCell; values?: readonly ValueCell[]; voices?: readonly VoiceCell[] } = {},
  ) {
    this.brand = brand;
    this.day = day;
    this.counts = stored.day ? unpacked(stored.day.keys, stored.day.counts) : new Map();
    this.themes = stored.themes ? unpacked(stored.themes.keys, stored.themes.counts) : new Map();
    this.joint = stored.joint ? unpackedJoint(stored.joint) : new Map();
    this.values = new Map((stored.values ?? []).map(({ platform, keys, counts }) => [platform, unpacked(keys, counts)]));
    this.voices = new Map((stored.voices ?? []).map((cell) => [cell.platform, unpackedVoices(cell)]));
  }

  /** Adds (sign 1) or takes away (sign −1) a share of one of these days. */
  add({ day, platform, counts, themes, joint, engagement, author, levels }: Share, sign: 1 | -1): void {
    const place = placeInWeek(day);
    for (const key of counts) addAt(this.counts, key, place, sign);
    for (const key of themes) addAt(this.themes, key, place, sign);
    if (joint) addAt(this.joint, joint, place, sign);
    if (engagement !== null)
      for (const name of [any, platform]) {
        const values = this.values.get(name) ?? new Map<number, Seven>();
        addAt(values, engagement, place, sign);
        this.values.set(name, values);
      }
    const voices: VoicesOfWeek = this.voices.get(platform) ?? new Map();
    this.voices.set(platform, voices);
    const said = voices.get(author) ?? new Map<string, Seven>();
    for (const { level, weight } of levels) addAt(said, level, place, sign * 2 * weight);
    if (said.size > 0) voices.set(author, said);
    else voices.delete(author);
  }

  /** As cells; null where one holds nothing. A network of which nothing is left has cells that hold none, so that they are known to go. */
  cells(): {
    day: DayCell | null;
    themes: ThemeCell | null;
    joint: JointCell | null;
    values: ValueCell[];
    voices: VoiceCell[];
    voiceWeeks: VoiceWeek[];
  } {
    const { brand, day } = this;
    return {
      day: this.counts.size > 0 ? { brand, day, ...packed(this.counts) } : null,
      themes: this.themes.size > 0 ? { brand, day, ...packed(this.themes) } : null,
      joint: this.joint.size > 0 ? { brand, day, ...packedJoint(this.joint) } : null,
      values: [...this.values].map(([platform, values]) => ({ brand, platform, day, ...numbered(packed(values)) })),
      voices: [...this.voices].map(([platform, voices]) => ({ brand, day, platform, ...packedVoices(voices) })),
      voiceWeeks: [...this.voices].map(([platform, voices]) => ({ brand, day, platform, ...voiceWeek(voices) })),
    };
  }
}

/** Votes go below zero, and engagement may be more than a count of 32 bits. */
const numbered = ({ keys, counts }: { keys: number[]; counts: Counts }): Pick<ValueCell, 'keys' | 'counts'> => ({
  keys: keys.every((key) => key >= 0 && key <= 0xffff_ffff) ? narrow(keys) : Float64Array.from(keys),
  counts,
});

export const emptyPostCell = (brand: string, day: string): PostCell => ({ brand, day, posts: [], replies: [] });

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
