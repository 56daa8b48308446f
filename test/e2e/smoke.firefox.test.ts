/** The same extension in Firefox: a post clipped on a page, popup and dashboard opened. */
import { launch, type Page } from 'puppeteer-core';
import { describe, inject, test } from 'vitest';
import { firefoxPath } from '../tools/browser.ts';
import { eventually } from '../tools/drive.ts';
import { serveDemo } from '../tools/serve-demo.ts';

const executablePath = process.env['FIREFOX_PATH'] || firefoxPath();
const uuid = '6f1b7a52-0c1e-4d9c-9a39-4d2f7b1c8e11';
const addon = 'listening-post@listening-post.example';

describe.skipIf(!executablePath)(`Firefox${executablePath ? '' : ' (none found: skipped)'}`, () => {
  test('clips a post on a page, and shows it in popup and dashboard', async () => {
    const demo = await serveDemo();
    const browser = await launch({
      browser: 'firefox',
      executablePath: executablePath!,
      headless: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [addon]: uuid }),
        'extensions.webextOptionalPermissionPrompts': false,
        // In a test build the hosts stand in the manifest; Firefox grants them at install only with this.
        'extensions.originControls.grantByDefault': true,
      },
    });
    const open = async (address: string): Promise<Page> => {
      const page = await browser.newPage();
      // The promise of a page of an extension may never come; what it shows is asked instead.
      void page.goto(`moz-extension://${uuid}/${address}`).catch(() => undefined);
      return page;
    };
    const shows = (page: Page, words: RegExp) =>
      eventually(async () => {
        const text = (await page.evaluate(() => document.body?.innerText ?? '').catch(() => '')) as string;
        return words.test(text) && text;
      }, `the page does not show ${words}`);
    try {
      await browser.installExtension(inject('grantedFirefox'));
      const popup = await open('popup.html');
      await shows(popup, /\w{3}/);

      const feed = await browser.newPage();
      await feed.goto(demo.url);
      const post = await feed.waitForSelector('article[itemscope]');
      await post!.hover();
      // The clip button stands at the post's upper right corner, in a closed root: it is clicked where it must be. The ring then has the focus.
      const box = (await post!.boundingBox())!;
      const opened = () =>
        feed.evaluate(() => document.activeElement !== document.body && document.activeElement?.parentElement === document.documentElement);
      await eventually(async () => {
        await feed.mouse.move(box.x + 40, box.y + 40);
        await feed.mouse.move(box.x + 42, box.y + 42);
        await new Promise((resolve) => setTimeout(resolve, 500));
        await feed.mouse.click(box.x + box.width - 22, box.y + 22);
        await new Promise((resolve) => setTimeout(resolve, 500));
        return opened();
      }, 'the ring did not open at the clip button');
      await feed.keyboard.press('Enter');
      const author = await post!.evaluate(
        (element) => element.querySelector('[itemprop=author] [itemprop=name]')?.textContent?.trim() ?? 'no author',
      );
      await shows(popup, new RegExp(author));
      const dashboard = await open('dashboard.html#/library');
      await shows(dashboard, new RegExp(author));

      const settings = await open('dashboard.html#/settings');
      await shows(settings, /Save a backup file/);
      await settings.evaluate(() =>
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Save a backup file')?.click(),
      );
      await shows(settings, /Handed to your browser/);
      // The file that was handed over, chosen again as if from the disk.
      await settings.evaluate(async () => {
        const outbox = await (await navigator.storage.getDirectory()).getDirectoryHandle('outbox');
        const chosen = new DataTransfer();
        for await (const handle of outbox.values()) if (handle.kind === 'file') chosen.items.add(new File([await handle.getFile()], 'backup.zip'));
        const input = document.querySelector<HTMLInputElement>('.import input')!;
        input.files = chosen.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await shows(settings, /Nothing to take in/);
    } finally {
      await browser.close();
      await demo.close();
    }
  });
});
