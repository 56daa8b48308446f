import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../lib/core/day.ts';
import { busiest, hourMap, inkOf, leastKnown } from '../../lib/core/hour-map.ts';

const times = (count: number, day: string, hour: number | null) => Array.from({ length: count }, () => ({ day, hour }));

test('clips stand on their weekday and hour; those whose hour is unknown are of n, and nowhere on the map', () => {
  // The 18th of May 2026 is a Monday, the 24th a Sunday.
  const map = hourMap([...times(15, '2026-05-18', 9), ...times(5, '2026-05-24', 23), ...times(7, '2026-05-18', null)]);
  expect(map).toMatchObject({ known: 20, of: 27, most: 15 });
  expect(map.cells![0]![9]).toBe(15);
  expect(map.cells![6]![23]).toBe(5);
  expect(busiest(map)).toEqual({ weekday: 0, hour: 9, count: 15 });
});

test('midnight is an hour like any other, not an unknown one', () => {
  expect(hourMap(times(leastKnown, '2026-05-18', 0)).cells![0]![0]).toBe(leastKnown);
});

test('too few are no map, however many there are whose hour is unknown', () => {
  const map = hourMap([...times(leastKnown - 1, '2026-05-18', 9), ...times(100, '2026-05-18', null)]);
  expect(map).toMatchObject({ cells: null, known: leastKnown - 1 });
  expect(busiest(map)).toBeNull();
});

test('two equally busy hours are not one peak', () => {
  expect(busiest(hourMap([...times(10, '2026-05-18', 9), ...times(10, '2026-05-19', 9)]))).toBeNull();
});

test('the cells sum up to what is known, and only what is empty has the palest ink', () => {
  const post = fc.record({ day: fc.nat(60).map((count) => addDays('2026-05-01', count)), hour: fc.option(fc.integer({ min: 0, max: 23 })) });
  fc.assert(
    fc.property(fc.array(post, { minLength: 60, maxLength: 200 }), (posts) => {
      const { cells, known, most } = hourMap(posts);
      if (!cells) return expect(known).toBeLessThan(leastKnown);
      const all = cells.flat();
      expect(all.reduce((sum, count) => sum + count, 0)).toBe(known);
      for (const count of all) expect(inkOf(count, most) === 0).toBe(count === 0);
      expect(inkOf(most, most)).toBe(4);
    }),
  );
});
