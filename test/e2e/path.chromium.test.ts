/** The whole path: a post on a page, the ring, the store, and every surface that shows what it adds up to. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { judge, leaveRing, openRing, tabNames } from '../tools/tour/ring.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
const grinder = 'Fourteen months, and the grinder';
let feed: Page;
let brands: Record<string, string>;

const post = (words: string) => feed.getByText(words).first();
const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

beforeAll(async () => {
  brands = await nameBrands(browser.inside);
  feed = await browser.context.newPage();
  await feed.goto(browser.demo);
});

describe('from the page to every surface', () => {
  let popup: Page;
  let panel: Page;
  let board: Page;
  let benchmark: Page;
  beforeAll(async () => {
    popup = await browser.open('popup.html', { width: 380, height: 600 });
    panel = await browser.open('sidepanel.html', { width: 400, height: 900 });
    board = await browser.open(`dashboard.html#/swot?brand=${encodeURIComponent(brands['Kestrin']!)}`);
    benchmark = await browser.open('dashboard.html#/benchmark');
  });

  test('a post clipped by Enter waits in the inbox, and the side panel shows it at once', async () => {
    await openRing(browser, feed, post('Our facilities team wants'));
    await judge(feed, ['Enter'], /Saved, not judged yet/);
    await leaveRing(feed);
    await panel.getByText('Our facilities team wants').first().waitFor();
    expect(await storedClips(browser.inside)).toMatchObject([{ inbox: 1, state: 'inbox', tags: [] }]);
  });

  test('a post judged by one key changes popup, board and benchmark without a reload', async () => {
    const before = await row(popup, 'Kestrin').innerText();
    expect(await openRing(browser, feed, post(grinder))).toContain('Jonas Feld');
    expect(await judge(feed, ['w'], /Weakness of Kestrin, saved/)).toBeTruthy();
    await eventually(async () => (await row(popup, 'Kestrin').innerText()) !== before, 'the popup’s row did not change');
    await row(popup, 'Kestrin')
      .getByRole('link', { name: /1 weakness/i })
      .waitFor();
    await popup.getByText(grinder).first().waitFor();
    await board.getByText(grinder).first().waitFor();
    // Both posts name Kestrin.
    await row(benchmark, 'Kestrin').getByText('2', { exact: true }).first().waitFor();
    const [, clip] = await storedClips(browser.inside);
    expect(clip).toMatchObject({ platform: 'generic', brands: expect.arrayContaining([brands['Kestrin']]), inbox: 0 });
    expect(clip!.tags).toMatchObject([{ brand: brands['Kestrin'], quadrant: 'weakness', origin: 'hand' }]);
  });

  test('undo takes it back everywhere, and it is judged again', async () => {
    await feed.bringToFront();
    await feed.keyboard.press('z');
    await eventually(async () => (await storedClips(browser.inside)).length === 1, 'the clip is still there');
    await row(popup, 'Kestrin')
      .getByRole('link', { name: /1 weakness/i })
      .waitFor({ state: 'detached' });
    await board.getByText(grinder).first().waitFor({ state: 'detached' });
    await leaveRing(feed);
    await openRing(browser, feed, post(grinder));
    await judge(feed, ['w'], /Weakness of Kestrin, saved/);
    await leaveRing(feed);
  });

  test('each number leads to its clips', async () => {
    const opened = browser.context.waitForEvent('page');
    await row(popup, 'Kestrin')
      .getByRole('link', { name: /1 weakness/i })
      .click();
    const library = await opened;
    await library.getByText(grinder).first().waitFor();
    expect(await library.getByText('Our facilities team wants').count()).toBe(0);
    await library.close();
  });

  test('the side panel judges by keyboard alone, and undoes', async () => {
    await panel.bringToFront();
    await panel.getByText('Our facilities team wants').first().waitFor();
    await panel.keyboard.press('Tab');
    await eventually(async () => {
      await panel.keyboard.press('o');
      return (await storedClips(browser.inside)).some(({ tags }) => tags.some(({ quadrant }) => quadrant === 'opportunity'));
    }, 'the key judged nothing');
    await panel.keyboard.press('z');
    await eventually(async () => (await storedClips(browser.inside)).some(({ inbox }) => inbox === 1), 'undo did not bring it back to the inbox');
  });
});

test('after a reload the post shows how it was judged', async () => {
  await feed.bringToFront();
  await feed.reload();
  await eventually(async () => (await tabNames(feed)).some((name) => /Weakness/.test(name)), 'no post is marked');
});

test('clipped again it is one clip with two snapshots and its tag', async () => {
  await openRing(browser, feed, post(grinder));
  await judge(feed, ['Enter'], /saved|Saved/);
  await leaveRing(feed);
  const clips = (await storedClips(browser.inside)).filter(({ text }) => text.includes(grinder));
  expect(clips).toMatchObject([{ tags: [{ quadrant: 'weakness' }] }]);
  const snapshots = await browser.inside.evaluate(
    async (id) => (await store.activeStore()).db.snapshots.where('clip').equals(id).count(),
    clips[0]!.id,
  );
  // One from before the undo, one after it, one now: what was seen stays seen.
  expect(snapshots).toBe(3);
});

test('the background may be killed between two clips', async () => {
  const before = (await storedClips(browser.inside)).length;
  await browser.stopWorker();
  await feed.bringToFront();
  await openRing(browser, feed, post('Ground beans at 5:40'));
  await browser.stopWorker();
  await judge(feed, ['s'], /saved/);
  await leaveRing(feed);
  expect((await storedClips(browser.inside)).length).toBe(before + 1);
});
