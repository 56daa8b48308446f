/** When the store fails, the person reads what happened and what to do; what was to be saved is not lost. */
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import type { StoreFault } from '../../lib/db/faults.ts';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { judge, openRing } from '../tools/tour/ring.ts';
import { type Browser, nameBrands, storedClips, withBrowser } from './browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

const browser: Browser = withBrowser(() => inject('granted'));

const words = (page: Page) => page.locator('body').innerText();

test('a full disk: the ring keeps the draft, and when its tab is closed the popup offers it again', async () => {
  await nameBrands(browser.inside);
  const feed = await browser.context.newPage();
  await feed.goto(browser.demo);
  const worker = await browser.worker();
  await worker.evaluate((storeFault: StoreFault) => void Object.assign(globalThis, { storeFault }), { name: 'QuotaExceededError', after: 3 });
  await openRing(browser, feed, feed.getByText('Fourteen months, and the grinder').first());
  await judge(feed, ['w'], /Not saved: the disk is full/);
  expect(await storedClips(browser.inside)).toEqual([]);
  await feed.close();

  await worker.evaluate(() => void Object.assign(globalThis, { storeFault: undefined }));
  const popup = await browser.open('popup.html', { width: 380, height: 600 });
  await popup.getByRole('heading', { name: '1 clip is not saved' }).waitFor();
  expect(await words(popup)).toContain('Fourteen months');
  await popup.screenshot({ path: '.output/unsaved.png' });
  await popup.getByRole('button', { name: 'Save it now' }).click();
  await popup.getByRole('heading', { name: '1 clip is not saved' }).waitFor({ state: 'detached' });
  expect(await storedClips(browser.inside)).toMatchObject([{ tags: [{ quadrant: 'weakness' }] }]);
  await popup.close();
});

test('a full disk in one of our own pages is said beside what was to be saved', async () => {
  const page = await browser.open('dashboard.html#/add');
  await page.evaluate((storeFault: StoreFault) => void Object.assign(globalThis, { storeFault }), { name: 'QuotaExceededError', after: 0 });
  await page
    .getByRole('textbox', { name: /words|said/i })
    .first()
    .fill('The driver was kind.');
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Save|Add/ })
    .first()
    .click();
  await page.getByRole('alert').getByText('the disk is full').waitFor();
  await page.close();
});

test('data taken away underneath: every open page says so, and makes nothing anew in silence', async () => {
  const page = await browser.open('dashboard.html#/inbox');
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  await browser.inside.evaluate(async () => {
    const { db } = await store.activeStore();
    db.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(db.name).onsuccess = resolve;
    });
  });
  await page.getByRole('alert').getByRole('heading', { name: 'Your clips are no longer in this browser' }).waitFor();
  await page.screenshot({ path: '.output/removed.png' });
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
});

test('a database of a newer version: the page says to update, and leaves it as it is', async () => {
  for (const page of browser.context.pages()) if (page !== browser.inside) await page.close();
  await browser.stopWorker();
  await browser.inside.goto('about:blank');
  const raiser = await browser.context.newPage();
  await raiser.goto(browser.address('icons/16.png'));
  const raised = await raiser.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('lp-main', 90);
        request.onupgradeneeded = () => void request.result.createObjectStore('ideas');
        request.onsuccess = () => {
          resolve(request.result.version);
          request.result.close();
        };
        request.onerror = () => reject(request.error);
      }),
  );
  expect(raised).toBe(90);
  const page = await browser.open('dashboard.html#/inbox');
  await eventually(async () => (await words(page)).includes('newer Listening Post'), 'the page did not say what to do');
  await page.screenshot({ path: '.output/newer.png' });
  expect(await raiser.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'lp-main')?.version)).toBe(90);
});
