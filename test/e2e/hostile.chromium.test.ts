/** Pages that mean ill: the honest post among theirs is still read, marked and clipped, and nothing that they claim is believed. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { Draft } from '../../lib/core/draft.ts';
import type { Sighted } from '../../lib/messages/protocol.ts';
import { attacks } from '../attacks/pages.ts';
import { eventually, pressCommand } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { judge, leaveRing, ringName } from '../tools/tour/ring.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

declare const chrome: typeof extensionApi;
declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
let page: Page;
let body = '';
let script = '';

beforeEach(async () => {
  await browser.inside.evaluate(async () => {
    const { db } = await store.activeStore();
    for (const table of db.tables) if (table.name !== 'workspace') await table.clear();
  });
  await nameBrands(browser.inside);
  page = await browser.context.newPage();
  await page.route('https://x.com/**', (route) =>
    route.fulfill({ body: `<!doctype html><title>X</title><script>${script}</script>${body}`, contentType: 'text/html; charset=utf-8' }),
  );
});
afterEach(() => page.close());

const seen = async (): Promise<Sighted[]> => {
  const worker = await browser.worker();
  const answer = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://x.com/*' });
    return chrome.tabs.sendMessage(tab!.id!, { page: 'readSighted', request: { mentions: false } });
  });
  return (answer as { posts: Sighted[] }).posts;
};

/** By its place: on some of these pages nothing else that looks for an element would find it. */
async function openRingAt(left: number, top: number): Promise<string> {
  await page.mouse.move(left + 20, top + 10);
  await pressCommand(browser, 'ring', page);
  return ringName(page);
}

test.each(attacks)('$name', async (attack) => {
  ({ body, script = '' } = { script: '', ...attack });
  const errors: string[] = [];
  const session = await browser.context.newCDPSession(page);
  await session.send('Runtime.enable');
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { url, exception, text } }) => {
    if (url?.startsWith('chrome-extension://')) errors.push(exception?.description ?? text);
  });
  await page.goto('https://x.com/home', { timeout: 60_000 });
  await page.bringToFront();
  const honest = await eventually(
    async () => (await seen()).find(({ draft, brands }) => draft.nativeId === '1000000001' && brands.length > 0),
    'the honest post was not read',
  );
  expect(honest.draft).toMatchObject({
    text: 'The Kestrin lid does not fit.',
    author: { handle: 'maren' },
    url: 'https://x.com/maren/status/1000000001',
  });
  // Nobody has clipped anything yet, whatever the page pretends.
  expect(await storedClips(browser.inside)).toEqual([]);
  for (const { draft } of await seen()) {
    expect(() => Draft.parse(draft)).not.toThrow();
    expect(draft.text.length).toBeLessThanOrEqual(100_000);
    for (const url of [draft.url, ...draft.media.map((medium) => medium.url), draft.quotes?.url]) if (url) expect(url).toMatch(/^https?:\/\//);
    if (draft.url) expect(new URL(draft.url).hostname).toBe('x.com');
  }
  expect(await openRingAt(8, 8)).toBe('Maren Holt');
  await judge(page, ['w'], /saved/);
  expect((await storedClips(browser.inside)).map(({ nativeId }) => nativeId)).toEqual(['1000000001']);
  await leaveRing(page);
  expect(errors).toEqual([]);
});

test('a post within a form that answers in its place is clipped, whoever reads it', async () => {
  ({ body, script = '' } = { script: '', ...attacks.find(({ name }) => name.startsWith('a form named'))! });
  await page.goto('https://x.com/home');
  const { left, top } = await page.evaluate(() => document.querySelectorAll('article')[1]!.getBoundingClientRect());
  await openRingAt(left, top);
  await judge(page, ['Enter'], /Saved/);
  const [clip] = await storedClips(browser.inside);
  expect(clip?.url).toBe('https://x.com/maren/status/14');
  expect(clip?.text).toContain('Words within such a form.');
  await leaveRing(page);
});

test('a post too large to be read is kept by its words, link and time when asked for, and says that they are cut', async () => {
  ({ body, script = '' } = { script: '', ...attacks.find(({ name }) => name === 'a post of 100,000 nodes')! });
  await page.goto('https://x.com/home');
  const { left, top } = await page.evaluate(() => document.querySelectorAll('article')[1]!.getBoundingClientRect());
  await openRingAt(left, top);
  await judge(page, ['Enter'], /Saved/);
  const [clip] = await storedClips(browser.inside);
  expect([clip?.url, clip?.truncated, clip?.publishedAt?.instant]).toEqual(['https://x.com/maren/status/2', true, '2026-02-05T14:02:00.000Z']);
  expect(clip?.text).toContain('0123456789');
  await leaveRing(page);
});
