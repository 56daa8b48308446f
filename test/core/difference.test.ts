import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Difference, differenceOf, type Held } from '../../lib/core/difference.ts';
import { type Quadrant, quadrants } from '../../lib/core/quadrant.ts';
import { sourceKey } from '../../lib/core/statements.ts';

const line = (quadrant: Quadrant, theme: string | null, clips: number): Held => {
  const source = { quadrant, theme };
  return { id: sourceKey(source), clips, source };
};

test('entered, left, grew, shrank; what is as it was is not told', () => {
  const then = [line('threat', 'price', 6), line('threat', 'beans', 3), line('threat', 'recall', 11), line('threat', 'nostalgia', 4)];
  const now = [line('threat', 'price', 9), line('threat', 'beans', 2), line('threat', 'rent', 5), line('threat', 'nostalgia', 4)];
  expect(Object.fromEntries(differenceOf(then, now))).toEqual({
    'threat|price': { kind: 'grew', by: 3 },
    'threat|beans': { kind: 'shrank', by: 1 },
    'threat|recall': { kind: 'left', by: 11 },
    'threat|rent': { kind: 'entered', by: 5 },
  });
});

test('a theme of which most was a weakness and most is a strength has flipped, on both its lines', () => {
  const then = [line('weakness', 'repair', 5), line('strength', 'repair', 1)];
  const now = [line('weakness', 'repair', 2), line('strength', 'repair', 8)];
  const flipped = { kind: 'flipped', from: 'weakness', to: 'strength' };
  expect(Object.fromEntries(differenceOf(then, now))).toEqual({ 'weakness|repair': flipped, 'strength|repair': flipped });
});

test('as much for as against is no side to flip from', () => {
  const then = [line('weakness', 'repair', 2), line('strength', 'repair', 2)];
  const now = [line('strength', 'repair', 8)];
  expect(Object.fromEntries(differenceOf(then, now))).toEqual({
    'weakness|repair': { kind: 'left', by: 2 },
    'strength|repair': { kind: 'grew', by: 6 },
  });
});

test('inside and outside do not flip into each other, and clips without a theme into nothing', () => {
  const then = [line('weakness', 'price', 2), line('strength', null, 2)];
  const now = [line('opportunity', 'price', 2), line('weakness', null, 3)];
  expect([...differenceOf(then, now).values()].map(({ kind }) => kind).sort()).toEqual(['entered', 'entered', 'left', 'left']);
});

const period = fc.uniqueArray(
  fc.record({
    quadrant: fc.constantFrom(...quadrants),
    theme: fc.constantFrom('price', 'taste', 'repair', null),
    clips: fc.nat({ max: 4 }),
  }),
  { selector: ({ quadrant, theme }) => `${quadrant}|${theme}` },
);
const lines = period.map((rows) => rows.map(({ quadrant, theme, clips }) => line(quadrant, theme, clips)));

test('a period does not differ from itself', () => {
  fc.assert(fc.property(lines, (one) => differenceOf(one, one).size === 0));
});

const mirror = (difference: Difference): Difference => {
  if (difference.kind === 'flipped') return { kind: 'flipped', from: difference.to, to: difference.from };
  const mirrored = { entered: 'left', left: 'entered', grew: 'shrank', shrank: 'grew' } as const;
  return { kind: mirrored[difference.kind], by: difference.by };
};

test('seen from the other end, each difference is its mirror', () => {
  fc.assert(
    fc.property(lines, lines, (then, now) => {
      const there = new Map([...differenceOf(then, now)].map(([id, difference]) => [id, mirror(difference)]));
      expect(differenceOf(now, then)).toEqual(there);
    }),
  );
});
