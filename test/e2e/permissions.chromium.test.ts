/** Without a host granted, a gesture is enough for one page; with one granted, the button stands there at once, and goes with it. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { accessibilityTree, eventually, openActionPopup } from '../tools/drive.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

declare const chrome: typeof extensionApi;

async function post(page: Page): Promise<void> {
  await page.route('https://shop.example/**', async (route) =>
    route.fulfill({ body: await readFile('test/pages/logger.html'), contentType: 'text/html' }),
  );
  await page.goto('https://shop.example/');
}

describe('as released', () => {
  const browser = withBrowser(() => inject('release'));

  test('no script runs on any page, and no host is held', async () => {
    const page = await browser.context.newPage();
    await post(page);
    expect(await page.evaluate(() => document.documentElement.childElementCount)).toBe(2);
    const worker = await browser.worker();
    expect(await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
    expect((await worker.evaluate(() => chrome.permissions.getAll())).origins ?? []).toEqual([]);
    await page.close();
  });

  test('the toolbar button clips the post on this page alone, and judges it in the popup', async () => {
    await nameBrands(browser.inside);
    const page = await browser.context.newPage();
    await post(page);
    await page.bringToFront();
    const popup = await openActionPopup(browser, page);
    const text = () => popup.evaluate("document.body?.innerText ?? ''") as Promise<string>;
    await eventually(async () => (await text()).includes('Mila Sorensen'), 'the popup does not name the post’s author');
    await popup.evaluate("document.querySelector('.clip-button').click()");
    await eventually(async () => (await storedClips(browser.inside)).length === 1, 'nothing was clipped');
    expect(await storedClips(browser.inside)).toMatchObject([{ author: { name: 'Mila Sorensen' }, inbox: 1 }]);
    await eventually(async () => /Weakness/.test(await text()), 'the popup does not offer to judge it');
    await popup.evaluate("[...document.querySelectorAll('button,[role=radio]')].find((button) => /Weakness/.test(button.innerText)).click()");
    await eventually(async () => (await storedClips(browser.inside))[0]?.tags[0]?.quadrant === 'weakness', 'the judgement was not saved');
    await popup.close();
    await page.close();
  });
});

describe('with hosts that are granted one by one', () => {
  const browser = withBrowser(() => inject('granted'));

  test('a grant brings the script into the tab that is open, and taking it back unregisters it', async () => {
    await nameBrands(browser.inside);
    const settings = await browser.context.newPage();
    await settings.goto('chrome://extensions/');
    const developer = (work: string) =>
      settings.evaluate(`new Promise((done) => chrome.developerPrivate.${work}.then(done, (error) => done(String(error))))`);
    await developer(`updateExtensionConfiguration({ extensionId: '${browser.extensionId}', hostAccess: 'ON_SPECIFIC_SITES' })`);
    const worker = await browser.worker();
    const registered = () => worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    await eventually(async () => (await registered()).length === 0, 'a script is still registered');

    const page = await browser.context.newPage();
    await post(page);
    expect((await accessibilityTree(page)).some(({ role, name }) => role === 'button' && /clip/i.test(name))).toBe(false);
    await developer(`addHostPermission('${browser.extensionId}', 'https://shop.example/*')`);
    await eventually(
      async () => (await registered()).some(({ matches }) => matches?.includes('https://shop.example/*')),
      'the host’s script is not registered',
    );
    await eventually(async () => {
      await page.mouse.move(5, 5);
      await page.getByText('Kestrin sent me the wrong lid').hover();
      return (await accessibilityTree(page)).some(({ role, name }) => role === 'button' && /clip|mentions/i.test(name));
    }, 'no button came into the open tab');

    await developer(`removeHostPermission('${browser.extensionId}', 'https://shop.example/*')`);
    await eventually(async () => (await registered()).length === 0, 'the script is still registered');
  });
});
