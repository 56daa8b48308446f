/** Bundled and run in an extension page: what board and benchmark read and compute, as their views do before they draw. */
import { boardOf } from '../../../lib/core/board.ts';
import { metrics } from '../../../lib/core/metrics/index.ts';
import { statementId } from '../../../lib/core/statements.ts';
import { themeParts } from '../../../lib/core/theme-mix.ts';
import { boardInput } from '../../../lib/db/boards.ts';
import { undo } from '../../../lib/db/change.ts';
import { judgedWithOf } from '../../../lib/db/find-themes.ts';
import { brandsOf, lastDays, talliesOf, themesOf } from '../../../lib/db/queries.ts';
import { seenTallyOf } from '../../../lib/db/seen.ts';
import { mergeStatements } from '../../../lib/db/statements.ts';
import { activeStore } from '../../../lib/db/store.ts';

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Queries and formulas of 90 days, each once. */
const views = {
  async board(): Promise<void> {
    const store = await activeStore();
    const [own] = await brandsOf(store);
    boardOf(await boardInput(store, own!.id, lastDays(store, 90), null));
  },
  async benchmark(): Promise<void> {
    const store = await activeStore();
    const brands = await brandsOf(store);
    const tallies = await talliesOf(
      store,
      brands.map(({ id }) => id),
      lastDays(store, 90),
    );
    for (const metric of metrics) if (metric.group === null) for (const own of tallies) metric.measure(own, tallies);
  },
  /** What the panels below the table need of every post; computed after the first paint. */
  async panels(): Promise<void> {
    const store = await activeStore();
    const brands = await brandsOf(store);
    const period = lastDays(store, 90);
    const tallies = await Promise.all(brands.map((brand) => seenTallyOf(store, brand, period, [])));
    for (const metric of metrics) if (metric.group !== null) for (const own of tallies) metric.measure(own, tallies);
  },
  /** Read while it is looked at. */
  async themeMix(): Promise<void> {
    const store = await activeStore();
    const [brands, themes] = await Promise.all([brandsOf(store), themesOf(store)]);
    const judged = await Promise.all(brands.map(({ id }) => judgedWithOf(store, id, lastDays(store, 90))));
    for (const some of judged) themeParts(some, themes, null);
  },
  /** No list of numbers could do with less, were there no cells. */
  async counting(): Promise<void> {
    const { db } = await activeStore();
    await db.clips.count();
  },
  async reading(): Promise<void> {
    const store = await activeStore();
    const { from, to } = lastDays(store, 90);
    await store.db.clips.where('[day+clippedAt]').between([from, ''], [to, '\uffff'], true, true).toArray();
  },
};
export type ViewName = keyof typeof views;

const decide = {
  /** Makes one line of two of the own brand's board, of one quadrant. @returns what undoes that. */
  async merge(): Promise<string> {
    const store = await activeStore();
    const [own] = await brandsOf(store);
    const [one, other] = (await themesOf(store)).map(({ id }) => statementId(own!.id, { quadrant: 'weakness', theme: id }));
    return (await mergeStatements(store, one!, other!)).id;
  },
  undo: (action: string) => activeStore().then((store) => undo(store, action)),
  /** Milliseconds of each, after one time that does not count. */
  async times(names: ViewName[], repeats: number): Promise<Record<string, number[]>> {
    const all: Record<string, number[]> = {};
    for (let round = 0; round <= repeats; round++)
      for (const name of names) {
        const time = await timed(views[name]);
        if (round > 0) all[name] = [...(all[name] ?? []), time];
      }
    return all;
  },
};
export type DecideInPage = typeof decide;
Object.assign(globalThis, { decide });
