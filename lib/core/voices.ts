/** Who spoke, summed up over a window: distinct authors, and how strong the evidence is. */
import { daysBetween } from './day.ts';
import type { VoiceCell, VoiceWeek } from './records.ts';
import type { Span } from './tally.ts';
import { wordsFor } from './voice-cells.ts';
import { daysOfWeek, placesWithin } from './week.ts';

export interface Voices {
  /** Distinct authors. */
  authors: number;
  /**
   * METRICS "evidence strength": Σ weight × 0.5^(age ÷ 90 d), at most 1 per author per week. An author's week weighs what was said in it, at most 1,
   * and is as old as the newest of it (DESIGN §3): so what is heard no more halves every 90 days, however much of it there was.
   */
  strength: number;
}

/** Days after which half of a clip's weight is left. */
export const halfLife = 90;

/** What is left of a clip's weight after `age` days: 1 today, ½ after a half-life. */
export const decayed = (age: number): number => 0.5 ** (Math.max(0, age) / halfLife);

/** What is left of the weight of each of seven days at the end of a span. */
const leftOf = (week: string, { to }: Span): number[] => daysOfWeek(week).map((day) => decayed(daysBetween(day, to)));

/** Authors of one network by the place that they have in bits, the first one met first. */
class Roll {
  private readonly places = new Map<number, number>();
  private whole: Float64Array | null = null;

  place(author: number): number {
    const known = this.places.get(author) ?? this.places.size;
    if (known === this.places.size) this.places.set(author, known);
    return known;
  }

  /** Whether these, in their order, have the first places: where a network is loud, one week's authors are those of the next. */
  begins(authors: Float64Array): boolean {
    if (this.places.size === 0) {
      for (const author of authors) this.place(author);
      this.whole = authors;
      return true;
    }
    const { whole } = this;
    return whole?.length === authors.length && authors.every((author, index) => author === whole[index]);
  }
}

/** Bits that are not set, many in one piece: a board has hundreds of levels, and a piece of memory for each would keep the collector busy. */
class Blank {
  private buffer = new ArrayBuffer(0);
  private taken = 0;

  words(count: number): Uint32Array {
    const bytes = 4 * count;
    if (this.taken + bytes > this.buffer.byteLength) {
      this.buffer = new ArrayBuffer(Math.max(bytes, 65_536));
      this.taken = 0;
    }
    const words = new Uint32Array(this.buffer, this.taken, count);
    this.taken += bytes;
    return words;
  }
}

/** Who was heard on one level of one network, as bits: a set of numbers takes ten times as long. */
class Heard {
  private readonly blank: Blank;
  bits: Uint32Array;

  constructor(blank: Blank) {
    this.blank = blank;
    this.bits = blank.words(64);
  }

  add(place: number): void {
    const word = place >> 5;
    if (word >= this.bits.length) this.grow(word + 1);
    this.bits[word]! |= 1 << (place & 31);
  }

  /** Those of a row whose authors have the first places. */
  addAll(words: Uint32Array, from: number, count: number): void {
    if (count > this.bits.length) this.grow(count);
    for (let word = 0; word < count; word++) this.bits[word]! |= words[from + word]!;
  }

  count(): number {
    let sum = 0;
    for (let bits of this.bits)
      while (bits !== 0) {
        bits &= bits - 1;
        sum += 1;
      }
    return sum;
  }

  private grow(words: number): void {
    const bits = this.blank.words(2 * words);
    bits.set(this.bits);
    this.bits = bits;
  }
}

/** One network's part of the sum. */
class Network {
  private readonly roll = new Roll();
  private readonly levels = new Map<string, { heard: Heard; strength: number }>();
  private readonly blank: Blank;

  constructor(blank: Blank) {
    this.blank = blank;
  }

  private level(name: string): { heard: Heard; strength: number } {
    const known = this.levels.get(name);
    if (known) return known;
    const level = { heard: new Heard(this.blank), strength: 0 };
    this.levels.set(name, level);
    return level;
  }

  addWeek({ day, keys, authors, heard, last }: VoiceWeek, span: Span): void {
    const left = leftOf(day, span);
    const words = wordsFor(authors.length);
    const places = this.roll.begins(authors) ? null : Array.from(authors, (author) => this.roll.place(author));
    for (let index = 0; index < keys.length; index++) {
      const level = this.level(keys[index]!);
      for (let place = 0; place < 7; place++) level.strength += (last[14 * index + place]! / 2 + last[14 * index + 7 + place]!) * left[place]!;
      if (!places) level.heard.addAll(heard, words * index, words);
      else
        for (let word = 0; word < words; word++)
          for (let bits = heard[words * index + word]!; bits !== 0; bits &= bits - 1)
            level.heard.add(places[32 * word + 31 - Math.clz32(bits & -bits)]!);
    }
  }

  /** What of a week lies within the span, and what was said on several levels that share another. */
  addDays({ day, keys, authors, spoke, levels, halves }: VoiceCell, span: Span, joint: ReadonlyMap<string, string>): void {
    const [first, last] = placesWithin(day, span.from, span.to);
    const left = leftOf(day, span);
    const say = (to: { heard: Heard; strength: number }, place: number, weight: number, newest: number) => {
      to.heard.add(place);
      to.strength += Math.min(1, weight / 2) * left[newest]!;
    };
    const sums = keys.map((key) => {
      const other = joint.get(key);
      return { own: this.level(key), other: other === undefined ? null : this.level(other) };
    });
    /** Of the author at hand: what was said on each day, under each name that several levels share. */
    const shared = new Map<{ heard: Heard; strength: number }, number[]>();
    for (let author = 0, entry = 0; author < authors.length; author++) {
      const number = this.roll.place(authors[author]!);
      for (const end = entry + spoke[author]!; entry < end; entry++) {
        const { own, other } = sums[levels[entry]!]!;
        let [weight, newest] = [0, -1];
        for (let place = first; place <= last; place++) {
          const half = halves[7 * entry + place]!;
          if (half === 0) continue;
          weight += half;
          newest = place;
          if (!other) continue;
          const days = shared.get(other) ?? [0, 0, 0, 0, 0, 0, 0];
          days[place] = Math.max(days[place]!, half);
          shared.set(other, days);
        }
        if (newest >= 0) say(own, number, weight, newest);
      }
      if (shared.size === 0) continue;
      for (const [other, days] of shared)
        say(
          other,
          number,
          days.reduce((sum, half) => sum + half, 0),
          days.findLastIndex((half) => half > 0),
        );
      shared.clear();
    }
  }

  *sums(): Generator<[string, Voices]> {
    for (const [name, { heard, strength }] of this.levels) {
      const authors = heard.count();
      if (authors > 0) yield [name, { authors, strength }];
    }
  }
}

/** Rows of whole weeks in sum, and of others day by day; no week in both. */
export interface Spoken {
  weeks: readonly VoiceWeek[];
  days: readonly VoiceCell[];
}

/**
 * Distinct authors and strength of evidence within a span, per `quadrant|theme` (`*|*`: the brand's whole; `quadrant|*`: the quadrant).
 * Age counts from the day the post was published, up to the span's last. `joint` names, for some of these levels, another that several of
 * them share; for it all rows have to be day by day. What an author said in one day in several of those counts as the heaviest, since it may be
 * one clip.
 */
export function voices({ weeks, days }: Spoken, span: Span, joint: ReadonlyMap<string, string> = new Map()): Map<string, Voices> {
  const blank = new Blank();
  const networks = new Map<string, Network>();
  const of = (platform: string): Network => {
    const known = networks.get(platform) ?? new Network(blank);
    networks.set(platform, known);
    return known;
  };
  for (const row of weeks) of(row.platform).addWeek(row, span);
  for (const row of days) of(row.platform).addDays(row, span, joint);
  const sum = new Map<string, Voices>();
  for (const network of networks.values())
    for (const [level, { authors, strength }] of network.sums()) {
      const before = sum.get(level) ?? { authors: 0, strength: 0 };
      sum.set(level, { authors: before.authors + authors, strength: before.strength + strength });
    }
  return sum;
}

/** Editable default thresholds of the words printed beside a statement; ours, see docs/architecture.md. */
export function strengthWord(strength: number): 'strong' | 'fair' | 'thin' {
  if (strength >= 10) return 'strong';
  return strength >= 5 ? 'fair' : 'thin';
}
