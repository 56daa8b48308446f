/** The picture of a post on a screen with three pixels for each of the page's: a browser of its own, started so. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { pictureBudget } from '../../lib/core/picture.ts';
import { eventually, openActionPopup } from '../tools/drive.ts';
import { insidePage, type Launched, launchChromium } from '../tools/launch.ts';
import type { StoreInPage } from '../tools/store.entry.ts';

declare const store: StoreInPage;

let browser: Launched;
let inside: Page;

/** A post as hard to compress as one can be: every pixel of the screen another. */
const html = `<!doctype html><title>Feed</title><article style="position:absolute;left:100px;top:50px;width:500px;height:300px" itemscope itemtype="https://schema.org/SocialMediaPosting"><b itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Person 1</span></b><a itemprop="url" href="/posts/1">link</a><p itemprop="articleBody">The Kestrin lid does not fit.</p></article>
<script>
  const canvas = document.createElement('canvas');
  canvas.width = 1500; canvas.height = 900;
  const context = canvas.getContext('2d');
  const noise = context.createImageData(1500, 900);
  let seed = 1;
  for (let at = 0; at < noise.data.length; at++) { seed = (seed * 1103515245 + 12345) % 2147483648; noise.data[at] = at % 4 === 3 ? 255 : (seed >> 16) & 255; }
  context.putImageData(noise, 0, 0);
  if (location.search) document.querySelector('article').style.background = 'url(' + canvas.toDataURL() + ') 0 0 / 500px 300px';
</script>`;

beforeAll(async () => {
  browser = await launchChromium({ extension: inject('granted'), viewport: null, args: ['--force-device-scale-factor=3', '--window-size=1000,700'] });
  inside = await insidePage(browser);
});
afterAll(() => browser?.close());

async function pictureOf(address: string) {
  const page = await browser.context.newPage();
  await page.route('https://feed.example/**', (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
  await page.goto(address);
  await page.bringToFront();
  expect(await page.evaluate(() => devicePixelRatio)).toBe(3);
  const popup = await openActionPopup(browser, page);
  const text = () => popup.evaluate("document.body?.innerText ?? ''") as Promise<string>;
  await eventually(async () => /Person 1|Feed/.test(await text()), 'the popup did not read the page');
  await popup.evaluate("document.querySelector('.clip-button').click()");
  await eventually(async () => /A picture is kept/.test(await text()), 'no picture was kept');
  await popup.close();
  await page.close();
  return inside.evaluate(async () => {
    const { bytes, type, width, height } = (await (await store.activeStore()).db.pictures.orderBy('id').last())!;
    return { size: bytes.length, type, width, height };
  });
}

test('has two pixels for each of the page’s', async () => {
  await inside.evaluate(async () => {
    await store.saveBrand(await store.activeStore(), { name: 'Kestrin', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
  });
  expect(await pictureOf('https://feed.example/')).toMatchObject({ type: 'image/webp', width: 1000, height: 600 });
});

test('has fewer where it would be too large to keep', async () => {
  const { size, width, height } = await pictureOf('https://feed.example/?noise');
  expect(size).toBeLessThanOrEqual(pictureBudget);
  expect(width).toBeLessThan(1000);
  expect(width / height).toBeCloseTo(5 / 3, 1);
});
