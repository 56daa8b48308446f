import { expect, test } from 'vitest';
import { parseRoute, withQuery } from '../../components/dashboard/route.ts';

const said = (location: string) => {
  const { view, rest, query } = parseRoute(location);
  return { view, rest, query: Object.fromEntries(query) };
};

test('an address names a view, what follows it, and filters', () => {
  expect(said('#/library?brand=brand%3Aa&text=two+words')).toEqual({ view: 'library', rest: null, query: { brand: 'brand:a', text: 'two words' } });
  expect(said('/swot')).toEqual({ view: 'swot', rest: null, query: {} });
  expect(said('')).toEqual({ view: 'inbox', rest: null, query: {} });
});

test('a clip’s id goes through an address whole, slashes and question marks included', () => {
  for (const id of ['clip:x:1', 'clip:youtube:VIDEO/COMMENT', 'clip:mastodon:host.example/9', 'clip:generic:a?b#c%d'])
    expect(said(`#/clip/${encodeURIComponent(id)}`)).toMatchObject({ view: 'clip', rest: id });
});

test('an address that is not well encoded leads somewhere all the same', () => {
  expect(said('#/clip/%E0%A4%A')).toMatchObject({ view: 'clip', rest: '%E0%A4%A' });
});

test('filters are set, changed and taken out, the others stay', () => {
  const route = parseRoute('#/library?brand=a&quadrant=threat&text=x');
  expect(withQuery(route, { quadrant: 'weakness', text: '', theme: null })).toBe('#/library?brand=a&quadrant=weakness');
  expect(withQuery(route, { brand: null, quadrant: null, text: null })).toBe('#/library');
  expect(withQuery(parseRoute('#/clip/a%2Fb'), { open: 'yes' })).toBe('#/clip/a%2Fb?open=yes');
});
