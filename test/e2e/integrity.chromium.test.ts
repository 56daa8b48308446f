/** The health page proves the numbers, mends them, and names the records that cannot be read. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { type Browser, nameBrands, withBrowser } from './browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

const browser: Browser = withBrowser(() => inject('granted'));

test('what was spoilt is found and mended, what is broken is named, and nothing crashes of it', async () => {
  const names = await nameBrands(browser.inside);
  await browser.inside.evaluate(async (brand) => {
    const here = await store.activeStore();
    const author = { name: 'Jonas Feld', handle: 'jonas' };
    const metrics = { likes: 1, comments: null, shares: null, views: null, saves: null, rating: null };
    for (const nativeId of ['1', '2', '3']) {
      const draft = {
        kind: 'post',
        platform: 'x',
        url: null,
        nativeId,
        author,
        text: `Post ${nativeId}`,
        truncated: false,
        publishedAt: null,
      } as const;
      const request = {
        draft: { ...draft, metrics, rounded: [], media: [], promoted: false },
        brands: [],
        judgement: { brand, quadrant: 'weakness' },
      };
      await store.saveClip(here, request as Parameters<typeof store.saveClip>[1]);
    }
    await here.db.dayCells.toCollection().modify(({ counts }) => void counts.fill(99));
    const [tag] = await here.db.tags.where('clip').equals('clip:x:2').toArray();
    await here.db.tags.update(tag!.id, { quadrant: 'nonsense' as 'weakness' });
  }, names['Kestrin']!);

  const page = await browser.open('dashboard.html#/health');
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText(/rows? (is|are) not what was saved gives \(.*clips/).waitFor();
  await page.getByText('1 record cannot be read').click();
  expect(await page.locator('.broken').innerText()).toContain('quadrant');
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `.output/integrity-${scheme}-${width}.png`, fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save them to a file' }).click();
  expect((await download).suggestedFilename()).toBe('listening-post-broken-records.json');

  await page.getByRole('button', { name: 'Count anew' }).click();
  await page.getByText('All numbers are right.').waitFor();
  const kept = await browser.inside.evaluate(async () => (await store.activeStore()).db.clips.count());
  expect(kept).toBe(3);
  for (const view of ['inbox', 'library', 'swot', 'benchmark', 'clip/clip%3Ax%3A2']) {
    await page.goto(browser.address(`dashboard.html#/${view}`));
    await eventually(async () => (await page.locator('main').innerText()).length > 0, `${view} drew nothing`);
    expect(await page.locator('.failure').count()).toBe(0);
  }
});
