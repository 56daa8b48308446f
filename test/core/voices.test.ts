import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharesOf, WeekOfBrand } from '../../lib/core/cells.ts';
import { addDays, daysBetween } from '../../lib/core/day.ts';
import type { Tag } from '../../lib/core/records.ts';
import { decayed, type Spoken, strengthWord, voices } from '../../lib/core/voices.ts';
import { weekOf } from '../../lib/core/week.ts';

interface Said {
  author: string;
  platform: string;
  day: string;
  /** Theme and weight of each judgement, all of them weaknesses. */
  tags: { theme: string; weight: Tag['weight'] }[];
}
const metrics = { likes: null, comments: null, shares: null, views: null, saves: null, rating: null };
const counted = ({ author, platform, day, tags }: Said): Parameters<typeof sharesOf>[0] => ({
  ...{ kind: 'post' as const, author: { name: null, handle: author }, media: [], publishedAt: null, sentiments: {}, metrics },
  ...{ platform, day, brands: ['b'], authorKey: `${platform}:${author}` },
  tags: tags.map((tag, index) => ({
    ...{ id: `t${index}`, v: 1, clip: 'c', brand: 'b', quadrant: 'weakness' as const, quote: '', at: '', by: '', origin: 'hand' as const },
    ...tag,
  })),
});
const said = (changes: Partial<Said> = {}): Said => ({
  ...{ author: 'ana', platform: 'x', day: '2026-05-20', tags: [{ theme: 'delivery', weight: 1 }] },
  ...changes,
});

function kept(all: readonly Said[]) {
  const weeks = new Map<string, WeekOfBrand>();
  for (const share of all.flatMap((one) => sharesOf(counted(one)))) {
    const week = weekOf(share.day);
    const opened = weeks.get(week) ?? new WeekOfBrand('b', week);
    weeks.set(week, opened);
    opened.add(share, 1);
  }
  return [...weeks.values()].map((opened) => opened.cells());
}
/** Day by day. */
const byDay = (all: readonly Said[]): Spoken => ({ weeks: [], days: kept(all).flatMap((cells) => cells.voices) });
/** As the store reads it: weeks that the span holds whole in sum. */
function bySpan(all: readonly Said[], { from, to }: { from: string; to: string }): Spoken {
  const isWhole = (week: string) => from <= week && addDays(week, 6) <= to;
  const cells = kept(all);
  return {
    weeks: cells.flatMap((one) => one.voiceWeeks).filter(({ day }) => isWhole(day)),
    days: cells.flatMap((one) => one.voices).filter(({ day }) => !isWhole(day)),
  };
}

const ever = { from: '2026-01-01', to: '2026-05-20' };
const delivery = (all: readonly Said[], to = ever.to) => voices(byDay(all), { ...ever, to }).get('weakness|delivery');

describe('strength of evidence, by hand', () => {
  test('is 1 for a clip of today, half of it after 90 days', () => {
    expect(delivery([said()])).toEqual({ authors: 1, strength: 1 });
    expect(delivery([said()], addDays('2026-05-20', 90))).toEqual({ authors: 1, strength: 0.5 });
  });
  test('counts at most 1 per author and week, as old as the newest of it, and halves from there', () => {
    // Friday, Saturday, Wednesday: one stretch of seven days from Thursday.
    const loud = ['2026-05-15', '2026-05-16', '2026-05-20'].map((day) => said({ day }));
    expect(delivery(loud)).toEqual({ authors: 1, strength: 1 });
    expect(delivery(loud, addDays('2026-05-20', 90))).toEqual({ authors: 1, strength: 0.5 });
    const three = loud.map((one, index) => ({ ...one, author: `a${index}` }));
    expect(delivery(three)).toEqual({ authors: 3, strength: 1 + 0.5 ** (4 / 90) + 0.5 ** (5 / 90) });
  });
  test('half weights of one author add up to one, and no further', () => {
    const half = (day: string) => said({ day, tags: [{ theme: 'delivery', weight: 0.5 }] });
    expect(delivery([half('2026-05-20')])).toEqual({ authors: 1, strength: 0.5 });
    expect(delivery([half('2026-05-20'), half('2026-05-20')])).toEqual({ authors: 1, strength: 1 });
    expect(delivery([half('2026-05-18'), half('2026-05-19'), half('2026-05-20')])).toEqual({ authors: 1, strength: 1 });
  });
  test('counts the days of its span alone, in rows that hold more', () => {
    const all = ['2026-05-20', '2026-05-21', '2026-05-29'].map((day) => said({ day }));
    const day = { from: '2026-05-29', to: '2026-05-29' };
    expect(voices(bySpan(all, day), day).get('weakness|*')).toEqual({ authors: 1, strength: 1 });
  });
  test('of one author under two themes that share a line counts once', () => {
    const both = said({ tags: ['delivery', 'price'].map((theme) => ({ theme, weight: 1 as const })) });
    const joint = new Map([
      ['weakness|delivery', 'line'],
      ['weakness|price', 'line'],
    ]);
    expect(voices(byDay([both]), ever, joint).get('line')).toEqual({ authors: 1, strength: 1 });
    expect(voices(byDay([both, said({ author: 'ben' })]), ever, joint).get('line')).toEqual({ authors: 2, strength: 2 });
  });
  test('has a word', () => expect([4.9, 5, 10].map(strengthWord)).toEqual(['thin', 'fair', 'strong']));
});

/** Straight from the definition: METRICS "evidence strength", an author's week as old as its newest. */
function defined(all: readonly Said[], level: string, { from, to }: { from: string; to: string }) {
  const weeks = Map.groupBy(
    all.flatMap((one) => {
      const inside = one.day >= from && one.day <= to;
      const weight = level === '*|*' ? 1 : Math.max(0, ...one.tags.filter(({ theme }) => level.endsWith(`|${theme}`)).map((tag) => tag.weight));
      return inside && weight > 0 ? [{ ...one, weight }] : [];
    }),
    ({ platform, author, day }) => `${platform} ${author} ${weekOf(day)}`,
  );
  const strength = [...weeks.values()].reduce((sum, some) => {
    const newest = some
      .map(({ day }) => day)
      .sort()
      .at(-1)!;
    return (
      sum +
      Math.min(
        1,
        some.reduce((all, { weight }) => all + weight, 0),
      ) *
        decayed(daysBetween(newest, to))
    );
  }, 0);
  return { authors: new Set([...weeks.keys()].map((key) => key.slice(0, key.lastIndexOf(' ')))).size, strength };
}

test('weeks in sum say what days say, and both what is defined, wherever the span begins and ends', () => {
  const oneSaid = fc.record({
    author: fc.integer({ min: 0, max: 70 }).map((n) => `a${n}`),
    platform: fc.constantFrom('x', 'vk'),
    day: fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-05-01', n)),
    tags: fc.uniqueArray(fc.record({ theme: fc.constantFrom('delivery', 'price'), weight: fc.constantFrom(0.5 as const, 1 as const, 2 as const) }), {
      selector: ({ theme }) => theme,
    }),
  });
  const span = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
    .map(([a, b]) => ({ from: addDays('2026-05-01', Math.min(a, b)), to: addDays('2026-05-01', Math.max(a, b)) }));
  fc.assert(
    fc.property(fc.array(oneSaid, { maxLength: 200, size: 'max' }), span, (all, window) => {
      const [sums, days] = [voices(bySpan(all, window), window), voices(byDay(all), window)];
      expect(new Set(sums.keys())).toEqual(new Set(days.keys()));
      for (const level of ['*|*', 'weakness|delivery', 'weakness|price']) {
        const wanted = defined(all, level, window);
        for (const found of [sums, days]) {
          expect(found.get(level)?.authors ?? 0).toBe(wanted.authors);
          expect(found.get(level)?.strength ?? 0).toBeCloseTo(wanted.strength, 9);
        }
      }
    }),
  );
});

test('what is left of a weight halves every 90 days, and is never more than all of it', () => {
  expect([0, 90, 180, -3].map(decayed)).toEqual([1, 0.5, 0.25, 1]);
});
