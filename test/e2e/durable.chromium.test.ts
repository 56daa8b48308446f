/** What was acknowledged is there when the browser comes back: closed, or killed. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { browserProcess } from '../tools/kill.ts';
import { insidePage, launchChromium } from '../tools/launch.ts';
import { serveDemo } from '../tools/serve-demo.ts';
import { judge, leaveRing, openRing } from '../tools/tour/ring.ts';
import { nameBrands, storedClips } from './browser.ts';

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
