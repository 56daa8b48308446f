/** Who spoke in seven days of one brand and network, as it is kept: day by day, and in sum. */
import { narrow } from './narrow.ts';
import type { VoiceCell, VoiceWeek } from './records.ts';
import type { Seven } from './week.ts';

/** By author (a number, core/cells.ts) and level (`quadrant|theme`): the weight of each day, in halves. */
export type VoicesOfWeek = Map<number, Map<string, Seven>>;

export function unpackedVoices({ keys, authors, spoke, levels, halves }: VoiceCell): VoicesOfWeek {
  let at = 0;
  const level = (): [string, Seven] => {
    const entry: [string, Seven] = [keys[levels[at]!]!, [...halves.subarray(7 * at, 7 * at + 7)]];
    at += 1;
    return entry;
  };
  return new Map(Array.from(authors, (author, index) => [author, new Map(Array.from({ length: spoke[index]! }, level))]));
}

const authorsOf = (voices: VoicesOfWeek): number[] => [...voices.keys()].sort((a, b) => a - b);
const levelsOf = (voices: VoicesOfWeek): string[] => [...new Set([...voices.values()].flatMap((said) => [...said.keys()]))].sort();

export function packedVoices(voices: VoicesOfWeek): Pick<VoiceCell, 'keys' | 'authors' | 'spoke' | 'levels' | 'halves'> {
  const keys = levelsOf(voices);
  const place = new Map(keys.map((key, index) => [key, index]));
  const authors = authorsOf(voices);
  const entries = authors.flatMap((author) =>
    [...voices.get(author)!].map(([level, halves]) => ({ level: place.get(level)!, halves })).sort((a, b) => a.level - b.level),
  );
  return {
    keys,
    authors: Float64Array.from(authors),
    spoke: narrow(authors.map((author) => voices.get(author)!.size)),
    levels: narrow(entries.map(({ level }) => level)),
    halves: narrow(entries.flatMap(({ halves }) => halves)),
  };
}

/** So many 32-bit words hold a bit for each of so many authors. */
export const wordsFor = (authors: number): number => (authors + 31) >> 5;

/**
 * The same in sum, for whole weeks: its length does not depend on how often anybody spoke. Of each level who spoke, and how many did so last on each
 * of the days, with half a weight in all or at least a whole one.
 */
export function voiceWeek(voices: VoicesOfWeek): Pick<VoiceWeek, 'keys' | 'authors' | 'heard' | 'last'> {
  const keys = levelsOf(voices);
  const place = new Map(keys.map((key, index) => [key, index]));
  const authors = authorsOf(voices);
  const words = wordsFor(authors.length);
  const heard = new Uint32Array(words * keys.length);
  const last: number[] = new Array(14 * keys.length).fill(0);
  for (const [index, author] of authors.entries())
    for (const [level, halves] of voices.get(author)!) {
      const at = place.get(level)!;
      heard[words * at + (index >> 5)]! |= 1 << (index & 31);
      const isWhole = halves.reduce((sum, half) => sum + half, 0) > 1;
      last[14 * at + (isWhole ? 7 : 0) + halves.findLastIndex((half) => half > 0)]! += 1;
    }
  return { keys, authors: Float64Array.from(authors), heard, last: narrow(last) };
}
