// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { broken } from '../../components/page/meant.ts';
import { postHolding, postsHere } from '../../components/page/posts.ts';
import { world } from '../../components/page/world.ts';
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
