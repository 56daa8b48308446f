/** The Library's search by keyboard alone: keys and values completed, what is wrong pointed at, and nothing that axe objects to. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import { storedClips, withBrowser } from './browser.ts';

const browser = withBrowser(() => inject('granted'));

beforeAll(async () => {
  const page = await browser.open('welcome.html');
  await page.getByRole('button', { name: /sample/i }).click();
  await eventually(async () => (await storedClips(browser.inside)).length > 250, 'the sample was not loaded');
  await page.close();
});

const field = (page: Page) => page.getByRole('combobox', { name: 'Search clips' });
const option = (page: Page, name?: string | RegExp) => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', name ? { name } : {});
const status = (page: Page) => page.locator('.found [role=status]');

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

test('a query is typed, completed and answered by keyboard', async () => {
  const page = await browser.open('dashboard.html#/library');
  await status(page).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('bra');
  await option(page, /^brand:/).waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await field(page).getAttribute('aria-activedescendant')).toBe(await option(page, /^brand:/).getAttribute('id'));
  await page.keyboard.press('Enter');
  // The key's values follow.
  await option(page, /Kestrin/).waitFor();
  await page.keyboard.type('kes');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('swot:w');
  expect(await field(page).inputValue()).toBe('brand:Kestrin swot:w');

  const expected = await browser.inside.evaluate(async () => {
    const here = await (
      globalThis as never as {
        store: { activeStore(): Promise<{ db: { clips: { toArray(): Promise<never[]> }; brands: { toArray(): Promise<never[]> } } }> };
      }
    ).store.activeStore();
    const brand = ((await here.db.brands.toArray()) as { id: string; name: string }[]).find(({ name }) => name === 'Kestrin')!.id;
    const clips = (await here.db.clips.toArray()) as { tags: { brand: string; quadrant: string }[] }[];
    return clips.filter(({ tags }) => tags.some((tag) => tag.brand === brand && tag.quadrant === 'weakness')).length;
  });
  expect(expected).toBeGreaterThan(3);
  await eventually(async () => (await status(page).textContent())?.startsWith(`${expected} clips`), `not ${expected} clips`);
  // The address is the query: opened again, it asks the same.
  await page.reload();
  await eventually(async () => (await status(page).textContent())?.startsWith(`${expected} clips`), 'the address does not hold the query');
  expect(await field(page).inputValue()).toBe('brand:Kestrin swot:w');
  await page.close();
});

test('Escape closes the list, and the arrow opens all that can be asked', async () => {
  const page = await browser.open('dashboard.html#/library');
  await status(page).waitFor();
  await field(page).focus();
  expect(await field(page).getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('ArrowDown');
  await option(page, /^swot:/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await field(page).getAttribute('aria-expanded')).toBe('false');
  await page.close();
});

test('what is wrong is underlined where it stands, said in words, and mended by a click', async () => {
  const page = await browser.open('dashboard.html#/library');
  await status(page).waitFor();
  await field(page).focus();
  await page.keyboard.type('brnd:Kestrin ');
  await page.getByText('There is no filter “brnd”.').waitFor();
  expect(await page.locator('.query-marks u').textContent()).toBe('brnd');
  expect(await field(page).getAttribute('aria-invalid')).toBe('true');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'brand', exact: true }).click();
  await eventually(async () => (await page.locator('.query-marks u').count()) === 0, 'it is wrong still');
  expect(await field(page).inputValue()).toBe('brand:Kestrin ');
  // A name that nobody has is pointed at too.
  await field(page).fill('brand:Kestrn grinder');
  await page.getByText('“brand” does not know “Kestrn”.').waitFor();
  await page.close();
});

test('how to search is told in a dialog, also on a narrow screen', async () => {
  const page = await browser.open('dashboard.html#/library', { width: 320, height: 700 });
  await status(page).waitFor();
  await page.getByRole('button', { name: 'How to search' }).click();
  await page.getByRole('dialog').getByText('likes>=100').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await field(page).focus();
  await page.keyboard.press('ArrowDown');
  await option(page).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await page.close();
});
