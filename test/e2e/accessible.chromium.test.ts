/** axe on every surface, empty and full, light and dark; nothing wider than its window. */
import { AxeBuilder } from '@axe-core/playwright';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import { drawn, type Surface, surfaces } from '../tools/tour/surfaces.ts';
import { storedClips, withBrowser } from './browser.ts';

const browser = withBrowser(() => inject('granted'));

/** Reached by links only, so the tour that looks for them in the top bar does not photograph them. */
const linked = ['health', 'history', 'trash', 'privacy', 'rules', 'rules/new', 'themes'].map(
  (view): Surface => ({ name: view, address: `dashboard.html#/${view}`, size: { width: 1280, height: 900 } }),
);

const every = [...surfaces, ...linked].flatMap(({ name, address, size }) =>
  (['light', 'dark'] as const).map((theme) => ({ name, address, size, theme })),
);

async function look({ address, size, theme }: (typeof every)[number]) {
  const page = await browser.open('popup.html', size);
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.goto('about:blank');
  await page.goto(browser.address(address));
  await drawn(page);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.close();
  return { violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`), overflow };
}

describe('empty', () => {
  test.each(every)('$name, $theme', async (surface) => {
    expect(await look(surface)).toEqual({ violations: [], overflow: 0 });
  });
});

describe('with the sample workspace', () => {
  beforeAll(async () => {
    const page = await browser.open('welcome.html');
    await page.getByRole('button', { name: /sample/i }).click();
    await eventually(async () => (await storedClips(browser.inside)).length > 250, 'the sample was not loaded');
    await page.close();
  });
  test.each(every)('$name, $theme', async (surface) => {
    expect(await look(surface)).toEqual({ violations: [], overflow: 0 });
  });
  test.each([320, 640, 1920])('the board and the benchmark fit %i px', async (width) => {
    for (const address of ['dashboard.html#/swot', 'dashboard.html#/benchmark', 'dashboard.html#/library'])
      expect((await look({ name: address, address, size: { width, height: 900 }, theme: 'light' })).overflow, address).toBe(0);
  });
});
