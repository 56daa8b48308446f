/** Runs the shipped adapters in real Chromium over saved pages, served under their own address with their scripts off. */
import { readFile } from 'node:fs/promises';
import { type BrowserContext, chromium } from 'playwright-core';
import type { Draft } from '../../lib/core/draft.ts';
import type { ProfileDraft } from '../../lib/core/profile.ts';
import { chromiumFlags, chromiumPath } from './browser.ts';
import { bundle } from './bundle.ts';

export interface Extraction {
  drafts: Draft[];
  /** The account whose page it is. */
  profile: ProfileDraft | null;
  /** Time in the adapters, milliseconds. */
  ms: number;
}

/** A browser that runs what `entry` puts into the global scope, in page after page; close it when done. */
export async function openPages(entry: string) {
  const [code, executablePath] = await Promise.all([bundle(entry), chromiumPath()]);
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: chromiumFlags,
  });
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
    // A day without a time is its noon: the same instant on every machine.
    timezoneId: 'UTC',
  });

  return {
    /** The value of an expression on the page in `file`, as served under `address`; it must be JSON. */
    async evaluate<T>(file: string, address: string, expression: string): Promise<T> {
      const html = await readFile(file);
      const page = await context.newPage();
      try {
        // Only the document itself is answered; "script-src 'none'" keeps the page's own scripts from running.
        const asked = new URL(address);
        asked.hash = '';
        await page.route('**/*', (route) =>
          route.request().isNavigationRequest() && route.request().frame() === page.mainFrame() && route.request().url() === asked.href
            ? route.fulfill({
                body: html,
                contentType: 'text/html; charset=utf-8',
                headers: { 'content-security-policy': "script-src 'none'" },
              })
            : route.abort(),
        );
        await page.goto(address, {
          waitUntil: 'domcontentloaded',
          timeout: 60_000,
        });
        const world = await page.context().newCDPSession(page);
        const { frameTree } = await world.send('Page.getFrameTree');
        // An isolated world, as the content script has: same DOM, none of the page's JavaScript.
        const { executionContextId } = await world.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'listening-post' });
        const { result, exceptionDetails } = await world.send('Runtime.evaluate', {
          expression: `${code};JSON.stringify(${expression})`,
          contextId: executionContextId,
          returnByValue: true,
          // Nothing of ours takes nearly as long: a reading that goes round for ever is stopped, and named by who asked for it.
          timeout: 30_000,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return JSON.parse(String(result.value)) as T;
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

/** A browser that extracts page after page; close it when done. */
export async function openExtractor() {
  const pages = await openPages('test/tools/adapters.entry.ts');
  return {
    /** Drafts on the page in `file`, as read under `address`; `now` is the moment that relative dates count from. */
    extract: (file: string, address: string, now = new Date()): Promise<Extraction> =>
      pages.evaluate(file, address, `listeningPostDrafts(${JSON.stringify(address)}, ${now.getTime()})`),
    close: pages.close,
  };
}
