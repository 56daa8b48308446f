// @vitest-environment happy-dom
/** A site's own notice that a post is gone is recognised on that post's page, and nothing else is taken for it. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { platforms } from '../../lib/platforms/index.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures');

/** By platform: the address of the post, what it has for an id, and the pages that say it is gone. All other pages of the folder say nothing. */
const posts = {
  x: { url: 'https://x.com/senja/status/1790000000000000001', id: '1790000000000000001', gone: ['deleted'] },
  reddit: { url: 'https://www.reddit.com/r/bakery/comments/1q2w3e4/arvelle_oven/', id: '1q2w3e4', gone: ['deleted', 'old-removed'] },
  youtube: { url: 'https://www.youtube.com/watch?v=a1B2c3D4e5F', id: 'a1B2c3D4e5F', gone: ['removed'] },
  bluesky: { url: 'https://bsky.app/profile/mira.example/post/3kabcdefghi2x', id: '3kabcdefghi2x', gone: ['deleted', 'deleted-fr', 'deleted-id'] },
  stackexchange: { url: 'https://stackoverflow.com/questions/123/how', id: 'stackoverflow.com/123', gone: ['removed', 'author'] },
} as const;
const feeds = {
  x: 'https://x.com/home',
  reddit: 'https://www.reddit.com/r/bakery/',
  youtube: 'https://www.youtube.com/@senja',
  bluesky: 'https://bsky.app/profile/mira.example',
  stackexchange: 'https://stackoverflow.com/questions',
} as const;

const pages = globSync('*/gone/*.html', { cwd: fixtures }).sort();
const ids = Object.keys(posts) as (keyof typeof posts)[];

const goneIn = (page: string, address: string): string | null | undefined => {
  const html = readFileSync(path.join(fixtures, page), 'utf8');
  const platform = platforms.find(({ id }) => page.startsWith(`${id}/`))!;
  return platform.gone?.({ url: new URL(address), document: new DOMParser().parseFromString(html, 'text/html'), now: new Date('2026-11-12') });
};

test('every platform that knows a notice is tried, on pages that are not one too', () => {
  expect(
    platforms
      .filter(({ gone }) => gone)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...ids].sort());
  for (const id of ids) expect(pages.filter((page) => page.startsWith(`${id}/`)).length).toBeGreaterThan(posts[id].gone.length);
});

test.each(pages)('%s', (page) => {
  const id = ids.find((one) => page.startsWith(`${one}/`))!;
  const { url, gone, id: nativeId } = posts[id];
  const isGone = (gone as readonly string[]).includes(path.basename(page, '.html'));
  expect(goneIn(page, url)).toBe(isGone ? nativeId : null);
  // The same words at an address that is no post's are nobody's.
  expect(goneIn(page, feeds[id])).toBeNull();
});
