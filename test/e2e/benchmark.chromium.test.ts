/** The benchmark's panels with the sample workspace: every number opens its formula and leads to its clips, by keyboard; charts have their twins. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import { storedClips, withBrowser } from './browser.ts';

const browser = withBrowser(() => inject('granted'));

describe('panels', () => {
  let page: Page;
  beforeAll(async () => {
    const welcome = await browser.open('welcome.html');
    await welcome.getByRole('button', { name: /sample/i }).click();
    await eventually(async () => (await storedClips(browser.inside)).length > 250, 'the sample was not loaded');
    await welcome.close();
    page = await browser.open('dashboard.html#/benchmark');
    await page.getByRole('heading', { name: 'More metrics' }).waitFor();
  });

  test('a number opens its formula by key, the formula its clips, and Escape brings the focus back', async () => {
    const panel = page.getByRole('table', { name: 'Share of voice, by authors' });
    const number = panel.getByRole('button').first();
    await number.focus();
    await page.keyboard.press('Enter');
    const formula = page.getByRole('complementary', { name: 'Formula' });
    await formula.getByText('own authors ÷ (own + those of all listed rivals)').waitFor();
    await formula.getByText('Wilson interval, 95%.').waitFor();
    const href = await formula.getByRole('link', { name: /Open the \d+ clips/ }).getAttribute('href');
    expect(href).toMatch(/#\/library\?brand=.+from=.+to=/);
    await page.keyboard.press('Escape');
    await eventually(() => number.evaluate((button) => button === document.activeElement), 'the focus did not return');
  });

  test('a withheld number says why', async () => {
    await page.getByRole('table', { name: 'Reply rate, seen' }).getByText('no answer of its own seen yet').first().waitFor();
  });

  test('Shift+T shows the same numbers as tables, with their intervals in words', async () => {
    const shown = await page.getByRole('table', { name: 'Brand health' }).getByRole('button').first().textContent();
    await page.keyboard.press('Shift+T');
    const cell = page.getByRole('region', { name: 'Voice and tone' }).getByRole('row', { name: /^Arvelle/ });
    await cell
      .getByText(/^between .+ and .+/)
      .last()
      .waitFor();
    expect(await cell.getByRole('button').last().textContent()).toBe(shown);
    await page.keyboard.press('Shift+T');
  });

  test('all of it is copied as CSV', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy as CSV' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\r\n');
    expect(lines[0]).toBe('metric,brand,value,low,high,n,mean,withheld,formula,from,to,networks');
    expect(lines).toHaveLength(1 + 12 * 4);
  });
});
