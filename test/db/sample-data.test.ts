import { describe, expect, test } from 'vitest';
import { Draft } from '../../lib/core/draft.ts';
import { sampleBrands } from '../../lib/db/sample/sample-brands.ts';
import { sampleClips, samplePosts } from '../../lib/db/sample/sample-clips.ts';
import { sampleThemes } from '../../lib/db/sample/sample-themes.ts';

const now = new Date(2026, 4, 21, 14, 30);
const clips = sampleClips(now);
const share = (part: number) => part / clips.length;
const judged = clips.flatMap(({ draft, judgements }) => judgements.map((judgement) => ({ ...judgement, text: draft.text })));

test('about 300 clips, in the languages and networks they are said to be in', () => {
  expect(clips.length).toBeGreaterThanOrEqual(290);
  expect(clips.length).toBeLessThanOrEqual(320);
  const in_ = (lang: string) => share(clips.filter(({ draft }) => draft.lang === lang).length);
  expect(in_('en')).toBeCloseTo(0.45, 1);
  expect(in_('fr')).toBeCloseTo(0.3, 1);
  expect(in_('id')).toBeCloseTo(0.25, 1);
  expect(new Set(clips.map(({ draft }) => draft.platform))).toEqual(
    new Set(['x', 'linkedin', 'reddit', 'youtube', 'bluesky', 'mastodon', 'generic']),
  );
});

test('every post is its own: no text twice, no id twice, none that reads like another with words swapped', () => {
  const words = clips.map(({ draft }) => new Set(draft.text.toLowerCase().match(/\p{L}+/gu)));
  const alike: string[] = [];
  for (const [index, some] of words.entries())
    for (const [other, more] of words.slice(0, index).entries()) {
      const both = [...some].filter((word) => more.has(word)).length;
      if (both / (some.size + more.size - both) > 0.5) alike.push(`${clips[index]!.draft.text} / ${clips[other]!.draft.text}`);
    }
  expect(alike).toEqual([]);
  expect(new Set(clips.map(({ draft }) => draft.nativeId)).size).toBe(clips.length);
});

test.each(clips)('$draft.nativeId is a draft that the store would take', ({ draft }) => {
  expect(Draft.parse(draft)).toEqual(draft);
});

test('reasons are the exact words of the post', () => {
  expect(judged.filter(({ quote, text }) => !text.includes(quote)).map(({ quote }) => quote)).toEqual([]);
  expect(judged.filter(({ quote }) => quote === '').length).toBeLessThan(10);
});

test('brands and themes are known, and the judged brand is among those the clip is about', () => {
  const brands = new Set(sampleBrands.map(({ key }) => key));
  for (const { brands: about, judgements, draft } of clips) {
    expect(about, draft.text).not.toEqual([]);
    for (const key of about) expect(brands).toContain(key);
    for (const { brand, theme } of judgements) {
      expect(about).toContain(brand);
      expect(sampleThemes).toHaveProperty(theme);
    }
  }
  for (const { felt = {} } of samplePosts) for (const brand of Object.keys(felt)) expect(brands).toContain(brand);
});

test('a sentiment is about a brand that the clip is about', () => {
  const strays = clips.filter(({ brands, sentiments }) => Object.keys(sentiments).some((brand) => !brands.includes(brand as never)));
  expect(strays.map(({ draft }) => draft.text)).toEqual([]);
});

test('each brand is judged, and one clip in seven or so waits in the inbox', () => {
  for (const { key } of sampleBrands) expect(judged.filter(({ brand }) => brand === key).length, key).toBeGreaterThan(20);
  const waiting = share(clips.filter(({ judgements }) => judgements.length === 0).length);
  expect(waiting).toBeGreaterThan(0.12);
  expect(waiting).toBeLessThan(0.2);
});

describe('time', () => {
  test('everything lies within the 90 days before the load, and nothing ahead of it', () => {
    for (const { at } of samplePosts) {
      expect(at[0]).toBeGreaterThanOrEqual(0);
      expect(at[0]).toBeLessThanOrEqual(89);
      expect(at[1]).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    }
    for (const { draft, clippedAt } of clips) {
      const published = draft.publishedAt ? new Date(draft.publishedAt.instant) : clippedAt;
      expect(published.getTime()).toBeLessThanOrEqual(clippedAt.getTime());
      expect(clippedAt.getTime()).toBeLessThanOrEqual(now.getTime());
    }
  });

  test('loaded a minute after midnight, today’s posts lie within that minute', () => {
    const early = new Date(2026, 4, 21, 0, 1);
    for (const { clippedAt } of sampleClips(early)) expect(clippedAt.getTime()).toBeLessThanOrEqual(early.getTime());
  });

  test('the same moment gives the same clips', () => {
    expect(sampleClips(now)).toEqual(clips);
  });

  test('it has a story: delivery worsens, a price threat appears, a rumour fades', () => {
    const count = (brand: string, quadrant: string, theme: string, from: number, to: number) =>
      samplePosts.filter(
        ({ at, judged: tags = [] }) =>
          at[0] <= from && at[0] > to && tags.some(([about, letter, topic]) => about === brand && letter === quadrant && topic === theme),
      ).length;
    expect(count('arvelle', 'W', 'delivery', 30, -1)).toBeGreaterThan(4 * count('arvelle', 'W', 'delivery', 60, 30));
    expect(count('arvelle', 'T', 'price', 31, -1)).toBeGreaterThan(10);
    expect(count('arvelle', 'T', 'safety', 89, 45)).toBeGreaterThan(5);
    expect(count('arvelle', 'T', 'safety', 45, -1)).toBe(0);
    for (const [from, to] of [
      [89, 60],
      [60, 30],
      [30, -1],
    ] as const)
      expect(count('arvelle', 'S', 'taste', from, to)).toBeGreaterThanOrEqual(5);
  });
});
