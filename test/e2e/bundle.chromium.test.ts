/** A workspace out by the settings page, and back into an empty one. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { withBrowser } from './browser.ts';

declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
const passphrase = 'tide lamp crate orbit';
let page: Page;

/** Every table as it is, the newest clips' words in the index. */
const everything = () =>
  browser.inside.evaluate(async () => {
    const here = await store.activeStore();
    await store.indexRecent(here);
    const { db } = here;
    const rows = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
    return Object.fromEntries<object[]>(rows);
  });
const wipe = () =>
  browser.inside.evaluate(async () => {
    const { db } = await store.activeStore();
    await Promise.all(db.tables.filter(({ name }) => name !== 'workspace').map((table) => table.clear()));
  });

beforeAll(async () => {
  const welcome = await browser.open('welcome.html');
  await welcome.getByRole('button', { name: /sample/i }).click();
  await eventually(
    () => browser.inside.evaluate(async () => (await (await store.activeStore()).db.clips.count()) > 250),
    'the sample was not loaded',
  );
  await welcome.close();
});
beforeEach(async () => {
  await page?.close();
  page = await browser.open('dashboard.html#/settings');
});

async function save(): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save a backup file' }).click()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}
const choose = (file: string | { name: string; mimeType: string; buffer: Buffer }) => page.getByLabel('Take in a backup file').setInputFiles(file);

test('sealed, taken out, the workspace wiped, taken in: identical; and a second time there is nothing to do', async () => {
  const before = await everything();
  await page.getByLabel('Seal it with a passphrase').check();
  await page.getByRole('button', { name: 'Save a backup file' }).click();
  await page.getByText('Type a passphrase first.').waitFor();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByText('Strong.').waitFor();
  await page.getByLabel('Once more').fill(passphrase);
  const { name, path } = await save();
  expect(name).toMatch(/^listening-post-[a-z0-9-]+-\d{4}-\d{2}-\d{2}\.lpbundle$/);
  const buffer = await readFile(path);
  expect(buffer.subarray(0, 8).toString()).toBe('LPSEALED');
  const file = { name, mimeType: 'application/octet-stream', buffer };

  await wipe();
  await choose(file);
  const asked = page.getByLabel('This file is sealed. Its passphrase');
  await asked.fill('something else');
  await asked.press('Enter');
  await page.getByText('This passphrase does not open the file.').waitFor();
  await asked.fill(passphrase);
  await asked.press('Enter');
  const take = page.getByRole('button', { name: /^Take in [\d,]+ records$/ });
  await take.waitFor();
  expect(await browser.inside.evaluate(async () => (await store.activeStore()).db.records.count())).toBe(0);
  await take.click();
  await page.getByText(/records taken in/).waitFor();
  expect(await everything()).toEqual(before);

  await choose(file);
  await page.getByLabel('This file is sealed. Its passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Nothing to take in' }).waitFor();
});

test('a file that was changed on its way is refused in words that say what to do', async () => {
  const { name, path } = await save();
  expect(name).toMatch(/\.zip$/);
  const before = await everything();
  const whole = await readFile(path);
  await choose({ name, mimeType: 'application/zip', buffer: whole.subarray(0, whole.length / 2) });
  await page.getByText(/Nothing was taken in: The file was changed or cut off on its way/).waitFor();
  await choose({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"other"}') });
  await page.getByText(/This is no backup of Listening Post/).waitFor();
  expect(await everything()).toEqual(before);
});

test('what would come is told before it does, and each broken record by its line', async () => {
  const old = await browser.inside.evaluate(async () => {
    const { db, workspace } = await store.activeStore();
    const rows = async (table: 'records' | 'captures' | 'snapshots' | 'tags' | 'actions') => (await db.table(table).toArray()) as { id: string }[];
    const tags = [...(await rows('tags')), { id: 'broken', quadrant: 'nonsense' }];
    const [records, captures, snapshots, actions] = [await rows('records'), await rows('captures'), await rows('snapshots'), await rows('actions')];
    await db.captures.delete(captures[0]!.id);
    return JSON.stringify({ format: 'listening-post/1', workspace, records, captures, snapshots, tags, actions });
  });
  await choose({ name: 'old.json', mimeType: 'application/json', buffer: Buffer.from(old) });
  await page.getByText('1 record was left out because it is broken').waitFor();
  await page.getByText(/^Judgements, line \d+: /).waitFor();
  expect(
    await page
      .getByRole('row', { name: /Posts, as read/ })
      .getByRole('cell')
      .allTextContents(),
  ).toEqual(['1', '0', expect.any(String), '0']);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  const folder = process.env['LP_SHOTS'];
  if (folder)
    for (const [scheme, width] of [
      ['light', 1280],
      ['dark', 1280],
      ['light', 360],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await page.getByText('Take in 1 record').scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${folder}/bundle-${scheme}-${width}.png` });
    }
  await page.getByRole('button', { name: 'Take in 1 record' }).click();
  await page.getByText('1 record taken in.').waitFor();
});
