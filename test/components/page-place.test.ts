import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeRing, tabShows } from '../../components/page/place.ts';

const ring = { width: 372, height: 400 };
const view = { width: 1280, height: 800 };

test('beside the post on the right, aligned to its top', () => {
  expect(placeRing({ left: 80, top: 240, width: 600, height: 200 }, ring, view)).toEqual({ left: 700, top: 240 });
});

test('on the left where the right has no room', () => {
  expect(placeRing({ left: 500, top: 100, width: 600, height: 200 }, ring, view)).toEqual({ left: 108, top: 100 });
});

test('over the post only where neither side has room, leaving its head to be read', () => {
  const { left, top } = placeRing({ left: 100, top: 100, width: 1000, height: 600 }, ring, view);
  expect(left + ring.width).toBeLessThanOrEqual(1100);
  expect(top).toBe(172);
});

test('at the top right where there is no post', () => {
  expect(placeRing(null, ring, view)).toEqual({ left: 900, top: 8 });
});

test('it never leaves a view that can hold it, and never covers a post that has room beside it', () => {
  const size = (max: number) => fc.integer({ min: -max, max });
  const box = fc.record({ left: size(2000), top: size(4000), width: fc.integer({ min: 1, max: 2000 }), height: fc.integer({ min: 1, max: 4000 }) });
  fc.assert(
    fc.property(box, fc.integer({ min: 400, max: 2000 }), fc.integer({ min: 420, max: 1200 }), (post, width, height) => {
      const { left, top } = placeRing(post, ring, { width, height });
      expect(left).toBeGreaterThanOrEqual(8);
      expect(left + ring.width).toBeLessThanOrEqual(width - 8);
      expect(top).toBeGreaterThanOrEqual(8);
      expect(top + ring.height).toBeLessThanOrEqual(height - 8);
      const hasRoom = width - (post.left + post.width) >= ring.width + 28 && post.left + post.width > 0;
      if (hasRoom) expect(left).toBeGreaterThanOrEqual(post.left + post.width);
    }),
  );
});

test('a post that hardly shows has no tab', () => {
  const post = { left: 80, top: 200, width: 600, height: 150 };
  expect(tabShows(post, view)).toBe(true);
  expect(tabShows({ ...post, top: -100 }, view)).toBe(false);
  expect(tabShows({ ...post, top: 790 }, view)).toBe(false);
  expect(tabShows({ ...post, height: 12 }, view)).toBe(false);
});
