import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageOf, ranksOf, scaleOf } from '../../lib/core/benchmark.ts';
import type { Measure } from '../../lib/core/metric.ts';

const measured = (value: number, low = value, high = value): Measure => ({ value, low, high, n: 50 });
const withheld: Measure = { value: null, n: 3, need: 10, reason: 'few-rated' };

test('places that overlapping intervals leave open are shared; a withheld value has none', () => {
  const measures = [
    measured(0.299, 0.267, 0.334),
    measured(0.379, 0.344, 0.415),
    measured(0.264, 0.233, 0.298),
    measured(0.058, 0.043, 0.08),
    withheld,
  ];
  expect(ranksOf(measures)).toEqual([{ best: 2, worst: 3 }, { best: 1, worst: 1 }, { best: 2, worst: 3 }, { best: 4, worst: 4 }, null]);
});

test('exact values that tie share their place', () => {
  expect(ranksOf([measured(5), measured(5), measured(4)])).toEqual([
    { best: 1, worst: 2 },
    { best: 1, worst: 2 },
    { best: 3, worst: 3 },
  ]);
});

test('the average of rivals leaves out what is withheld, and says so', () => {
  expect(averageOf([measured(0.2), measured(0.4), withheld])).toEqual({ value: expect.closeTo(0.3), measured: 2, of: 3 });
  expect(averageOf([withheld])).toBeNull();
});

test('a scale holds every interval, its ticks are three to five even steps', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -30, max: 90_000 }), fc.nat(500), fc.nat(500)), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('number', 'percent', 'balance'),
      (rows, unit) => {
        const by = unit === 'number' ? 1 : 90_000;
        const clamp = (value: number) => (unit === 'number' ? value : Math.max(unit === 'percent' ? 0 : -1, Math.min(1, value)));
        const measures = rows.map(([value, less, more]) => measured(value / by, clamp((value - less) / by), clamp((value + more) / by)));
        const { low, high, ticks } = scaleOf(measures, unit);
        for (const one of measures)
          if (one.value !== null) expect(low <= (one.low ?? one.value) + 1e-9 && high >= (one.high ?? one.value) - 1e-9).toBe(true);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect([ticks[0], ticks.at(-1)]).toEqual([low, high]);
        if (unit === 'balance') expect(low).toBe(-high);
        if (unit === 'percent') expect(high).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('scales that people can read', () => {
  expect(scaleOf([measured(0.38, 0.34, 0.415)], 'percent').ticks).toEqual([0, 0.2, 0.4, 0.6]);
  expect(scaleOf([measured(0.2, -0.1, 0.55)], 'balance').ticks).toEqual([-0.6, 0, 0.6]);
  expect(scaleOf([measured(41, 30, 82)], 'number').ticks).toEqual([0, 25, 50, 75, 100]);
  expect(scaleOf([withheld], 'number').ticks).toEqual([0, 1]);
});
