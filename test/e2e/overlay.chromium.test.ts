/** What the overlay does on pages that are not kind to it. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { accessibilityTree, eventually } from '../tools/drive.ts';
import { judge, leaveRing, openRing, tabNames } from '../tools/tour/ring.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

declare const chrome: typeof extensionApi;
declare global {
  var selected: Set<string>;
}

const browser = withBrowser(() => inject('granted'));
let page: Page;

const post = (id: number, words = 'The Kestrin lid does not fit the Kestrin pot.') =>
  `<article itemscope itemtype="https://schema.org/SocialMediaPosting" tabindex="0"><b itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Person ${id}</span></b> <a itemprop="url" href="/posts/${id}">link</a><p itemprop="articleBody">${words}</p></article>`;
const pages: Record<string, string> = {
  '/one': post(1),
  '/two': post(1) + post(2),
  '/dialog': `${post(1)}<dialog role="group">${post(2)}</dialog><script>const box = document.querySelector('dialog'); box.showModal(); document.addEventListener('focusin', (event) => box.contains(event.target) || box.querySelector('article').focus())</script>`,
};

const names = async (role: RegExp) => (await accessibilityTree(page)).filter((node) => role.test(node.role)).map(({ name }) => name);
const isThere = (role: RegExp, name: RegExp) =>
  eventually(async () => (await names(role)).some((said) => name.test(said)), `no ${role} says ${name}`);
const hosts = () => page.evaluate(() => document.documentElement.childElementCount - 2);

beforeAll(() => nameBrands(browser.inside));
beforeEach(async () => {
  page = await browser.context.newPage();
  await page.route('https://unkind.example/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    // No style of its own is allowed here, no frame, and no markup made of strings.
    const policy = "default-src 'none'; script-src 'unsafe-inline'; require-trusted-types-for 'script'";
    const logger = pathname === '/listens' ? await readFile('test/pages/key-logger.html', 'utf8') : null;
    await route.fulfill({
      body: logger ?? `<!doctype html><title>Unkind</title>${pages[pathname]}`,
      contentType: 'text/html; charset=utf-8',
      headers: logger ? {} : { 'content-security-policy': policy },
    });
  });
});
afterEach(() => page.close());
const article = (at = 0) => page.locator('article').nth(at);

test('what is written cannot be asked for, not even what is selected of it', async () => {
  await page.goto('https://unkind.example/listens');
  await openRing(browser, page, article());
  await judge(page, ['1', 'w'], /saved/);
  await page.keyboard.press('n');
  await isThere(/button/, /keep it/);
  await page.evaluate(() => globalThis.selected.clear());
  await page.keyboard.type('secret reason');
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.documentElement);
    document.execCommand('selectAll');
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  expect(await page.evaluate(() => [...globalThis.selected].join(' '))).not.toContain('secret');
  expect(await page.evaluate(() => [window.length, (window as unknown as { find(text: string): boolean }).find('secret')])).toEqual([0, false]);
});

test('a page that takes the focus gets none of the keys', async () => {
  await page.goto('https://unkind.example/listens');
  await openRing(browser, page, article());
  await judge(page, ['1', 's'], /saved/);
  await page.keyboard.press('n');
  await isThere(/button/, /keep it/);
  await page.keyboard.type('se');
  await page.evaluate(() => document.querySelector('input')?.focus());
  await page.keyboard.type('cret');
  expect(await page.locator('#own').inputValue()).toBe('');
  await judge(page, ['Enter'], /saved/);
  await eventually(
    async () => (await storedClips(browser.inside)).some(({ tags }) => tags.some(({ quote }) => quote === 'secret')),
    'the reason was lost',
  );
});

test('a node that comes to hold another post loses its mark, and gets it back with the post', async () => {
  await page.goto('https://unkind.example/one');
  await openRing(browser, page, article());
  await judge(page, ['w'], /Weakness of Kestrin, saved/);
  await leaveRing(page);
  await eventually(async () => (await tabNames(page)).some((name) => /Weakness, Kestrin/.test(name)), 'the post is not marked');
  const hold = (id: number, words: string) =>
    page.evaluate(
      ([address, text]) => {
        document.querySelector('a')!.href = address!;
        document.querySelector('p')!.firstChild!.nodeValue = text!;
      },
      [`/posts/${id}`, words],
    );
  await hold(77, 'Nothing of note.');
  await eventually(async () => (await tabNames(page)).every((name) => !/Weakness/.test(name)), 'another post carries the mark');
  await hold(1, 'The Kestrin lid does not fit the Kestrin pot.');
  await eventually(async () => (await tabNames(page)).some((name) => /Weakness, Kestrin/.test(name)), 'the mark did not come back');
  await page.reload();
  await eventually(async () => (await tabNames(page)).some((name) => /Weakness, Kestrin/.test(name)), 'the mark did not survive a reload');
});

test('the ring opens above a modal dialog, which traps the focus in vain, and gives it back', async () => {
  await page.goto('https://unkind.example/dialog');
  await openRing(browser, page, article(1));
  await judge(page, ['t'], /Threat to Kestrin, saved/);
  await leaveRing(page);
  expect(await page.evaluate(() => [document.querySelector('dialog')?.open, document.activeElement?.tagName])).toEqual([true, 'ARTICLE']);
  expect(await hosts()).toBe(1);
});

test('the focus goes into the ring and comes back to where it was', async () => {
  await page.goto('https://unkind.example/two');
  await article(1).focus();
  expect(await openRing(browser, page, article(0))).toBe('Person 2');
  await leaveRing(page);
  expect(await page.evaluate(() => [...document.querySelectorAll('article')].indexOf(document.activeElement as HTMLElement))).toBe(1);
});

test('brought twice, the script stands there once', async () => {
  await page.goto('https://unkind.example/one');
  await openRing(browser, page, article());
  await leaveRing(page);
  await openRing(browser, page, article());
  expect(await hosts()).toBe(1);
  expect((await names(/^dialog$/)).length).toBe(1);
  await leaveRing(page);
});

describe('a script that came late', () => {
  test('offers no field that the page could read, but the panel; and knows what the pointer is on', async () => {
    const worker = await browser.worker();
    const scripts = await worker.evaluate(async () => {
      const registered = await chrome.scripting.getRegisteredContentScripts();
      await chrome.scripting.unregisterContentScripts();
      return registered;
    });
    try {
      await page.goto('https://unkind.example/two');
      expect(await openRing(browser, page, article(1))).toBe('Person 2');
      await judge(page, ['o'], /Opportunity for Kestrin, saved/);
      const buttons = await names(/button/);
      expect(buttons).toContain('Open the side panel');
      expect(buttons.join()).not.toMatch(/Why does it matter|other theme/);
    } finally {
      await worker.evaluate((registered: unknown) => chrome.scripting.registerContentScripts(registered as never), scripts as unknown[]);
    }
  });
});

test('when the extension goes, an unsaved draft stays to be copied, until the person leaves it', async () => {
  await page.goto('https://unkind.example/one');
  await openRing(browser, page, article());
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await eventually(async () => {
    await page.keyboard.press('Shift');
    return (await names(/alertdialog/)).some((name) => /Listening Post was updated/.test(name));
  }, 'the ring does not say that the extension is gone');
  expect(await names(/button/)).toContain('Copy the clip');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://unkind.example' });
  await page.keyboard.press('c');
  await isThere(/StaticText/, /^Copied$/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('The Kestrin lid does not fit');
  await page.keyboard.press('Escape');
  await eventually(async () => (await names(/dialog/i)).length === 0, 'the orphaned ring did not leave');
});
