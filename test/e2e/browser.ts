/** One browser with the extension for a test file, the demo feed beside it, and the store to look into. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { insidePage, type Launched, launchChromium } from '../tools/launch.ts';
import { serveDemo } from '../tools/serve-demo.ts';
import type { StoreInPage } from '../tools/store.entry.ts';

export { nameBrands } from '../tools/name-brands.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

export interface Browser extends Launched {
  /** Address of the demo feed. */
  demo: string;
  /** A page of the extension's own with the store's commands in it, as `store`. */
  inside: Page;
  /** Opens one of the extension's own pages in a tab. */
  open(page: string, size?: { width: number; height: number }): Promise<Page>;
}

/** All clips in the store, oldest first. */
export const storedClips = (inside: Page) => inside.evaluate(async () => (await store.activeStore()).db.clips.orderBy('clippedAt').toArray());

/** Starts a browser before the file's tests and closes it after them. The object is filled by then. */
export function withBrowser(extension: () => string, lang = 'en'): Browser {
  const browser = {} as Browser;
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  beforeAll(async () => {
    demo = await serveDemo();
    const launched = await launchChromium({ extension: extension(), lang, viewport: { width: 1280, height: 900 } });
    Object.assign(browser, launched, {
      demo: demo.url,
      inside: await insidePage(launched),
      async open(address: string, size = { width: 1280, height: 900 }) {
        const page = await launched.context.newPage();
        await page.setViewportSize(size);
        await page.goto(launched.address(address));
        return page;
      },
    });
  });
  afterAll(async () => {
    await browser.close?.();
    await demo?.close();
  });
  return browser;
}
