import type { browser as extensionApi } from 'wxt/browser';
import { eventually } from '../drive.ts';
import type { Launched } from '../launch.ts';
import { leaveRing, openRing } from '../tour/ring.ts';
import { quantile, report } from './figures.ts';

declare const chrome: typeof extensionApi;

/** In the content script's own world: when a key went down, and when the answer to `save` came. */
interface Stamps {
  pressed: number;
  acknowledged: number[];
}

/**
 * From the key that judges until the clip is acknowledged, on the demo feed; measured in the content script's own world. Beside it the
 * floor: a message to the same worker, answered after one strict write of one row.
 */
export async function measureClip(launched: Launched, feed: string, repeats: number): Promise<void> {
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
  await worker.evaluate(() => {
    const opening = indexedDB.open('floor', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
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
        if (this.type === 'keydown') stamps.pressed = this.timeStamp;
        return read.call(this);
      },
    });
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    const { sendMessage } = api.runtime;
    api.runtime.sendMessage = (async (message: { kind?: string }) => {
      const answer = await (sendMessage as (sent: unknown) => Promise<unknown>).call(api.runtime, message);
      if (message.kind === 'save') stamps.acknowledged.push(performance.now() - stamps.pressed);
      return answer;
    }) as never;
  });
  const posts = page.locator('article[itemscope]');
  const count = await posts.count();
  for (let index = 0; index < repeats; index++) {
    await openRing(launched, page, posts.nth(index % count));
    await page.keyboard.press(['s', 'w', 'o', 't'][index % 4]!);
    await eventually(
      () => inWorld(() => (globalThis as never as { stamps: Stamps }).stamps.acknowledged.length).then((done) => done > index),
      'a clip was not acknowledged',
    );
    await leaveRing(page);
  }
  const times = await inWorld(() => (globalThis as never as { stamps: Stamps }).stamps.acknowledged);
  await page.close();
  const floor = 'floor: message and one strict write, p50';
  report(floor, quantile(floors, 0.5), 'ms', floors.length);
  report('floor: message and one strict write, p95', quantile(floors, 0.95), 'ms', floors.length);
  report('key to acknowledged clip, p50', quantile(times, 0.5), 'ms', times.length, floor);
  report('key to acknowledged clip, p95', quantile(times, 0.95), 'ms', times.length, 'floor: message and one strict write, p95');
}
