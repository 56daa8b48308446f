/** Where a browser gives no folder to write into, automatic backups go to the downloads. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launch } from 'puppeteer-core';
import { describe, expect, inject, test } from 'vitest';
import { unzip } from '../db/zip-files.ts';
import { firefoxPath } from '../tools/browser.ts';
import { eventually } from '../tools/drive.ts';

const executablePath = process.env['FIREFOX_PATH'] || firefoxPath();
const uuid = '6f1b7a52-0c1e-4d9c-9a39-4d2f7b1c8e12';
const addon = 'listening-post@listening-post.example';

describe.skipIf(!executablePath)(`Firefox${executablePath ? '' : ' (none found: skipped)'}`, () => {
  test('backs up into the downloads, once that is allowed by a click', async () => {
    const downloads = await mkdtemp(path.join(os.tmpdir(), 'listening-post-downloads-'));
    const browser = await launch({
      browser: 'firefox',
      executablePath: executablePath!,
      headless: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [addon]: uuid }),
        'extensions.webextOptionalPermissionPrompts': false,
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
      },
    });
    try {
      await browser.installExtension(inject('grantedFirefox'));
      const page = await browser.newPage();
      // The promise of a page of an extension may never come; what it shows is asked instead.
      void page.goto(`moz-extension://${uuid}/dashboard.html#/settings`).catch(() => undefined);
      const shows = (words: RegExp) =>
        eventually(async () => {
          const text = (await page.evaluate(() => document.body?.innerText ?? '').catch(() => '')) as string;
          return words.test(text);
        }, `the page does not show ${words}`);
      await shows(/Back up into downloads/);
      const button = await page.evaluateHandle(
        () => [...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Back up into downloads')!,
      );
      await button.click();
      await shows(/Last one .*listening-post_main_/);
      const [name] = await readdir(path.join(downloads, 'listening-post'));
      expect(name).toMatch(/^listening-post_main_[\d_-]+\.zip$/);
      const written = await unzip(new Blob([await readFile(path.join(downloads, 'listening-post', name!))]));
      const manifest = written.find(([file]) => file === 'manifest.json')![1];
      expect(JSON.parse(manifest)).toMatchObject({ format: 'listening-post-bundle', workspace: { id: 'main' } });
      const left = await page.evaluate(async () => {
        const outbox = await (await navigator.storage.getDirectory()).getDirectoryHandle('outbox');
        const names: string[] = [];
        for await (const file of outbox.keys()) names.push(file);
        return names;
      });
      expect(left).toEqual([]);
    } finally {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    }
  });
});
