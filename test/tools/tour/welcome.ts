/** The welcome page: brands named, sample loaded. */
import path from 'node:path';
import { eventually } from '../drive.ts';
import type { StoreInPage } from '../store.entry.ts';
import { drawn, welcome } from './surfaces.ts';
import { clipCount, type Tour, viewport, withStore } from './tour-browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

/** Names our brand and three competitors, as a newcomer does. */
export async function setUp(tour: Tour): Promise<void> {
  const { launched, step } = tour;
  await step('the welcome page opens by itself', async () => {
    const address = launched.address(welcome.address);
    const page = await eventually(async () => launched.context.pages().find((open) => open.url() === address), 'no tab shows it');
    await page.setViewportSize(viewport);
    await drawn(page);
    await page.screenshot({ path: path.join(tour.folder, 'first-welcome.png'), fullPage: true });
  });
  await step('our brand and three competitors are named there', async () => {
    const page = await launched.context.newPage();
    await page.setViewportSize(viewport);
    await page.goto(launched.address(welcome.address));
    await page.getByRole('textbox').first().fill('Arvelle');
    await page.keyboard.press('Enter');
    for (const name of ['Kestrin', 'Bruvio', 'Senja']) {
      await page.getByRole('button', { name: /competitor/i }).click();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await page.waitForFunction((wanted) => [...document.querySelectorAll('input')].some(({ value }) => value === wanted), name);
    }
    await page.screenshot({ path: path.join(tour.folder, 'welcome-filled.png') });
    await page.close();
    const names = await withStore(tour, (own) =>
      own.evaluate(async () => (await store.queries.brandsOf(await store.activeStore())).map(({ name }) => name)),
    );
    if (names.join() !== 'Arvelle,Kestrin,Bruvio,Senja') throw new Error(`the store holds ${names.join(', ') || 'none'}`);
  });
}

/** Loads the sample workspace in the browser's language; one that is loaded already is removed first. */
export async function loadSample(tour: Tour): Promise<void> {
  const page = await tour.launched.context.newPage();
  await page.goto(tour.launched.address(welcome.address));
  const load = page.locator('main').getByRole('button', { name: /^(Load the sample|Charger l’espace d’exemple|Muat)/ });
  const remove = page.locator('main').getByRole('button', { name: /^(Remove the sample|Retirer l’exemple|Hapus contoh)/ });
  await load.or(remove).first().waitFor();
  if (await remove.isVisible()) await remove.click();
  await load.click();
  await remove.waitFor();
  await eventually(async () => (await clipCount(tour)) > 250, 'it holds too few clips');
  await page.close();
}
