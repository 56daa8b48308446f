/** Clips judged by three keys each, changed many at once by key and by pointer, and what became of one on its page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
let brands: Record<string, string>;
let page: Page;

/** Posts about Kestrin that wait to be judged; their ids. */
const clip = (from: number, to: number) =>
  browser.inside.evaluate(
    async ({ first, last, brand }) => {
      const here = await store.activeStore();
      const ids: string[] = [];
      for (let index = first; index <= last; index += 1) {
        const saved = await store.saveClip(here, {
          draft: {
            kind: 'post',
            platform: 'x',
            url: null,
            nativeId: `${index}`,
            author: { name: null, handle: `author${index}` },
            text: `Post number ${index} about Kestrin`,
            truncated: false,
            publishedAt: null,
            metrics: { likes: index, comments: null, shares: null, views: null, saves: null, rating: null },
            rounded: [],
            media: [],
            promoted: false,
          },
          brands: [brand],
          judgement: null,
        });
        ids.push(saved.clip ?? '');
      }
      return ids;
    },
    { first: from, last: to, brand: brands['Kestrin']! },
  );

const untilStored = (fits: (clips: Awaited<ReturnType<typeof storedClips>>) => boolean, otherwise: string) =>
  eventually(async () => fits(await storedClips(browser.inside)), otherwise);
const entries = () =>
  browser.inside.evaluate(async () => {
    const actions = await (await store.activeStore()).db.actions.toArray();
    return new Set(actions.map(({ batch, id }) => batch ?? id)).size;
  });
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
async function check(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

beforeAll(async () => {
  brands = await nameBrands(browser.inside);
  // The theme that a digit will take, from a clip that waits no longer.
  const [id] = await clip(1, 1);
  await browser.inside.evaluate(
    async ({ clip: judged, brand }) => {
      await store.commands.tags.tagClip(await store.activeStore(), judged, { brand, quadrant: 'threat', theme: 'Delivery' });
    },
    { clip: id!, brand: brands['Kestrin']! },
  );
});

describe('the inbox', () => {
  beforeAll(async () => {
    await clip(11, 20);
    page = await browser.open('sidepanel.html', { width: 400, height: 900 });
    await page.getByRole('article').nth(9).waitFor();
    for (
      let presses = 0;
      presses < 12 &&
      !(await page
        .getByRole('article')
        .first()
        .evaluate((one) => one === document.activeElement));
      presses += 1
    )
      await page.keyboard.press('Tab');
  });

  test('ten clips are judged by keyboard alone, with theme and brand, by three keys each', async () => {
    let pressed = 0;
    for (let left = 10; left > 0; left -= 1) {
      for (const key of ['#', '1', left % 2 ? 'w' : 's']) {
        await page.keyboard.press(key);
        pressed += 1;
      }
      await page
        .getByRole('article')
        .nth(left - 1)
        .waitFor({ state: 'detached' });
    }
    expect(pressed).toBe(30);
    await untilStored((clips) => clips.every(({ inbox }) => inbox === 0), 'some wait still');
    const judged = (await storedClips(browser.inside)).filter(({ text }) => /number (1[1-9]|20)/.test(text));
    const [theme] = new Set(judged.map(({ tags }) => tags[0]?.theme));
    expect(theme).toMatch(/^theme:/);
    expect(judged.map(({ tags }) => tags)).toEqual(judged.map(() => [expect.objectContaining({ brand: brands['Kestrin'], theme, origin: 'hand' })]));
    expect(judged.map(({ tags }) => tags[0]?.quadrant).sort()).toEqual([...Array(5).fill('strength'), ...Array(5).fill('weakness')]);
  });

  test('priority by one key, the owner by name, and a factor that is asked about but kept', async () => {
    await clip(21, 23);
    await page.getByText('Post number 23').waitFor();
    await page.getByRole('article').first().focus();
    const before = await entries();
    await press('a');
    await page.keyboard.type('Nobody');
    await press('Escape', 'p', 'a');
    await page.keyboard.type('Ann Lind');
    await press('Enter');
    await untilStored((clips) => clips.some(({ priority, owner }) => priority === 3 && owner === 'Ann Lind'), 'nobody sees to it');
    // What was left by Escape was not stored, and what was taken by Enter once.
    expect(await entries()).toBe(before + 2);
    await press('i');
    await page.getByLabel(/Factor/).selectOption('competition');
    await press('Enter', 's');
    await page.getByText('Usually an opportunity; keep?').waitFor();
    await untilStored(
      (clips) => clips.some(({ tags }) => tags.some((tag) => tag.quadrant === 'strength' && tag.factor === 'competition')),
      'it was not kept',
    );
    await check();
    await press('u');
    await untilStored(
      (clips) => clips.some(({ tags }) => tags.some((tag) => tag.quadrant === 'opportunity' && tag.factor === 'competition')),
      'not judged anew',
    );
  });

  test('all that wait are marked as reviewed by one key, as one entry, and come back by one', async () => {
    await page.getByText('Post number 21').waitFor();
    const before = await entries();
    await press('*');
    await page.getByText('2 clips selected').waitFor();
    await check();
    await press('v');
    await untilStored((clips) => clips.filter(({ text, state }) => /number 2[12]/.test(text) && state === 'reviewed').length === 2, 'not reviewed');
    expect(await entries()).toBe(before + 1);
    await press('z');
    await untilStored((clips) => clips.filter(({ inbox }) => inbox === 1).length === 2, 'they did not come back');
    await page.close();
  });
});

describe('the library', () => {
  const owned = (name: string) => async (count: number) =>
    untilStored((clips) => clips.filter(({ owner }) => owner === name).length === count, `${name} does not see to ${count}`);

  beforeAll(async () => {
    await clip(31, 90);
    page = await browser.open('dashboard.html#/library?q=likes>30');
    await page.getByText('Post number 90').waitFor();
  });

  test('all that answer, more than are shown, are changed by keyboard in one entry; the count stands on the button, and Z takes all back', async () => {
    const before = await entries();
    await press('j', 'x');
    await page.getByText('1 clip selected').waitFor();
    await press('*');
    await page.getByText('60 clips selected').waitFor();
    await press('a');
    await page.keyboard.type('Bo Rask');
    await check();
    await page.getByRole('button', { name: 'Change 60 clips' }).waitFor();
    await press('Enter');
    await owned('Bo Rask')(60);
    expect(await entries()).toBe(before + 1);
    await press('z');
    await owned('Bo Rask')(0);
  });

  test('a range by Shift+X, judged with brand, theme and factor, and its priority set, in one go', async () => {
    await press('Escape');
    await page.getByRole('region', { name: 'Selected clips' }).waitFor({ state: 'detached' });
    await press('x', 'j', 'j', 'Shift+X');
    await page.getByText('3 clips selected').waitFor();
    await press('w');
    const dialog = page.getByRole('dialog', { name: 'Change 3 clips' });
    await dialog.getByRole('button', { name: 'Kestrin' }).click();
    await dialog.getByLabel('Theme #').fill('Support');
    await dialog.getByLabel('Factor I').selectOption('political');
    await dialog.getByText('Usually a threat; keep?').waitFor();
    await check();
    await dialog.getByLabel('Priority').selectOption({ label: 'high' });
    await dialog.getByRole('button', { name: 'Change 3 clips' }).click();
    await untilStored(
      (clips) =>
        clips.filter(({ priority, tags }) => priority === 3 && tags.some((tag) => tag.quadrant === 'weakness' && tag.factor === 'political'))
          .length === 3,
      'three are not judged',
    );
  });

  test('by pointer: two boxes with Shift between them, another brand, then the trash; the history takes each back as one', async () => {
    await page.reload();
    const boxes = page.getByRole('checkbox');
    await boxes.nth(3).click();
    await boxes.nth(6).click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: /^Change…/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Change 4 clips' });
    await dialog.getByLabel('Also about').selectOption({ label: 'Arvelle' });
    await dialog.getByRole('button', { name: 'Change 4 clips' }).click();
    const about = (count: number) =>
      untilStored((clips) => clips.filter((one) => one.brands.includes(brands['Arvelle']!)).length === count, `not ${count} about Arvelle`);
    await about(4);
    const all = (await storedClips(browser.inside)).length;
    await page.getByRole('button', { name: 'Move 4 clips to the trash' }).click();
    await untilStored((clips) => clips.length === all - 4, 'they are not in the trash');
    await press('g', 'h');
    await page.getByText('Moved to the trash, 4 at once').waitFor();
    await page.getByRole('button', { name: 'Undo: Moved to the trash, 4 at once' }).click();
    await untilStored((clips) => clips.length === all, 'they did not come back');
    await page.getByRole('button', { name: 'Undo: Brand added, 4 at once' }).click();
    await about(0);
    await page.close();
  });

  test('what nobody owns, and a factor, are asked for in the search field, with values to choose from', async () => {
    page = await browser.open('dashboard.html#/library?q=factor:external -priority:none');
    await page.getByText('Post number 90').waitFor();
    await page.getByText('4 clips', { exact: false }).first().waitFor();
    await page.locator('.library .search input').fill('owner:');
    await page.getByRole('option', { name: /Ann Lind/ }).waitFor();
    await page.close();
  });
});

test('a clip’s page tells who did what and when, what was taken back too, and judges anew what was asked about', async () => {
  page = await browser.open('dashboard.html#/clip/clip%3Ax%3A90');
  const past = page.getByRole('region', { name: 'What happened to it' });
  await past.getByText('Judged: Weakness of Kestrin, Support').waitFor();
  await past.getByText('Clipped on its page').waitFor();
  await page.getByRole('button', { name: 'Take back: Weakness of Kestrin, Support' }).waitFor();
  await page.getByRole('button', { name: 'Make it a threat' }).focus();
  await press('Enter');
  await past.getByText('Judged anew: Threat to Kestrin, Support').waitFor();
  await past.getByText('instead of: Weakness of Kestrin, Support').waitFor();
  await page.getByRole('button', { name: 'Take back: Threat to Kestrin, Support' }).focus();
  await press('Enter');
  await past.getByText('Taken back: Threat to Kestrin, Support').waitFor();
  await page.getByLabel('State V').selectOption({ label: 'Acted upon' });
  await past.getByText('Moved, in or out of the inbox').first().waitFor();
  await page.getByLabel('Owner A').focus();
  await page.keyboard.type('Cy');
  await press('Enter');
  await untilStored((clips) => clips.some(({ owner }) => owner === 'Cy'), 'Cy does not see to it');
  await press('p');
  await untilStored(
    (clips) => clips.some(({ id, state, owner, priority }) => id === 'clip:x:90' && state === 'actioned' && owner === 'Cy' && priority === 2),
    'not followed up',
  );
  await check();
  await page.setViewportSize({ width: 320, height: 800 });
  await check();
  await page.close();
});
