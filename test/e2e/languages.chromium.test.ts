/** The one source of language is the catalogue's own `locale`: words, numbers, dates and `lang` agree, whatever `navigator.language` says. */
import { describe, expect, inject, test } from 'vitest';
import { accessibilityTree, eventually } from '../tools/drive.ts';
import { judge, leaveRing, openRing } from '../tools/tour/ring.ts';
import { nameBrands, withBrowser } from './browser.ts';

const words = {
  fr: { weakness: /Faiblesse/, saved: /Faiblesse de Kestrin, enregistrée/, undo: /Annuler/ },
  id: { weakness: /Kelemahan/, saved: /Kelemahan Kestrin, tersimpan/, undo: /Urungkan/ },
} as const;

describe.each(['fr', 'id'] as const)('in %s', (language) => {
  const browser = withBrowser(() => inject('granted'), language);

  test.each([
    'popup.html',
    'sidepanel.html',
    'welcome.html',
    'dashboard.html#/swot',
    'dashboard.html#/benchmark',
    'dashboard.html#/add',
    'dashboard.html#/settings',
  ])('%s speaks it', async (address) => {
    const page = await browser.open(address);
    await eventually(async () => (await page.evaluate(() => document.documentElement.lang)) === language, 'its lang is another');
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/\b(Save|Settings|Brand|Clip this|Undo|Weakness)\b/);
    await page.close();
  });

  test('the ring speaks it', async () => {
    await nameBrands(browser.inside);
    const feed = await browser.context.newPage();
    await feed.goto(browser.demo);
    await feed.getByText('Fourteen months, and the grinder').first().hover();
    await openRing(browser, feed, feed.getByText('Fourteen months, and the grinder').first()).catch(() => undefined);
    await eventually(
      async () => (await accessibilityTree(feed)).some(({ name }) => words[language].weakness.test(name)),
      'the ring does not show the quadrant’s name',
    );
    await judge(feed, ['w'], words[language].saved);
    expect((await accessibilityTree(feed)).some(({ role, name }) => role === 'button' && words[language].undo.test(name))).toBe(true);
    await leaveRing(feed);
    await feed.close();
  });
});
