/** What a feed of 1,000 posts costs while it is scrolled through: our time in the page, and the memory that is kept of it. */
import type { CDPSession, Page } from 'playwright-core';
import type { browser as extensionApi } from 'wxt/browser';
import { bundle } from '../bundle.ts';
import { insidePage, type Launched, launchChromium } from '../launch.ts';
import { nameBrands } from '../name-brands.ts';
import type { FeedAsked } from './feed-page.entry.ts';
import { quantile, report, reportBelow } from './figures.ts';
import { type ScriptTime, timeScripts } from './scripts-time.ts';

declare const chrome: typeof extensionApi;

/** The wheel turns one notch so often, in milliseconds. */
const every = 33;

/** How the wheel is turned. */
interface Pace {
  /** Pixels a notch, and the height of the window. */
  pixels: number;
  height: number;
  /** Notches at a time; then the page rests. */
  notches: number;
  /** Milliseconds. */
  rest: number;
}
/** 12 posts a second. */
const skimming: Pace = { pixels: 120, height: 900, notches: 1, rest: 0 };
/** Two posts, and a second to look at them. */
const reading: Pace = { pixels: 120, height: 900, notches: 5, rest: 900 };
/** Twenty posts, and time enough for all of them to be read: to fill the memory. */
const leafing: Pace = { pixels: 5_000, height: 6_000, notches: 1, rest: 1_200 };

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Scrolls to the end with real wheel events, as far as the machine keeps up with them. */
async function scroll(page: Page, { pixels, notches, rest }: Pace): Promise<void> {
  const left = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
  let due = performance.now();
  for (let ahead = await left(); ahead > 1; ahead = await left())
    for (let count = 1; count * pixels < ahead + pixels; count += 1) {
      await page.mouse.wheel(0, pixels);
      due += every + (count % notches === 0 ? rest : 0);
      await sleep(Math.max(0, due - performance.now()));
    }
}

let code: Promise<string> | undefined;

async function openFeed({ context }: Launched, asked: FeedAsked, height: number): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height });
  code ??= bundle('test/tools/bench/feed-page.entry.ts');
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Home / X</title><body><script>${await code}
    drawFeed(${JSON.stringify(asked)})</script>`;
  await page.route('https://x.com/**', (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await page.goto('https://x.com/home');
  await page.bringToFront();
  await page.mouse.move(640, 450);
  // What starts with a page is no part of scrolling through it.
  await sleep(2_000);
  return page;
}

/** Megabytes that live after the garbage was collected: JavaScript's, the page's own objects', and buffers. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  // The protocol's types do not know the later two yet.
  const heap = (await session.send('Runtime.getHeapUsage')) as Record<'usedSize' | 'embedderHeapUsedSize' | 'backingStorageSize', number>;
  await session.detach();
  return (heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize) / 1e6;
}

/** How many posts that name a brand were read: all of these are counted on the toolbar. */
async function mentionsCounted(launched: Launched): Promise<number> {
  const worker = await launched.worker();
  return worker.evaluate(async () => {
    // Without the host's permission the tab is not found.
    const [tab] = await chrome.tabs.query({ url: 'https://x.com/*' });
    return tab ? Number.parseInt(await chrome.action.getBadgeText({ tabId: tab.id! }), 10) || 0 : 0;
  });
}

/** Milliseconds of the processor that the page's main thread has had so far, with all that the browser does there: style, layout, painting. */
async function busyTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

interface Scrolled extends ScriptTime {
  heap: number;
  /** Milliseconds, of the page's main thread in all. */
  busy: number;
  /** Of the posts that name a brand, how many there are and how many were read. */
  mentions: { all: number; read: number };
}

async function scrollThrough(launched: Launched, asked: FeedAsked, pace: Pace): Promise<Scrolled> {
  const page = await openFeed(launched, asked, pace.height);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await busyTime(session);
  const time = await timeScripts(page, `chrome-extension://${launched.extensionId}/`, () => scroll(page, pace));
  const all = await page.evaluate(() => (globalThis as never as { mentioning: number }).mentioning);
  const busy = (await busyTime(session)) - before;
  const scrolled = { ...time, busy, heap: await heapOf(page), mentions: { all, read: await mentionsCounted(launched) } };
  await page.close();
  return scrolled;
}

const medianOf = (rounds: readonly Scrolled[], of: (round: Scrolled) => number): number => quantile(rounds.map(of), 0.5);

/** `limit`: what the share of time has to stay below, in percent, where it has to. */
function reportTime(name: string, rounds: readonly Scrolled[], limit?: number): void {
  const n = rounds.length;
  const processor = ({ callbacks, duration }: Scrolled) => (callbacks.reduce((sum, each) => sum + each.processor, 0) / duration) * 100;
  const longest = (by: keyof ScriptTime['callbacks'][number]) => Math.max(...rounds.flatMap(({ callbacks }) => callbacks.map((each) => each[by])));
  report(
    `${name}: how long`,
    medianOf(rounds, ({ duration }) => duration),
    'ms',
    n,
  );
  report(`${name}: in our functions, sampled`, medianOf(rounds, ({ own, duration }) => own / duration) * 100, '%', n);
  report(`${name}: and in what they call, sampled`, medianOf(rounds, ({ whole, duration }) => whole / duration) * 100, '%', n);
  const share = [`${name}: our callbacks, of the processor`, medianOf(rounds, processor), '%', n] as const;
  if (limit === undefined) report(...share);
  else reportBelow(limit, ...share);
  if (n > 1) {
    report(`${name}: the same, cheapest round`, Math.min(...rounds.map(processor)), '%', n);
    report(`${name}: the same, dearest round`, Math.max(...rounds.map(processor)), '%', n);
  }
  report(`${name}: longest callback, by the clock`, longest('clock'), 'ms', n);
  reportBelow(50, `${name}: longest callback, of the processor`, longest('processor'), 'ms', n);
  report(`${name}: mentions that were noticed`, medianOf(rounds, ({ mentions: { all, read } }) => read / all) * 100, '%', n);
}

/** `granted`: a build whose script is in the page; `release`: one without hosts, whose script is not. `quick`: shorter feeds, once. */
export async function measureFeed(granted: string, release: string, quick: boolean): Promise<void> {
  const viewport = { width: 1280, height: 900 };
  const feed = (name: string, pace: Pace, asked: FeedAsked) => ({ name: `${asked.posts} posts ${name}`, pace, asked, rounds: [] as Scrolled[] });
  const usual = feed('skimmed', skimming, { posts: quick ? 100 : 1_000, letters: 0 });
  const few = feed('read', reading, { posts: quick ? 20 : 100, letters: 0 });
  const all = feed('leafed through', leafing, usual.asked);
  // Each longer than X allows, and naming a brand.
  const long = feed('of 20 kB skimmed', skimming, { posts: quick ? 40 : 250, letters: 20_000 });
  const scrollOnce = async (launched: Launched, { asked, pace, rounds }: typeof usual) => rounds.push(await scrollThrough(launched, asked, pace));
  const withScript = await launchChromium({ extension: granted, viewport });
  try {
    const inside = await insidePage(withScript);
    await nameBrands(inside);
    await inside.close();
    for (let round = 0; round < (quick ? 1 : 3); round += 1) await scrollOnce(withScript, usual);
    for (const one of [few, all, long]) await scrollOnce(withScript, one);
  } finally {
    await withScript.close();
  }
  reportTime(usual.name, usual.rounds, 1);
  reportTime(few.name, few.rounds, 1);
  reportTime(long.name, long.rounds);
  const without = await launchChromium({ extension: release, viewport });
  try {
    for (const { name, asked, pace, rounds } of [usual, all, long]) {
      const floor = await scrollThrough(without, asked, pace);
      const bare = `floor: ${name}, the page’s own work`;
      const n = rounds.length;
      report(bare, (floor.busy / floor.duration) * 100, '%', 1);
      report(`${name}, the page’s work and ours`, medianOf(rounds, ({ busy, duration }) => busy / duration) * 100, '%', n, bare);
      report(`floor: heap of the page after ${name}`, floor.heap, 'MB', 1);
      report(`${name}: mentions that are kept`, medianOf(rounds, ({ mentions: { all, read } }) => read / all) * 100, '%', n);
      reportBelow(20, `what we keep of ${name}`, medianOf(rounds, ({ heap }) => heap) - floor.heap, 'MB', n);
    }
  } finally {
    await without.close();
  }
}
