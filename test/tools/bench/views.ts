import type { Page } from 'playwright-core';
import { bundle } from '../bundle.ts';
import type { Launched } from '../launch.ts';
import type { DecideInPage, ViewName } from './decide.entry.ts';
import { quantile, report, reportBelow } from './figures.ts';

declare const decide: DecideInPage;

/** A page of the extension's own in which `decide` stands. */
async function deciding(launched: Launched): Promise<Page> {
  const page = await launched.context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(launched.address('welcome.html'));
  await page.evaluate(await bundle('test/tools/bench/decide.entry.ts'));
  return page;
}

/** Times of what views read and compute, in a page of the extension's own. */
export async function viewTimes(launched: Launched, names: ViewName[], repeats: number): Promise<Record<string, number>> {
  const page = await deciding(launched);
  const times = await page.evaluate(([asked, count]) => decide.times(asked as ViewName[], count as number), [names, repeats] as const);
  await page.close();
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, quantile(all, 0.5)]));
}

/** The board while two of its lines are one. */
async function mergedBoard(launched: Launched, repeats: number): Promise<number> {
  const page = await deciding(launched);
  const action = await page.evaluate(() => decide.merge());
  const { board } = await viewTimes(launched, ['board'], repeats);
  await page.evaluate((id) => decide.undo(id), action);
  await page.close();
  return board!;
}

/** Milliseconds in which board and benchmark have their numbers, from 100,000 clips. */
const limit = 16;

/** Queries and formulas of board and benchmark; beside them the floor of counting the same clips, and reading their rows. */
export async function measureQueries(launched: Launched, clips: number, repeats: number): Promise<void> {
  const times = await viewTimes(launched, ['counting', 'board', 'benchmark'], repeats);
  // By themselves: no board's page computes them, and what they leave behind is none of its time.
  const { panels } = await viewTimes(launched, ['panels'], repeats);
  const { themeMix } = await viewTimes(launched, ['themeMix'], repeats);
  const merged = await mergedBoard(launched, repeats);
  const { reading } = await viewTimes(launched, ['reading'], 3);
  const peer = `peer: reading the rows of ${clips} clips`;
  report(`floor: counting ${clips} clips`, times['counting']!, 'ms', repeats);
  report(peer, reading!, 'ms', 3);
  reportBelow(limit, `board of 90 days, queries and formulas, ${clips} clips`, times['board']!, 'ms', repeats, peer);
  reportBelow(limit, `benchmark of 90 days, queries and formulas, ${clips} clips`, times['benchmark']!, 'ms', repeats, peer);
  report(`board with a merged line, ${clips} clips`, merged, 'ms', repeats, peer);
  report(`panels below it, after the first paint, ${clips} clips`, panels!, 'ms', repeats, peer);
  report(`theme mix, while it is looked at, ${clips} clips`, themeMix!, 'ms', repeats, peer);
}

/** From a click on a view's link until its numbers stand, in an open dashboard. */
export async function measureViews(launched: Launched, clips: number, repeats: number): Promise<void> {
  const page = await launched.context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(launched.address('dashboard.html#/settings'));
  const views = [
    { name: 'SWOT', hash: '#/swot?days=90', shown: '.board .statement' },
    { name: 'benchmark', hash: '#/benchmark?days=90', shown: 'main table th[scope=row]' },
  ];
  for (const { name, hash, shown } of views) {
    const times: number[] = [];
    for (let round = 0; round <= repeats; round++) {
      await page.evaluate(() => {
        location.hash = '#/settings';
      });
      await page.waitForFunction((selector) => !document.querySelector(selector), shown);
      const time = await page.evaluate(
        ({ to, selector }) =>
          new Promise<number>((resolve) => {
            const begun = performance.now();
            const look = () => {
              if (!document.querySelector(selector)) return;
              watching.disconnect();
              requestAnimationFrame(() => resolve(performance.now() - begun));
            };
            const watching = new MutationObserver(look);
            watching.observe(document, { subtree: true, childList: true });
            location.hash = to;
          }),
        { to: hash, selector: shown },
      );
      if (round > 0) times.push(time);
    }
    report(`${name} shown, ${clips} clips`, quantile(times, 0.5), 'ms', repeats);
  }
  await page.close();
}
