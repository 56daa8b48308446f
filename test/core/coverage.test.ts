import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addCounts,
  type Counts,
  type Coverage,
  countRead,
  coverageFields,
  fallenIn,
  hasFallen,
  noCounts,
  noCoverage,
  recentOf,
  recentPosts,
  takeAsUsual,
} from '../../lib/core/coverage.ts';
import { draft } from '../db/store.ts';

const at = '2026-11-12T08:00:00.000Z';
const later = '2026-11-13T08:00:00.000Z';
const batch = (met: number, hits: Partial<Counts> = {}): Counts => ({
  met,
  read: met,
  threw: 0,
  author: met,
  text: met,
  date: met,
  numbers: met,
  ...hits,
});
const reading = (batches: readonly Counts[], from = noCoverage(), when = at): Coverage =>
  batches.reduce((all, one) => addCounts(all, one, when), from);
const times = (count: number, one: Counts): Counts[] => Array.from({ length: count }, () => one);

/** A stretch of posts of which each gives each field with its own chance. */
const usual = reading(times(12, batch(10)));

test('one post is counted by what was read of it; unknown numbers are none, and 0 is one', () => {
  const counts = noCounts();
  const none = { ...draft().metrics, likes: null, comments: null };
  countRead(counts, draft());
  countRead(counts, draft({ author: { name: null, handle: null }, text: '', publishedAt: null, metrics: none }));
  countRead(counts, draft({ text: '', title: 'A title', metrics: { ...none, likes: 0 } }));
  expect(counts).toEqual({ met: 3, read: 3, threw: 0, author: 2, text: 2, date: 2, numbers: 2 });
});

describe('reading that falls off', () => {
  test('is noticed: authors from all to two fifths of fifty, and nothing else with it', () => {
    const fallen = reading(times(5, batch(10, { author: 4 })), usual, later);
    expect(fallen.fallen).toEqual({ author: later });
  });

  test('keeps the day on which it began, and is forgotten when it is read again', () => {
    const fallen = reading(times(5, batch(10, { author: 4 })), usual, later);
    expect(reading(times(200, batch(10, { author: 3 })), fallen, '2026-12-01T08:00:00.000Z').fallen).toEqual({ author: later });
    expect(reading(times(5, batch(10)), fallen, '2026-12-01T08:00:00.000Z').fallen).toEqual({});
  });

  test('is not ten posts of pictures, nor a field that this site seldom shows', () => {
    expect(reading([batch(10, { text: 0 })], usual, later).fallen).toEqual({});
    const seldom = reading(times(12, batch(10, { numbers: 1 })));
    expect(reading(times(5, batch(10, { numbers: 0 })), seldom, later).fallen).toEqual({});
  });

  test('is not known before there is anything to compare with', () => {
    expect(reading(times(5, batch(10, { author: 0 }))).fallen).toEqual({});
    expect(reading(times(30, batch(10, { author: 0 }))).fallen).toEqual({});
  });

  test('an adapter that throws is at once, unless it was one odd post', () => {
    expect(reading([batch(6, { threw: 6, read: 0, author: 0, text: 0, date: 0, numbers: 0 })]).fallen).toEqual({ threw: at });
    expect(reading([batch(10, { threw: 1, read: 9, author: 9, text: 9, date: 9, numbers: 9 })], usual, later).fallen).toEqual({});
  });

  test('what no longer gives a post at all is noticed as that, and its fields are not blamed; quoted posts never gave one', () => {
    const half = reading(times(12, batch(20, { read: 10, author: 10, text: 10, date: 10, numbers: 10 })));
    expect(half.fallen).toEqual({});
    expect(reading(times(5, batch(20, { read: 1, author: 1, text: 1, date: 1, numbers: 1 })), half, later).fallen).toEqual({ read: later });
  });

  test('taken as usual is no news; throwing never is', () => {
    const fallen = reading(times(5, batch(10, { author: 4 })), usual, later);
    const accepted = takeAsUsual(fallen);
    expect(accepted.fallen).toEqual({});
    expect(reading(times(60, batch(10, { author: 4 })), accepted, later).fallen).toEqual({});
    const throwing = reading([batch(10, { threw: 10, read: 0, author: 0, text: 0, date: 0, numbers: 0 })], takeAsUsual(usual), later);
    expect(throwing.fallen.threw).toBe(later);
  });
});

/** A generator of chance that a property can repeat (Park and Miller 1988). */
function chance(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test('where the chance of each field stays what it is, nothing falls in a thousand posts', () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 1, max: 40 }),
      (seed, rates, size) => {
        const random = chance(seed);
        let coverage = noCoverage();
        for (let posts = 0; posts < 1_000; posts += size) {
          const counts = noCounts();
          for (let one = 0; one < size; one++) {
            counts.met += 1;
            counts.read += 1;
            coverageFields.forEach((field, index) => {
              if (random() < rates[index]!) counts[field] += 1;
            });
          }
          coverage = addCounts(coverage, counts, at);
          expect(coverage.fallen).toEqual({});
        }
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});

test('the last posts are as few batches as hold enough, whatever their sizes; what is older is compared with', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 60 }), (sizes) => {
      const coverage = reading(sizes.map((size) => batch(size)));
      const { met } = recentOf(coverage);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      expect(met).toBeGreaterThanOrEqual(Math.min(recentPosts, total));
      expect(recentOf({ recent: coverage.recent.slice(1) }).met).toBeLessThan(recentPosts);
      expect(fallenIn(coverage)).toEqual([]);
    }),
  );
});

test('shares are compared only where both are of enough posts', () => {
  const usual = { hits: 50, of: recentPosts };
  expect(hasFallen({ hits: 0, of: 24 }, { hits: 500, of: 500 })).toBe(false);
  expect(hasFallen({ hits: 0, of: 25 }, { hits: 49, of: recentPosts - 1 })).toBe(false);
  expect(hasFallen({ hits: 0, of: 25 }, usual)).toBe(true);
  expect(hasFallen({ hits: 26, of: 50 }, usual)).toBe(false);
});
