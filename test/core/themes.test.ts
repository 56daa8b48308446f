import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Changes, edit, emptyRecord, isTrashed, type Mergeable, merge } from '../../lib/core/mergeable.ts';
import type { Theme } from '../../lib/core/records.ts';
import { mergedInto, mergedThrough, parentAfter, type StandingTheme, standing, themeCalled, under } from '../../lib/core/themes.ts';
import { themeOf } from '../../lib/db/project.ts';

const theme = (id: string, changes: Partial<Theme> = {}): Theme => ({
  id,
  name: id.toUpperCase(),
  aliases: [],
  definition: '',
  parent: null,
  into: null,
  ...changes,
});
const tree = (rows: readonly Theme[]) => Object.fromEntries(standing(rows).map(({ id, parent }) => [id, parent]));

describe('the tree', () => {
  test('a theme stands under the one that its record names, and at the top where that is not here', () => {
    expect(tree([theme('a', { parent: 'b' }), theme('b'), theme('c', { parent: 'gone' })])).toEqual({ a: 'b', b: null, c: null });
  });

  test('what stood under a merged theme stands under the one it was merged into', () => {
    expect(tree([theme('a', { into: 'b' }), theme('b'), theme('c', { parent: 'a' })])).toEqual({ b: null, c: 'b' });
  });

  test('a theme whose parent was merged into it stands where the parent stood', () => {
    expect(tree([theme('top'), theme('a', { parent: 'top', into: 'b' }), theme('b', { parent: 'a' })])).toEqual({ top: null, b: 'top' });
  });

  test('of a circle the least is the top, whichever was read first', () => {
    const rows = [theme('c', { parent: 'a' }), theme('b', { parent: 'c' }), theme('a', { parent: 'b' }), theme('d', { parent: 'b' })];
    expect(tree(rows)).toEqual({ a: null, c: 'a', b: 'c', d: 'b' });
    expect(tree(rows.toReversed())).toEqual(tree(rows));
  });

  test('under a theme is all below it, however deep', () => {
    const rows = standing([theme('a'), theme('b', { parent: 'a' }), theme('c', { parent: 'b' }), theme('d')]);
    expect([...under(rows, 'a')].sort()).toEqual(['a', 'b', 'c']);
    expect([...under(rows, 'c')]).toEqual(['c']);
  });
});

describe('a step in the tree', () => {
  const themes = [
    { id: 'delivery', parent: null },
    { id: 'courier', parent: 'delivery' },
    { id: 'parcel', parent: 'delivery' },
    { id: 'van', parent: 'courier' },
    { id: 'price', parent: null },
  ];
  test('in is under the sibling before it; the first of its siblings has none', () => {
    expect(parentAfter(themes, 'price', 'in')).toBe('delivery');
    expect(parentAfter(themes, 'parcel', 'in')).toBe('courier');
    for (const first of ['delivery', 'courier', 'van']) expect(parentAfter(themes, first, 'in')).toBeUndefined();
  });
  test('out is beside what it stood under; at the top there is no way out', () => {
    expect(parentAfter(themes, 'van', 'out')).toBe('delivery');
    expect(parentAfter(themes, 'courier', 'out')).toBeNull();
    for (const top of ['delivery', 'price']) expect(parentAfter(themes, top, 'out')).toBeUndefined();
    expect(parentAfter(themes, 'gone', 'out')).toBeUndefined();
  });
});

describe('what a theme is called', () => {
  const rows = standing([
    theme('price', { name: 'Price', aliases: ['Cost', 'prix'] }),
    theme('fee', { name: 'Fees', aliases: ['COST', 'charges'], into: 'price' }),
    theme('cost', { name: 'Côst' }),
  ]);

  test('its name, its aliases, and what was merged into it, each once', () => {
    expect(rows.find(({ id }) => id === 'price')!.called).toEqual(['Price', 'Cost', 'prix', 'Fees', 'charges']);
  });

  test('a name stands before an alias; case and accents do not matter', () => {
    const meant = (words: string) => themeCalled(rows, words)?.id;
    expect(['PRICE', 'prix', 'fees', ' Charges ', 'cost', 'delivery'].map(meant)).toEqual(['price', 'price', 'price', 'price', 'cost', undefined]);
  });
});

test('chains of merges end where they end, and in a ring at the least', () => {
  const rows = [
    theme('a', { into: 'b' }),
    theme('b', { into: 'c' }),
    theme('x', { into: 'y' }),
    theme('y', { into: 'x' }),
    theme('z', { into: 'gone' }),
  ];
  expect(['a', 'b', 'c', 'x', 'y', 'z', 'other'].map(mergedInto(rows))).toEqual(['c', 'c', 'c', 'x', 'x', 'gone', 'other']);
  expect(mergedThrough(rows, 'b').sort()).toEqual(['a', 'b']);
  expect(mergedThrough(rows, 'x').sort()).toEqual(['x', 'y']);
  expect(mergedThrough(rows, 'other')).toEqual(['other']);
});

const names = ['a', 'b', 'c', 'd', 'e'];
const deed = fc.record({
  who: fc.constantFrom('p', 'q'),
  of: fc.constantFrom(...names),
  changes: fc.oneof(
    fc.constantFrom(...names).map((into): Changes => ({ set: { into } })),
    fc.constantFrom(...names).map((parent): Changes => ({ set: { parent } })),
    fc.constantFrom<Changes>({ clear: ['into'] }, { clear: ['parent'] }, { trashed: true }, { trashed: false }),
    fc.constantFrom('x', 'y').map((alias): Changes => ({ add: { aliases: [alias] } })),
  ),
});

type Copy = Map<string, Mergeable>;
const begun = (): Copy => {
  const hand = { actor: 'o', by: '', at: new Date(0) };
  return new Map(names.map((name) => [name, edit(emptyRecord(name, 'theme'), hand, { set: { name: `Theme ${name}` } })]));
};
const rowsOf = (copy: Copy): Theme[] => [...copy.values()].filter((record) => !isTrashed(record)).map((record) => themeOf(record)!);
const together = (one: Copy, other: Copy): Copy => new Map(names.map((name) => [name, merge(one.get(name)!, other.get(name)!)]));

/** Each has at most one place: from every theme the way up ends. */
function isTree(themes: readonly StandingTheme[]): boolean {
  const parents = new Map(themes.map(({ id, parent }) => [id, parent]));
  return themes.every(({ id }) => {
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
      if (seen.has(at) || !parents.has(at)) return false;
      seen.add(at);
    }
    return true;
  });
}

test('whatever two people merge, part, move and put away, apart and then together, is one and the same tree', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      const copies: Record<string, Copy> = { p: begun(), q: begun() };
      deeds.forEach(({ who, of, changes }, index) => {
        const copy = copies[who]!;
        copy.set(of, edit(copy.get(of)!, { actor: who, by: '', at: new Date(index) }, changes));
        expect(isTree(standing(rowsOf(copy)))).toBe(true);
      });
      const merged = standing(rowsOf(together(copies['p']!, copies['q']!)));
      expect(isTree(merged)).toBe(true);
      const other = standing(rowsOf(together(copies['q']!, copies['p']!)).toReversed());
      const inOrder = (themes: StandingTheme[]) => themes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(inOrder(other)).toEqual(inOrder(merged));
      // Every theme counts somewhere, once.
      const rows = rowsOf(together(copies['p']!, copies['q']!));
      const root = mergedInto(rows);
      expect(rows.every(({ id }) => root(root(id)) === root(id))).toBe(true);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 300) },
  );
});
