// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { figureOf, figuresIn, figuresNear, profileOf } from '../../lib/platforms/shared/profile.ts';

test.each([
  ['1,234 Followers, 56 Following, 78 Posts - See photos', { followers: 1234, following: 56, posts: 78 }, []],
  ['1 234 abonnés, 56 suivi(e)s, 78 publications', { followers: 1234, following: 56, posts: 78 }, []],
  ['48,2 rb pengikut · 89 diikuti · 1.204 kiriman', { followers: 48_200, following: 89, posts: 1204 }, ['followers']],
  ['1,2 M d’abonnés • 345 vidéos', { followers: 1_200_000, following: null, posts: 345 }, ['followers']],
  ['12 k abonnés', { followers: 12_000, following: null, posts: null }, ['followers']],
  ['1,5 jt subscriber', { followers: 1_500_000, following: null, posts: null }, ['followers']],
  ['3,4 Mio. Follower', { followers: 3_400_000, following: null, posts: null }, ['followers']],
  ['2,3 mil seguidores', { followers: 2_300, following: null, posts: null }, ['followers']],
  ['12,5 тыс. подписчиков', { followers: 12_500, following: null, posts: null }, ['followers']],
  ['2K+ subscribers', { followers: 2_000, following: null, posts: null }, ['followers']],
  ['345\n120\nfollowers', { followers: 120, following: null, posts: null }, []],
  ['0 followers', { followers: 0, following: null, posts: null }, []],
])('%s', (said, sizes, rounded) => {
  expect(profileOf('x', 'ann', 'https://x.com/ann', null, figuresIn(said))).toMatchObject({ sizes, rounded });
});

test.each(['Followers', 'Following', '@brand12 followers', 'our first followers of 2019', 'v2 followership', ''])('"%s" counts nothing', (said) => {
  expect(profileOf('x', 'ann', 'https://x.com/ann', null, figuresIn(said))).toBeNull();
});

test('the head of an account is the smallest part around its name that counts followers, and never the whole page', () => {
  document.body.innerHTML = `<main><div><div><h1>Ann</h1></div><p>7 followers</p></div><p>99 followers of another</p></main>`;
  expect(figuresNear(document.querySelector('h1')).followers).toBe('7');
  document.body.innerHTML = `<main><h1>Ann</h1><p>${'words '.repeat(1_000)}</p><p>99 followers of another</p></main>`;
  expect(figuresNear(document.querySelector('h1'))).toEqual({});
  expect(figuresNear(null)).toEqual({});
});

test('a title that is a number is the number in full; any other title is not', () => {
  document.body.innerHTML = '<a id="a" title="4,321">4.32K</a><a id="b"><span title="Followers">783.4K</span></a>';
  expect(figureOf(document.querySelector('#a'))).toBe('4,321');
  expect(figureOf(document.querySelector('#b'))).toBe('783.4K');
});

test('a handle too long, or none, is no account', () => {
  expect(profileOf('x', 'a'.repeat(201), 'https://x.com/a', null, { followers: 1 })).toBeNull();
  expect(profileOf('x', null, 'https://x.com/a', null, { followers: 1 })).toBeNull();
});
