/** The benchmark's panels with the sample workspace: every number opens its formula and leads to its clips, by keyboard; charts have their twins. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { storedClips, withBrowser } from './browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));

describe('panels', () => {
  let page: Page;
  beforeAll(async () => {
    const welcome = await browser.open('welcome.html');
    await welcome.getByRole('button', { name: /sample/i }).click();
    await eventually(async () => (await storedClips(browser.inside)).length > 250, 'the sample was not loaded');
    await welcome.close();
    page = await browser.open('dashboard.html#/benchmark');
    await page.getByRole('heading', { name: 'More metrics' }).waitFor();
  });

  test('a number opens its formula by key, the formula its clips, and Escape brings the focus back', async () => {
    const panel = page.getByRole('table', { name: 'Share of voice, by authors' });
    const number = panel.getByRole('button').first();
    await number.focus();
    await page.keyboard.press('Enter');
    const formula = page.getByRole('complementary', { name: 'Formula' });
    await formula.getByText('own authors ÷ (own + those of all listed rivals)').waitFor();
    await formula.getByText('Wilson interval, 95%.').waitFor();
    const href = await formula.getByRole('link', { name: /Open the \d+ clips/ }).getAttribute('href');
    expect(href).toMatch(/#\/library\?brand=.+from=.+to=/);
    await page.keyboard.press('Escape');
    await eventually(() => number.evaluate((button) => button === document.activeElement), 'the focus did not return');
  });

  test('an average opens its own: who went in with which number, who was left out and why, and by whose definition', async () => {
    const row = page.getByRole('row', { name: /^Competitor average/ });
    const number = row.getByRole('button').first();
    await number.focus();
    await page.keyboard.press('Enter');
    const formula = page.getByRole('complementary', { name: 'Formula' });
    await formula.getByText('competitor average as in Rival IQ, without us').waitFor();
    const brands = formula.getByRole('table', { name: 'Went in' }).locator('tbody tr');
    const values = await brands.getByRole('button').allInnerTexts();
    expect(await brands.getByRole('rowheader').allInnerTexts()).not.toContain('Arvelle');
    expect(await brands.getByText(/^n \d+$/).count()).toBe(values.length);
    const shown = await number.innerText();
    expect(await formula.locator('.formula-filled').innerText()).toContain(`(${values.join(' + ')}) ÷ ${values.length}`);
    // Each is rounded to a tenth before it is shown, so their mean is as good as that.
    const mean = values.reduce((sum, value) => sum + Number.parseFloat(value), 0) / values.length;
    expect(Math.abs(mean - Number.parseFloat(shown))).toBeLessThanOrEqual(0.1);
    expect(await formula.locator('.formula-filled strong').innerText()).toBe(shown);

    await page.reload();
    await formula.getByText('competitor average as in Rival IQ, without us').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => number.evaluate((button) => button === document.activeElement), 'the focus did not return');

    await page
      .getByRole('row', { name: /^Landscape average/ })
      .getByRole('button')
      .first()
      .click();
    await formula.getByText('landscape average as in Rival IQ, with us').waitFor();
    expect(await brands.getByRole('rowheader').allInnerTexts()).toEqual([
      'Arvelle',
      ...(await brands.getByRole('rowheader').allInnerTexts()).slice(1),
    ]);
    await brands.getByRole('button').first().click();
    await formula.getByText('own ÷ (own + all listed rivals)', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
  });

  const panelRow = (name: string) => page.getByRole('table', { name: 'Brand health' }).getByRole('row', { name: new RegExp(`^${name}`) });

  test('an average over some of the brands says which are withheld, and why', async () => {
    // Of whom nothing was clipped: everything about it is withheld.
    const added = await browser.inside.evaluate(async () => {
      const none = { aliases: [], handles: [], must: [], mustNot: [] };
      return store.saveBrand(await store.activeStore(), { ...none, name: 'Velmora', kind: 'competitor' });
    });
    const some = page
      .getByRole('table', { name: 'Brand health' })
      .locator('tfoot span')
      .filter({ hasText: /Landscape average .+of \d brands/ });
    await some.getByRole('button').click();
    const formula = page.getByRole('complementary', { name: 'Formula' });
    const heading = formula.getByRole('heading', { name: 'Left out' });
    await heading.waitFor();
    const out = formula.locator('.left-out + dl');
    const [, counted, all] = /\((\d) of (\d) brands\)/.exec(await some.innerText())!;
    expect(await out.locator('dt').count()).toBe(Number(all) - Number(counted));
    expect(await formula.getByRole('table', { name: 'Went in' }).locator('tbody tr').count()).toBe(Number(counted));
    const why = out.locator('dt', { hasText: 'Velmora' }).locator('xpath=following-sibling::dd[1]');
    expect(await why.innerText()).toBe(await panelRow('Velmora').locator('.withheld div div').innerText());
    const { violations } = await new AxeBuilder({ page }).include('.margin').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await browser.inside.evaluate(async (id) => store.undo(await store.activeStore(), id), added.action.id);
    await panelRow('Velmora').waitFor({ state: 'detached' });
  });

  test('a withheld number says why', async () => {
    await page.getByRole('table', { name: 'Reply rate, seen' }).getByText('no answer of its own seen yet').first().waitFor();
  });

  test('Shift+T shows the same numbers as tables, with their intervals in words', async () => {
    const shown = await page.getByRole('table', { name: 'Brand health' }).getByRole('button').first().textContent();
    await page.keyboard.press('Shift+T');
    const cell = page.getByRole('region', { name: 'Voice and tone' }).getByRole('row', { name: /^Arvelle/ });
    await cell
      .getByText(/^between .+ and .+/)
      .last()
      .waitFor();
    expect(await cell.getByRole('button').last().textContent()).toBe(shown);
    await page.keyboard.press('Shift+T');
  });

  test('every panel is copied as CSV, and its menu gives the focus back', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const what of [
      'Benchmark',
      'Audience',
      'Share of voice, week by week',
      'When Arvelle is talked about',
      'What it is made of',
      'More metrics',
    ]) {
      const menu = page.getByRole('button', { name: `Take away: ${what}`, exact: true });
      await menu.click();
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await page.getByRole('button', { name: 'Copy as CSV' }).click();
      await eventually(async () => (await page.evaluate(() => navigator.clipboard.readText())).split('\r\n').length > 3, `${what} was not copied`);
      expect(await menu.evaluate((button) => button === document.activeElement), what).toBe(true);
    }
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\r\n');
    expect(lines[0]).toBe('metric,brand,value,low,high,n,mean,withheld,formula,from,to,networks');
    const rows = Papa.parse<string[]>(lines.slice(1).join('\r\n')).data;
    const average = 'Competitor average';
    const brands = rows.filter(([, brand]) => !/average$/.test(brand!));
    expect(brands).toHaveLength(12 * 4);
    const metrics = rows.flatMap(([metric, brand]) => (brand === average ? metric! : []));
    expect(metrics.length).toBeGreaterThan(3);
    for (const metric of metrics) {
      const values = brands.flatMap(([name, brand, value]) => (name === metric && brand !== 'Arvelle' && value ? Number(value) : []));
      const shown = Number(rows.find(([name, brand]) => name === metric && brand === average)![2]);
      expect(shown, metric).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 6);
    }
  });

  test('a panel is taken away as a drawing of what it shows, words as words, nothing in it that runs or asks for anything', async () => {
    await page.getByRole('button', { name: 'Take away: Share of voice, week by week' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as SVG' }).click()]);
    const svg = await readFile(await download.path(), 'utf8');
    for (const words of ['Share of voice', 'week by week', '>Arvelle<', '>Kestrin<', '100%']) expect(svg).toContain(words);
    expect(svg).not.toMatch(/<script|<foreignObject|<image|href=|Take away|As a table|class=/);
    expect(svg.match(/<path/g)!.length).toBeGreaterThan(10);
    const shapes = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent,
      svg,
    );
    expect(shapes).toBeUndefined();
  });

  test('a picture of it lies on the clipboard', async () => {
    await page.getByRole('button', { name: 'Take away: When Arvelle is talked about' }).click();
    await page.getByRole('button', { name: 'Copy as picture' }).click();
    await page.getByRole('status').filter({ hasText: 'Picture copied' }).waitFor();
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types: all }) => all));
    expect(types).toContain('image/png');
  });
});

describe('over time', () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.open('dashboard.html#/benchmark');
    await page.getByRole('heading', { name: 'More metrics' }).waitFor();
  });
  const trend = () => page.locator('.over-time');

  test('what is shown and by which step stand in the address, and are there again when it is opened', async () => {
    await page.getByRole('combobox', { name: 'What is shown' }).selectOption('Net sentiment');
    await page.getByRole('combobox', { name: 'By day, week or month' }).selectOption('month by month');
    await eventually(async () => page.url().includes('trend=sentiment') && page.url().includes('step=month'), 'the address does not say it');
    await page.reload();
    await trend()
      .getByRole('figure', { name: /^Net sentiment, Arvelle/ })
      .waitFor();
    await trend().getByText('the last is still running').waitFor();
  });

  test('each stretch leads to its clips, as many as the twin counts', async () => {
    await page.goto(browser.address('dashboard.html#/benchmark?trend=mentions&step=week'));
    const figure = trend().getByRole('figure', { name: /^Mentions, Kestrin/, includeHidden: true });
    const marks = await figure.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    await page.keyboard.press('Shift+T');
    const cells = trend().getByRole('row').locator('td:nth-of-type(2) a');
    expect(await cells.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(marks);
    const count = Number(await cells.first().textContent());
    await cells.first().click();
    await eventually(async () => (await page.locator('.clip-list .clip-link').count()) === count, `not ${count} clips`);
    await page.goBack();
  });
});

describe('by day and hour', () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.open('dashboard.html#/benchmark?hours=');
    await page.getByRole('grid', { name: /^When .* is talked about/ }).waitFor();
  });

  test('the map says how many are known to the hour, and its numbers sum up to them', async () => {
    const said = await page.getByText(/\d+ of \d+ clips known to the hour/).textContent();
    const counts = await page.getByRole('grid').locator('td a').allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(Number(said!.split(' ')[0]));
  });

  test('arrows go from cell to cell, Tab leaves the map, Enter leads to the clips of a cell', async () => {
    const grid = page.getByRole('grid');
    await grid.getByRole('gridcell').and(page.locator('[tabindex="0"]')).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const here = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell']);
    expect(await here()).toBe('1,1');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    expect(await here()).toBe('1,23');
    await page.keyboard.press('Tab');
    expect(await grid.evaluate((table) => table.contains(document.activeElement))).toBe(false);
    const cell = grid.locator('td a').first();
    const count = Number(await cell.textContent());
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/library\?.*weekday/);
    await eventually(async () => (await page.locator('.clip-list .clip-link').count()) === count, `not ${count} clips`);
    await page.goBack();
  });
});

describe('the theme mix', () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.open('dashboard.html#/benchmark');
    await look();
    await mix('Theme mix').waitFor();
  });
  /** It is read while it is looked at. */
  const look = () => page.locator('.mixes').scrollIntoViewIfNeeded();
  const mix = (name: string) => page.getByRole('region', { name, exact: true });
  const heads = async (name: string) => (await mix(name).getByRole('columnheader').allTextContents()).map((words) => words.trim());
  /** What is copied as CSV of one table: the clips of the own brand by kind. */
  async function clipsOf(table: string): Promise<Record<string, number>> {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.getByRole('button', { name: 'Take away: What it is made of', exact: true }).click();
    await page.getByRole('button', { name: 'Copy as CSV' }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await eventually(async () => (await copied()).length > 0, 'it was not copied');
    const rows = (await copied()).split('\r\n').map((line) => line.split(','));
    return Object.fromEntries(rows.filter(([name, brand]) => name === table && brand === 'Arvelle').map((row) => [row[2], Number(row[6])]));
  }
  /** Follows the own brand's number in a column, and looks how many clips it leads to. */
  async function leadsTo(table: string, column: string, count: number): Promise<void> {
    const place = (await heads(table)).indexOf(column);
    await mix(table).getByRole('row').nth(1).locator('th, td').nth(place).getByRole('link').click();
    await page.waitForURL(/#\/library\?.*theme=/);
    await page
      .locator('.found [role=status]')
      .filter({ hasText: new RegExp(`^${count} clips `) })
      .waitFor();
    await page.goBack();
    await look();
    await mix(table).waitFor();
  }

  test('a theme with others under it counts them in, opens by key, and is open again when the address is', async () => {
    const opener = mix('Theme mix').getByRole('button', { name: 'Support' });
    expect(await heads('Theme mix')).not.toContain('Repair');
    await opener.focus();
    await page.keyboard.press('Enter');
    expect(await opener.getAttribute('aria-expanded')).toBe('true');
    expect((await heads('Theme mix: under Support')).sort()).toEqual(['Brand', 'Repair', 'directly', 'n']);
    await page.reload();
    await look();
    await mix('Theme mix: under Support').waitFor();
    const { violations } = await new AxeBuilder({ page })
      .include('.mixes')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
  });

  test('its numbers lead to just their clips, all that stands under it among them', async () => {
    const all = (await clipsOf('Theme mix'))['Support and what is under it']!;
    const under = await clipsOf('Theme mix: under Support');
    expect(under['Repair']).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(under['directly']!);
    expect(all).toBeLessThanOrEqual(under['directly']! + under['Repair']!);
    await leadsTo('Theme mix', 'Support', all);
    await leadsTo('Theme mix: under Support', 'directly', under['directly']!);
    await leadsTo('Theme mix: under Support', 'Repair', under['Repair']!);
  });

  test('kinds that are summed up are shown one by one when asked, and each leads to its clips', async () => {
    const all = page.getByRole('button', { name: /^(Show all \d+|Sum up the rest as others) Theme mix$/ });
    const count = Number(/\d+/.exec((await all.textContent())!)![0]);
    expect(await heads('Theme mix')).toContain('others');
    await all.focus();
    await page.keyboard.press('Enter');
    await eventually(async () => !(await heads('Theme mix')).includes('others'), 'others were not taken apart');
    expect(await all.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await heads('Theme mix')).toHaveLength(count + 2);
    const [last] = (await heads('Theme mix')).slice(-2);
    await leadsTo('Theme mix', last!, (await clipsOf('Theme mix'))[last!]!);
    await all.click();
    await eventually(async () => (await heads('Theme mix')).includes('others'), 'they were not summed up again');
    expect(new URLSearchParams(page.url().split('?')[1]).has('all')).toBe(false);
  });

  test('the same button closes it, and the address forgets it', async () => {
    await mix('Theme mix').getByRole('button', { name: 'Support' }).click();
    await mix('Theme mix: under Support').waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('under=');
  });
});

describe('saved views', () => {
  test('a chart with its period is kept, pinned, opened from the popup, and deleted with an undo', async () => {
    const hash = '#/benchmark?days=30&trend=mentions&step=day';
    const page = await browser.open(`dashboard.html${hash}`);
    const menu = page.getByRole('button', { name: 'Saved views' });
    await menu.click();
    const views = page.getByRole('region', { name: 'Saved views' });
    await views.getByText('Nothing saved yet').waitFor();
    await views.getByRole('textbox', { name: 'Name of the view' }).fill('Mentions by day');
    await page.keyboard.press('Enter');
    await views.getByRole('link', { name: 'Mentions by day' }).waitFor();
    await views.getByRole('button', { name: 'Pin to the popup: Mentions by day' }).click();
    await views.getByRole('button', { name: 'Unpin: Mentions by day' }).waitFor();
    const { violations } = await new AxeBuilder({ page })
      .include('.top-bar')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);

    const popup = await browser.open('popup.html', { width: 380, height: 600 });
    const link = popup.getByRole('link', { name: 'Mentions by day' });
    await link.waitFor();
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await opened.waitForURL(`**/dashboard.html${hash}`);
    await opened
      .locator('.over-time')
      .getByRole('figure', { name: /^Mentions, Arvelle/ })
      .waitFor();

    await views.getByRole('button', { name: 'Delete: Mentions by day' }).click();
    await link.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: /Undo/ }).click();
    await link.waitFor();
    await page.keyboard.press('Escape');
  });
});
