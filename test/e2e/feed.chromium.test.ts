/** A feed that drops posts from the page while one scrolls: what was on screen can still be judged, and a thread is gathered from its parts. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { accessibilityTree, eventually, openActionPopup } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { judge, leaveRing, openRing, ringName } from '../tools/tour/ring.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

declare const chrome: typeof extensionApi;
declare const store: StoreInPage;
declare global {
  var show: (from: number) => void;
}

const browser = withBrowser(() => inject('granted'));
let page: Page;

/** As X draws a post: by test ids, and its time as the link to it. */
const tweet = (id: number, handle: string, name: string, words: string) =>
  `<article data-testid="tweet" tabindex="0" style="min-height: 260px"><div data-testid="User-Name"><a href="/${handle}"><span>${name}</span></a> <a href="/${handle}"><span>@${handle}</span></a> <a href="/${handle}/status/${id}"><time datetime="2026-02-05T14:${String(id % 60).padStart(2, '0')}:00.000Z">5 Feb</time></a></div><div data-testid="tweetText" lang="en"><span>${words}</span></div><div role="group"><button data-testid="reply" aria-label="0 Replies. Reply"></button></div></article>`;

const maren = (id: number, words: string) => tweet(id, 'maren', 'Maren Holt', words);
const posts = [
  maren(1001, 'Nine days for a Kestrin kettle. A thread.'),
  maren(1002, 'The parcel went to the wrong town first.'),
  maren(1003, 'Then the lid did not fit the pot.'),
  maren(1004, 'Support answered within the hour, though.'),
  tweet(1005, 'tomas', 'Tomas Lind', 'Same here, two weeks.'),
  maren(1006, 'Sorry to hear that, Tomas.'),
  ...Array.from({ length: 30 }, (_, index) => tweet(1010 + index, `person${index}`, `Person ${index}`, `Something else, number ${index}.`)),
];

beforeEach(async () => {
  await browser.inside.evaluate(async () => {
    const { db } = await store.activeStore();
    for (const table of db.tables) if (table.name !== 'workspace') await table.clear();
  });
  await nameBrands(browser.inside);
  page = await browser.context.newPage();
  await page.setViewportSize({ width: 900, height: 900 });
  await page.route('https://x.com/**', (route) =>
    route.fulfill({
      body: `<!doctype html><title>X</title><main style="width: 600px"></main><script>
        const posts = ${JSON.stringify(posts)};
        // Three posts at a time are in the page, and no others.
        globalThis.show = (from) => { document.querySelector('main').innerHTML = posts.slice(from, from + 3).join('') };
        show(0);
      </script>`,
      contentType: 'text/html; charset=utf-8',
    }),
  );
  await page.goto('https://x.com/maren/status/1001');
  await page.bringToFront();
});
afterEach(() => page.close());

const nodes = async (role: RegExp) => (await accessibilityTree(page)).filter((node) => role.test(node.role)).map(({ name }) => name);

/** Scrolls on, and waits until what is in view has been read. */
async function showFrom(from: number, sees: number): Promise<void> {
  await page.evaluate((at) => globalThis.show(at), from);
  await eventually(async () => {
    const worker = await browser.worker();
    const seen = await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://x.com/*' });
      const answer = await chrome.tabs.sendMessage(tab!.id!, { page: 'readSighted', request: { mentions: false } });
      return (answer as { posts: { draft: { nativeId: string } }[] }).posts.map(({ draft }) => Number(draft.nativeId));
    });
    return seen.includes(sees);
  }, `post ${sees} was not read`);
}

test('a post that the feed has dropped is judged from the ring’s tray', async () => {
  await showFrom(0, 1003);
  await showFrom(3, 1006);
  await showFrom(20, 1026);
  expect(await page.locator('article').count()).toBe(3);
  await openRing(browser, page, page.locator('article').first());
  await page.keyboard.press('p');
  await eventually(async () => (await nodes(/heading/)).includes('Seen on this page'), 'the tray did not open');
  writeFileSync('.output/ring-tray.png', await page.screenshot());
  const offered = (await nodes(/button/)).filter((name) => /Maren Holt|Tomas Lind|Person/.test(name));
  // The newest first, and the post that the ring was opened on is not among them.
  expect(offered[0]).toMatch(/Person 16/);
  expect(offered.some((name) => /Same here, two weeks/.test(name))).toBe(true);
  const place = offered.findIndex((name) => /Same here, two weeks/.test(name)) + 1;
  await page.keyboard.press(String(place));
  await eventually(async () => (await ringName(page)) === 'Tomas Lind', 'the ring does not hold the post chosen');
  await judge(page, ['2', 'w'], /saved/);
  const [clip] = await storedClips(browser.inside);
  expect([clip?.nativeId, clip?.text, clip?.tags.map(({ quadrant }) => quadrant)]).toEqual(['1005', 'Same here, two weeks.', ['weakness']]);
  await leaveRing(page);
});

test('a thread is gathered from the parts that were on screen, in order, and clipped as one', async () => {
  await showFrom(0, 1003);
  await showFrom(2, 1005);
  await showFrom(3, 1006);
  // What stands below somebody else's words is an answer, and no part.
  await openRing(browser, page, page.locator('article').first());
  await eventually(async () => (await nodes(/button/)).some((name) => /Whole thread, 4 parts/.test(name)), 'no thread is offered');
  await page.keyboard.press('a');
  await eventually(async () => (await nodes(/list/)).length > 0, 'the parts are not shown');
  writeFileSync('.output/ring-thread.png', await page.screenshot());
  await judge(page, ['w'], /saved/);
  const [clip] = await storedClips(browser.inside);
  expect(clip?.nativeId).toBe('1001');
  expect(clip?.thread?.map((part) => ('missing' in part ? part.missing : part.nativeId))).toEqual(['1001', '1002', '1003', '1004']);
  await leaveRing(page);
});

test('the popup clips a post seen before, and a whole thread', async () => {
  await showFrom(0, 1003);
  await showFrom(20, 1026);
  await page.locator('article').first().hover();
  const popup = await openActionPopup(browser, page);
  const text = () => popup.evaluate("document.body?.innerText ?? ''") as Promise<string>;
  await eventually(async () => /posts seen on this page/.test(await text()), 'the popup does not say what was seen');
  await popup.evaluate(
    "[...document.querySelectorAll('section')].find((each) => each.getAttribute('aria-labelledby') === 'seen').querySelector('[aria-expanded]').click()",
  );
  await eventually(async () => /Then the lid did not fit/.test(await text()), 'the posts are not listed');
  writeFileSync('.output/popup-seen.png', await popup.screenshot());
  await popup.evaluate("[...document.querySelectorAll('.seen-post')].find((each) => /Then the lid/.test(each.innerText)).click()");
  const [clip] = await eventually(async () => {
    const clips = await storedClips(browser.inside);
    return clips.length > 0 && clips;
  }, 'it was not clipped');
  expect(clip?.nativeId).toBe('1003');
  await popup.close();
  await showFrom(0, 1003);
  await page.locator('article').nth(1).hover();
  const again = await openActionPopup(browser, page);
  await eventually(
    async () => /Clip the whole thread, 3 parts seen/.test(String(await again.evaluate("document.body?.innerText ?? ''"))),
    'no thread is offered',
  );
  await again.evaluate("[...document.querySelectorAll('button')].find((each) => /whole thread/.test(each.innerText)).click()");
  const thread = await eventually(
    async () => (await storedClips(browser.inside)).find(({ nativeId }) => nativeId === '1001')?.thread,
    'the thread was not clipped',
  );
  expect(thread.map((part) => ('missing' in part ? part.missing : part.nativeId))).toEqual(['1001', '1002', '1003']);
  await again.close();
});

test('letters judge in the popup only where single letters are keys', async () => {
  await page.locator('article').first().hover();
  const popup = await openActionPopup(browser, page);
  const text = () => popup.evaluate("document.body?.innerText ?? ''") as Promise<string>;
  await eventually(async () => /Maren Holt/.test(await text()), 'the popup did not read the post');
  await popup.evaluate("document.querySelector('.clip-button').click()");
  await eventually(async () => /Clipped, not judged yet/.test(await text()), 'it was not clipped');
  const press = (key: string) =>
    popup.evaluate(
      `!document.querySelector('.judge-form').dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true }))`,
    );
  const set = (on: boolean) => popup.evaluate(`chrome.storage.local.set({ singleKeys: ${on} }).then(() => null)`);
  try {
    await set(false);
    // It hears of the setting as it hears of any change: not at once.
    await eventually(async () => !(await press('#')), 'a single letter still is a key');
    for (const key of ['w', '1', 'n', 'i', 'z']) expect(await press(key), key).toBe(false);
    expect(await storedClips(browser.inside)).toMatchObject([{ tags: [] }]);
    await set(true);
    await eventually(async () => (await press('1')) === true || (await press('#')), 'they are keys no more');
    await popup.evaluate("document.querySelector('.judge-form').focus()");
    await press('w');
    await eventually(async () => (await storedClips(browser.inside))[0]?.tags.length === 1, 'it was not judged');
  } finally {
    await set(true);
    await popup.close();
  }
});
