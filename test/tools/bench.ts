/**
 * npm run bench: speed in real Chromium, and the size of what is shipped. Prints figures, and writes them to .output/bench.json; ends with an
 * error where one is not below its limit.
 * `npm run bench -- --quick` measures the same with fewer clips, shorter feeds and fewer repeats, to see whether it works.
 * `npm run bench -- feed` measures one part only: `store`, `search`, `feed`, `attacks`, `extraction` or `bundle`.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Worker } from 'playwright-core';
import { measureAttacks } from './bench/attacks.ts';
import { measureBundle, measureImport } from './bench/bundle.ts';
import { measureClip } from './bench/clip.ts';
import { measureExtraction } from './bench/extraction.ts';
import { measureFeed } from './bench/feed.ts';
import { quantile, report, writeFigures } from './bench/figures.ts';
import { buildPeer } from './bench/peer.ts';
import { measureSearch } from './bench/search.ts';
import { measureQueries, measureViews } from './bench/views.ts';
import { bundle } from './bundle.ts';
import { buildExtension, type Launched, launchChromium } from './launch.ts';
import { serveDemo } from './serve-demo.ts';

const quick = process.argv.includes('--quick');
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

/** Searching alone, among the most clips. */
async function searchAlone(extension: string): Promise<void> {
  const launched = await launchChromium({ extension, viewport: { width: 1280, height: 900 } });
  try {
    await fill(launched, 0, sizes[2]!);
    await measureSearch(launched, sizes[2]!, quick ? 50 : 300);
  } finally {
    await launched.close();
  }
}

/** Popup, a clip and the views, with more and more clips in the store; and what is shipped. */
async function measureStore(extension: string, release: string): Promise<void> {
  const [peer, demo] = [await buildPeer(), await serveDemo()];
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
    await measureSearch(launched, filled, quick ? 50 : 300);
  } finally {
    await launched.close();
    await demo.close();
  }
}

const [extension, release] = [await buildExtension('e2e'), await buildExtension('production')];
const parts: Record<string, () => Promise<void>> = {
  store: () => measureStore(extension, release),
  search: () => searchAlone(extension),
  feed: () => measureFeed(extension, release, quick),
  attacks: () => measureAttacks(extension),
  extraction: () => measureExtraction(quick),
  bundle: async () => {
    await measureImport(extension, quick ? 1_000 : 10_000);
    await measureBundle(extension, quick ? 20 : 200);
  },
};
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
// The store's own part ends with the search.
for (const part of asked.length > 0 ? asked : Object.keys(parts).filter((name) => name !== 'search')) {
  const measure = Object.hasOwn(parts, part) ? parts[part] : undefined;
  if (!measure) throw new Error(`there is no part "${part}"; there are ${Object.keys(parts).join(', ')}`);
  await measure();
}
await writeFigures('.output/bench.json');
