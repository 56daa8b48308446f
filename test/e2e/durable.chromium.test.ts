/** What was acknowledged is there when the browser comes back: closed, or killed. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import { browserProcess } from '../tools/kill.ts';
import { insidePage, launchChromium } from '../tools/launch.ts';
import { serveDemo } from '../tools/serve-demo.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { judge, leaveRing, openRing } from '../tools/tour/ring.ts';
import { nameBrands, storedClips } from './browser.ts';

declare const store: StoreInPage;

let profile: string;
let demo: Awaited<ReturnType<typeof serveDemo>>;
beforeAll(async () => {
  profile = await mkdtemp(path.join(os.tmpdir(), 'listening-post-kept-'));
  demo = await serveDemo();
});
afterAll(async () => {
  await demo.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const start = () => launchChromium({ extension: inject('granted'), profile });

test.skipIf(process.platform !== 'linux')('a clip survives kill -9 of the browser right after it was acknowledged, whole', async () => {
  const first = await start();
  await nameBrands(await insidePage(first));
  const feed = await first.context.newPage();
  await feed.goto(demo.url);
  await openRing(first, feed, feed.getByText('Fourteen months, and the grinder').first());
  await judge(feed, ['w'], /Weakness of Kestrin, saved/);
  process.kill(await browserProcess(profile), 'SIGKILL');
  await first.close().catch(() => undefined);

  const second = await start();
  const inside = await insidePage(second);
  const clips = await storedClips(inside);
  expect(clips).toMatchObject([{ tags: [{ quadrant: 'weakness' }], inbox: 0 }]);
  await inside.getByRole('link', { name: /1 weakness/i }).waitFor();

  const again = await second.context.newPage();
  await again.goto(demo.url);
  await openRing(second, again, again.getByText('Fourteen months, and the grinder').first());
  await judge(again, ['Enter'], /saved|Saved/);
  await leaveRing(again);
  await second.close();

  const third = await start();
  expect(await storedClips(await insidePage(third))).toHaveLength(1);
  await third.close();
});

test.skipIf(process.platform !== 'linux')(
  'an import broken off by kill -9 is counted by the next dashboard, and the file taken in again completes it',
  async () => {
    const first = await start();
    const welcome = await first.context.newPage();
    await welcome.goto(first.address('welcome.html'));
    await welcome.getByRole('button', { name: /sample/i }).click();
    const filled = await insidePage(first);
    await eventually(() => filled.evaluate(async () => (await (await store.activeStore()).db.clips.count()) > 250), 'the sample was not loaded');
    const bytes = await filled.evaluate(async () => {
      const here = await store.activeStore();
      const all: number[] = [];
      await store.writeBundle(here, new WritableStream<Uint8Array>({ write: (chunk) => void all.push(...chunk) }));
      await Promise.all(here.db.tables.filter(({ name }) => name !== 'workspace').map((table) => table.clear()));
      const incoming = await store.openBundle(new Blob([new Uint8Array(all)]), { newest: here.db.verno });
      const last = incoming.tables.filter(({ name }) => name === 'tags');
      // It waits for ever at the judgements, all else being in.
      const reached = () => {
        document.title = 'All else is in';
        return new Promise<never>(() => undefined);
      };
      void store.takeIn(here, {
        ...incoming,
        tables: [...incoming.tables.filter(({ name }) => name !== 'tags'), ...last],
        batches: (table, options) => (table === 'tags' ? { [Symbol.asyncIterator]: () => ({ next: reached }) } : incoming.batches(table, options)),
      });
      return all;
    });
    await eventually(async () => (await filled.title()) === 'All else is in', 'the import did not come to the judgements');
    expect(await filled.evaluate(async () => (await store.activeStore()).db.clips.count())).toBe(0);
    process.kill(await browserProcess(profile), 'SIGKILL');
    await first.close().catch(() => undefined);

    const second = await start();
    const dashboard = await second.context.newPage();
    await dashboard.goto(second.address('dashboard.html#/library'));
    const inside = await insidePage(second);
    const counted = () =>
      inside.evaluate(async () => {
        const { db } = await store.activeStore();
        const clips = await db.clips.toArray();
        return {
          clips: clips.length,
          tags: clips.flatMap(({ tags }) => tags).length,
          uncounted: (await db.workspace.toCollection().first())?.uncounted,
        };
      });
    await eventually(async () => (await counted()).clips > 250 && !(await counted()).uncounted, 'what had come in was not counted');
    expect(await counted()).toMatchObject({ tags: 0 });
    await inside.evaluate(async (all) => {
      const here = await store.activeStore();
      await store.takeIn(here, await store.openBundle(new Blob([new Uint8Array(all)]), { newest: here.db.verno }));
    }, bytes);
    expect((await counted()).tags).toBeGreaterThan(300);
    await second.close();
  },
);
