import { expect, test } from 'vitest';
import { libraryLink } from '../../components/links.ts';
import { filterOf, typedIn } from '../../components/views/library/filter.ts';

test('what a number links to is what the Library asks the store for', () => {
  const link = libraryLink({
    brand: 'brand:a',
    quadrant: 'weakness',
    theme: '-',
    from: '2026-03-01',
    to: '2026-05-29',
    on: 'x,reddit',
    q: 'two words',
  });
  expect(link).toMatch(/^dashboard\.html#\/library\?/);
  const query = new URLSearchParams(link.split('?')[1]);
  expect(typedIn(query)).toBe('two words');
  expect(filterOf(query)).toEqual({
    brand: 'brand:a',
    quadrant: 'weakness',
    theme: '-',
    from: '2026-03-01',
    to: '2026-05-29',
    platforms: new Set(['x', 'reddit']),
  });
});

test('what makes no sense in an address is as if it were not there', () => {
  expect(filterOf(new URLSearchParams('quadrant=nonsense&from=yesterday&to=2026-5-1&untagged=yes&on=&lang='))).toEqual({});
});

test('the words of an old address are still asked', () => {
  expect(typedIn(new URLSearchParams('text=free+delivery'))).toBe('free delivery');
});
