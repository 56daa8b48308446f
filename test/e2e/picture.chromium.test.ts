/** The picture of a post: what it shows, how large it may be, when there is none, and that nothing of ours is in it. */
import { writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { pictureBudget } from '../../lib/core/picture.ts';
import { accessibilityTree, chooseMenuItem, clickAccessible, eventually, openActionPopup, pressCommand } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { judge, leaveRing } from '../tools/tour/ring.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

declare const chrome: typeof extensionApi;
declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
let page: Page;

const post = (id: number, style: string, words: string) =>
  `<article style="position:absolute;${style}" tabindex="0" itemscope itemtype="https://schema.org/SocialMediaPosting"><b itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Person ${id}</span></b> <a itemprop="url" href="/posts/${id}">link</a><p itemprop="articleBody">${words}</p></article>`;
/** Each post in a colour of its own, on a page in another. */
const html = `<!doctype html><title>Feed</title><body style="background:#000;margin:0;height:3000px">${[
  post(1, 'left:200px;top:100px;width:500px;height:300px;background:#c00000', 'The Kestrin lid does not fit.'),
  post(2, 'left:200px;top:800px;width:500px;height:400px;background:#0000c0', 'Arvelle: new blades.'),
].join('')}`;

beforeEach(async () => {
  await browser.inside.evaluate(async () => {
    const { db } = await store.activeStore();
    for (const table of db.tables) if (table.name !== 'workspace') await table.clear();
    await chrome.storage.local.remove('pictures');
  });
  await nameBrands(browser.inside);
  page = await browser.context.newPage();
  await page.route('https://feed.example/**', (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
  await page.goto('https://feed.example/');
  await page.bringToFront();
});
afterEach(() => page.close());

/** What is kept, and the colours at its corners, an eighth of the way in, and in the middle. */
const kept = () =>
  browser.inside.evaluate(async () => {
    const { db } = await store.activeStore();
    return Promise.all(
      (await db.pictures.toArray()).map(async ({ bytes, ...picture }) => {
        const image = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: picture.type }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        const at = (x: number, y: number) => [
          ...context.getImageData(Math.floor(image.width * x), Math.floor(image.height * y), 1, 1).data.slice(0, 3),
        ];
        const places = [1 / 8, 7 / 8].flatMap((x) => [1 / 8, 7 / 8].map((y) => [x, y] as const));
        const colours = [...places, [1 / 2, 15 / 16] as const].map(([x, y]) => at(x, y));
        return {
          ...picture,
          size: bytes.length,
          magic: String.fromCharCode(...bytes.slice(0, 4), ...bytes.slice(8, 12)),
          shows: [image.width, image.height],
          colours,
        };
      }),
    );
  });

const isNear = (colour: number[], wanted: number[]) => colour.every((value, index) => Math.abs(value - wanted[index]!) < 24);
const red = [0xc0, 0, 0];
const blue = [0, 0, 0xc0];

async function clipByPopup(): Promise<string> {
  const popup = await openActionPopup(browser, page);
  const text = () => popup.evaluate("document.body?.innerText ?? ''") as Promise<string>;
  await eventually(async () => /Person \d/.test(await text()), 'the popup did not read the post');
  await popup.evaluate("document.querySelector('.clip-button').click()");
  await eventually(async () => /picture/i.test(await text()), 'the popup says nothing of the picture');
  const said = await text();
  writeFileSync('.output/picture-popup.png', await popup.screenshot());
  await popup.close();
  return said;
}

describe('by the popup', () => {
  test('a WebP of the post alone is kept, as large as the screen showed it, within the budget', async () => {
    await page.hover('article');
    expect(await clipByPopup()).toContain('A picture is kept with it.');
    const [picture, ...others] = await kept();
    expect(others).toEqual([]);
    expect(picture).toMatchObject({ type: 'image/webp', magic: 'RIFFWEBP', width: 500, height: 300, shows: [500, 300], partial: false });
    expect(picture!.size).toBeLessThanOrEqual(pictureBudget);
    for (const colour of picture!.colours) expect(isNear(colour, red), `${colour} is not the post’s red`).toBe(true);
  });

  test('of a post that goes on below the screen there is what was seen, and it is said to be a part', async () => {
    await page.locator('article').nth(1).focus();
    await page.evaluate(() => scrollTo(0, 200));
    await clipByPopup();
    const [picture] = await kept();
    expect(picture).toMatchObject({ width: 500, height: 300, partial: true });
    for (const colour of picture!.colours) expect(isNear(colour, blue), `${colour} is not the post’s blue`).toBe(true);
  });

  test('none is taken once pictures are switched off', async () => {
    const settings = await browser.open('dashboard.html#/settings');
    await settings.getByLabel(/Keep a picture of each clipped post/).click();
    await page.bringToFront();
    await page.hover('article');
    const popup = await openActionPopup(browser, page);
    const text = () => popup.evaluate("document.body?.innerText ?? ''") as Promise<string>;
    await eventually(async () => /Person 1/.test(await text()), 'the popup did not read the post');
    await popup.evaluate("document.querySelector('.clip-button').click()");
    await eventually(async () => /Clipped, not judged yet/.test(await text()), 'it was not clipped');
    expect(await text()).not.toMatch(/picture/i);
    await popup.close();
    expect(await kept()).toEqual([]);
    await settings.close();
  });
});

describe('by the key', () => {
  /** What the browser does when a person presses our key: it grants the tab. The protocol grants it by the toolbar button. */
  async function chordOn(selector: string): Promise<void> {
    await (await openActionPopup(browser, page)).close();
    await page.hover(selector);
    await pressCommand(browser, 'ring', page);
  }
  const waiting = async () => (await browser.worker()).evaluate(async () => Object.keys(await chrome.storage.session.get(null)).length);
  const said = async (words: RegExp) => (await accessibilityTree(page)).some(({ name }) => words.test(name));

  test('the ring says that there is a picture, is not in it, keeps it with the clip, and leaves nothing waiting', async () => {
    await chordOn('article');
    await eventually(() => said(/With a picture of the post/), 'the ring does not say that there is a picture');
    await judge(page, ['w'], /Weakness of Kestrin, saved/);
    const [picture] = await eventually(async () => {
      const all = await kept();
      return all.length > 0 && all;
    }, 'no picture was kept');
    expect(picture).toMatchObject({ type: 'image/webp', width: 500, height: 300, partial: false });
    for (const colour of picture!.colours) expect(isNear(colour, red), `${colour} is not the post’s red`).toBe(true);
    await leaveRing(page);
    await eventually(async () => (await waiting()) === 0, 'something still waits after the ring was left');
  });

  test('the picture waits through the death of the background', async () => {
    await chordOn('article');
    await eventually(() => said(/With a picture of the post/), 'the ring does not say that there is a picture');
    await eventually(async () => (await waiting()) === 1, 'no picture waits');
    await browser.stopWorker();
    await judge(page, ['w'], /Weakness of Kestrin, saved/);
    await eventually(async () => (await kept()).length === 1, 'the picture was lost');
    await page.keyboard.press('z');
    await eventually(() => said(/Undone/), 'it was not undone');
    expect(
      await browser.inside.evaluate(async () => {
        const { db } = await store.activeStore();
        return db.clips.count();
      }),
    ).toBe(0);
    await leaveRing(page);
  });

  test('without the browser’s grant the ring opens all the same, and says that there is no picture', async () => {
    await page.hover('article');
    await pressCommand(browser, 'ring', page);
    await eventually(() => said(/No picture this time/), 'the ring does not say that there is none');
    await judge(page, ['w'], /Weakness of Kestrin, saved/);
    await leaveRing(page);
    expect(await kept()).toEqual([]);
  });
});

test('by the context menu there is a picture of the post, and none where a link elsewhere is clipped', async () => {
  await (await openActionPopup(browser, page)).close();
  const open = async (menuItemId: string, link: string, says: RegExp) => {
    await page.getByText(link, { exact: true }).first().click({ button: 'right' });
    await chooseMenuItem(browser, { menuItemId }, page);
    await eventually(async () => (await accessibilityTree(page)).some(({ name }) => says.test(name)), `the ring does not say ${says}`);
  };
  await open('page', 'link', /With a picture of the post/);
  await judge(page, ['Enter'], /Saved, not judged yet/);
  await eventually(async () => (await kept()).length === 1, 'no picture was kept');
  await leaveRing(page);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://elsewhere.example/';
    link.textContent = 'elsewhere';
    document.querySelector('article')?.append(link);
  });
  await open('link', 'elsewhere', /No picture this time/);
  await leaveRing(page);
});

test('the button on the page gives no picture, though the host is granted, and names the key that does', async () => {
  await page.hover('article');
  const button = await eventually(
    async () => (await accessibilityTree(page)).find(({ role, name }) => role === 'button' && /Clip this post|clip this/i.test(name)),
    'there is no button at the post',
  );
  await clickAccessible(page, button);
  await eventually(
    async () => (await accessibilityTree(page)).some(({ name }) => /No picture by this button; Alt\+L/.test(name)),
    'the ring does not name the key',
  );
  writeFileSync('.output/picture-button.png', await page.screenshot());
  await judge(page, ['w'], /Weakness of Kestrin, saved/);
  await leaveRing(page);
  expect(await kept()).toEqual([]);
});

describe('on the clip’s page', () => {
  async function clipPage(size = { width: 1280, height: 900 }): Promise<Page> {
    const [clip] = await storedClips(browser.inside);
    return browser.open(`dashboard.html#/clip/${encodeURIComponent(clip!.id)}`, size);
  }

  test('the picture is shown with its moment, enlarged, removed and brought back; words and picture are said to be unchanged', async () => {
    await page.locator('article').nth(1).focus();
    await page.evaluate(() => scrollTo(0, 200));
    await clipByPopup();
    const shown = await clipPage();
    await shown.getByText('Unchanged since saved here').waitFor();
    const picture = shown.getByRole('button', { name: /^Picture of the post as the screen showed it/ });
    const image = picture.locator('img');
    expect(await image.evaluate((it: HTMLImageElement) => it.decode().then(() => [it.naturalWidth, it.naturalHeight]))).toEqual([500, 300]);
    await shown.getByText('part of the post').waitFor();
    expect(await shown.getByRole('link', { name: 'Save as a file' }).getAttribute('download')).toMatch(/^generic-\d{4}-\d\d-\d\d\.webp$/);
    for (const scheme of ['light', 'dark'] as const) {
      await shown.emulateMedia({ colorScheme: scheme });
      const { violations } = await new AxeBuilder({ page: shown }).include('main').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      writeFileSync(`.output/picture-clip-${scheme}.png`, await shown.screenshot());
    }
    await picture.press('Enter');
    const large = shown.getByRole('dialog', { name: /Picture of the post/ });
    await large.waitFor();
    writeFileSync('.output/picture-large.png', await shown.screenshot());
    await shown.keyboard.press('Escape');
    await large.waitFor({ state: 'hidden' });
    expect(await picture.evaluate((it) => it === document.activeElement)).toBe(true);
    await shown.getByRole('button', { name: 'Remove the picture' }).click();
    await picture.waitFor({ state: 'detached' });
    await shown.getByRole('button', { name: /^Undo/ }).click();
    await picture.waitFor();
    await shown.setViewportSize({ width: 360, height: 800 });
    writeFileSync('.output/picture-clip-narrow.png', await shown.screenshot({ fullPage: true }));
    await shown.close();
  });

  test('what was changed in the store is no longer said to be unchanged', async () => {
    await page.hover('article');
    await clipByPopup();
    await browser.inside.evaluate(async () => {
      const { db } = await store.activeStore();
      await db.captures.toCollection().modify({ 'draft.text': 'Lovely lid.' });
    });
    const shown = await clipPage();
    await shown.getByText('These words are no longer those saved here').waitFor();
    expect(await shown.getByText('Unchanged since saved here').count()).toBe(0);
    await browser.inside.evaluate(async () => {
      const { db } = await store.activeStore();
      await db.pictures.toCollection().modify((row) => {
        row.bytes[row.bytes.length - 1] = (row.bytes.at(-1) ?? 0) ^ 1;
      });
    });
    await shown.getByText('This picture is no longer the one saved here').waitFor();
    writeFileSync('.output/picture-changed.png', await shown.screenshot());
    await shown.close();
  });
});

test('the settings say why the button gives none, and name the key that does', async () => {
  for (const [width, scheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    const settings = await browser.open('dashboard.html#/settings', { width, height: 900 });
    await settings.emulateMedia({ colorScheme: scheme });
    const keep = settings.getByLabel(/Keep a picture of each clipped post/);
    await keep.scrollIntoViewIfNeeded();
    await settings
      .getByText(/The button on the page can’t take one.*With the key it comes along:.*Alt.*L/s)
      .first()
      .waitFor();
    writeFileSync(`.output/picture-settings-${width}.png`, await settings.screenshot());
    await settings.close();
  }
});
