/** Software that runs on any host: its adapter comes into the page once the marker is found there, or with the gesture that asks for the ring. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import type { Draft } from '../../lib/core/draft.ts';
import { eventually, serveSaved } from '../tools/drive.ts';
import { leaveRing, openRing } from '../tools/tour/ring.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

declare const chrome: typeof extensionApi;

const browser = withBrowser(() => inject('granted'));
const fixtures = path.join(import.meta.dirname, '../fixtures');

test.each([
  ['mastodon', 'thread'],
  ['lemmy', 'post-fr'],
  ['discourse', 'topic-app-fr'],
  ['substack', 'post-own-domain'],
] as const)('%s is read by its own adapter, on a host nobody knows', async (platform, name) => {
  const { url, drafts } = JSON.parse(readFileSync(path.join(fixtures, platform, `${name}.json`), 'utf8')) as { url: string; drafts: Draft[] };
  await serveSaved(browser.context, url, path.join(fixtures, platform, `${name}.html`));
  await nameBrands(browser.inside);
  const page = await browser.context.newPage();
  await page.goto(url);
  const { text, author } = drafts.find((draft) => draft.text)!;
  await openRing(browser, page, page.getByText(text.split('\n')[0]!.slice(0, 24)).last());
  await page.keyboard.press('Enter');
  const saved = await eventually(
    async () => (await storedClips(browser.inside)).find((clip) => clip.platform === platform),
    'no clip of that platform',
  );
  expect(saved.author).toEqual(author);
  await leaveRing(page);
  await page.close();
});

test('without a gesture too: a post of a page whose marker came late is known again by its own id', async () => {
  const url = 'https://late.example/@maren/400000000000000009';
  const post = `<div id="mastodon" data-props="{}"><article data-id="400000000000000009"><div class="status" data-id="400000000000000009"><a class="status__display-name" href="https://late.example/@maren"><bdi><strong>Maren Holt</strong></bdi> <span class="display-name__account">@maren</span></a><a class="status__relative-time" href="https://late.example/@maren/400000000000000009"><time datetime="2026-02-05T14:02:00.000Z">1 h</time></a><div class="status__content"><p>The Kestrin lid does not fit.</p></div></div></article></div>`;
  const page = await browser.context.newPage();
  await page.route('https://late.example/**', (route) =>
    route.fulfill({
      body: `<!doctype html><title>Late</title><script>setTimeout(() => { document.body.innerHTML = ${JSON.stringify(post)} }, 600)</script>`,
      contentType: 'text/html; charset=utf-8',
    }),
  );
  await page.goto(url);
  await page.bringToFront();
  const worker = await browser.worker();
  await eventually(
    () =>
      worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ url: 'https://late.example/*' });
        const { posts } = await chrome.tabs.sendMessage(tab!.id!, { page: 'readSighted', request: { mentions: false } });
        return posts.some(({ draft }: { draft: Draft }) => draft.nativeId === 'late.example/400000000000000009');
      }),
    'the post was not read by Mastodon’s adapter',
  );
  await page.close();
});
