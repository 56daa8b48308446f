/** What was done and deleted, and the way back, by keyboard alone; what is stored, and an author forgotten. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
let page: Page;

beforeAll(async () => {
  await nameBrands(browser.inside);
  await browser.inside.evaluate(async () => {
    const here = await store.activeStore();
    const metrics = { likes: 1, comments: null, shares: null, views: null, saves: null, rating: null };
    const base = {
      kind: 'post',
      platform: 'x',
      url: null,
      truncated: false,
      publishedAt: null,
      metrics,
      rounded: [],
      media: [],
      promoted: false,
    } as const;
    for (const [nativeId, handle, text] of [
      ['1', 'ines', 'The lid broke within a week.'],
      ['2', 'jonas', 'Best espresso I have had.'],
      ['3', 'jonas', 'Delivery took six weeks.'],
    ] as const)
      await store.saveClip(here, {
        draft: { ...base, rounded: [], media: [], nativeId, author: { name: null, handle }, text },
        brands: [],
        judgement: null,
      });
  });
  page = await browser.open('dashboard.html#/library');
  await page.getByText('The lid broke').waitFor();
});

const stored = (count: number) => eventually(async () => (await storedClips(browser.inside)).length === count, `there are not ${count} clips`);
/** Goes up by K and down by J to the row whose button's name fits, once it is drawn. */
async function walkTo(name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().waitFor();
  for (const key of [...Array(12).fill('k'), ...Array(12).fill('j')]) {
    if (name.test(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`neither J nor K leads to a button named ${name}`);
}
const go = async (letter: string, title: string) => {
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};
async function check(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

test('several clips are deleted at once, one comes back from the trash, and the history takes all of it back', async () => {
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Move 2 clips to the trash' }).focus();
  await page.keyboard.press('Enter');
  await stored(1);

  await go('t', 'Trash');
  await page.getByText('30 days left').first().waitFor();
  await check();
  await walkTo(/^Bring back/);
  await page.keyboard.press('Enter');
  await stored(2);

  await go('h', 'History');
  await page.getByText('Moved to the trash, 2 at once').waitFor();
  await check();
  await walkTo(/^Undo: Brought back from the trash/);
  await page.keyboard.press('Enter');
  await stored(1);
  await page.getByText('Taken back: Brought back from the trash').waitFor();
  await walkTo(/^Undo: Moved to the trash, 2 at once/);
  await page.keyboard.press('Enter');
  await stored(3);
  // An undo is undone like anything else.
  await walkTo(/^Undo: Taken back: Moved to the trash, 2 at once/);
  await page.keyboard.press('Enter');
  await stored(1);
  await page.keyboard.press('z');
  await stored(3);
});

test('all that is stored can be seen, table by table', async () => {
  await page.goto(browser.address('dashboard.html#/privacy'));
  await page.getByRole('link', { name: 'captures' }).waitFor();
  await check();
  await page.getByRole('link', { name: 'captures' }).press('Enter');
  await page.getByText('1 to 3 of 3').waitFor();
  await page.getByText('"text": "The lid broke within a week."').waitFor();
  await check();
});

test('a rule on old clips counts them, and does nothing until it is clicked', async () => {
  await page.goto(browser.address('dashboard.html#/privacy'));
  await page.getByLabel('When clips are older than').selectOption('24');
  await page.getByText('No clip is that old.').waitFor();
  await check();
  await stored(3);
});

test('an author is forgotten after a look at what goes', async () => {
  await page.goto(browser.address('dashboard.html#/clip/clip%3Ax%3A2'));
  await page.getByRole('button', { name: 'Forget this author…' }).press('Enter');
  await page.getByText('2 clips of theirs').waitFor();
  await check();
  await page.getByRole('button', { name: 'Forget them' }).press('Enter');
  await stored(1);
  await page.goto(browser.address('dashboard.html#/privacy'));
  await page.locator('main').getByText('An author was forgotten, with 2 clips').waitFor();
});

test('a workspace is made, renamed, left by the top bar, and deleted only by its name', async () => {
  await page.goto(browser.address('dashboard.html#/settings'));
  await page.getByLabel('Name of a new workspace').fill('Kestrin GmbH');
  await page.keyboard.press('Enter');
  // It is in use once the other one can be.
  await page.getByRole('button', { name: 'Use My company' }).waitFor();
  await page.getByRole('button', { name: 'Rename Kestrin GmbH' }).press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Kestrin');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Rename Kestrin', exact: true }).waitFor();
  await stored(0);
  const menu = page.getByLabel('Workspace', { exact: true });
  await menu.selectOption({ label: 'My company' });
  await stored(1);
  await page.getByRole('button', { name: 'Delete Kestrin' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/type its name/).fill('Kestri');
  await page.keyboard.press('Enter');
  await check();
  await dialog.getByLabel(/type its name/).fill('Kestrin');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Delete Kestrin' }).waitFor({ state: 'detached' });
  // With one left there is nothing to choose.
  await menu.waitFor({ state: 'detached' });
  await stored(1);
});
