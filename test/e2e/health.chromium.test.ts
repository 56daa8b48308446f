/** A network whose pages change so that less of a post is read: the health page says so, ring and popup too, and what any page shows can be kept. */
import { writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { accessibilityTree, eventually, openActionPopup, pressCommand } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));

/** A post of X's app, so low that a whole feed is in sight; or one as no adapter knows it, whose author is written like any other word. */
const tweet = (id: number, changed: boolean) =>
  `<article data-testid="tweet" tabindex="0">${changed ? `<b>Mira ${id}</b>` : `<div data-testid="User-Name"><a href="/mira${id}"><span>Mira ${id}</span></a><a href="/mira${id}"><span>@mira${id}</span></a></div>`}<a href="/mira${id}/status/17900000000000${id}"><time datetime="2026-11-02T08:00:00.000Z">2 Nov</time></a><div data-testid="tweetText" lang="en"><span>The Bruvio lid, number ${id}, does not fit.</span></div><div role="group"><button data-testid="like" aria-label="${id} Likes. Like"></button><button data-testid="reply"></button></div></article>`;
const feed = (from: number, to: number, changed = false) =>
  `<!doctype html><title>Home</title><style>article{font-size:4px;line-height:4px;display:inline-block;width:300px}article *{display:inline;padding:0;border:0}</style><main role="main"><div data-testid="primaryColumn">${Array.from({ length: to - from }, (_, index) => tweet(from + index, changed)).join('')}</div></main>`;

let html = '';
let page: Page;
afterAll(() => page?.close());

interface Stored {
  coverage?: Record<string, { recent: { met: number; read: number; author: number }[]; usual: { read: { of: number } }; fallen: object }>;
}
/** What the browser keeps of X's coverage. */
const coverage = async () =>
  (
    (await browser.inside.evaluate(() =>
      (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome.storage.local.get('coverage'),
    )) as Stored
  ).coverage?.['x'];

/** Shows a feed until all its posts are counted, and leaves it, which tells the background. */
async function read(from: number, to: number, changed = false): Promise<void> {
  html = feed(from, to, changed);
  const before = (await total()) ?? 0;
  await page.goto('https://x.com/home');
  await page.bringToFront();
  // Nothing on the page shows that a post was read; all are in sight, and eight are read at once (components/page/watch.ts).
  await page.waitForTimeout(150 * Math.ceil((to - from) / 8) + 1_500);
  await page.goto('about:blank');
  await eventually(
    async () => (await total()) >= before + (to - from) * 0.9,
    `no more than ${(await total()) - before} posts of ${to - from} were counted`,
  );
}
async function total(): Promise<number> {
  const known = await coverage();
  return (known?.usual.read.of ?? 0) + (known?.recent.reduce((sum, { met }) => sum + met, 0) ?? 0);
}

test('a network that is read as ever is fine, on a page that lists what was read', async () => {
  await nameBrands(browser.inside);
  page = await browser.context.newPage();
  await page.route('https://x.com/**', (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
  const health = await browser.open('dashboard.html#/health');
  await health.getByText('No post has been seen yet').waitFor();
  await read(100, 160);
  await health.getByRole('row', { name: /^X too few posts yet/ }).waitFor();
  await read(160, 220);
  await health.getByRole('row', { name: /^X as usual/ }).waitFor();
  expect(await health.getByRole('row', { name: /^X / }).innerText()).toContain('100%');
  await health.close();
});

test('its pages change: the health page says what fell and since when', async () => {
  await read(300, 360, true);
  const health = await browser.open('dashboard.html#/health');
  await health.getByRole('row', { name: /^X often unreadable since/ }).waitFor();
  for (const theme of ['light', 'dark'] as const)
    for (const width of [1280, 360]) {
      await health.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await health.setViewportSize({ width, height: 800 });
      writeFileSync(`.output/health-${theme}-${width}.png`, await health.screenshot({ fullPage: true }));
      const { violations } = await new AxeBuilder({ page: health }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: words }) => words.slice(0, 160)).join(' | ')}`)).toEqual([]);
      expect(await health.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
  await health.close();
});

test('the ring tells, and keeps words, link and time by one key', async () => {
  html = feed(400, 404, true).replace('4px;line-height:4px', '16px;line-height:20px');
  await page.goto('https://x.com/home');
  await page.getByText('number 401', { exact: false }).hover();
  await pressCommand(browser, 'ring', page);
  await eventually(
    async () => (await accessibilityTree(page)).some(({ name }) => /posts on X often cannot be read/.test(name)),
    'the ring says nothing of it',
  );
  writeFileSync('.output/health-ring.png', await page.screenshot());
  await page.keyboard.press('k');
  await eventually(async () => (await accessibilityTree(page)).some(({ name }) => /Only its words, link and time/.test(name)), 'less is not kept');
  await page.keyboard.press('Enter');
  const clip = await eventually(async () => (await storedClips(browser.inside))[0], 'nothing was saved');
  expect(clip).toMatchObject({
    url: 'https://x.com/mira401/status/17900000000000401',
    text: expect.stringContaining('The Bruvio lid, number 401, does not fit.'),
    publishedAt: { instant: '2026-11-02T08:00:00.000Z' },
    author: { name: null, handle: null },
  });
});

test('so does the popup, by one click', async () => {
  await page.goto('https://x.com/home');
  await page.bringToFront();
  await page.getByText('number 402', { exact: false }).hover();
  const popup = await openActionPopup(browser, page);
  const text = () => popup.evaluate("document.body?.innerText ?? ''") as Promise<string>;
  await eventually(
    async () => /posts on X often cannot be read[\s\S]*Keep only words, link and time/.test(await text()),
    'the popup says nothing of it',
  );
  writeFileSync('.output/health-popup.png', await popup.screenshot());
  await popup.evaluate("document.querySelector('.worse button').click()");
  const clip = await eventually(
    async () => (await storedClips(browser.inside)).find(({ text: words }) => words.includes('number 402')),
    'nothing was saved',
  );
  expect(clip).toMatchObject({ url: 'https://x.com/mira402/status/17900000000000402', publishedAt: { instant: '2026-11-02T08:00:00.000Z' } });
  await popup.close();
});

test('what the person takes as usual is no news any more', async () => {
  const health = await browser.open('dashboard.html#/health');
  await health.getByRole('button', { name: 'X: this is how the site is now' }).click();
  await health.getByRole('row', { name: /^X too few posts yet/ }).waitFor();
  expect((await coverage())?.fallen).toEqual({});
  await health.close();
});

test('a clipped post that its site calls deleted is gone, and its clip says so; an error on its page says nothing', async () => {
  const notice = (words: string) =>
    `<!doctype html><title>X</title><main role="main"><div data-testid="primaryColumn"><div data-testid="error-detail"><span>${words}</span></div></div></main>`;
  await browser.inside.evaluate(async () => {
    const here = await store.activeStore();
    const none = { likes: null, comments: null, shares: null, views: null, saves: null, rating: null };
    const author = { name: 'Mira', handle: 'mira' };
    const post = {
      kind: 'post' as const,
      platform: 'x',
      author,
      truncated: false,
      publishedAt: null,
      metrics: none,
      rounded: [],
      media: [],
      promoted: false,
    };
    for (const nativeId of ['1790000000000000001', '1790000000000000002'])
      await store.saveClip(here, {
        draft: { ...post, nativeId, url: `https://x.com/mira/status/${nativeId}`, text: `Said in ${nativeId}.` },
        brands: [],
        judgement: null,
      });
  });
  const goneAt = async (id: string) => (await storedClips(browser.inside)).find((clip) => clip.nativeId === id)?.goneAt;
  // It stays open, so that it has had longer than the other by the time that one is recognised.
  const failing = await browser.context.newPage();
  await failing.route('https://x.com/**', (route) =>
    route.fulfill({ body: notice('Something went wrong. Try reloading.'), contentType: 'text/html; charset=utf-8' }),
  );
  await failing.goto('https://x.com/mira/status/1790000000000000002');
  html = notice('Hmm...this page doesn’t exist. Try searching for something else.');
  await page.goto('https://x.com/mira/status/1790000000000000001');
  const seen = await eventually(() => goneAt('1790000000000000001'), 'the notice was not recognised');
  expect(new Date(seen).getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(await goneAt('1790000000000000002')).toBeUndefined();
  await failing.close();
  const clip = await browser.open(`dashboard.html#/clip/${encodeURIComponent('clip:x:1790000000000000001')}`);
  await clip.getByText('X says this post is gone', { exact: false }).waitFor();
  writeFileSync('.output/gone-clip.png', await clip.screenshot());
  await clip.close();
});
