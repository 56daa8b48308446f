import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysFrom } from '../../lib/core/day.ts';
import { wilson } from '../../lib/core/interval.ts';
import { steps, stretchesOf } from '../../lib/core/stretch.ts';
import { mentionsOver, ratedDays, sentimentOver, sharesOver, trendOf } from '../../lib/core/trend.ts';

const spoken = (days: Record<string, number>) => ({ days: new Map(Object.entries(days)) });
const weeks = stretchesOf({ from: '2026-05-01', to: '2026-05-15' }, 'week', '2026-05-15');

test('shares by week count every day once, and are unknown where hardly anything was heard', () => {
  const own = spoken({ '2026-05-01': 2, '2026-05-02': 1, '2026-05-15': 4 });
  const rival = spoken({ '2026-05-01': 2, '2026-05-08': 3, '2026-05-15': 3 });
  const [points] = sharesOver([own, rival], weeks);
  expect(points!.map(({ from, part, n, shown }) => [from, part, n, shown?.value])).toEqual([
    ['2026-05-01', 3, 5, 0.6],
    ['2026-05-04', 0, 3, undefined],
    ['2026-05-11', 4, 7, 4 / 7],
  ]);
  expect(points![0]!.shown).toMatchObject({ low: wilson(3, 5)[0], high: wilson(3, 5)[1] });
});

test('nobody mentioned among many mentions is a share of zero with its interval', () => {
  const shown = sharesOver([spoken({}), spoken({ '2026-05-15': 20 })], weeks.slice(-1))[0]![0]!.shown!;
  expect(shown).toMatchObject({ value: 0, low: 0 });
  expect(shown.high).toBeGreaterThan(0.1);
});

test('mentions are counts without an interval; none is shown where too little was heard of anybody', () => {
  const [own] = mentionsOver([spoken({ '2026-05-15': 1 }), spoken({ '2026-05-15': 9, '2026-05-05': 2 })], weeks);
  expect(own!.map(({ shown }) => shown)).toEqual([null, null, { value: 1, low: null, high: null }]);
});

test('net sentiment is of those rated either way, with the interval of the positive part, stretched', () => {
  const rated = { positive: new Map([['2026-05-12', 6]]), negative: new Map([['2026-05-13', 2]]) };
  const [[, , last]] = sentimentOver([rated], weeks) as [[unknown, unknown, { n: number; part: number; shown: unknown }]];
  const [low, high] = wilson(6, 8);
  expect(last).toMatchObject({ part: 6, n: 8, shown: { value: 0.5, low: 2 * low - 1, high: 2 * high - 1 } });
  expect(sentimentOver([{ positive: new Map([['2026-05-12', 4]]), negative: new Map() }], weeks)[0]![2]!.shown).toBeNull();
});

test('rated clips are read off the cells once each, whatever their judgement, day by day and network by network', () => {
  const keys = ['reddit|*|*|negative', 'x|*|*|', 'x|*|*|neutral', 'x|*|*|positive', 'x|strength|*|positive'];
  // Seven days from the 7th of May: the last of them is the 13th.
  const counts = new Uint32Array(7 * keys.length);
  counts[5] = 1;
  counts[7] = 4;
  counts[14] = 5;
  counts.set([9, 0, 0, 0, 0, 3, 2], 21);
  counts[28 + 5] = 2;
  const cells = [{ brand: 'a', day: '2026-05-07', keys, counts }];
  const days = (platforms?: ReadonlySet<string>) => {
    const { positive, negative } = ratedDays(cells, { from: '2026-05-08', to: '2026-05-12' }, platforms);
    return [[...positive], [...negative]];
  };
  expect(days()).toEqual([[['2026-05-12', 3]], [['2026-05-12', 1]]]);
  expect(days(new Set(['x']))).toEqual([[['2026-05-12', 3]], []]);
});

test('however a period is cut, its stretches sum up to all that was said in it', () => {
  const counts = fc.dictionary(
    fc.nat(500).map((count) => addDays('2026-01-01', count)),
    fc.integer({ min: 1, max: 9 }),
  );
  fc.assert(
    fc.property(
      fc.array(counts, { minLength: 1, maxLength: 5 }),
      fc.nat(400),
      fc.nat(200),
      fc.constantFrom(...steps),
      (brands, begin, length, step) => {
        const from = addDays('2026-01-01', begin);
        const to = addDays(from, length);
        const inside = new Set(daysFrom(from, to));
        const sums = brands.map((days) => Object.entries(days).reduce((sum, [day, count]) => (inside.has(day) ? sum + count : sum), 0));
        const lines = sharesOver(brands.map(spoken), stretchesOf({ from, to }, step, to));
        expect(lines.map((points) => points.reduce((sum, { part }) => sum + part, 0))).toEqual(sums);
        for (const points of lines) expect(points.reduce((sum, { n }) => sum + n, 0)).toBe(sums.reduce((sum, one) => sum + one, 0));
      },
    ),
  );
});

test('a trend is named only where the halves cannot be told to be equal', () => {
  const days = daysFrom('2026-05-01', '2026-05-28');
  const points = (early: number, late: number) => {
    const own = spoken(Object.fromEntries(days.map((day, index) => [day, index < 14 ? early : late])));
    const rival = spoken(Object.fromEntries(days.map((day) => [day, 5])));
    return sharesOver([own, rival], stretchesOf({ from: days[0]!, to: days.at(-1)! }, 'day', days.at(-1)!))[0]!;
  };
  expect(trendOf(points(1, 6))).toBe('rising');
  expect(trendOf(points(6, 1))).toBe('falling');
  expect(trendOf(points(3, 3))).toBe('level');
  expect(trendOf([])).toBeNull();
});
