/** Working on the board: by drag, by its keyboard twin, by the margin's buttons; live, undone, drawn and printed. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { withBrowser } from './browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
let board: Page;
let brand: string;

const judge = (id: string, handle: string, quadrant: 'strength' | 'weakness' | 'opportunity' | 'threat', theme: string) =>
  browser.inside.evaluate(
    async ([nativeId, by, of, judged, about]) => {
      const draft = {
        kind: 'post' as const,
        platform: 'x',
        url: `https://x.com/${by}/status/${nativeId}`,
        nativeId: nativeId!,
        author: { name: null, handle: by! },
        text: `${about}: what ${by} says of it`,
        truncated: false,
        publishedAt: { instant: new Date().toISOString(), raw: 'now', precision: 'minute' as const, source: 'attribute' as const },
        metrics: { likes: null, comments: null, shares: null, views: null, saves: null, rating: null },
        rounded: [],
        media: [],
        promoted: false,
      };
      const judgement = { brand: of!, quadrant: judged as 'weakness', theme: about! };
      await store.saveClip(await store.activeStore(), { draft, brands: [of!], judgement });
    },
    [id, handle, brand, quadrant, theme] as string[],
  );

const region = (name: string) => board.getByRole('region', { name, exact: true });
const line = (name: string) => board.getByRole('button', { name, exact: true });
const linesOf = (name: string) => region(name).locator('.statement h3').allInnerTexts();
const shows = (name: string, lines: string[]) => eventually(async () => `${await linesOf(name)}` === `${lines}`, `${name} should show ${lines}`);

/** Drags by mouse from the middle of one element to a point in another. */
async function drag(from: string, to: ReturnType<typeof region>, at: { x: number; y: number }) {
  const [start, end] = [await line(from).boundingBox(), await to.boundingBox()];
  await board.mouse.move(start!.x + 20, start!.y + start!.height / 2);
  await board.mouse.down();
  await board.mouse.move(start!.x + 40, start!.y + 40, { steps: 3 });
  await board.mouse.move(end!.x + at.x, end!.y + at.y, { steps: 8 });
  await board.mouse.up();
}

beforeAll(async () => {
  brand = await browser.inside.evaluate(async () => {
    const none = { aliases: [], handles: [], must: [], mustNot: [] };
    return (await store.saveBrand(await store.activeStore(), { ...none, name: 'Arvelle', kind: 'own' })).brand.id;
  });
  await judge('1', 'ana', 'weakness', 'Delivery');
  await judge('2', 'ben', 'weakness', 'Delivery');
  await judge('3', 'cleo', 'weakness', 'Courier');
  await judge('4', 'dan', 'strength', 'Taste');
  board = await browser.open('dashboard.html#/swot', { width: 1280, height: 900 });
  await line('Delivery').waitFor();
});

test('a tag set elsewhere moves the open board', async () => {
  await judge('5', 'eva', 'threat', 'Price');
  await shows('Threats', ['Price']);
});

describe('a line is moved', () => {
  test('by drag, keeps its evidence and says where that was judged; Z takes it back', async () => {
    await drag('Courier', region('Opportunities'), { x: 200, y: 120 });
    await shows('Opportunities', ['Courier']);
    await region('Opportunities').getByText('judged W, stated O').waitFor();
    expect(await board.evaluate(() => document.activeElement?.textContent)).toBe('Courier');
    const tags = await browser.inside.evaluate(async () => (await store.activeStore()).db.tags.toArray());
    expect(tags.filter(({ quadrant }) => quadrant === 'weakness')).toHaveLength(3);
    await board.keyboard.press('z');
    await shows('Weaknesses', ['Delivery', 'Courier']);
  });

  test('a drag that ends where it began, or is left by Escape, does nothing', async () => {
    await line('Courier').hover();
    await board.mouse.down();
    await board.mouse.move(200, 700, { steps: 5 });
    await board.keyboard.press('Escape');
    await board.mouse.up();
    await shows('Weaknesses', ['Delivery', 'Courier']);
    expect(await board.locator('.margin').count()).toBe(0);
  });

  test('by drag within its quadrant, to another place', async () => {
    await drag('Courier', region('Weaknesses'), { x: 200, y: 62 });
    await shows('Weaknesses', ['Courier', 'Delivery']);
    await board.keyboard.press('z');
    await shows('Weaknesses', ['Delivery', 'Courier']);
  });

  test('by keys alone: arrows, M and a letter, Alt and an arrow, Z', async () => {
    await line('Taste').focus();
    await board.keyboard.press('ArrowRight');
    await board.keyboard.press('ArrowDown');
    expect(await board.evaluate(() => document.activeElement?.textContent)).toBe('Courier');
    await board.keyboard.press('Alt+ArrowUp');
    await shows('Weaknesses', ['Courier', 'Delivery']);
    await eventually(async () => (await board.evaluate(() => document.activeElement?.textContent)) === 'Courier', 'the focus did not follow');
    await board.keyboard.press('m');
    await region('Weaknesses').getByText('Move to').waitFor();
    await board.keyboard.press('t');
    await shows('Threats', ['Price', 'Courier']);
    await eventually(async () => (await board.evaluate(() => document.activeElement?.textContent)) === 'Courier', 'the focus did not follow');
    await board.keyboard.press('z');
    await shows('Weaknesses', ['Courier', 'Delivery']);
  });
});

describe('in the margin', () => {
  const margin = () => board.getByRole('complementary', { name: 'Evidence' });

  test('a line is worded in place, weighed and pinned', async () => {
    await line('Delivery').focus();
    await board.keyboard.press('Enter');
    await margin().getByRole('button', { name: 'Put it in your words' }).click();
    await board.keyboard.type('Delivery dates slip');
    await board.keyboard.press('Enter');
    await line('Delivery dates slip').waitFor();
    await margin().getByRole('group', { name: 'Impact' }).getByRole('button', { name: '4 of 5' }).click();
    await region('Weaknesses').getByText('impact 4').waitFor();
    await margin().getByRole('button', { name: 'Pin', exact: true }).click();
    await shows('Weaknesses', ['Delivery dates slip', 'Courier']);
  });

  test('two lines become one and are split again', async () => {
    await margin().getByRole('button', { name: 'Close' }).click();
    await line('Courier').click();
    await margin().getByRole('combobox', { name: 'Merge into…' }).selectOption({ label: 'W · Delivery dates slip' });
    await margin().getByRole('button', { name: 'Merge', exact: true }).click();
    await shows('Weaknesses', ['Delivery dates slip']);
    await region('Weaknesses').getByText('3 clips').waitFor();
    await board.locator('.statement h3 button').filter({ hasText: 'Delivery dates slip' }).click();
    await margin().getByRole('link', { name: 'its clips' }).nth(1).waitFor();
    const { violations } = await new AxeBuilder({ page: board }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
    await margin().getByRole('button', { name: 'Split off' }).click();
    await shows('Weaknesses', ['Delivery dates slip', 'Courier']);
  });

  test('put away, it waits under its quadrant and comes back', async () => {
    await margin().getByRole('button', { name: 'Put away' }).click();
    await shows('Weaknesses', ['Courier']);
    await region('Weaknesses').getByRole('button', { name: '1 put away' }).click();
    await region('Weaknesses').getByRole('button', { name: 'Bring back' }).click();
    await shows('Weaknesses', ['Delivery dates slip', 'Courier']);
  });
});

test('what nobody has said is printed as opinion', async () => {
  await region('Strengths').getByRole('button', { name: 'Add a strength in your words' }).click();
  await board.keyboard.type('We are quick to joke');
  await board.keyboard.press('Enter');
  await shows('Strengths', ['Taste', 'We are quick to joke']);
  await region('Strengths').getByText('opinion, no evidence yet').waitFor();
});

describe('to take away', () => {
  const saved = async (name: string) => {
    const [download] = await Promise.all([board.waitForEvent('download'), board.getByRole('button', { name }).click()]);
    return { name: download.suggestedFilename(), bytes: await readFile((await download.path())!) };
  };

  test('as SVG, its words as text', async () => {
    const { name, bytes } = await saved('Save as SVG');
    expect(name).toMatch(/^swot-arvelle-\d{4}-\d\d-\d\d\.svg$/);
    const words = await board.evaluate((svg) => {
      const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
      return [drawn.querySelector('parsererror')?.textContent ?? '', ...[...drawn.querySelectorAll('text')].map(({ textContent }) => textContent)];
    }, bytes.toString('utf8'));
    expect(words[0]).toBe('');
    expect(words).toEqual(expect.arrayContaining(['Weaknesses', 'Delivery dates slip', 'We are quick to joke']));
  });

  test('as PNG, twice as sharp as a screen', async () => {
    const { bytes } = await saved('Save as PNG');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(2_560);
  });

  test.each([1_920, 1_280, 360])('on one page, from a window of %i px', async (width) => {
    await board.setViewportSize({ width, height: 900 });
    const pdf = await board.pdf({ preferCSSPageSize: true, printBackground: true });
    await board.setViewportSize({ width: 1_280, height: 900 });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });
});

test('what a rival is blamed for is offered as our chance: one key in the inbox, and the open board has it', async () => {
  await browser.inside.evaluate(async () => {
    const here = await store.activeStore();
    const none = { aliases: [], handles: [], must: [], mustNot: [] };
    const { brand: rival } = await store.saveBrand(here, { ...none, name: 'Kestrin', kind: 'competitor' });
    const [known] = await here.db.captures.toArray();
    const draft = { ...known!.draft, nativeId: '99', url: 'https://x.com/fay/status/99', text: 'Their checkout is broken' };
    await store.saveClip(here, { draft, brands: [rival.id], judgement: null });
  });
  const inbox = await browser.open('dashboard.html#/inbox');
  await inbox.getByRole('article').filter({ hasText: 'checkout is broken' }).focus();
  await inbox.keyboard.press('w');
  await inbox.getByText('Also an opportunity for Arvelle').waitFor();
  expect(await linesOf('Opportunities')).toEqual([]);
  await inbox.keyboard.press('f');
  await shows('Opportunities', ['no theme yet']);
  await inbox.keyboard.press('z');
  await shows('Opportunities', []);
  await inbox.close();
});
