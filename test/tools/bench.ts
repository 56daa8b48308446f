/**
 * npm run bench: speed in real Chromium, and the size of what is shipped. Prints figures, and writes them to .output/bench.json; ends with an
 * error where one is not below its limit.
 * `npm run bench -- --quick` measures the same with fewer clips, shorter feeds and fewer repeats, to see whether it works.
 * By itself it measures `store` and `bundle`; `npm run bench -- all` everything that is shipped, which takes about twice as long.
 * `npm run bench -- feed` measures one part only: `store`, `popup`, `clip`, `search`, `feed`, `attacks`, `extraction`, `learn` or `bundle`.
 * `npm run bench -- --scale 1000000` measures board, benchmark and search with so many clips, beside 100,000: its profiles are built once and kept
 * under .output/, where it goes on if it was broken off.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Worker } from 'playwright-core';
import { measureAttacks } from './bench/attacks.ts';
import { measureBundle, measureImport } from './bench/bundle.ts';
import { measureClip } from './bench/clip.ts';
import { measureExport } from './bench/export.ts';
import { measureExtraction } from './bench/extraction.ts';
import { measureFeed } from './bench/feed.ts';
import { quantile, report, writeFigures } from './bench/figures.ts';
import { daily, fill, sparse } from './bench/fill.ts';
import { measureLearning } from './bench/learn.ts';
import { measureLive } from './bench/live.ts';
import { buildPeer } from './bench/peer.ts';
import { measureScale } from './bench/scale.ts';
import { measureSearch } from './bench/search.ts';
import { measureQueries, measureViews } from './bench/views.ts';
import { buildExtension, type Launched, launchChromium } from './launch.ts';
import { serveDemo } from './serve-demo.ts';

const quick = process.argv.includes('--quick');
const opens = quick ? 10 : 50;
const [few, many] = quick ? [1_000, 5_000] : [1_000, 100_000];

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

/** Milliseconds until popup, peer and empty page are usable, opened in turn, with what is in the store. */
async function openPopups({ launched, peerId }: WithPeer, times: number): Promise<[popup: number[], peer: number[], empty: number[]]> {
  const pages = [
    { address: launched.address('popup.html'), usable: popupUsable },
    { address: `chrome-extension://${peerId}/peer.html`, usable: `!!document.querySelector('table[data-usable] td')` },
    { address: `chrome-extension://${peerId}/empty.html`, usable: `!!document.querySelector('body[data-usable]')` },
  ];
  const found: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= times; round++)
    for (const [index, { address, usable }] of pages.entries()) {
      const time = await timeToUsable(launched, address, usable);
      if (round > 0) found[index]!.push(time); // the first round warms up
    }
  return found;
}

function reportPopups([popup, peer, empty]: [number[], number[], number[]], clips: number): void {
  const beside = `peer: React, Dexie, one live query (beside ${clips} clips)`;
  report(`an empty extension page (beside ${clips} clips)`, quantile(empty, 0.5), 'ms', empty.length);
  report(beside, quantile(peer, 0.5), 'ms', peer.length);
  report(`popup to usable, ${clips} clips`, quantile(popup, 0.5), 'ms', popup.length, beside);
}

/** The popup with brands and no clip, in five browsers: one and the same is a tenth faster or slower in all of its openings. */
async function measureFirstPopups(extension: string): Promise<void> {
  const all: [number[], number[], number[]] = [[], [], []];
  const browsers = 5;
  for (let browser = 0; browser < browsers; browser++) {
    const opened = await launchWithPeer(extension);
    try {
      await fill(opened.launched, { ...daily, clips: 0 });
      for (const [index, times] of (await openPopups(opened, opens / browsers)).entries()) all[index]!.push(...times);
    } finally {
      await opened.launched.close();
    }
  }
  reportPopups(all, 0);
}

async function measureSizes(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => /\.(js|css)$/.test(name)).sort();
  for (const name of files) {
    const file = path.join(folder, name);
    if (!(await stat(file)).isFile()) continue;
    report(`size of ${name.replace(/-[\w-]{8}\./, '.')}, gzip`, gzipSync(await readFile(file), { level: 9 }).length / 1000, 'kB', 1);
  }
}

const viewport = { width: 1280, height: 900 };

/** Searching alone, among the most clips. */
async function searchAlone(extension: string): Promise<void> {
  const launched = await launchChromium({ extension, viewport });
  try {
    await fill(launched, { ...daily, clips: many });
    await measureSearch(launched, many, quick ? 50 : 300, { builds: true });
  } finally {
    await launched.close();
  }
}

/** Learning from 10,000 judgements: more clips than that, since some of the seeded ones are not judged. */
async function learnAlone(extension: string): Promise<void> {
  const launched = await launchChromium({ extension, viewport });
  try {
    await fill(launched, { ...sparse, clips: quick ? 1_200 : 12_000 });
    await measureLearning(launched, extension, quick ? 3 : 10);
  } finally {
    await launched.close();
  }
}

interface WithPeer {
  launched: Launched;
  peerId: string;
}

/** A browser with the popup's peer beside the extension. */
async function launchWithPeer(extension: string): Promise<WithPeer> {
  const launched = await launchChromium({ extension: `${extension},${await buildPeer()}`, viewport });
  const isPeer = (worker: Worker) => worker.url().endsWith('/worker.js');
  const peerWorker = launched.context.serviceWorkers().find(isPeer) ?? (await launched.context.waitForEvent('serviceworker', isPeer));
  return { launched, peerId: new URL(peerWorker.url()).host };
}

/** The popup alone, without a clip and with the most. */
async function popupAlone(extension: string): Promise<void> {
  await measureFirstPopups(extension);
  const opened = await launchWithPeer(extension);
  try {
    await fill(opened.launched, { ...daily, clips: many });
    reportPopups(await openPopups(opened, opens), many);
  } finally {
    await opened.launched.close();
  }
}

/** A clip alone, among few and among the most; each time in a browser in which none of the posts was met before. */
async function clipAlone(extension: string): Promise<void> {
  const demo = await serveDemo();
  try {
    for (const clips of [few, many]) {
      const launched = await launchChromium({ extension, viewport });
      try {
        await fill(launched, { ...daily, clips });
        await measureClip(launched, demo.url, quick ? 10 : 60, clips);
      } finally {
        await launched.close();
      }
    }
  } finally {
    await demo.close();
  }
}

/** Popup, a clip, the views, search and export, with few and with many clips in the store; and what is shipped. */
async function measureStore(extension: string, release: string): Promise<void> {
  await measureSizes(release);
  await measureFirstPopups(extension);
  const demo = await serveDemo();
  const opened = await launchWithPeer(extension);
  const { launched } = opened;
  try {
    for (const clips of [few, many]) {
      await fill(launched, { ...daily, clips });
      await measureQueries(launched, clips, quick ? 20 : 100);
      await measureViews(launched, clips, quick ? 5 : 10);
      await measureLive(launched, clips, quick ? 3 : 5);
    }
    reportPopups(await openPopups(opened, opens), many);
    await measureClip(launched, demo.url, quick ? 10 : 60, many);
    await measureExport(launched, many);
    await measureSearch(launched, many, quick ? 50 : 300);
  } finally {
    await launched.close();
    await demo.close();
  }
}

const [extension, release] = [await buildExtension('e2e'), await buildExtension('production')];
const parts: Record<string, () => Promise<void>> = {
  store: () => measureStore(extension, release),
  popup: () => popupAlone(extension),
  clip: () => clipAlone(extension),
  search: () => searchAlone(extension),
  feed: () => measureFeed(extension, release, quick),
  attacks: () => measureAttacks(extension),
  extraction: () => measureExtraction(quick),
  learn: () => learnAlone(extension),
  bundle: async () => {
    await measureImport(extension, quick ? 1_000 : 5_000);
    await measureBundle(extension, quick ? 20 : 100);
  },
};
const scaleAt = process.argv.indexOf('--scale');
const scale = scaleAt < 0 ? null : Number(process.argv[scaleAt + 1]);
if (scale !== null && !(Number.isInteger(scale) && scale > 0)) throw new Error('--scale takes a number of clips, as --scale 1000000');
const asked = process.argv.slice(2).filter((argument, index, given) => !argument.startsWith('-') && given[index - 1] !== '--scale');
if (scale !== null) await measureScale(extension, scale, quick);
// The store's own part holds these.
const all = Object.keys(parts).filter((name) => !['popup', 'clip', 'search'].includes(name));
const chosen = asked.includes('all') ? all : asked.length > 0 || scale !== null ? asked : ['store', 'bundle'];
for (const part of chosen) {
  const measure = Object.hasOwn(parts, part) ? parts[part] : undefined;
  if (!measure) throw new Error(`there is no part "${part}"; there are ${Object.keys(parts).join(', ')}`);
  await measure();
}
await writeFigures(scale === null ? '.output/bench.json' : `.output/bench-${scale}.json`);
