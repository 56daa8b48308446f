import { type Features, kinds, places } from './features.ts';

/** Texts as sparse vectors, one row a text: row r holds `place` and `value` from `begins[r]` to `begins[r + 1]`. */
export interface Matrix {
  begins: Int32Array;
  place: Int32Array;
  value: Float32Array;
  /** The squared length of each row. */
  squares: Float32Array;
}

/** How long the part of a vector is that holds each kind of feature. */
export type Lengths = readonly [words: number, letters: number, tone: number, about: number];

/** How much more a rare feature says: ln((1 + n) / (1 + df)) + 1, by place. */
export function rarity(texts: readonly Features[]): Float32Array {
  const counts = new Float32Array(places);
  const last = new Int32Array(places).fill(-1);
  texts.forEach(({ place }, row) => {
    for (const at of place) {
      if (last[at] === row) continue;
      last[at] = row;
      counts[at]! += 1;
    }
  });
  return counts.map((count) => Math.log((1 + texts.length) / (1 + count)) + 1);
}

/** Where in the row being built a feature stands; -1 between rows. One for all calls, since a new one for each text would cost more than the text. */
let slots: Int32Array | undefined;

/** Vectors of tf-idf, the tf damped (1 + ln tf), each kind of feature brought to its length. */
export function matrixOf(texts: readonly Features[], rare: Float32Array, lengths: Lengths): Matrix {
  slots ??= new Int32Array(places).fill(-1);
  const size = texts.reduce((sum, { place }) => sum + place.length, 0);
  const begins = new Int32Array(texts.length + 1);
  const place = new Int32Array(size);
  const value = new Float32Array(size);
  const squares = new Float32Array(texts.length);
  let end = 0;
  texts.forEach((text, row) => {
    for (let kind = 0; kind < kinds; kind++) {
      const begin = end;
      for (let at = text.starts[kind]!; at < text.starts[kind + 1]!; at++) {
        const where = text.place[at]!;
        const known = slots![where]!;
        if (known >= 0) value[known]! += text.strength[at]!;
        else {
          slots![where] = end;
          place[end] = where;
          value[end++] = text.strength[at]!;
        }
      }
      let square = 0;
      for (let at = begin; at < end; at++) {
        slots![place[at]!] = -1;
        const count = value[at]!;
        const weighed = (count > 1 ? 1 + Math.log(count) : count) * rare[place[at]!]!;
        value[at] = weighed;
        square += weighed * weighed;
      }
      const factor = lengths[kind]! / (Math.sqrt(square) || 1);
      for (let at = begin; at < end; at++) value[at]! *= factor;
      squares[row]! += square * factor * factor;
    }
    begins[row + 1] = end;
  });
  return { begins, place: place.subarray(0, end), value: value.subarray(0, end), squares };
}
