/** What a page can learn of us, and what becomes of a clip when something goes wrong. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { accessibilityTree, chooseMenuItem, clickAccessible, eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { judge, leaveRing, openRing, ringName } from '../tools/tour/ring.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

declare const chrome: typeof extensionApi;
declare const store: StoreInPage;
/** What test/pages/logger.html has heard. */
type Listening = typeof globalThis & { heard: string[] };

const browser = withBrowser(() => inject('granted'));
let page: Page;
const post = () => page.getByText('Kestrin sent me the wrong lid');
const heard = () => page.evaluate(() => (globalThis as Listening).heard);

beforeEach(async () => {
  await browser.inside.evaluate(async () => {
    const { db } = await store.activeStore();
    for (const table of db.tables) if (table.name !== 'workspace') await table.clear();
  });
  await nameBrands(browser.inside);
  await page?.close();
  page = await browser.context.newPage();
  await page.route('https://logger.example/**', async (route) =>
    route.fulfill({ body: await readFile('test/pages/logger.html'), contentType: 'text/html' }),
  );
  await page.goto('https://logger.example/');
});

describe('a page that listens', () => {
  test('hears nothing while the ring is open: no key, no word of the reason, no click, no paste', async () => {
    await openRing(browser, page, post());
    await page.evaluate(() => {
      (globalThis as Listening).heard.length = 0;
    });
    await judge(page, ['w'], /Weakness of Kestrin, saved/);
    await page.keyboard.press('n');
    await page.keyboard.type('secret reason');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
    await session.send('Input.insertText', { text: '日本' });
    await page.keyboard.press('Enter');
    await eventually(async () => (await storedClips(browser.inside))[0]?.tags[0]?.quote.includes('secret reason'), 'the reason was not saved');
    const undoButton = (await accessibilityTree(page)).find(({ role, name }) => role === 'button' && /Undo/.test(name));
    await clickAccessible(page, undoButton!);
    await eventually(
      async () => (await storedClips(browser.inside)).every(({ tags }) => tags[0]?.quote !== 'secret reason'),
      'the click undid nothing',
    );
    await leaveRing(page);
    expect(await heard()).toEqual([]);
    expect((await storedClips(browser.inside))[0]?.tags[0]?.quote ?? '').not.toContain('secret');
  });

  test('hears its own keys again once the ring is closed', async () => {
    await openRing(browser, page, post());
    await leaveRing(page);
    await page.locator('#search').fill('');
    await page.locator('#search').press('a');
    expect(await heard()).toEqual(expect.arrayContaining([expect.stringMatching(/^keydown a INPUT/)]));
    expect(await page.locator('#search').inputValue()).toBe('a');
  });

  test('finds one element of ours, with nothing in it, and no global', async () => {
    const before = await page.evaluate(() => Object.keys(globalThis).length);
    await openRing(browser, page, post());
    const foreign = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => !element.closest('body > *, head') && element !== document.documentElement && element !== document.body)
        .map((element) => ({ text: element.textContent, root: element.shadowRoot, children: element.childElementCount })),
    );
    expect(foreign).toEqual([{ text: '', root: null, children: 0 }]);
    expect(await page.evaluate(() => Object.keys(globalThis).length)).toBe(before);
    expect(await page.locator('article').getAttribute('class')).toBeNull();
  });

  test('causes nothing by events and messages of its own making', async () => {
    await openRing(browser, page, post());
    await page.evaluate(() => {
      for (const target of [window, document, document.documentElement.lastElementChild!])
        for (const type of ['keydown', 'keypress', 'keyup'])
          target.dispatchEvent(new KeyboardEvent(type, { key: 'w', code: 'KeyW', bubbles: true, composed: true }));
      window.postMessage({ kind: 'save', page: 'openRing' }, '*');
    });
    expect(await page.evaluate(() => typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime)).toBe('undefined');
    await leaveRing(page);
    expect(await storedClips(browser.inside)).toEqual([]);
  });

  test('makes no request through us, and neither do our own pages', async () => {
    const asked: string[] = [];
    browser.context.on('request', (request) => asked.push(request.url()));
    await openRing(browser, page, post());
    await judge(page, ['w'], /saved/);
    await leaveRing(page);
    for (const address of ['popup.html', 'sidepanel.html', 'welcome.html', 'dashboard.html#/swot', 'dashboard.html#/benchmark'])
      await (await browser.open(address)).close();
    expect(asked.filter((url) => !url.startsWith(`chrome-extension://${browser.extensionId}/`) && !url.startsWith('data:'))).toEqual([]);
  });
});

describe('the context menu', () => {
  test('clips what was right-clicked', async () => {
    await post().click({ button: 'right' });
    await chooseMenuItem(browser, { menuItemId: 'page' }, page);
    await ringName(page);
    await judge(page, ['w'], /Weakness of Kestrin, saved/);
    expect(await storedClips(browser.inside)).toMatchObject([{ url: 'https://logger.example/posts/1', author: { name: 'Mila Sorensen' } }]);
  });
  test('takes selected words as the reason', async () => {
    await post().selectText();
    await chooseMenuItem(browser, { menuItemId: 'selection', selectionText: 'x' }, page);
    await ringName(page);
    await judge(page, ['w'], /Weakness of Kestrin, saved/);
    expect((await storedClips(browser.inside))[0]!.tags[0]!.quote).toContain('The third parcel is a toaster');
  });
  test('clips words outside any post as an excerpt of the page', async () => {
    await page.locator('#aside').selectText();
    await chooseMenuItem(browser, { menuItemId: 'selection', selectionText: 'x' }, page);
    await ringName(page);
    await judge(page, ['o'], /Opportunity for Arvelle, saved/);
    expect(await storedClips(browser.inside)).toMatchObject([{ kind: 'article', text: expect.stringContaining('opens a shop in Lille') }]);
  });
  test('clips a link', async () => {
    await page.locator('#elsewhere').click({ button: 'right' });
    await chooseMenuItem(browser, { menuItemId: 'link', linkUrl: 'https://news.example/kestrin-recall' }, page);
    await ringName(page);
    await judge(page, ['Enter'], /Saved, not judged yet/);
    expect(await storedClips(browser.inside)).toMatchObject([{ url: 'https://news.example/kestrin-recall', title: 'Kestrin recalls a lid' }]);
  });
});

describe('a write that fails', () => {
  const failing = (on: boolean) =>
    browser.worker().then((worker) =>
      worker.evaluate((broken) => {
        const store = IDBObjectStore.prototype as IDBObjectStore & { real?: IDBObjectStore['put'] };
        store.real ??= store.put;
        store.put = broken
          ? () => {
              throw new DOMException('no room', 'QuotaExceededError');
            }
          : store.real;
      }, on),
    );

  test('keeps the draft in the ring, says why, and saves it when asked again', async () => {
    await openRing(browser, page, post());
    await failing(true);
    await judge(page, ['w'], /disk is full/);
    expect(await storedClips(browser.inside)).toEqual([]);
    await failing(false);
    await judge(page, ['r'], /Weakness of Kestrin, saved/);
    expect(await storedClips(browser.inside)).toHaveLength(1);
  });
});

test('every write is strict', async () => {
  const worker = await browser.worker();
  await worker.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { durabilities: seen });
    for (const method of ['put', 'add', 'delete'] as const) {
      const real = IDBObjectStore.prototype[method] as (this: IDBObjectStore, ...args: unknown[]) => IDBRequest;
      IDBObjectStore.prototype[method] = function (this: IDBObjectStore, ...args: unknown[]) {
        seen.push(this.transaction.durability);
        return real.apply(this, args);
      } as never;
    }
  });
  await openRing(browser, page, post());
  await judge(page, ['w'], /saved/);
  const seen = await worker.evaluate(() => (globalThis as never as { durabilities: string[] }).durabilities);
  expect(seen.length).toBeGreaterThan(5);
  expect(new Set(seen)).toEqual(new Set(['strict']));
});

test('messages that do not fit are answered with why, and change nothing', async () => {
  const ask = (message: unknown) => browser.inside.evaluate((sent) => chrome.runtime.sendMessage(sent), message as never);
  expect(await ask({ kind: 'formatDisk', request: {} })).toMatchObject({ ok: false, failure: 'invalid' });
  expect(await ask({ kind: 'save', request: { draft: {} } })).toMatchObject({ ok: false, failure: 'invalid' });
  expect(await ask({ kind: 'save', request: { text: 'a'.repeat(2_100_000) } })).toMatchObject({ ok: false, failure: 'too-large' });
  expect(await storedClips(browser.inside)).toEqual([]);
});

test('a post without a permalink is clipped, and says so', async () => {
  await page.evaluate(() => document.querySelector('[itemprop=url]')?.remove());
  await openRing(browser, page, post());
  expect((await accessibilityTree(page)).some(({ name }) => /no permanent link|kept by its words/i.test(name))).toBe(true);
  await judge(page, ['w'], /saved/);
  expect(await storedClips(browser.inside)).toMatchObject([{ url: null, text: expect.stringContaining('toaster') }]);
});

test('the ring works by pointer alone', async () => {
  await post().hover();
  const clip = await eventually(
    async () => (await accessibilityTree(page)).find(({ role, name }) => role === 'button' && /clip/i.test(name)),
    'no clip button stands at the post',
  );
  await clickAccessible(page, clip);
  // The ring draws itself anew when it has learnt the brands, so the button is looked for until it stands still.
  await eventually(async () => {
    const weakness = (await accessibilityTree(page)).find(({ name, role }) => role === 'button' && /Weakness/.test(name));
    if (weakness) await clickAccessible(page, weakness).catch(() => undefined);
    return (await storedClips(browser.inside)).length === 1;
  }, 'nothing was saved');
});

test('when the extension goes, its overlay goes with it', async () => {
  await openRing(browser, page, post());
  await leaveRing(page);
  await page.evaluate(() => document.documentElement.lastElementChild!.isConnected);
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await eventually(async () => {
    await page.mouse.move(10 + Math.random() * 50, 10);
    await page.keyboard.press('Shift');
    return page.evaluate(() => document.documentElement.childElementCount === 2);
  }, 'the overlay of the old script is still there');
});
