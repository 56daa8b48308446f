// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { broken, meantBy, plainOf } from '../../components/page/meant.ts';
import { postHolding, postsHere } from '../../components/page/posts.ts';
import { world } from '../../components/page/world.ts';
import { draftOf } from '../../lib/platforms/shared/draft-of.ts';
import { definePlatform } from '../../lib/platforms/shared/platform.ts';

const throwing = definePlatform({
  id: 'moved',
  name: 'Moved',
  hosts: [],
  origins: [],
  examples: [],
  selector: 'article',
  read(post) {
    if (post.id === 'empty') return null;
    throw new Error('the site has changed');
  },
});

test('a post whose adapter throws keeps its words, its link and its time; nothing else is silenced', () => {
  world.platforms = [throwing];
  document.body.innerHTML =
    '<article id="a"><p>The lid broke.</p><a href="/p/1"><time datetime="2026-03-04T08:00:00Z">4 Mar</time></a><button>Like</button></article><article id="empty"></article>';
  const post = document.querySelector('#a p');
  expect(postsHere()).toEqual([]);
  expect(postHolding(post)).toBeNull();
  expect(broken(post)?.draft).toMatchObject({
    platform: 'generic',
    url: new URL('/p/1', location.href).href.startsWith('http') ? new URL('/p/1', location.href).href : null,
    text: expect.stringContaining('The lid broke.'),
    publishedAt: { instant: '2026-03-04T08:00:00.000Z' },
    author: { name: null, handle: null },
  });
  expect(broken(post)?.draft.text).not.toContain('Like');
  expect(broken(document.querySelector('#empty'))).toBeNull();
});

test('what looks like a post and gives none can still be kept by its words, link and time; the page is meant until then', () => {
  world.platforms = [throwing];
  document.body.innerHTML =
    '<article id="empty"><p>The lid broke again.</p><a href="/p/2"><time datetime="2026-03-05T08:00:00Z">5 Mar</time></a></article>';
  const meant = meantBy('post', { pointer: document.querySelector('#empty p'), menu: null });
  expect(meant).toMatchObject({ element: null, unread: document.querySelector('#empty') });
  expect(plainOf(meant)).toMatchObject({
    text: expect.stringContaining('The lid broke again.'),
    publishedAt: { instant: '2026-03-05T08:00:00.000Z' },
  });
  expect(plainOf({ ...meant, unread: null })).toBeNull();
});

test('a post that is read keeps its address and id when only words, link and time are wanted', () => {
  document.body.innerHTML = '<article><b>Somebody</b><p>The lid broke.</p></article>';
  const element = document.querySelector('article')!;
  const draft = { ...draftOf({ kind: 'post', platform: 'x' }), url: 'https://x.com/senja/status/1', nativeId: '1' };
  expect(plainOf({ element, draft, quote: '' })).toMatchObject({
    platform: 'x',
    url: 'https://x.com/senja/status/1',
    nativeId: '1',
    author: { name: null, handle: null },
    text: 'Somebody\n\nThe lid broke.',
  });
});
