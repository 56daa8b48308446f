/** One browser of the tour, and the store to look into. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { insidePage, type Launched } from '../launch.ts';
import type { StoreInPage } from '../store.entry.ts';
import type { Report } from './report.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

export const viewport = { width: 1280, height: 900 };

export interface Tour extends Report {
  launched: Launched;
  /** Address of the demo feed. */
  demo: string;
}

/** Works in a page of the extension's own that has the store's commands, and closes it. */
export async function withStore<T>(tour: Tour, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await insidePage(tour.launched);
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

/** How many clips the active workspace holds. */
export const clipCount = (tour: Tour): Promise<number> =>
  withStore(tour, (page) => page.evaluate(async () => (await store.activeStore()).db.clips.count()));

/** A picture once what moves has come to rest. */
export async function shoot(page: Page, { folder }: Tour, name: string): Promise<void> {
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
