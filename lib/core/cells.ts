/**
 * What one clip adds to the counters. The store subtracts the old clip's share and adds the new one's in the transaction of the change. Cells
 * hold seven days each, every day apart: a season's are few rows, and their length depends on how many networks, themes, authors and different
 * numbers there are, hardly on how many clips.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { any } from './count-key.ts';
import { noTheme } from './facets.ts';
import { engagementOf, postKey, replyKey } from './posts.ts';
import type { AuthorCell, Clip, DayCell, PostCell, ThemeCell, ValueCell } from './records.ts';
import { placeInWeek } from './week.ts';

/** One clip's share in the cells of one brand on one day. */
export interface Share {
  brand: string;
  day: string;
  counts: string[];
  themes: string[];
  value: { platform: string; engagement: number } | null;
  author: number;
  /** `platform|quadrant|theme` with the clip's weight there. */
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
    return {
      brand,
      day,
      counts: [...levels.keys()].filter((level) => level.endsWith(`|${any}`)).map((level) => `${platform}|${level}|${sentiment}`),
      themes: [...levels.keys()].filter((level) => !level.endsWith(`|${any}`)).map((level) => `${platform}|${level}|${sentiment}`),
      value: engagement === null ? null : { platform, engagement },
      author,
      levels: [...levels].map(([level, weight]) => ({ level: `${platform}|${level}`, weight })),
      post,
      reply,
    };
  });
}

/** A number for each of seven days. */
type Seven = number[];
const zeros = (): Seven => [0, 0, 0, 0, 0, 0, 0];
const addAt = <K>(map: Map<K, Seven>, key: K, place: number, by: number): void => {
  const seven = map.get(key) ?? zeros();
  seven[place]! += by;
  if (seven.every((count) => count === 0)) map.delete(key);
  else map.set(key, seven);
};

function unpacked<K>(keys: readonly K[], counts: Uint32Array): Map<K, Seven> {
  return new Map(keys.map((key, index) => [key, [...counts.subarray(7 * index, 7 * index + 7)]]));
}

function packed<K extends string | number>(map: ReadonlyMap<K, Seven>): { keys: K[]; counts: Uint32Array<ArrayBuffer> } {
  const keys = [...map.keys()].sort((a, b) => (a < b ? -1 : 1));
  const counts = new Uint32Array(7 * keys.length);
  for (const [index, key] of keys.entries()) counts.set(map.get(key)!, 7 * index);
  return { keys, counts };
}

const nobody = { authors: [], levels: [], halves: new Uint16Array(), keys: [] };

/** Everything that is kept of one brand and seven days but its posts, opened to be changed. */
export class WeekOfBrand {
  readonly brand: string;
  /** The first of the days. */
  readonly day: string;
  private readonly counts: Map<string, Seven>;
  private readonly themes: Map<string, Seven>;
  private readonly values = new Map<string, Map<number, Seven>>();
  private readonly authors = new Map<number, Map<string, Seven>>();

  constructor(brand: string, day: string, stored: { day?: DayCell; themes?: ThemeCell; values?: readonly ValueCell[]; authors?: AuthorCell } = {}) {
    this.brand = brand;
    this.day = day;
    this.counts = stored.day ? unpacked(stored.day.keys, stored.day.counts) : new Map();
    this.themes = stored.themes ? unpacked(stored.themes.keys, stored.themes.counts) : new Map();
    for (const { platform, keys, counts } of stored.values ?? []) this.values.set(platform, unpacked(keys, counts));
    const { authors, levels, halves, keys } = stored.authors ?? nobody;
    for (const [index, author] of authors.entries()) {
      const known = this.authors.get(author) ?? new Map<string, Seven>();
      this.authors.set(author, known.set(keys[levels[index]!]!, [...halves.subarray(7 * index, 7 * index + 7)]));
    }
  }

  /** Adds (sign 1) or takes away (sign −1) a share of one of these days. */
  add(share: Share, sign: 1 | -1): void {
    const place = placeInWeek(share.day);
    for (const key of share.counts) addAt(this.counts, key, place, sign);
    for (const key of share.themes) addAt(this.themes, key, place, sign);
    if (share.value)
      for (const platform of [any, share.value.platform]) {
        const values = this.values.get(platform) ?? new Map<number, Seven>();
        addAt(values, share.value.engagement, place, sign);
        this.values.set(platform, values);
      }
    const levels = this.authors.get(share.author) ?? new Map<string, Seven>();
    for (const { level, weight } of share.levels) addAt(levels, level, place, sign * 2 * weight);
    if (levels.size > 0) this.authors.set(share.author, levels);
    else this.authors.delete(share.author);
  }

  /** As cells; null where one holds nothing. A network without values any more has a cell that holds none, so that it is known to go. */
  cells(): { day: DayCell | null; themes: ThemeCell | null; values: ValueCell[]; authors: AuthorCell | null } {
    const { brand, day } = this;
    return {
      day: this.counts.size > 0 ? { brand, day, ...packed(this.counts) } : null,
      themes: this.themes.size > 0 ? { brand, day, ...packed(this.themes) } : null,
      values: [...this.values].map(([platform, values]) => ({ brand, platform, day, ...packed(values) })),
      authors: this.authors.size > 0 ? { brand, day, ...this.packedAuthors() } : null,
    };
  }

  private packedAuthors(): Omit<AuthorCell, 'brand' | 'day'> {
    const keys = [...new Set([...this.authors.values()].flatMap((levels) => [...levels.keys()]))].sort();
    const place = new Map(keys.map((key, index) => [key, index]));
    const entries = [...this.authors]
      .sort(([a], [b]) => a - b)
      .flatMap(([author, levels]) =>
        [...levels].map(([level, halves]) => ({ author, level: place.get(level)!, halves })).sort((a, b) => a.level - b.level),
      );
    // Sixteen thousand posts of one author on one day: what bears no names any more may count as one.
    const isWide = entries.some(({ halves: days }) => days.some((half) => half > 0xffff));
    const halves = new (isWide ? Uint32Array : Uint16Array)(7 * entries.length);
    for (const [index, entry] of entries.entries()) halves.set(entry.halves, 7 * index);
    return { keys, authors: Float64Array.from(entries, ({ author }) => author), levels: Uint16Array.from(entries, ({ level }) => level), halves };
  }
}

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
