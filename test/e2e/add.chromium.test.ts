/** Mentions met outside the browser: typed in, or pasted as a list. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

const browser = withBrowser(() => inject('granted'));
let page: Page;
beforeAll(() => nameBrands(browser.inside));
beforeEach(async () => {
  await page?.close();
  page = await browser.open('dashboard.html#/add');
});
const stored = (count: number) =>
  eventually(async () => {
    const clips = await storedClips(browser.inside);
    return clips.length === count && clips;
  }, `there are not ${count} clips`);

test('what was heard by phone is a clip in the inbox, about the brand it names; by keyboard alone, and undone by one key', async () => {
  await page.getByLabel('What was said').focus();
  await page.keyboard.type('A caller says the Kestrin lid broke.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Mrs Adisa');
  await page.keyboard.press('Enter');
  const [clip] = await stored(1);
  expect(clip).toMatchObject({
    kind: 'manual',
    origin: 'manual',
    inbox: 1,
    title: 'Phone',
    author: { name: 'Mrs Adisa' },
    brands: [expect.anything()],
  });
  expect(clip?.metrics.likes).toBeNull();
  await page.getByRole('button', { name: /Undo/ }).click();
  await stored(0);
});

test('nothing said is nothing saved, and is said so', async () => {
  await page.getByRole('button', { name: 'Add this mention' }).click();
  await page.getByText('Write what was said first.').waitFor();
  expect(await storedClips(browser.inside)).toEqual([]);
});

test('a pasted list says what will be added, adds it as one, and keeps what it refused', async () => {
  const list = page.getByLabel(/One mention a line/);
  await list.fill('https://forum.example/t/1\njavascript:alert(1)\nThe queue at Arvelle was long.\nThe queue at Arvelle was long.');
  await page.getByText('2 mentions will be added').waitFor();
  await page.getByText('Line 2: not a web address').waitFor();
  await page.getByRole('button', { name: 'Add the list' }).click();
  const clips = await stored(2);
  expect(clips.map(({ url, brands, origin }) => [url, brands.length, origin]).sort()).toEqual(
    [
      ['https://forum.example/t/1', 0, 'manual'],
      [null, 1, 'manual'],
    ].sort(),
  );
  expect(await list.inputValue()).toBe('javascript:alert(1)');
  await page.getByRole('button', { name: /Undo/ }).click();
  await stored(0);
});
