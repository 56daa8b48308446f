import { expect, test } from 'vitest';
import { boardOf } from '../../lib/core/board.ts';
import type { Quadrant } from '../../lib/core/quadrant.ts';
import { emptyTally, type Tally, type Voices } from '../../lib/core/tally.ts';

type Row = [quadrant: Quadrant, theme: string | null, days: Record<string, number>];

function tallyOf(rows: Row[]): Tally {
  const sum = emptyTally('brand:a');
  for (const [quadrant, theme, days] of rows) {
    const clips = Object.values(days).reduce((all, count) => all + count, 0);
    sum.quadrants[quadrant] += clips;
    sum.themes.push({ quadrant, theme, clips, platforms: new Map(), days: new Map(Object.entries(days)) });
  }
  return sum;
}
const strengths = (values: Record<string, number>) =>
  new Map<string, Voices>(Object.entries(values).map(([key, strength]) => [key, { authors: 2, strength }]));

const [from, to] = ['2026-03-01', '2026-05-29'];
const region = (now: Tally, quadrant: Quadrant, before?: Tally, voices = new Map<string, Voices>()) =>
  boardOf(now, voices, from, to, before).find((one) => one.quadrant === quadrant)!;

test('statements stand in the order of their evidence, clips without a theme last', () => {
  const now = tallyOf([
    ['weakness', null, { '2026-05-20': 9 }],
    ['weakness', 'price', { '2026-05-20': 8 }],
    ['weakness', 'delivery', { '2026-05-20': 3 }],
  ]);
  const voices = strengths({ 'weakness|-': 9, 'weakness|price': 1, 'weakness|delivery': 6 });
  const { statements } = region(now, 'weakness', undefined, voices);
  expect(statements.map(({ theme, word }) => [theme, word])).toEqual([
    ['delivery', 'fair'],
    ['price', 'thin'],
    [null, 'fair'],
  ]);
});

test('the same theme judged the other way says otherwise; without a theme nothing does', () => {
  const now = tallyOf([
    ['weakness', 'delivery', { '2026-05-20': 3 }],
    ['strength', 'delivery', { '2026-05-21': 2 }],
    ['opportunity', 'delivery', { '2026-05-21': 7 }],
    ['weakness', null, { '2026-05-20': 1 }],
    ['strength', null, { '2026-05-20': 1 }],
  ]);
  const [delivery, none] = region(now, 'weakness').statements;
  expect(delivery?.otherwise).toBe(2);
  expect([...delivery!.contrary]).toEqual([['2026-05-21', 2]]);
  expect(none?.otherwise).toBe(0);
});

test('each kind of change against the period before', () => {
  const recent = { '2026-05-20': 3 };
  const now = tallyOf([
    ['strength', 'new', recent],
    ['strength', 'grew', recent],
    ['strength', 'shrank', recent],
    ['strength', 'same', recent],
    ['strength', 'repair', recent],
    ['strength', 'fading', { '2026-03-20': 3 }],
  ]);
  const before = tallyOf([
    ['strength', 'grew', { x: 1 }],
    ['strength', 'shrank', { x: 7 }],
    ['strength', 'same', { x: 3 }],
    ['strength', 'fading', { x: 4 }],
    ['weakness', 'repair', { x: 5 }],
    ['strength', 'gone', { x: 6 }],
  ]);
  const { statements, left, before: was } = region(now, 'strength', before);
  expect(Object.fromEntries(statements.map(({ theme, change }) => [theme, change]))).toEqual({
    new: { kind: 'new' },
    grew: { kind: 'grew', by: 2 },
    shrank: { kind: 'shrank', by: 4 },
    same: { kind: 'same' },
    repair: { kind: 'flipped', from: 'weakness' },
    fading: { kind: 'fading' },
  });
  expect(left).toEqual([{ theme: 'gone', before: 6 }]);
  expect(was).toBe(21);
});

test('without a period before nothing is called new, and what it was is not known', () => {
  const { statements, before, left } = region(tallyOf([['threat', 'price', { '2026-05-20': 1 }]]), 'threat');
  expect(statements[0]?.change).toBeNull();
  expect(before).toBeNull();
  expect(left).toEqual([]);
});

test('a week is too short to fade in', () => {
  const now = tallyOf([['strength', 'taste', { '2026-05-23': 1 }]]);
  const [strength] = boardOf(now, new Map(), '2026-05-23', '2026-05-29');
  expect(strength?.statements[0]?.change).toBeNull();
});
