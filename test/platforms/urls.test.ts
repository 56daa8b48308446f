// @vitest-environment happy-dom
/** Every platform is tried on everybody's examples: it claims its own and refuses all others. */
import { describe, expect, test } from 'vitest';
import { ownsHost } from '../../lib/platforms/find.ts';
import generic from '../../lib/platforms/generic.ts';
import { platformOf, platforms } from '../../lib/platforms/index.ts';

const cases = platforms.flatMap(({ id, examples }) => examples.map((url) => ({ id, url })));

test('ids are unique, and fit to be stored', () => {
  const ids = [...platforms, generic].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]{0,40}$/);
});

describe.each(platforms)('$id', ({ hosts, paths, origins, examples, marker }) => {
  test('is recognised by its hosts, with examples, or by a marker', () => {
    expect(hosts.length > 0 ? examples.length : Number(marker !== undefined)).toBeGreaterThan(0);
  });

  test('asks for https, for exact hosts of its own', () => {
    const asked = origins.map((origin) => {
      const [, host, path] = /^https:\/\/([^/*]+)(\/[^*]*)?\/\*$/.exec(origin) ?? [];
      return host && (path === undefined || paths?.includes(path)) ? host : origin;
    });
    expect(asked.filter((host) => !hosts.includes(host))).toEqual([]);
    expect(asked.length > 0).toBe(hosts.length > 0);
  });
});

test.each(cases)('$url belongs to $id alone', ({ id, url }) => {
  expect(platforms.filter((platform) => ownsHost(platform, new URL(url))).map((platform) => platform.id)).toEqual([id]);
  expect(platformOf(new URL(url)).id).toBe(id);
});

test.each([
  'https://notx.com/a/status/1',
  'https://x.com.example.org/a',
  'https://example.org/?u=https://x.com/a',
  'https://bsky.app.example.org/profile/a',
  'https://reddit.com.evil.example/',
  'https://www.google.com/search?q=maps',
  'https://www.google.com/mapsofmars',
])('%s is nobody’s: a host is a whole name', (url) => {
  expect(platformOf(new URL(url)).id).toBe('generic');
});

describe('Mastodon, on any host', () => {
  const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
  const url = new URL('https://social.example.org/@ann/112233445566778899');

  test.each([
    '<div class="notranslate app-holder" id="mastodon" data-props="{}"></div>',
    '<script id="initial-state" type="application/json">{}</script><div id="mastodon"></div>',
  ])('is known by %s', (html) => {
    expect(platformOf(url, page(html)).id).toBe('mastodon');
  });

  test.each([
    '<h2 id="mastodon">Mastodon</h2>',
    '<div id="mastodon">our new account</div>',
    '<article class="status">build passed</article>',
    '<a class="mastodon" rel="me" href="https://social.example.org/@ann">Mastodon</a>',
  ])('is not %s', (html) => {
    expect(platformOf(url, page(html)).id).toBe('generic');
  });

  test('never claims a page of a network known by its host', () => {
    expect(platformOf(new URL('https://bsky.app/'), page('<div class="app-holder" id="mastodon"></div>')).id).toBe('bluesky');
  });
});
