/** Clips out of the library, as files for other programs. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { unzip } from '../db/zip-files.ts';
import { eventually } from '../tools/drive.ts';
import { storedClips, withBrowser } from './browser.ts';

const browser = withBrowser(() => inject('granted'));
let page: Page;

beforeAll(async () => {
  const welcome = await browser.open('welcome.html');
  await welcome.getByRole('button', { name: /sample/i }).click();
  await eventually(async () => (await storedClips(browser.inside)).length > 250, 'the sample was not loaded');
  await welcome.close();
});
beforeEach(async () => {
  await page?.close();
  page = await browser.open('dashboard.html#/library');
});

async function exported(format: string, which?: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog');
  if (which) await dialog.getByLabel(which).check();
  await dialog.getByLabel(format).check();
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Export', exact: true }).click()]);
  await dialog.waitFor({ state: 'detached' });
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('all clips of the list as CSV, JSON, Markdown and XLSX', async () => {
  const total = (await storedClips(browser.inside)).length;
  const csv = await exported('CSV, for any spreadsheet');
  expect(csv.name).toMatch(/^listening-post-[a-z0-9-]+\.csv$/);
  expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csv.bytes.toString()).toContain('Id,Network,Kind'.replaceAll(/(\w+)/g, '"$1"'));
  const rows = JSON.parse((await exported('JSON, for programs')).bytes.toString());
  expect(rows).toHaveLength(total);
  expect((await exported('Markdown, to read')).bytes.toString().match(/^## /gm)).toHaveLength(total);
  const files = new Map(await unzip(new Blob([new Uint8Array((await exported('Excel (XLSX), with dates and numbers as such')).bytes)])));
  expect(files.get('xl/worksheets/sheet1.xml')!.match(/<row /g)).toHaveLength(total + 1);
});

test('only the selected ones; by keyboard, and focus returns', async () => {
  const boxes = page.locator('.clip-list input[type=checkbox]');
  await boxes.nth(0).check();
  await boxes.nth(2).check();
  const opener = page.getByRole('button', { name: 'Export…' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const folder = process.env['LP_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/export.png` });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(JSON.parse((await exported('JSON, for programs')).bytes.toString())).toHaveLength(2);
  await page.getByText('2 clips exported').first().waitFor();
  expect(JSON.parse((await exported('JSON, for programs', /of this list/)).bytes.toString()).length).toBeGreaterThan(250);
});
