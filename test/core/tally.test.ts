import { describe, expect, test } from 'vitest';
import { sharesOf, WeekOfBrand } from '../../lib/core/cells.ts';
import { addDays, clipDay, dayIn, daysBetween, startOfDay } from '../../lib/core/day.ts';
import { Distribution } from '../../lib/core/distribution.ts';
import { engagementOf } from '../../lib/core/posts.ts';
import type { Clip, Tag } from '../../lib/core/records.ts';
import { counterEvidence, tally } from '../../lib/core/tally.ts';
import { weekOf } from '../../lib/core/week.ts';

const tag = (changes: Partial<Tag>): Tag => ({
  id: 't',
  v: 1,
  clip: 'c',
  brand: 'b',
  quadrant: 'weakness',
  theme: 'delivery',
  weight: 1,
  quote: '',
  at: '2026-05-01T00:00:00.000Z',
  by: '',
  origin: 'hand',
  ...changes,
});
const metrics = { likes: null, comments: null, shares: null, views: null, saves: null, rating: null };
const clip = (changes: Partial<Clip>): Parameters<typeof sharesOf>[0] => ({
  kind: 'post' as const,
  author: { name: null, handle: 'ana' },
  media: [],
  publishedAt: null,
  platform: 'x',
  day: '2026-05-20',
  brands: ['b'],
  tags: [] as Tag[],
  sentiments: {},
  metrics,
  authorKey: 'x:ana',
  ...changes,
});
type Counted = Parameters<typeof sharesOf>[0];

function cells(clips: Counted[]) {
  const weeks = new Map<string, WeekOfBrand>();
  for (const one of clips)
    for (const share of sharesOf(one)) {
      const week = weekOf(share.day);
      const opened = weeks.get(week) ?? new WeekOfBrand(share.brand, week);
      weeks.set(week, opened);
      opened.add(share, 1);
    }
  const all = [...weeks.values()].map((opened) => opened.cells());
  const there = <T>(cell: T | null) => (cell ? [cell] : []);
  return {
    days: all.flatMap(({ day }) => there(day)),
    themes: all.flatMap((one) => there(one.themes)),
    values: all.flatMap(({ values }) => values.filter(({ platform }) => platform === '*')),
    of: (platform: string) => all.flatMap(({ values }) => values.filter((one) => one.platform === platform)),
  };
}
const ever = { from: '2026-01-01', to: '2026-12-31' };

describe('a tally', () => {
  test('counts a clip with two themes once in its quadrant, and once in each theme', () => {
    const two = clip({ tags: [tag({}), tag({ theme: 'price' })] });
    const sum = tally('b', cells([two]), ever);
    expect(sum).toMatchObject({ mentions: 1, quadrants: { weakness: 1 } });
    expect(sum.themes.map(({ theme, clips }) => [theme, clips])).toEqual([
      ['delivery', 1],
      ['price', 1],
    ]);
  });
  test('knows which clips say otherwise', () => {
    const sum = tally('b', cells([clip({ tags: [tag({})] }), clip({ tags: [tag({ quadrant: 'strength' })] })]), ever);
    expect(counterEvidence(sum, { quadrant: 'weakness', theme: 'delivery' })).toMatchObject({ quadrant: 'strength', clips: 1 });
  });
  test('of some networks leaves the others out, engagement too', () => {
    const known = { ...metrics, likes: 5 };
    const { days, of } = cells([clip({ metrics: known }), clip({ platform: 'reddit', metrics: known })]);
    const reddit = tally('b', { days, values: of('reddit') }, ever, new Set(['reddit']));
    expect(reddit).toMatchObject({ mentions: 1, engagements: Distribution.of([5]) });
  });
  test('counts the days of its span alone, in cells that hold more', () => {
    const all = ['2026-05-20', '2026-05-21', '2026-05-22', '2026-05-29'].map((day) =>
      clip({ day, metrics: { ...metrics, likes: 1 }, tags: [tag({})] }),
    );
    const sum = tally('b', cells(all), { from: '2026-05-21', to: '2026-05-22' });
    expect(sum).toMatchObject({ mentions: 2, quadrants: { weakness: 2 }, engagements: Distribution.of([1, 1]) });
    expect([...sum.days.keys(), ...sum.themes[0]!.days.keys()]).toEqual(['2026-05-21', '2026-05-22', '2026-05-21', '2026-05-22']);
  });
});

test('unknown likes make engagement unknown; unknown shares add nothing', () => {
  expect(engagementOf({ metrics: { ...metrics, comments: 9 } })).toBeNull();
  expect(engagementOf({ metrics: { ...metrics, likes: 2, comments: 9 } })).toBe(11);
});

test('what was added and taken away leaves nothing, whatever else is in the cells', () => {
  const [share] = sharesOf(clip({ tags: [tag({ weight: 0.5 })], metrics: { ...metrics, likes: 3 } }));
  const [other] = sharesOf(
    clip({ day: '2026-05-19', authorKey: 'x:ben', platform: 'vk', tags: [tag({ theme: null })], metrics: { ...metrics, likes: 1 } }),
  );
  const week = new WeekOfBrand('b', weekOf('2026-05-20'));
  week.add(other!, 1);
  const before = week.cells();
  week.add(share!, 1);
  const { day, themes, values, voices } = week.cells();
  const stored = { ...(day && { day }), ...(themes && { themes }), values, voices };
  const again = new WeekOfBrand('b', weekOf('2026-05-20'), stored);
  again.add(share!, -1);
  const left = again.cells();
  const holdsSome = ({ keys }: { keys: { length: number } }) => keys.length > 0;
  const kept = { values: left.values.filter(holdsSome), voices: left.voices.filter(holdsSome), voiceWeeks: left.voiceWeeks.filter(holdsSome) };
  expect({ ...left, ...kept }).toEqual(before);
  again.add(other!, -1);
  expect(again.cells()).toMatchObject({ day: null, themes: null });
  expect([...again.cells().values, ...again.cells().voices].filter(holdsSome)).toEqual([]);
});

describe('a day', () => {
  test('is that of the workspace’s time zone', () => {
    expect(dayIn('Asia/Jakarta', new Date('2026-05-20T18:00:00Z'))).toBe('2026-05-21');
    expect(dayIn('America/New_York', new Date('2026-05-20T03:00:00Z'))).toBe('2026-05-19');
  });
  test('of a clip is the published one only where that is known to the day', () => {
    const at = (precision: 'hour' | 'week') => ({ instant: '2026-05-01T12:00:00.000Z', raw: '', precision, source: 'label' }) as const;
    expect(clipDay(at('hour'), '2026-05-20T12:00:00.000Z', 'UTC')).toEqual({ day: '2026-05-01', dayFrom: 'published' });
    expect(clipDay(at('week'), '2026-05-20T12:00:00.000Z', 'UTC')).toEqual({ day: '2026-05-20', dayFrom: 'clipped' });
    expect(clipDay(null, '2026-05-20T12:00:00.000Z', 'UTC')).toEqual({ day: '2026-05-20', dayFrom: 'clipped' });
  });
  test('begins at its own midnight, on the day the clocks change too', () => {
    expect(startOfDay('Europe/Paris', '2026-03-29').toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('Europe/Paris', '2026-03-30').toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfDay('Asia/Kathmandu', '2026-05-20').toISOString()).toBe('2026-05-19T18:15:00.000Z');
    expect(startOfDay('Pacific/Kiritimati', '2026-05-20').toISOString()).toBe('2026-05-19T10:00:00.000Z');
  });
  test('counts over clock changes and leap days', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  });
});
