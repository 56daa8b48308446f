/** Invented words that come as often as words do: the n-th most frequent one n times less than the first (Zipf). */
const syllables = ['ka', 'lo', 'mi', 'ten', 'ra', 'su', 'pe', 'no', 'vi', 'ar', 'el', 'do', 'shi', 'gra', 'bru', 'in'];
const size = 20_000;

/** The n-th most frequent word. */
export function word(rank: number): string {
  let said = '';
  for (let rest = rank + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) said += syllables[rest % syllables.length];
  return said;
}

/** `count` words in a row; `next` gives numbers from 0 to 1. */
export const prose = (count: number, next: () => number): string =>
  Array.from({ length: count }, () => word(Math.min(size - 1, Math.floor(Math.exp(next() * Math.log(size))) - 1))).join(' ');

/** A small generator with a seed (mulberry32), so that every run measures the same. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
