import { describe, expect, test } from 'vitest';
import { age, balance, day, inUnit, number, percent } from '../../components/ui/format.ts';

const now = new Date('2026-05-21T12:00:00Z');
const ago = (instant: string, precision?: Parameters<typeof age>[3]) => age(instant, 'UTC', now, precision);

describe('how long ago', () => {
  test.each([
    ['2026-05-21T11:59:40Z', 'just now'],
    ['2026-05-21T11:40:00Z', '20 min'],
    ['2026-05-21T09:10:00Z', '3 hr'],
    ['2026-05-20T23:50:00Z', 'yesterday'],
    ['2026-05-12T08:00:00Z', 'May 12'],
    ['2025-05-12T08:00:00Z', 'May 12, 2025'],
  ])('%s is %s', (instant, words) => expect(ago(instant)).toBe(words));

  test('a day begins in the workspace’s time zone', () => {
    expect(age('2026-05-20T23:50:00Z', 'Asia/Jakarta', now)).toBe('12 hr');
  });

  test('what is known to the day claims no hour', () => {
    expect(ago('2026-05-21T00:00:00Z', 'day')).toBe('today');
    expect(ago('2026-05-20T00:00:00Z', 'day')).toBe('yesterday');
  });

  test('what is known to the hour claims no minutes', () => {
    expect(ago('2026-05-21T11:40:00Z', 'hour')).toBe('1 hr');
  });

  test('what is known to the week, month or year is said as loosely', () => {
    expect(ago('2026-04-30T12:00:00Z', 'week')).toBe('about 3 weeks ago');
    expect(ago('2026-03-21T12:00:00Z', 'month')).toBe('about 2 months ago');
    expect(ago('2025-06-21T12:00:00Z', 'year')).toBe('about 1 year ago');
  });
});

test('numbers in their units', () => {
  expect(number(1802)).toBe('1,802');
  expect(number(-3)).toBe('−3');
  expect(percent(0.329)).toBe('33%');
  expect(percent(0.329, true)).toBe('32.9%');
  expect(balance(0.211)).toBe('+0.21');
  expect(balance(-0.25)).toBe('−0.25');
  expect(balance(0)).toBe('0.00');
  expect(inUnit('number', 41.5)).toBe('41.5');
  expect(inUnit('balance', -1)).toBe('−1.00');
});

test('a day says its year only where that is another', () => {
  expect(day('2026-05-12', '2026-12-31')).toBe('May 12');
  expect(day('2025-05-12', '2026-01-01')).toBe('May 12, 2025');
});
