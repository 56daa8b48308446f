import { describe, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../lib/core/base64.ts';
import { textHash } from '../../lib/core/hash.ts';
import { cropOf, type Place } from '../../lib/core/picture.ts';

const place = (changes: Partial<Place['seen']> = {}): Place => ({
  seen: { left: 100, top: 50, width: 600, height: 400, ...changes },
  view: { width: 1280, height: 900 },
  partial: false,
});

describe('the part of an image that shows the post', () => {
  test.each([
    [1, { left: 100, top: 50, width: 600, height: 400 }],
    [1.5, { left: 150, top: 75, width: 900, height: 600 }],
    [3, { left: 300, top: 150, width: 1800, height: 1200 }],
  ])('on a screen of %s pixels a CSS pixel', (ratio, from) => {
    expect(cropOf(place(), { width: 1280 * ratio, height: 900 * ratio })?.from).toEqual(from);
  });

  test('ends where the image ends', () => {
    const crop = cropOf(place({ left: -20, top: 700, width: 5_000, height: 5_000 }), { width: 2_560, height: 1_800 });
    expect(crop?.from).toEqual({ left: 0, top: 1_400, width: 2_560, height: 400 });
  });

  test('is none where next to nothing of the post is in view', () => {
    for (const seen of [{ height: 0 }, { width: 7 }, { top: 896 }, { left: -599 }, { left: 4_000 }])
      expect(cropOf(place(seen), { width: 1280, height: 900 })).toBeNull();
    expect(cropOf({ ...place(), view: { width: 0, height: 0 } }, { width: 1280, height: 900 })).toBeNull();
  });
});

describe('the sizes to try', () => {
  const sizes = (ratio: number) =>
    cropOf(place(), { width: 1280 * ratio, height: 900 * ratio })!.attempts.map(({ width, height, quality }) => `${width}×${height} ${quality}`);

  test('begin with two pixels a CSS pixel on screens that have so many, and with all there are on others', () => {
    expect(sizes(3)[0]).toBe('1200×800 0.85');
    expect(sizes(2)[0]).toBe('1200×800 0.85');
    expect(sizes(1.25)[0]).toBe('750×500 0.85');
    expect(sizes(1)[0]).toBe('600×400 0.85');
  });

  test('become ever smaller, and none is tried twice', () => {
    for (const ratio of [0.5, 1, 1.25, 2, 3]) {
      const tried = cropOf(place(), { width: 1280 * ratio, height: 900 * ratio })!.attempts;
      expect(new Set(sizes(ratio)).size).toBe(tried.length);
      for (const [index, attempt] of tried.slice(1).entries()) expect(attempt.width).toBeLessThanOrEqual(tried[index]!.width);
    }
    expect(sizes(1)).toEqual(['600×400 0.85', '600×400 0.65', '600×400 0.5', '420×280 0.5', '300×200 0.4', '150×100 0.4']);
  });
});

test('bytes come back from text as they were', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});

test('the hash of a post’s words is that of their written-down form, and changes with each part of it', async () => {
  const words = { title: undefined, text: 'Grüße', author: { name: 'Jonas', handle: null }, url: null };
  // printf '[null,"Grüße","Jonas",null,null]' | sha256sum
  expect(await textHash(words)).toBe('1fa32a62373532fa3fded23fd9a463c6aace7279023b3594c72448638883f5a4');
  const others = [
    { ...words, title: '' },
    { ...words, text: 'Grüsse' },
    { ...words, author: { name: null, handle: 'Jonas' } },
    { ...words, url: 'https://x.com/' },
  ];
  const hashes = await Promise.all([words, ...others].map(textHash));
  expect(new Set(hashes).size).toBe(5);
});
