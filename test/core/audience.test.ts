import { expect, test } from 'vitest';
import { audienceGrowth, followersSeen } from '../../lib/core/audience.ts';

const seen = (...moments: [day: string, followers: number, rounded?: boolean][]) =>
  moments.map(([day, followers, rounded = false]) => ({ day, followers, rounded }));

test('net new followers by those of the first moment, as worked out by hand', () => {
  // (12 600 − 12 000) ÷ 12 000 = 600 ÷ 12 000 = 0.05
  const moments = seen(['2026-03-31', 11_000], ['2026-04-02', 12_000], ['2026-04-15', 12_900], ['2026-04-30', 12_600], ['2026-05-01', 13_000]);
  expect(audienceGrowth(moments, '2026-04-01', '2026-04-30')).toEqual({
    value: 0.05,
    net: 600,
    first: { day: '2026-04-02', followers: 12_000, rounded: false },
    last: { day: '2026-04-30', followers: 12_600, rounded: false },
    n: 3,
  });
});

test('an audience that shrinks, and one that stays', () => {
  expect(audienceGrowth(seen(['2026-04-01', 200], ['2026-04-02', 150]), '2026-04-01', '2026-04-30')).toMatchObject({ value: -0.25, net: -50 });
  expect(audienceGrowth(seen(['2026-04-01', 200], ['2026-04-02', 200]), '2026-04-01', '2026-04-30')).toMatchObject({ value: 0, net: 0 });
});

test.each([
  ['no moment', seen(), 'one-snapshot', 0],
  ['one moment, others being outside', seen(['2026-03-01', 1], ['2026-04-01', 200], ['2026-05-01', 9]), 'one-snapshot', 1],
  ['two shortened numbers alike', seen(['2026-04-01', 1_200, true], ['2026-04-09', 1_200, true]), 'rounded-alike', 2],
  ['a beginning with nobody', seen(['2026-04-01', 0], ['2026-04-09', 12]), 'from-none', 2],
])('%s says nothing of growth, which is not 0', (_, moments, reason, n) => {
  expect(audienceGrowth(moments, '2026-04-01', '2026-04-30')).toEqual({ value: null, reason, n });
});

test('a moment that does not show the followers is none; its day is that of the workspace', () => {
  const sizes = (followers: number | null) => ({ followers, following: null, posts: 5 });
  const snapshots = [
    { at: '2026-04-01T23:30:00.000Z', sizes: sizes(1_200), rounded: ['followers' as const] },
    { at: '2026-04-02T10:00:00.000Z', sizes: sizes(null), rounded: [] },
  ];
  expect(followersSeen(snapshots, 'Europe/Paris')).toEqual([{ day: '2026-04-02', followers: 1_200, rounded: true }]);
});
