/**
 * Who spoke, by network too: a row stays below the size at which browsers keep it as a file of its own, and a clip rewrites only its network's.
 * Numbers stand in arrays no wider than they need. Not released yet. Nothing is counted anew: the rows of before are divided and narrowed.
 */
import type { SchemaVersion } from './version.ts';

type Numbers = ArrayLike<number> & Iterable<number>;

function narrow(numbers: Numbers): ArrayBufferView {
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

export default {
  stores: { authorCells: null, voiceCells: '[brand+day+platform]' },
  async upgrade(transaction) {
    const voices = transaction.table('voiceCells');
    const puts: PromiseLike<unknown>[] = [];
    await transaction.table<Before>('authorCells').each((row) => {
      puts.push(voices.bulkPut(divided(row)));
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
