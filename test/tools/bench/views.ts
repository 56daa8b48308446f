import { bundle } from '../bundle.ts';
import type { Launched } from '../launch.ts';
import type { StoreInPage } from '../store.entry.ts';
import { quantile, report } from './figures.ts';

declare const store: StoreInPage;

/** What board and benchmark read, timed in an extension page; beside it the floor of counting the same clips, which no list of numbers could do without cells. */
export async function measureQueries(launched: Launched, clips: number, repeats: number): Promise<void> {
  const page = await launched.context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(launched.address('popup.html'));
  await page.evaluate(await bundle('test/tools/store.entry.ts'));
  const times = await page.evaluate(async (times) => {
    const here = await store.activeStore();
    const brands = (await store.queries.brandsOf(here)).map(({ id }) => id);
    const period = store.queries.lastDays(here, 90);
    const timed = async (work: () => Promise<unknown>, count: number) => {
      const all: number[] = [];
      for (let index = 0; index <= count; index++) {
        const begun = performance.now();
        await work();
        if (index > 0) all.push(performance.now() - begun);
      }
      return all;
    };
    return {
      counting: await timed(() => here.db.clips.count(), times),
      reading: await timed(() => here.db.clips.where('day').between(period.from, period.to, true, true).toArray(), 3),
      benchmark: await timed(() => store.queries.talliesOf(here, brands, period), times),
      board: await timed(() => store.queries.themedTallyOf(here, brands[0]!, period), times),
      voices: await timed(() => store.queries.voicesOf(here, brands[0]!, period), times),
    };
  }, repeats);
  await page.close();
  const median = (values: number[]) => quantile(values, 0.5);
  const floor = `floor: counting ${clips} clips`;
  const peer = `peer: reading the rows of ${clips} clips`;
  report(floor, median(times.counting), 'ms', repeats);
  report(peer, median(times.reading), 'ms', 3);
  report(`SWOT numbers of 90 days from ${clips} clips`, median(times.board), 'ms', repeats, peer);
  report(`SWOT authors and strength from ${clips} clips`, median(times.voices), 'ms', repeats, peer);
  report(`benchmark numbers of 90 days from ${clips} clips`, median(times.benchmark), 'ms', repeats, peer);
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
