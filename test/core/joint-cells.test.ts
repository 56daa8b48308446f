/** What several levels have in common, told from counts, against clips looked at one by one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../lib/core/day.ts';
import { heardOnAny, jointOf, jointsIn, packedJoint, unpackedJoint } from '../../lib/core/joint-cells.ts';
import { quadrants } from '../../lib/core/quadrant.ts';
import { type ThemeTally, tally } from '../../lib/core/tally.ts';
import { judgedWith } from '../../lib/core/theme-mix.ts';
import type { Seven } from '../../lib/core/week.ts';

const week = '2026-05-14';
const levels = quadrants.flatMap((quadrant) => ['-', 'theme:price', 'theme:un|usual'].map((theme) => `${quadrant}|${theme}`));
const clips = fc.array(
  fc.record({
    platform: fc.constantFrom('x', 'reddit'),
    place: fc.integer({ min: 0, max: 6 }),
    on: fc.uniqueArray(fc.constantFrom(...levels), { maxLength: 5 }),
  }),
  { maxLength: 40 },
);
type Judged = typeof clips extends fc.Arbitrary<infer T> ? T : never;

const jointOfAll = (all: Judged): Map<string, Seven> => {
  const joint = new Map<string, Seven>();
  for (const { platform, place, on } of all) {
    const key = jointOf(platform, on);
    if (key === null) continue;
    const seven = joint.get(key) ?? [0, 0, 0, 0, 0, 0, 0];
    seven[place]! += 1;
    joint.set(key, seven);
  }
  return joint;
};

/** Cells as the store would keep them, and what is read from them of some days and networks. */
function told(all: Judged, span: { from: string; to: string }, platforms?: ReadonlySet<string>) {
  const cell = { brand: 'b', day: week, ...packedJoint(jointOfAll(all)) };
  const themes = new Map<string, ThemeTally>();
  for (const { platform, place, on } of all) {
    const day = addDays(week, place);
    if (day < span.from || day > span.to || (platforms && !platforms.has(platform))) continue;
    for (const level of on) {
      const bar = level.indexOf('|');
      const [quadrant, theme] = [level.slice(0, bar) as ThemeTally['quadrant'], level.slice(bar + 1)];
      const one = themes.get(level) ?? { quadrant, theme: theme === '-' ? null : theme, clips: 0, platforms: new Map(), days: new Map() };
      themes.set(level, one);
      one.clips += 1;
      one.platforms.set(platform, (one.platforms.get(platform) ?? 0) + 1);
      one.days.set(day, (one.days.get(day) ?? 0) + 1);
    }
  }
  return { themes: { ...tally('b', { days: [], values: [] }, span), themes: [...themes.values()] }, joints: jointsIn([cell], span, platforms) };
}

const counted = (keys: readonly string[]) => new Map([...Map.groupBy(keys, (key) => key)].map(([key, some]) => [key, some.length]));

test('packed and unpacked they are the same, in whatever order they came', () => {
  fc.assert(
    fc.property(clips, (all) => {
      const joint = jointOfAll(all);
      expect(unpackedJoint(packedJoint(joint))).toEqual(joint);
      expect(packedJoint(jointOfAll([...all].reverse()))).toEqual(packedJoint(joint));
    }),
  );
});

test('clips on any of several levels are each counted once, by day and network', () => {
  const span = fc.tuple(fc.integer({ min: -1, max: 7 }), fc.integer({ min: -1, max: 7 }));
  fc.assert(
    fc.property(
      clips,
      fc.uniqueArray(fc.constantFrom(...levels)),
      span,
      fc.option(fc.constantFrom('x', 'reddit'), { nil: null }),
      (all, asked, ends, only) => {
        const period = { from: addDays(week, Math.min(...ends)), to: addDays(week, Math.max(...ends)) };
        const platforms = only === null ? undefined : new Set([only]);
        const { themes, joints } = told(all, period, platforms);
        const within = all
          .map((clip) => ({ ...clip, day: addDays(week, clip.place) }))
          .filter(({ day, platform }) => day >= period.from && day <= period.to && (only === null || platform === only));
        const found = within.filter(({ on }) => on.some((level) => asked.includes(level)));
        expect(heardOnAny(themes, new Set(asked), joints)).toEqual({
          clips: found.length,
          platforms: counted(found.map(({ platform }) => platform)),
          days: counted(found.map(({ day }) => day)),
        });
        const kinds = (some: readonly { themes: readonly string[]; clips: number }[]) => new Map(some.map((one) => [one.themes.join(), one.clips]));
        const themesOn = (on: readonly string[]) => [...new Set(on.map((level) => level.slice(level.indexOf('|') + 1)))].sort().join();
        expect(kinds(judgedWith(themes, joints))).toEqual(counted(within.filter(({ on }) => on.length > 0).map(({ on }) => themesOn(on))));
      },
    ),
  );
});
