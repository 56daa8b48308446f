/** Posts in sight: those that mention a brand are counted, listed and clipped at once; those clipped before get their new numbers by themselves. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { eventually, openActionPopup } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

declare const chrome: typeof extensionApi;
declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
let page: Page;
let likes = 5;

const post = (id: number, words: string) =>
  `<article itemscope itemtype="https://schema.org/SocialMediaPosting" tabindex="0"><b itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Person ${id}</span></b> <a itemprop="url" href="/posts/${id}">link</a><p itemprop="articleBody">${words}</p><span itemprop="interactionStatistic" itemscope itemtype="https://schema.org/InteractionCounter"><meta itemprop="interactionType" content="https://schema.org/LikeAction"><meta itemprop="userInteractionCount" content="${likes}"></span></article>`;

beforeEach(async () => {
  await browser.inside.evaluate(async () => {
    const { db } = await store.activeStore();
    for (const table of db.tables) if (table.name !== 'workspace') await table.clear();
  });
  await nameBrands(browser.inside);
  page = await browser.context.newPage();
  await page.route('https://feed.example/**', (route) =>
    route.fulfill({
      body: `<!doctype html><title>Feed</title>${post(1, 'The Kestrin lid does not fit.')}${post(2, 'Arvelle: new blades, and quiet.')}${post(3, 'A walk by the sea.')}`,
      contentType: 'text/html; charset=utf-8',
    }),
  );
});
afterEach(() => page.close());

const badge = async () => {
  const worker = await browser.worker();
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://feed.example/*' });
    return tab?.id === undefined ? null : chrome.action.getBadgeText({ tabId: tab.id });
  });
};

test('mentions are counted on the toolbar, listed in the popup, clipped by one key after a look, and undone as one', async () => {
  await page.goto('https://feed.example/');
  await page.bringToFront();
  await eventually(async () => (await badge()) === '2', 'the badge does not count two mentions');
  const popup = await openActionPopup(browser, page);
  const text = () => popup.evaluate("document.body?.innerText ?? ''") as Promise<string>;
  await eventually(async () => /2 mentions in sight/.test(await text()), 'the popup does not list them');
  expect(await text()).not.toContain('The Kestrin lid');
  await popup.evaluate("document.querySelector('.mentions [aria-expanded]').click()");
  await eventually(async () => /The Kestrin lid[\s\S]*Arvelle: new blades/.test(await text()), 'there is nothing to look at');
  writeFileSync('.output/mentions-popup.png', await popup.screenshot());
  expect(await storedClips(browser.inside)).toEqual([]);
  // The button has the focus: Enter would press it.
  expect(await popup.evaluate('document.activeElement.innerText')).toBe('Clip all 2');
  await popup.evaluate('document.activeElement.click()');
  await eventually(async () => /2 mentions clipped/.test(await text()), 'the popup does not say that they are clipped');
  const clips = await storedClips(browser.inside);
  expect(clips.map(({ author, brands, inbox }) => [author.name, brands.length, inbox]).sort()).toEqual([
    ['Person 1', 1, 1],
    ['Person 2', 1, 1],
  ]);
  await eventually(async () => (await badge()) === '', 'the badge still counts what is clipped');
  await popup.evaluate("document.querySelector('.mentions .link-button').click()");
  await eventually(async () => (await storedClips(browser.inside)).length === 0, 'they were not undone');
  await popup.close();
});

test('a clipped post that is seen again two hours later has grown, by itself and once', async () => {
  likes = 5;
  await page.goto('https://feed.example/');
  await page.bringToFront();
  await eventually(async () => (await badge()) === '2', 'the page was not read');
  await browser.inside.evaluate(async () => {
    const here = await store.activeStore();
    const draft = {
      kind: 'post' as const,
      platform: 'generic',
      url: 'https://feed.example/posts/1',
      nativeId: null,
      author: { name: 'Person 1', handle: null },
      text: 'The Kestrin lid does not fit.',
      truncated: false,
      publishedAt: null,
      metrics: { likes: 5, comments: null, shares: null, views: null, saves: null, rating: null },
      rounded: [],
      media: [],
      promoted: false,
    };
    await store.saveClip(here, { draft, brands: [], judgement: null }, new Date(Date.now() - 2 * 3_600_000));
  });
  likes = 31;
  await page.reload();
  await eventually(async () => (await storedClips(browser.inside))[0]?.metrics.likes === 31, 'no snapshot was added');
  likes = 40;
  await page.reload();
  await eventually(async () => (await badge()) === '1', 'the page was not read again');
  expect((await storedClips(browser.inside)).map(({ metrics }) => metrics.likes)).toEqual([31]);
});

test('a mention that left the page is still counted after something else was clipped', async () => {
  likes = 5;
  await page.goto('https://feed.example/');
  await page.bringToFront();
  await eventually(async () => (await badge()) === '2', 'the page was not read');
  await page.evaluate(() => document.querySelector('article')?.remove());
  const worker = await browser.worker();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://feed.example/*' });
    await chrome.tabs.sendMessage(tab!.id!, { page: 'refreshMarks', request: {} });
  });
  await page.evaluate(() => {
    document.querySelectorAll('article')[1]!.querySelector('p')!.textContent = 'Bruvio has a new shop.';
  });
  await eventually(async () => (await badge()) === '3', 'the mention that left was forgotten');
});
