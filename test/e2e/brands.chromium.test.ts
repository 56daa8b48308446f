/** The editor of brands, where somebody is quicker than the store. */
import { expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { nameBrands, withBrowser } from './browser.ts';

declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));

test('two names given in haste are both kept, and each is taken back by itself', async () => {
  const { Arvelle: own } = await nameBrands(browser.inside);
  const brand = () => browser.inside.evaluate(async (id) => (await store.activeStore()).db.brands.get(id), own!);
  const page = await browser.open('dashboard.html#/settings');
  await page
    .getByRole('button', { name: /Arvelle/ })
    .and(page.locator('[aria-expanded]'))
    .click();
  const before = (await brand())!;
  // Within one task of the page: what the first one changed is not drawn before the second is said.
  await page
    .locator('.brand-more .token-field input')
    .first()
    .evaluate(async (field: HTMLInputElement) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
      for (const word of ['Arvelle Home', 'Arvelle Works']) {
        set!.call(field, word);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await Promise.resolve();
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        await Promise.resolve();
      }
    });
  await page.locator('.brand-more .chip').getByText('Arvelle Works').waitFor();
  expect((await brand())!.aliases.filter((alias) => !before.aliases.includes(alias)).sort()).toEqual(['Arvelle Home', 'Arvelle Works']);
  expect((await brand())!.handles).toEqual(before.handles);
  await page.getByRole('button', { name: 'Undo' }).click();
  await eventually(async () => !(await brand())!.aliases.includes('Arvelle Works'), 'it was not taken back');
  expect((await brand())!.aliases).toContain('Arvelle Home');
  await page.close();
});
