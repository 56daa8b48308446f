import type { CDPSession } from 'playwright-core';
import { bundle } from '../bundle.ts';
import type { Launched } from '../launch.ts';
import { quantile, report, reportBelow } from './figures.ts';
import type { SearchInPage } from './search.entry.ts';

declare const search: SearchInPage;

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1_000_000;
}

/** Milliseconds within which a page of results stands, at the 95th percentile. */
const limit = 50;

/** Times of our search alone, with as many clips' words waiting as may, where a library could not hold the clips in memory. */
export async function measureOurs(launched: Launched, clips: number, count: number): Promise<void> {
  const page = await launched.context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(launched.address('welcome.html'));
  await page.evaluate(await bundle('test/tools/bench/search.entry.ts'));
  await page.evaluate(() => search.ours.wait());
  await page.evaluate((many) => search.askOurs(many), Math.ceil(count / 10)); // warms up
  const asked = await page.evaluate((many) => search.askOurs(many), count);
  await page.evaluate(() => search.ours.waitNoMore());
  await page.close();
  for (const [p, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const)
    report(`search: the newest 50 that answer, ${p} (${clips} clips)`, quantile(asked, share), 'ms', count);
}

/**
 * Our index of words in IndexedDB beside MiniSearch, a well-kept library that holds its index in memory: the same clips, the same questions. `builds`:
 * ours is built anew too, which takes minutes.
 */
export async function measureSearch(launched: Launched, clips: number, count: number, { builds = false } = {}): Promise<void> {
  const page = await launched.context.newPage();
  page.setDefaultTimeout(0);
  // A page of ours that reads no clip by itself.
  await page.goto(launched.address('welcome.html'));
  await page.evaluate(await bundle('test/tools/bench/search.entry.ts'));
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');

  const beside = ` (${clips} clips)`;
  const both = (name: string, unit: 'ms' | 's' | 'MB', n: number, library: number, mine: number) => {
    report(`library: ${name}${beside}`, library, unit, n);
    report(`search: ${name}${beside}`, mine, unit, n, `library: ${name}${beside}`);
  };

  const empty = await heap(session);
  await page.evaluate(() => search.ours.find('kalo'));
  const mine = (await heap(session)) - empty;
  const libraryBuilt = await page.evaluate(() => search.peer.build());
  const libraryHeap = (await heap(session)) - empty;
  const kept = await page.evaluate(() => search.peer.keep());
  await page.evaluate(() => search.ours.wait());
  await page.evaluate((many) => search.ask(many), Math.ceil(count / 10)); // warms up
  const asked = await page.evaluate((many) => search.ask(many), count);
  await page.evaluate(() => search.ours.waitNoMore());
  const libraryWritten = await page.evaluate(() => search.peer.write(100));
  await page.evaluate(() => search.peer.forget());
  const built = builds ? await page.evaluate(() => search.ours.build()) : null;
  const written = await page.evaluate(() => search.ours.write(100));
  await page.close();

  const floor = `floor: reading 50 clips whose ids are known, p50${beside}`;
  report(
    floor,
    quantile(
      asked.map((one) => one.floor),
      0.5,
    ),
    'ms',
    count,
  );
  for (const share of [0.5, 0.95]) {
    const of = (take: (one: (typeof asked)[number]) => number) => quantile(asked.map(take), share);
    const p = share === 0.5 ? 'p50' : 'p95';
    const library = `library: the newest 50 that answer, ${p}${beside}`;
    const ours = `search: the newest 50 that answer, ${p}${beside}`;
    const time = of((one) => one.page);
    report(
      library,
      of((one) => one.library),
      'ms',
      count,
    );
    if (p === 'p95') reportBelow(limit, ours, time, 'ms', count, library);
    else report(ours, time, 'ms', count, library);
    report(
      `search: counting all that answer, ${p}${beside}`,
      of((one) => one.count),
      'ms',
      count,
    );
  }
  if (built === null) report(`library: building the index${beside}`, libraryBuilt / 1_000, 's', 1);
  else both('building the index', 's', 1, libraryBuilt / 1_000, built / 1_000);
  both('memory of a page that searched', 'MB', 1, libraryHeap, Math.max(0, mine));
  report(`library: reading its index before the first search${beside}`, kept.loaded, 'ms', 1);
  report(`library: its index as stored${beside}`, kept.bytes / 1_000_000, 'MB', 1);
  report(`library: storing its index again after a clip${beside}`, kept.stored, 'ms', 1);
  report(`library: indexing one clip, in memory alone${beside}`, libraryWritten, 'ms', 100);
  report(`search: indexing one clip, durably, p50${beside}`, quantile(written, 0.5), 'ms', 100);
  for (const { text, page: ms } of asked.toSorted((a, b) => b.page - a.page).slice(0, 3)) console.log(`  slowest: ${text}: ${ms.toFixed(1)} ms`);
}
