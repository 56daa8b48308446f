/** Lists of thousands: few rows stand in the page, the oldest is reached by keyboard, and neither focus nor place is lost on the way. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { fill, sparse } from '../tools/bench/fill.ts';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { withBrowser } from './browser.ts';

declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
const clips = 2_500;
/** More than that is not near any screen. */
const mostRows = 100;

beforeAll(() => fill(browser, { ...sparse, clips }));

/** Ids as a list has them: in the order of an index, the newest first. */
const idsBy = (index: string) =>
  browser.inside.evaluate(
    async (by) => ((await (await store.activeStore()).db.clips.orderBy(by).reverse().primaryKeys()) as string[]).map((id) => `clip-${id}`),
    index,
  );
/** Watches how many rows stand in the page, the most at any time. */
const watchRows = (page: Page, rows: string) =>
  page.evaluate((selector) => {
    const seen = { most: 0 };
    Object.assign(globalThis, { seen });
    const look = () => {
      seen.most = Math.max(seen.most, document.querySelectorAll(selector).length);
      requestAnimationFrame(look);
    };
    look();
  }, rows);
const mostSeen = (page: Page) => page.evaluate(() => (globalThis as never as { seen: { most: number } }).seen.most);
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const focusedPlace = (page: Page) => page.evaluate(() => document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset') ?? null);
/** Where the row that is first on screen stands, with its words. */
const firstOnScreen = (page: Page, rows: string) =>
  page.evaluate((selector) => {
    const row = [...document.querySelectorAll(selector)].find((one) => one.getBoundingClientRect().top > 0)!;
    return { words: row.textContent, top: Math.round(row.getBoundingClientRect().top) };
  }, rows);

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const save = (id: string, text: string, at: number) =>
  browser.inside.evaluate(
    async ([nativeId, words, when]) => {
      const draft: Parameters<StoreInPage['saveClip']>[1]['draft'] = {
        ...{ kind: 'post', platform: 'x', url: null, truncated: false, publishedAt: null, promoted: false, rounded: [], media: [] },
        metrics: { likes: 1, comments: null, shares: null, views: null, saves: null, rating: null },
        nativeId,
        author: { name: null, handle: 'ines' },
        text: words,
      };
      await store.saveClip(await store.activeStore(), { draft, brands: [], judgement: null }, new Date(when));
    },
    [id, text, at] as const,
  );

test('the library is walked to its oldest clip by keyboard, and back', async () => {
  const page = await browser.open('dashboard.html#/library');
  const expected = await idsBy('[day+clippedAt]');
  const rows = '.clip-row';
  await page.locator(rows).first().waitFor();
  await eventually(
    async () => (await page.locator(rows).first().getAttribute('aria-setsize')) === `${clips}`,
    'the list does not say how long it is',
  );
  await watchRows(page, rows);
  for (let n = 0; n < 120; n++) await page.keyboard.press('j');
  // Faster than rows are read, and no step is lost.
  await eventually(async () => (await focusedId(page)) === expected[119], 'J did not lead to the 120th');
  expect(await focusedPlace(page)).toBe('120');
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('End');
  await eventually(async () => (await focusedId(page)) === expected.at(-1), 'End did not lead to the oldest');
  expect(await focusedPlace(page)).toBe(`${clips}`);
  await page.keyboard.press('k');
  await eventually(async () => (await focusedId(page)) === expected.at(-2), 'K did not lead back');
  await page.keyboard.press('Home');
  await eventually(async () => (await focusedId(page)) === expected[0], 'Home did not lead to the newest');
  expect(await mostSeen(page)).toBeLessThan(mostRows);
  await page.close();
});

test('the focus stays in a row that was scrolled far away, and what was selected there is still deleted', async () => {
  const page = await browser.open('dashboard.html#/library');
  const expected = await idsBy('[day+clippedAt]');
  await page.locator('.clip-row').first().waitFor();
  for (const key of ['j', 'j', 'x']) await page.keyboard.press(key);
  for (let n = 0; n < 12; n++) {
    const before = await firstOnScreen(page, '.clip-row');
    await page.mouse.move(600, 600);
    await page.mouse.wheel(0, 2_000);
    await eventually(async () => (await firstOnScreen(page, '.clip-row')).words !== before.words, 'the list did not scroll');
  }
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(10_000);
  expect(await focusedId(page)).toBe(expected[1]);
  await page.getByRole('button', { name: 'Move 1 clip to the trash' }).press('Enter');
  await eventually(async () => !(await idsBy('[day+clippedAt]')).includes(expected[1]!), 'it was not deleted');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await eventually(async () => (await idsBy('[day+clippedAt]')).includes(expected[1]!), 'it did not come back');
  await page.close();
});

test('a clip saved elsewhere moves nothing on screen, and stands on top', async () => {
  const page = await browser.open('dashboard.html#/library');
  await page.locator('.clip-row').first().waitFor();
  for (let n = 0; n < 30; n++) await page.keyboard.press('j');
  await eventually(async () => (await focusedPlace(page)) === '30', 'J did not lead to the 30th');
  const length = () => page.locator('.clip-row').first().getAttribute('aria-setsize').then(Number);
  const known = await eventually(async () => (await length()) > 0 && length(), 'the list does not say how long it is');
  // Rows just drawn are still being measured.
  let before = await firstOnScreen(page, '.clip-row');
  let alike = 0;
  await eventually(async () => {
    const last = before;
    before = await firstOnScreen(page, '.clip-row');
    alike = last.words === before.words && last.top === before.top ? alike + 1 : 0;
    return alike === 10;
  }, 'the list does not come to rest');
  // Made clips lie anywhere in the day, also later in it than now.
  const newest = await browser.inside.evaluate(async () => (await (await store.activeStore()).db.clips.orderBy('clippedAt').last())!.clippedAt);
  await save('new-1', 'A word that was just said.', Date.parse(newest) + 1_000);
  await eventually(async () => (await length()) > known, 'the list did not grow');
  expect(await firstOnScreen(page, '.clip-row')).toEqual(before);
  await page.keyboard.press('Home');
  await page.getByText('A word that was just said.').waitFor();
  await page.close();
});

test('the inbox is judged by keyboard wherever one is in it', async () => {
  const page = await browser.open('dashboard.html#/inbox');
  const waiting = () =>
    browser.inside.evaluate(async () => {
      const { db } = await store.activeStore();
      return (await db.clips.where('[inbox+clippedAt]').between([1, ''], [1, '\uffff']).reverse().toArray()).map(({ id, text }) => ({ id, text }));
    });
  const all = await waiting();
  expect(all.length).toBeGreaterThan(300);
  const open = page.locator('.inbox-clip.open');
  await open.getByText(all[0]!.text).waitFor();
  await watchRows(page, '.inbox-clip');
  await open.focus();
  for (let n = 0; n < 60; n++) await page.keyboard.press('j');
  await open.getByText(all[60]!.text).waitFor();
  await page.keyboard.press('1');
  await page.keyboard.press('w');
  await open.getByText(all[61]!.text).waitFor();
  await eventually(async () => !(await waiting()).some(({ id }) => id === all[60]!.id), 'it was not judged');
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('End');
  await open.getByText(all.at(-1)!.text).waitFor();
  await eventually(async () => (await focusedPlace(page)) === `${all.length - 1}`, 'End did not lead to the oldest');
  await page.keyboard.press('e');
  await open.getByText(all.at(-2)!.text).waitFor();
  await eventually(async () => !(await waiting()).some(({ id }) => id === all.at(-1)!.id), 'it was not put away');
  await page.keyboard.press('z');
  await open.getByText(all.at(-1)!.text).waitFor();
  await page.keyboard.press('k');
  await open.getByText(all.at(-2)!.text).waitFor();
  expect(await mostSeen(page)).toBeLessThan(mostRows);
  await page.close();
});

test('what was done and what was deleted are walked to the end too', async () => {
  await browser.inside.evaluate(async () => {
    const here = await store.activeStore();
    const ids = (await here.db.clips.orderBy('clippedAt').limit(150).primaryKeys()) as string[];
    for (const id of ids) await store.commands.clips.trashClip(here, id);
  });
  const page = await browser.open('dashboard.html#/trash');
  for (const [view, title] of [
    ['trash', 'Trash'],
    ['history', 'History'],
  ] as const) {
    await page.goto(browser.address(`dashboard.html#/${view}`));
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.locator('.past-row').first().waitFor();
    await watchRows(page, '.past-row');
    await page.keyboard.press('End');
    await eventually(async () => Number(await focusedPlace(page)) >= 150, `End did not lead to the oldest of ${view}`);
    expect(await violations(page)).toEqual([]);
    expect(await mostSeen(page)).toBeLessThan(mostRows);
  }
  await page.close();
});
