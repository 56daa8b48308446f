import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysFrom, hourOf, weekdayOf } from '../../lib/core/day.ts';
import { steps, stepsFor, stretchesOf, usualStep } from '../../lib/core/stretch.ts';

const spans = (from: string, to: string, step: (typeof steps)[number], today = to) =>
  stretchesOf({ from, to }, step, today).map((one) => [one.from, one.to, one.cut, one.running]);

test('weeks begin on Monday, and what the period cuts off or what is not over is said', () => {
  // The 21st of May 2026 is a Thursday.
  expect(spans('2026-05-08', '2026-05-21', 'week')).toEqual([
    ['2026-05-08', '2026-05-10', true, false],
    ['2026-05-11', '2026-05-17', false, false],
    ['2026-05-18', '2026-05-21', false, true],
  ]);
});

test('a week that ends today is still running, one that ended yesterday is not', () => {
  expect(spans('2026-05-11', '2026-05-17', 'week')).toEqual([['2026-05-11', '2026-05-17', false, true]]);
  expect(spans('2026-05-11', '2026-05-17', 'week', '2026-05-18')).toEqual([['2026-05-11', '2026-05-17', false, false]]);
});

test('months are those of the calendar, also in leap years and over the turn of the year', () => {
  expect(spans('2027-12-31', '2028-03-01', 'month')).toEqual([
    ['2027-12-31', '2027-12-31', true, false],
    ['2028-01-01', '2028-01-31', false, false],
    ['2028-02-01', '2028-02-29', false, false],
    ['2028-03-01', '2028-03-01', false, true],
  ]);
  expect(spans('2026-05-02', '2026-05-20', 'month')).toEqual([['2026-05-02', '2026-05-20', true, true]]);
});

const aDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count));

test('stretches hold every day of the period once, in order, and no other', () => {
  fc.assert(
    fc.property(aDay, fc.nat(400), fc.constantFrom(...steps), (from, length, step) => {
      const to = addDays(from, length);
      const days = stretchesOf({ from, to }, step, to).flatMap((one) => daysFrom(one.from, one.to));
      expect(days).toEqual(daysFrom(from, to));
    }),
  );
});

test('only the first stretch may be cut and only the last be running; all others are whole', () => {
  fc.assert(
    fc.property(aDay, fc.nat(400), (from, length) => {
      const stretches = stretchesOf({ from, to: addDays(from, length) }, 'week', addDays(from, length));
      for (const [index, { from: begin, to: end, cut, running }] of stretches.entries()) {
        expect(cut).toBe(index === 0 && weekdayOf(begin) !== 0);
        expect(running).toBe(index === stretches.length - 1);
        if (!cut && !running) expect([weekdayOf(begin), weekdayOf(end)]).toEqual([0, 6]);
      }
    }),
  );
});

test('the usual step is among those offered, and a year is not cut into days', () => {
  for (const days of [7, 30, 90, 365]) expect(stepsFor(days)).toContain(usualStep(days));
  expect(stepsFor(365)).not.toContain('day');
  expect(stepsFor(7)).not.toContain('month');
});

const at = (instant: string, precision: 'minute' | 'hour' | 'day' = 'minute') => ({ instant, raw: '', precision, source: 'attribute' as const });

test('an hour is that of the workspace’s clocks, and is known only where the page says so', () => {
  expect(hourOf(at('2026-05-21T22:30:00Z'), 'Europe/Paris')).toBe(0);
  expect(hourOf(at('2026-05-21T22:30:00Z'), 'Asia/Kolkata')).toBe(4);
  expect(hourOf(at('2026-05-21T22:30:00Z', 'hour'), 'UTC')).toBe(22);
  expect(hourOf(at('2026-05-21T22:30:00Z', 'day'), 'UTC')).toBeUndefined();
  expect(hourOf(null, 'UTC')).toBeUndefined();
});

test('where clocks change, the hour that comes twice holds both, and the one left out none', () => {
  // Paris: back at 01:00 UTC on 25 October 2026, forward at 01:00 UTC on 29 March.
  expect(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z'].map((one) => hourOf(at(one), 'Europe/Paris'))).toEqual([2, 2, 3]);
  expect(['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'].map((one) => hourOf(at(one), 'Europe/Paris'))).toEqual([1, 3]);
});
