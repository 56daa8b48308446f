import { expect, test } from 'vitest';
import { libraryLink } from '../../components/links.ts';
import { asks, filterOf } from '../../components/views/library/filter.ts';
import type { Tag } from '../../lib/core/records.ts';

test('what a number links to is what the Library asks the store for', () => {
  const link = libraryLink({
    brand: 'brand:a',
    quadrant: 'weakness',
    theme: '-',
    from: '2026-03-01',
    to: '2026-05-29',
    on: 'x,reddit',
    text: 'two words',
  });
  expect(link).toMatch(/^dashboard\.html#\/library\?/);
  expect(filterOf(new URLSearchParams(link.split('?')[1]))).toEqual({
    brand: 'brand:a',
    quadrant: 'weakness',
    theme: '-',
    from: '2026-03-01',
    to: '2026-05-29',
    platforms: new Set(['x', 'reddit']),
    text: 'two words',
  });
});

test('what makes no sense in an address is as if it were not there', () => {
  expect(filterOf(new URLSearchParams('quadrant=nonsense&from=yesterday&to=2026-5-1&untagged=yes&on=&lang='))).toEqual({});
});

test('a row shows the judgement that was asked for', () => {
  const tag = { brand: 'a', quadrant: 'threat', theme: null } as Tag;
  expect(asks({ quadrant: 'threat', theme: '-' }, tag)).toBe(true);
  expect(asks({}, tag)).toBe(true);
  expect(asks({ brand: 'b' }, tag)).toBe(false);
  expect(asks({ quadrant: 'weakness' }, tag)).toBe(false);
  expect(asks({ theme: 't' }, tag)).toBe(false);
});
