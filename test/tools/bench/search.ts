import type { CDPSession } from 'playwright-core';
import { bundle } from '../bundle.ts';
import type { Launched } from '../launch.ts';
import { quantile, report } from './figures.ts';
import type { SearchInPage } from './search.entry.ts';

declare const search: SearchInPage;

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1_000_000;
}

/** Our index of words in IndexedDB beside MiniSearch, a well-kept library that holds its index in memory: the same clips, the same questions. */
export async function measureSearch(launched: Launched, clips: number, count: number): Promise<void> {
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
  const found = await page.evaluate((many) => search.ours.find(many), count);
  const mine = (await heap(session)) - empty;
  const built = await page.evaluate(() => search.ours.build());
  const written = await page.evaluate(() => search.ours.write(100));

  const libraryBuilt = await page.evaluate(() => search.peer.build());
  const libraryHeap = (await heap(session)) - empty;
  const kept = await page.evaluate(() => search.peer.keep());
  const libraryWritten = await page.evaluate(() => search.peer.write(100));
  const libraryFound = await page.evaluate((many) => search.peer.find(many), count);
  await page.evaluate(() => search.peer.forget());
  await page.close();

  const pages = found.map((one) => one.page);
  both('a page of 50, p50', 'ms', count, quantile(libraryFound, 0.5), quantile(pages, 0.5));
  both('a page of 50, p95', 'ms', count, quantile(libraryFound, 0.95), quantile(pages, 0.95));
  const counts = found.map((one) => one.count);
  report(`search: counting all that answer, p50${beside}`, quantile(counts, 0.5), 'ms', count);
  report(`search: counting all that answer, p95${beside}`, quantile(counts, 0.95), 'ms', count);
  both('building the index', 's', 1, libraryBuilt / 1_000, built / 1_000);
  both('memory of a page that searched', 'MB', 1, libraryHeap, Math.max(0, mine));
  report(`library: reading its index before the first search${beside}`, kept.loaded, 'ms', 1);
  report(`library: its index as stored${beside}`, kept.bytes / 1_000_000, 'MB', 1);
  report(`library: storing its index again after a clip${beside}`, kept.stored, 'ms', 1);
  both('indexing one clip', 'ms', 100, quantile(libraryWritten, 0.5), quantile(written, 0.5));
  for (const { text, page: ms, shown } of found.toSorted((a, b) => b.page - a.page).slice(0, 5))
    console.log(`  slow: ${text}: ${ms.toFixed(1)} ms, ${shown} shown`);
}
