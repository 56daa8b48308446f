/** Themes by keyboard alone: made, named, defined, moved, merged, split and put away, each with its way back; moved by drag too; and what they mean, told where they stand. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { nameBrands, withBrowser } from './browser.ts';

declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
let page: Page;

beforeAll(async () => {
  await nameBrands(browser.inside);
  page = await browser.open('dashboard.html#/themes');
  await page.getByText('No theme yet').waitFor();
});

/** Clips judged a weakness of the first brand, on a theme each. */
const judged = (posts: [id: string, theme: string][]) =>
  browser.inside.evaluate(async (all) => {
    const here = await store.activeStore();
    const brand = (await here.db.brands.toArray())[0]!.id;
    const metrics = { likes: 1, comments: null, shares: null, views: null, saves: null, rating: null };
    for (const [nativeId, theme] of all)
      await store.saveClip(here, {
        draft: {
          ...{
            kind: 'post',
            platform: 'x',
            url: null,
            nativeId,
            author: { name: null, handle: `a${nativeId}` },
            text: `Post ${nativeId} on ${theme}`,
          },
          ...{ truncated: false, publishedAt: null, metrics, rounded: [], media: [], promoted: false },
        },
        brands: [brand],
        judgement: { brand, quadrant: 'weakness', theme },
      });
  }, posts);

const name = (theme: string) => page.getByRole('button', { name: theme, exact: true });
const field = (label: string) => page.getByLabel(label, { exact: true });
/** Goes on by Tab until what is focused fits. */
async function tabTo(label: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const said = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      return at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
    });
    if (label.test(said.trim())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${label}`);
}
async function openTheme(theme: string): Promise<void> {
  await name(theme).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: theme }).waitFor();
}
const undo = async () => {
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('z');
};
/** The tree as text: each name under its parent's, with its clips. */
const tree = () =>
  page.locator('.theme-row').evaluateAll((rows) =>
    rows.map((row) => {
      const above = row.closest('ul')?.parentElement?.closest('li')?.querySelector('.theme-name')?.textContent;
      return [...(above ? [above] : []), row.querySelector('.theme-name')?.textContent, row.querySelector('.theme-clips')?.textContent].join(' / ');
    }),
  );
const shows = (rows: string[]) => eventually(async () => JSON.stringify(await tree()) === JSON.stringify(rows), `the tree is not ${rows.join(', ')}`);

async function check(): Promise<void> {
  // What still fades in has not its colours yet.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

test('a theme is added, named, defined and moved; each is undone', async () => {
  await field('A new theme').focus();
  await page.keyboard.type('Money');
  await page.keyboard.press('Enter');
  await shows(['Money / no clips']);
  await judged([
    ['1', 'Price'],
    ['2', 'Price'],
    ['3', 'Cost'],
  ]);
  await shows(['Cost / 1 clip', 'Money / no clips', 'Price / 2 clips']);

  await openTheme('Price');
  await tabTo(/^What belongs under it$/);
  await page.keyboard.type('What it costs to buy');
  await tabTo(/^Also called$/);
  await page.keyboard.type('Tarif');
  await page.keyboard.press('Enter');
  await page.getByText('also Tarif').waitFor();
  await tabTo(/^Stands under$/);
  await page.keyboard.type('Money');
  await shows(['Cost / 1 clip', 'Money / no clips2 clips with what is under it', 'Money / Price / 2 clips']);
  await check();
  await undo();
  await shows(['Cost / 1 clip', 'Money / no clips', 'Price / 2 clips']);
});

test('a name that means another theme is refused, and says which', async () => {
  await openTheme('Cost');
  await tabTo(/^Name$/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('tarif');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('That means Price already').waitFor();
  await check();
  await name('Cost').waitFor();
});

test('two are merged with the count told before, and parted by undo', async () => {
  await page.reload();
  await page.getByRole('heading', { level: 2, name: 'Cost' }).waitFor();
  await tabTo(/^Merge into…$/);
  await page.keyboard.type('Price');
  await page.getByText('1 clip will count as Price.').waitFor();
  await tabTo(/^Merge$/);
  await page.keyboard.press('Enter');
  await shows(['Money / no clips', 'Price / 3 clips']);
  // The address led to the one that was merged.
  await page.getByRole('heading', { level: 2, name: 'Price' }).waitFor();
  await page.getByRole('button', { name: 'Part Cost again' }).waitFor();
  await check();
  await undo();
  await shows(['Cost / 1 clip', 'Money / no clips', 'Price / 2 clips']);
});

test('some of its clips get another theme, and have it back by one undo', async () => {
  await page.keyboard.press('Escape');
  await openTheme('Price');
  await tabTo(/^Choose clips…$/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('post 2');
  await eventually(async () => (await page.locator('.theme-found li').count()) === 1, 'one clip is not found');
  await tabTo(/Post 2/);
  await page.keyboard.press('Space');
  await tabTo(/^Theme that they get$/);
  await page.keyboard.type('Fees');
  await page.getByText('1 clip will have the theme Fees.').waitFor();
  await check();
  await page.keyboard.press('Enter');
  await shows(['Cost / 1 clip', 'Fees / 1 clip', 'Money / no clips', 'Price / 1 clip']);
  await undo();
  await shows(['Cost / 1 clip', 'Fees / no clips', 'Money / no clips', 'Price / 2 clips']);
});

test('put away it leaves the list, the focus stays on the page, and it comes back', async () => {
  await page.keyboard.press('Escape');
  await openTheme('Fees');
  await tabTo(/^Put away$/);
  await page.keyboard.press('Enter');
  await shows(['Cost / 1 clip', 'Money / no clips', 'Price / 2 clips']);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await undo();
  await shows(['Cost / 1 clip', 'Fees / no clips', 'Money / no clips', 'Price / 2 clips']);
});

describe('a theme is moved', () => {
  const flat = ['Cost / 1 clip', 'Fees / no clips', 'Money / no clips', 'Price / 2 clips'];
  const nested = ['Cost / 1 clip', 'Fees / no clips', 'Money / no clips2 clips with what is under it', 'Money / Price / 2 clips'];
  const row = (theme: string) => page.locator('.theme-row', { has: name(theme) });
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  /** Takes a theme by its name and holds it over a place. */
  async function hold(theme: string, over: Locator): Promise<void> {
    const start = await name(theme).boundingBox();
    await page.mouse.move(start!.x + 10, start!.y + start!.height / 2);
    await page.mouse.down();
    await page.mouse.move(start!.x + 30, start!.y + 20, { steps: 3 });
    const end = await over.boundingBox();
    await page.mouse.move(end!.x + 150, end!.y + end!.height / 2, { steps: 8 });
  }
  beforeAll(() => page.keyboard.press('Escape'));

  test('by drag under another, which shows that it takes it; and back by undo', async () => {
    await hold('Price', row('Money'));
    expect(await row('Money').getAttribute('class')).toContain('drop');
    await check();
    await page.mouse.up();
    await shows(nested);
    await page.getByRole('status').getByText('Price now stands under Money').waitFor({ state: 'attached' });
    await eventually(async () => (await focused()) === 'Price', 'the focus did not follow');
    // A drag opens nothing.
    expect(await page.locator('.margin').count()).toBe(0);
    await page.keyboard.press('z');
    await shows(flat);
  });

  test('never under what stands under it, nor where it stands; Escape leaves it there', async () => {
    await hold('Price', row('Money'));
    await page.mouse.up();
    await shows(nested);
    for (const [theme, over] of [
      ['Money', row('Price')],
      ['Price', row('Money')],
      ['Money', row('Money')],
    ] as const) {
      await hold(theme, over);
      expect(await page.locator('.theme-tree .drop').count()).toBe(0);
      await page.mouse.up();
      expect(await tree()).toEqual(nested);
    }
    await hold('Price', row('Cost'));
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await tree()).toEqual(nested);
  });

  test('by drag to the line above the tree it is at the top again', async () => {
    await hold('Price', page.locator('.theme-top'));
    const top = page.getByText('Drop it here for the top');
    expect(await top.getAttribute('class')).toContain('drop');
    await check();
    await page.mouse.up();
    await shows(flat);
  });

  test('by keys alone: in under the one above, as often as there is one, and out again', async () => {
    await name('Price').focus();
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await shows(nested);
    await eventually(async () => (await focused()) === 'Price', 'the focus did not follow');
    // The first of its siblings has nothing above it to stand under.
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await shows(flat);
    await page.getByRole('status').getByText('Price now stands at the top').waitFor({ state: 'attached' });
    await eventually(async () => (await focused()) === 'Price', 'the focus did not follow');
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    expect(await tree()).toEqual(flat);
    expect(page.url()).toMatch(/#\/themes$/);
  });

  test('two steps pressed at once are both taken', async () => {
    await name('Money').focus();
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await shows(['Cost / 1 clip', 'Fees / no clips', 'Fees / Money / no clips', 'Price / 2 clips']);
    await eventually(async () => (await focused()) === 'Money', 'the focus did not follow');
    await name('Fees').focus();
    await page.evaluate(() => {
      const keys = { key: 'ArrowRight', altKey: true, shiftKey: true, bubbles: true, cancelable: true };
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', keys));
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { ...keys, key: 'ArrowLeft' }));
    });
    await page.getByRole('status').getByText('Fees now stands at the top').waitFor({ state: 'attached' });
    await shows(['Cost / 1 clip', 'Fees / no clips', 'Fees / Money / no clips', 'Price / 2 clips']);
    await name('Money').focus();
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await shows(flat);
  });
});

test('its number leads to its clips, and there focus tells what it means until Escape', async () => {
  await page.getByRole('link', { name: 'Price: 2 clips' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Post 2 on Price').waitFor();
  expect(await page.locator('.clip-row').count()).toBe(2);
  await page.getByRole('button', { name: 'Price', exact: true }).first().focus();
  const told = page.getByRole('tooltip', { name: 'What it costs to buy' }).or(page.getByText('What it costs to buy'));
  await eventually(() => told.first().isVisible(), 'the definition is not told');
  await check();
  await page.keyboard.press('Escape');
  await eventually(async () => !(await told.first().isVisible()), 'the definition stays');
});

test('the board tells it too, and leads to the theme', async () => {
  await page.goto(browser.address('dashboard.html#/swot'));
  const line = page.getByRole('button', { name: 'Price', exact: true });
  await line.focus();
  await eventually(() => page.getByText('What it costs to buy').first().isVisible(), 'the definition is not told');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'About the theme Price' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Price' }).waitFor();
});
