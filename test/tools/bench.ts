/**
 * npm run bench: speed in real Chromium, and the size of what is shipped. Prints figures, and writes them to .output/bench.json.
 * `npm run bench -- --bundle=1000` measures nothing but imports, and a bundle of so many MB.
 * `npm run bench -- --quick` measures the same with fewer clips and fewer repeats, to see whether it works.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Worker } from 'playwright-core';
import { measureBundle, measureImport } from './bench/bundle.ts';
import { measureClip } from './bench/clip.ts';
import { quantile, report, writeFigures } from './bench/figures.ts';
import { buildPeer } from './bench/peer.ts';
import { measureQueries, measureViews } from './bench/views.ts';
import { bundle } from './bundle.ts';
import { buildExtension, type Launched, launchChromium } from './launch.ts';
import { serveDemo } from './serve-demo.ts';

const quick = process.argv.includes('--quick');
const onlyBundle = Number(process.argv.find((word) => word.startsWith('--bundle='))?.split('=')[1] ?? 0);
const opens = quick ? 10 : 50;
const sizes = quick ? [1_000, 5_000, 10_000] : [1_000, 50_000, 100_000];

/** Fills the active workspace up to a number of clips. */
async function fill(launched: Launched, from: number, to: number): Promise<void> {
  const page = await launched.context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(launched.address('popup.html'));
  await page.evaluate(await bundle('test/tools/bench/seed.entry.ts'));
  for (let at = from; at < to; ) {
    const count = Math.min(50_000, to - at);
    await page.evaluate(
      ([first, many]) => (globalThis as never as { seed(from: number, count: number, days: number): Promise<void> }).seed(first!, many!, 90),
      [at, count],
    );
    at += count;
  }
  await page.close();
}

/** Opens a page in a tab; milliseconds from its start until a condition holds. */
async function timeToUsable(launched: Launched, address: string, usable: string): Promise<number> {
  const page = await launched.context.newPage();
  await page.addInitScript((condition) => {
    const isUsable = new Function(`return ${condition}`) as () => boolean;
    const look = () => {
      if (!isUsable()) return;
      watching.disconnect();
      Object.assign(globalThis, { usableAt: performance.now() });
    };
    const watching = new MutationObserver(look);
    watching.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    document.addEventListener('DOMContentLoaded', look);
  }, usable);
  await page.goto(address);
  const at = await page.waitForFunction(() => (globalThis as { usableAt?: number }).usableAt, undefined, { polling: 20 });
  const milliseconds = (await at.jsonValue())!;
  await page.close();
  return milliseconds;
}

/** Own brand's row holds its numbers, and the clip button answers. */
const popupUsable = `(() => {
  const cells = document.querySelectorAll('tr.own td');
  const button = document.querySelector('.clip-button');
  return cells.length >= 5 && [...cells].slice(0, 4).every((cell) => /[0-9]/.test(cell.textContent)) && button !== null;
})()`;

async function measurePopup(launched: Launched, peerId: string, clips: number): Promise<void> {
  const pages = [
    { name: `popup to usable, ${clips} clips`, address: launched.address('popup.html'), usable: popupUsable },
    {
      name: `peer: React, Dexie, one live query (beside ${clips} clips)`,
      address: `chrome-extension://${peerId}/peer.html`,
      usable: `!!document.querySelector('table[data-usable] td')`,
    },
    {
      name: `an empty extension page (beside ${clips} clips)`,
      address: `chrome-extension://${peerId}/empty.html`,
      usable: `!!document.querySelector('body[data-usable]')`,
    },
  ];
  const times = pages.map(() => [] as number[]);
  for (let round = 0; round <= opens; round++)
    for (const [index, { address, usable }] of pages.entries()) {
      const time = await timeToUsable(launched, address, usable);
      if (round > 0) times[index]!.push(time); // the first round warms up
    }
  const median = (index: number) => quantile(times[index]!, 0.5);
  report(pages[2]!.name, median(2), 'ms', opens);
  report(pages[1]!.name, median(1), 'ms', opens);
  report(pages[0]!.name, median(0), 'ms', opens, pages[1]!.name);
}

async function measureSizes(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => /\.(js|css)$/.test(name)).sort();
  for (const name of files) {
    const file = path.join(folder, name);
    if (!(await stat(file)).isFile()) continue;
    report(`size of ${name.replace(/-[\w-]{8}\./, '.')}, gzip`, gzipSync(await readFile(file), { level: 9 }).length / 1000, 'kB', 1);
  }
}

if (onlyBundle > 0) {
  const built = await buildExtension('e2e');
  await measureImport(built, 10_000);
  await measureBundle(built, onlyBundle);
  process.exit();
}
const [extension, release, peer] = [await buildExtension('e2e'), await buildExtension('production'), await buildPeer()];
const demo = await serveDemo();
const launched = await launchChromium({ extension: `${extension},${peer}`, viewport: { width: 1280, height: 900 } });
try {
  const isPeer = (worker: Worker) => worker.url().endsWith('/worker.js');
  const peerWorker = launched.context.serviceWorkers().find(isPeer) ?? (await launched.context.waitForEvent('serviceworker', isPeer));
  const peerId = new URL(peerWorker.url()).host;
  await measureSizes(release);
  await fill(launched, 0, 1);
  await measurePopup(launched, peerId, 1);
  await measureClip(launched, demo.url, quick ? 10 : 60);
  let filled = 1;
  for (const size of sizes) {
    await fill(launched, filled, size);
    filled = size;
    if (size !== sizes[2]) {
      await measureQueries(launched, size, quick ? 20 : 100);
      await measureViews(launched, size, quick ? 5 : 20);
    }
  }
  await measureQueries(launched, filled, quick ? 20 : 100);
  await measurePopup(launched, peerId, filled);
} finally {
  await launched.close();
  await demo.close();
}
await measureImport(extension, quick ? 1_000 : 10_000);
await measureBundle(extension, quick ? 20 : 200);
await writeFigures('.output/bench.json');
