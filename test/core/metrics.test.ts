import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, medianInterval, wilson } from '../../lib/core/interval.ts';
import type { Measure } from '../../lib/core/metric.ts';
import engagementPerPost from '../../lib/core/metrics/engagement-per-post.ts';
import { metrics } from '../../lib/core/metrics/index.ts';
import netSentiment from '../../lib/core/metrics/net-sentiment.ts';
import shareOfVoice from '../../lib/core/metrics/share-of-voice.ts';
import tagBalance from '../../lib/core/metrics/tag-balance.ts';
import { emptyTally, type Tally } from '../../lib/core/tally.ts';

const tally = (changes: Partial<Tally>): Tally => ({ ...emptyTally('b'), ...changes });

describe('intervals', () => {
  test('Wilson, against published values', () => {
    expect(wilson(10, 20).map((end) => end.toFixed(4))).toEqual(['0.2993', '0.7007']);
    expect(wilson(0, 10).map((end) => end.toFixed(4))).toEqual(['0.0000', '0.2775']);
  });
  test('the median of an even number is the mean of the middle two', () => {
    expect(median([1, 3])).toBe(2);
    expect(median([1, 3, 10])).toBe(3);
  });
  test('hold the estimate, whatever the data', () => {
    const counts = fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const [low, high] = wilson(k, n);
        expect(low).toBeLessThanOrEqual(k / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(k / n - 1e-12);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }), (values) => {
        const ascending = values.sort((a, b) => a - b);
        const [low, high] = medianInterval(ascending);
        expect(low).toBeLessThanOrEqual(median(ascending));
        expect(high).toBeGreaterThanOrEqual(median(ascending));
      }),
    );
  });
  test('of a median of 40 values: the 14th and the 27th', () => {
    const [low, high] = medianInterval(Array.from({ length: 40 }, (_, index) => index + 1));
    expect([low, high]).toEqual([14, 27]);
  });
});

const value = (measure: Measure) => measure.value;

describe('share of voice', () => {
  const own = tally({ mentions: 33 });
  test('is own ÷ (own + rivals)', () => {
    expect(shareOfVoice.measure(own, [own, tally({ mentions: 67 })])).toMatchObject({ value: 0.33, n: 100 });
  });
  test('is withheld below 20 mentions, and says how many it needs', () => {
    const few = tally({ mentions: 19 });
    expect(shareOfVoice.measure(few, [few])).toEqual({ value: null, n: 19, need: 20, reason: 'few-mentions' });
  });
});

test('net sentiment leaves neutral and unset out: 70 positive, 20 negative, 10 neutral give 0.556', () => {
  const rated = tally({ mentions: 300, sentiments: { positive: 70, negative: 20, neutral: 10 } });
  expect(value(netSentiment.measure(rated, []))).toBeCloseTo(0.5556, 4);
  expect(netSentiment.measure(tally({ sentiments: { positive: 9, negative: 0, neutral: 50 } }), [])).toMatchObject({ value: null, n: 9, need: 10 });
});

test('tag balance is (S − W) ÷ (S + W)', () => {
  const quadrants = { strength: 6, weakness: 2, opportunity: 9, threat: 9 };
  expect(tagBalance.measure(tally({ quadrants }), [])).toMatchObject({ value: 0.5, n: 8 });
  expect(tagBalance.measure(tally({ quadrants: { ...quadrants, strength: 0, weakness: 0 } }), [])).toMatchObject({ value: null, n: 0 });
});

describe('engagement per post', () => {
  test('is a median, untouched by one post that everybody saw', () => {
    expect(engagementPerPost.measure(tally({ mentions: 5, engagements: [1, 2, 3, 4, 9000] }), [])).toMatchObject({ value: 3, n: 5 });
  });
  test('is withheld where likes are known for fewer than half: unknown is not 0', () => {
    const measure = engagementPerPost.measure(tally({ mentions: 41, engagements: Array.from({ length: 9 }, () => 5) }), []);
    expect(measure).toMatchObject({ value: null, n: 9, reason: 'likes-unknown' });
  });
  test('zero is a measurement', () => {
    expect(value(engagementPerPost.measure(tally({ mentions: 5, engagements: [0, 0, 0, 0, 0] }), []))).toBe(0);
  });
});

test('no metric of an empty tally is a number', () => {
  for (const metric of metrics) expect(value(metric.measure(emptyTally('b'), [emptyTally('b')])), metric.id).toBeNull();
});
