import type { browser as extensionApi } from 'wxt/browser';
import { eventually } from '../drive.ts';
import type { Launched } from '../launch.ts';
import { leaveRing, openRing } from '../tour/ring.ts';
import { quantile, report, reportBelow } from './figures.ts';

declare const chrome: typeof extensionApi;

/** In the content script's own world: when a key went down, and how long after it the ring said that it was saved. */
interface Stamps {
  pressed: number;
  acknowledged: number[];
}

/** Milliseconds within which a clip is acknowledged, at the 95th percentile. */
const limit = 50;

/**
 * Milliseconds after which somebody who sees the ring presses a key; a choice of four takes people longer. The bench sees it by its accessibility tree,
 * which keeps the page's process and the browser's busy in just that moment.
 */
const choosing = 300;

/**
 * From the key that judges until the ring says that the clip is saved, on the demo feed; measured in the content script's own world. Beside it the
 * floor: a message to the same worker, answered after one strict write of one row.
 */
export async function measureClip(launched: Launched, feed: string, repeats: number, clips: number): Promise<void> {
  const page = await launched.context.newPage();
  const session = await page.context().newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push({ id: context.id, origin: context.origin }));
  await session.send('Runtime.enable');
  await page.goto(feed);
  const { id: contextId } = await eventually(
    async () => worlds.findLast(({ origin }) => origin === `chrome-extension://${launched.extensionId}`),
    'the content script did not start',
  );
  const inWorld = async <T>(work: () => T | Promise<T>): Promise<T> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `(${work})()`,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };

  const worker = await launched.worker();
  await worker.evaluate(async () => {
    const opening = indexedDB.open('floor', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    chrome.runtime.onMessage.addListener((message: { floor?: number }, _sender, reply) => {
      if (message.floor === undefined) return;
      const transaction = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
      transaction.objectStore('rows').put({ id: message.floor });
      transaction.oncomplete = () => reply(true);
      return true;
    });
  });
  const floors = await inWorld(async () => {
    const times: number[] = [];
    for (let id = 0; id < 100; id++) {
      const begun = performance.now();
      await chrome.runtime.sendMessage({ floor: id } as never);
      times.push(performance.now() - begun);
    }
    return times;
  });

  await inWorld(() => {
    const stamps: Stamps = { pressed: 0, acknowledged: [] };
    Object.assign(globalThis, { stamps });
    // The guard stops every key before a later listener hears it; but it reads which key it was.
    const read = Object.getOwnPropertyDescriptor(KeyboardEvent.prototype, 'key')!.get!;
    Object.defineProperty(KeyboardEvent.prototype, 'key', {
      get(this: KeyboardEvent) {
        if (this.type === 'keydown' && /^[swot]$/.test(read.call(this))) stamps.pressed = this.timeStamp;
        return read.call(this);
      },
    });
    // The root is closed to the page; in its own world the overlay can be watched being made.
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      new MutationObserver(() => {
        if (stamps.pressed === 0 || !/saved/.test(root.querySelector('[role=status]')?.textContent ?? '')) return;
        stamps.acknowledged.push(performance.now() - stamps.pressed);
        stamps.pressed = 0;
      }).observe(root, { subtree: true, childList: true, characterData: true });
      return root;
    };
    // One that stands already is made anew when it is next needed.
    document.querySelector('html > [popover]')?.remove();
  });
  // Those that name a brand, which is then chosen: one key saves.
  const posts = page.locator('article[itemscope]').filter({ hasText: /Arvelle|Kestrin/ });
  const count = await posts.count();
  for (let index = 0; index < repeats; index++) {
    await openRing(launched, page, posts.nth(index % count));
    await page.waitForTimeout(choosing);
    await page.keyboard.press(['s', 'w', 'o', 't'][index % 4]!);
    await eventually(
      () => inWorld(() => (globalThis as never as { stamps: Stamps }).stamps.acknowledged.length).then((done) => done > index),
      'a clip was not acknowledged',
    );
    await leaveRing(page);
  }
  const times = await inWorld(() => (globalThis as never as { stamps: Stamps }).stamps.acknowledged);
  await page.close();
  const beside = ` (${clips} clips)`;
  for (const [p, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    const floor = `floor: message and one strict write, ${p}${beside}`;
    const name = `key to acknowledged clip, ${p}${beside}`;
    report(floor, quantile(floors, share), 'ms', floors.length);
    if (p === 'p95') reportBelow(limit, name, quantile(times, share), 'ms', times.length, floor);
    else report(name, quantile(times, share), 'ms', times.length, floor);
  }
}
