import { expect, test } from 'vitest';
import { ruleQuery } from '../../components/views/library/filter.ts';
import { noTheme } from '../../lib/core/facets.ts';
import { parseQuery } from '../../lib/core/query/parse.ts';

const names = new Map([
  ['b1', 'Café Arvelle'],
  ['t1', 'Price'],
]);

test('what the Library shows becomes a query that a person can read: names for ids, alternatives kept together', () => {
  expect(ruleQuery({}, 'late OR lost', names)).toBe('late OR lost');
  expect(ruleQuery({ brand: 'b1', quadrant: 'weakness', theme: 't1', platforms: new Set(['x', 'reddit']) }, 'late', names)).toBe(
    'brand:"Café Arvelle" swot:w theme:Price on:x,reddit late',
  );
  expect(ruleQuery({ brand: 'gone', theme: noTheme, untagged: true }, '', names)).toBe('brand:gone theme:none is:inbox');
  const both = ruleQuery({ brand: 'b1' }, 'late OR lost', names);
  expect(both).toBe('brand:"Café Arvelle" (late OR lost)');
  expect(parseQuery(both).query).toMatchObject({ type: 'and', terms: [{ key: 'brand' }, { type: 'or' }] });
});
