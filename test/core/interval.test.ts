/** Intervals against published values, and how often they hold the truth in simulation. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, isComparable } from '../../lib/core/effort.ts';
import { median, medianInterval, wilson } from '../../lib/core/interval.ts';

test('Wilson, against published values', () => {
  expect(wilson(10, 20).map((end) => end.toFixed(4))).toEqual(['0.2993', '0.7007']);
  expect(wilson(0, 10).map((end) => end.toFixed(4))).toEqual(['0.0000', '0.2775']);
});

test('the median of an even number is the mean of the middle two', () => {
  expect(median([1, 3])).toBe(2);
  expect(median([1, 3, 10])).toBe(3);
});

test('both hold the estimate, whatever the data', () => {
  const counts = fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const [low, high] = wilson(k, n);
      expect(low).toBeLessThanOrEqual(k / n + 1e-12);
      expect(high).toBeGreaterThanOrEqual(k / n - 1e-12);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 6, maxLength: 60 }), (values) => {
      const sorted = values.sort((a, b) => a - b);
      const [low, high] = medianInterval(sorted)!;
      expect(low).toBeLessThanOrEqual(median(sorted));
      expect(high).toBeGreaterThanOrEqual(median(sorted));
    }),
  );
});

// Ranks as in tables of the binomial: 6 values cover 96.9 %, 5 only 93.8 %; of 10 the 2nd and 9th, of 40 the 14th and 27th, of 100 the 40th and 61st.
test.each([
  [6, 1, 6],
  [10, 2, 9],
  [25, 8, 18],
  [40, 14, 27],
  [100, 40, 61],
])('of %i values the median lies between the %ith and the %ith', (n, low, high) => {
  expect(medianInterval(Array.from({ length: n }, (_, index) => index + 1))).toEqual([low, high]);
});
test('five values hold no such interval', () => expect(medianInterval([1, 2, 3, 4, 5])).toBeNull());

/** Mulberry32: the same numbers each time, so that a simulation that passes goes on passing. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test.each([0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95])('Wilson covers a share of %d in 93 to 97 of 100 samples of 20 to 300', (p) => {
  const random = chance(1);
  const runs = 4_000;
  let covered = 0;
  for (let run = 0; run < runs; run += 1) {
    const n = 20 + Math.floor(random() * 281);
    let k = 0;
    for (let toss = 0; toss < n; toss += 1) if (random() < p) k += 1;
    const [low, high] = wilson(k, n);
    if (low <= p && p <= high) covered += 1;
  }
  expect(covered / runs).toBeGreaterThan(0.93);
  expect(covered / runs).toBeLessThan(0.97);
});

test.each([10, 11, 25, 40, 100])('the interval of the median of %i log-normal values (σ = 2) covers it in at least 95 of 100 samples', (n) => {
  const random = chance(2);
  const runs = 4_000;
  let covered = 0;
  for (let run = 0; run < runs; run += 1) {
    const values = Array.from({ length: n }, () => Math.exp(2 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())));
    const [low, high] = medianInterval(values.sort((a, b) => a - b))!;
    if (low <= 1 && 1 <= high) covered += 1;
  }
  expect(covered / runs).toBeGreaterThanOrEqual(0.95);
});

test('a change is withheld where the effort differed by more than a quarter', () => {
  expect([75, 100, 125].map((now) => isComparable({ now, before: 100 }))).toEqual([true, true, true]);
  expect([74, 126].map((now) => isComparable({ now, before: 100 }))).toEqual([false, false]);
  expect(isComparable({ now: 0, before: 0 })).toBe(false);
  const measured = (value: number) => ({ value, low: 0, high: 1, n: 50 });
  expect(changeOf(measured(0.5), measured(0.25), { now: 10, before: 10 })).toEqual({ value: 0.25, before: 0.25 });
  expect(changeOf(measured(0.5), measured(0.25), { now: 20, before: 10 })).toEqual({ value: null, reason: 'effort' });
  expect(changeOf(measured(0.5), { value: null, n: 1, need: 20, reason: 'few-mentions' }, { now: 10, before: 10 })).toMatchObject({
    reason: 'unknown',
  });
});

/** The rank by its definition: terms of the binomial one after the other, in whole numbers. */
function rankByCounting(n: number): number {
  let [below, term] = [0n, 1n];
  const limit = 2n ** BigInt(n);
  for (let k = 0; ; k++) {
    below += term;
    if (40n * below > limit) return k;
    term = (term * BigInt(n - k)) / BigInt(k + 1);
  }
}
test('its places are those of the binomial, for any number of values', () => {
  const range = (n: number) => medianInterval({ length: n, at: (place) => place + 1 });
  const wanted = (n: number) => {
    const rank = rankByCounting(n);
    return rank === 0 ? null : [rank, n - rank + 1];
  };
  for (const n of [...Array.from({ length: 450 }, (_, n) => n), 1_999, 2_000, 10_007]) expect(range(n), `${n}`).toEqual(wanted(n));
});
