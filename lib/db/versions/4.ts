/**
 * Who spoke, by network too: a row stays below the size at which browsers keep it as a file of its own, and a clip rewrites only its network's.
 * Numbers stand in arrays no wider than they need. Not released yet. Nothing is counted anew: the rows of before are divided and narrowed.
 */
import type { SchemaVersion } from './version.ts';

type Numbers = ArrayLike<number> & Iterable<number>;

function narrow(numbers: Numbers): Uint8Array | Uint16Array | Uint32Array | Float64Array {
  let [least, most] = [0, 0];
  for (const number of numbers) [least, most] = [Math.min(least, number), Math.max(most, number)];
  if (least < 0 || most > 0xffff_ffff) return Float64Array.from(numbers);
  return most > 0xffff ? Uint32Array.from(numbers) : most > 0xff ? Uint16Array.from(numbers) : Uint8Array.from(numbers);
}

interface Before {
  brand: string;
  day: string;
  keys: string[];
  authors: Float64Array;
  levels: Uint16Array;
  halves: Uint16Array | Uint32Array;
}

/** A row of before as one per network. */
function divided({ brand, day, keys, authors, levels, halves }: Before) {
  const networks = Map.groupBy(levels.keys(), (entry) => keys[levels[entry]!]!.split('|')[0]!);
  return [...networks].map(([platform, entries]) => {
    const own = keys.filter((key) => key.startsWith(`${platform}|`));
    const place = new Map(own.map((key, index) => [key, index]));
    const said = [...Map.groupBy(entries, (entry) => authors[entry]!).values()];
    return {
      brand,
      day,
      platform,
      keys: own.map((key) => key.slice(platform.length + 1)),
      authors: Float64Array.from(said, ([first]) => authors[first!]!),
      spoke: narrow(said.map(({ length }) => length)),
      levels: narrow(said.flat().map((entry) => place.get(keys[levels[entry]!]!)!)),
      halves: narrow(said.flat().flatMap((entry) => [...halves.subarray(7 * entry, 7 * entry + 7)])),
    };
  });
}

/** The same in sum: per level a bit for each author, and how many spoke last on each day, with half a weight or a whole one. */
function summed({ brand, day, platform, keys, authors, spoke, levels, halves }: ReturnType<typeof divided>[number]) {
  const words = (authors.length + 31) >> 5;
  const heard = new Uint32Array(words * keys.length);
  const last: number[] = new Array(14 * keys.length).fill(0);
  let entry = 0;
  for (const index of authors.keys())
    for (const end = entry + spoke[index]!; entry < end; entry++) {
      const level = levels[entry]!;
      const days = [...halves.subarray(7 * entry, 7 * entry + 7)];
      heard[words * level + (index >> 5)]! |= 1 << (index & 31);
      last[14 * level + (days.reduce((sum, half) => sum + half, 0) > 1 ? 7 : 0) + days.findLastIndex((half) => half > 0)]! += 1;
    }
  return { brand, day, platform, keys, authors, heard, last: narrow(last) };
}

export default {
  stores: { authorCells: null, voiceCells: '[brand+day+platform]', voiceWeeks: '[brand+day+platform]' },
  async upgrade(transaction) {
    const puts: PromiseLike<unknown>[] = [];
    await transaction.table<Before>('authorCells').each((row) => {
      const rows = divided(row);
      puts.push(transaction.table('voiceCells').bulkPut(rows), transaction.table('voiceWeeks').bulkPut(rows.map(summed)));
    });
    await Promise.all(puts);
    for (const name of ['dayCells', 'themeCells', 'valueCells'])
      await transaction
        .table(name)
        .toCollection()
        .modify((row) => {
          row.counts = narrow(row.counts);
          if (name === 'valueCells') row.keys = narrow(row.keys);
        });
  },
} satisfies SchemaVersion;
