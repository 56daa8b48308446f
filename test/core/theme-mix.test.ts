import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noTheme } from '../../lib/core/facets.ts';
import { mixTable } from '../../lib/core/mix.ts';
import { pathTo, themeParts } from '../../lib/core/theme-mix.ts';

/** Service › Delivery › Courier, Service › Repair; Price. */
const themes = [
  { id: 'service', parent: null },
  { id: 'delivery', parent: 'service' },
  { id: 'repair', parent: 'service' },
  { id: 'courier', parent: 'delivery' },
  { id: 'price', parent: null },
];
const judged = [
  ['service', 'delivery'],
  ['delivery'],
  ['delivery', 'repair', 'courier'],
  ['repair'],
  ['courier', 'price'],
  ['price', 'put away'],
  [noTheme],
  ['put away'],
].map((on) => ({ themes: on, clips: 1 }));
const countsAt = (open: string | null) => Object.fromEntries(themeParts(judged, themes, open).counts);

describe('by worked example', () => {
  test('a theme at the top holds what is under it, however deep, each clip once', () => {
    expect(countsAt(null)).toEqual({ service: 5, price: 2, [noTheme]: 1, 'put away': 2 });
  });
  test('opened it shows the themes right under it with what these hold, and what stands directly under it', () => {
    expect(countsAt('service')).toEqual({ service: 1, delivery: 4, repair: 2 });
    expect(countsAt('delivery')).toEqual({ delivery: 3, courier: 2 });
  });
  test('n is all judged clips, each once, whatever the level', () => {
    for (const open of [null, 'service', 'delivery']) expect(themeParts(judged, themes, open).n).toBe(8);
  });
  test('what has no column of its own is counted together, each clip once', () => {
    const many = judged.map(({ themes: on }) => ({ themes: on, clips: 3 }));
    const { columns, rows } = mixTable([themeParts(many, themes, null)], 3);
    expect(columns).toEqual(['service', 'price', null]);
    // Without a theme 3, put away 6; of service's 15 and price's 6, 3 are in both.
    expect(rows[0]!.shares!.map(({ count, n }) => [count, n])).toEqual([
      [15, 24],
      [6, 24],
      [9, 24],
    ]);
  });
  test('the way to a theme begins at the top, and one that does not stand has none', () => {
    expect(pathTo(themes, 'courier').map(({ id }) => id)).toEqual(['service', 'delivery', 'courier']);
    expect(pathTo(themes, 'put away')).toEqual([]);
    expect(pathTo(themes, null)).toEqual([]);
  });
});

test('what a theme counts is the distinct clips judged with it or with any under it', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  /** A parent comes before its children, so that there is no circle. */
  const tree = fc
    .tuple(...ids.map((_, index) => fc.option(fc.nat({ max: Math.max(0, index - 1) }), { nil: null })))
    .map((parents) => ids.map((id, index) => ({ id, parent: index > 0 && parents[index] !== null ? ids[parents[index]!]! : null })));
  const someJudged = fc.array(fc.uniqueArray(fc.constantFrom(...ids, noTheme), { maxLength: 4 }), { maxLength: 30 });
  fc.assert(
    fc.property(tree, someJudged, fc.option(fc.constantFrom(...ids), { nil: null }), (rows, tagged, open) => {
      const parts = themeParts(
        tagged.filter((on) => on.length > 0).map((on) => ({ themes: on, clips: 1 })),
        rows,
        open,
      );
      const isUnder = (theme: string | null, top: string): boolean =>
        theme === top || (theme !== null && isUnder(rows.find(({ id }) => id === theme)?.parent ?? null, top));
      for (const { id, parent } of rows) {
        if (parent !== open && id !== open) continue;
        const isOn = (theme: string) => (id === open ? theme === id : isUnder(theme, id));
        expect(parts.counts.get(id) ?? 0).toBe(tagged.filter((on) => on.some(isOn)).length);
      }
      expect(parts.n).toBe(tagged.filter((on) => on.length > 0).length);
      const all = [...parts.counts.keys()];
      const within = (theme: string) => open === null || isUnder(theme, open);
      expect(parts.together(all)).toBe(tagged.filter((on) => on.some(within)).length);
    }),
  );
});
