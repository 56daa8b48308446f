/** Every page of the extension, opened and photographed. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Launched } from '../launch.ts';

export interface Surface {
  name: string;
  address: string;
  size: { width: number; height: number };
  /** Photographed in its whole height, not only what the window shows. */
  whole?: boolean;
}

const desk = { width: 1280, height: 900 };

const popup: Surface = { name: 'popup', address: 'popup.html', size: { width: 380, height: 600 } };
export const narrowPopup: Surface = { name: 'popup-360', address: 'popup.html', size: { width: 360, height: 600 } };
const panel: Surface = { name: 'side-panel', address: 'sidepanel.html', size: { width: 400, height: 900 } };
const views = ['inbox', 'library', 'swot', 'benchmark', 'add', 'settings'].map(
  (view): Surface => ({ name: view, address: `dashboard.html#/${view}`, size: desk, whole: view !== 'library' && view !== 'inbox' }),
);
export const welcome: Surface = { name: 'welcome', address: 'welcome.html', size: desk, whole: true };
export const surfaces: readonly Surface[] = [popup, panel, ...views, welcome];

/**
 * Opens a surface in a tab, waits until it has drawn its numbers, and takes its picture.
 * @throws Error where it stays empty or something in it went wrong.
 */
export async function photograph(
  launched: Launched,
  { name, address, size, whole = false }: Surface,
  folder: string,
  theme: 'light' | 'dark',
  suffix = '',
): Promise<void> {
  const page = await launched.context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  try {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    await page.goto(launched.address(address));
    await drawn(page);
    if (address.includes('#') && (await page.locator('.top-bar [aria-current=page]').count()) === 0)
      throw new Error('the dashboard knows no such view');
    await page.screenshot({ path: path.join(folder, `${name}${suffix}-${theme}.png`), fullPage: whole });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (overflow > 0) wrong.push(`${overflow} px wider than its window`);
    if (wrong.length > 0) throw new Error(wrong.join('; '));
  } finally {
    await page.close();
  }
}

/** Waits until a surface shows something of its own, nothing in it is busy, and it keeps its length for a moment. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const { body } = document;
      const content = document.querySelector('main') ?? document.getElementById('root') ?? body;
      const now = `${body.textContent.length} ${body.scrollHeight}`;
      const settled = body.dataset['seen'] === now;
      body.dataset['seen'] = now;
      return settled && content.textContent.trim().length > 20 && !document.querySelector('[aria-busy="true"]');
    },
    undefined,
    { polling: 150, timeout: 15_000 },
  );
}
