/** A query made ready for a workspace. */
import { dayIn } from '../core/day.ts';
import type { QueryContext } from '../core/query/context.ts';
import { matcher } from '../core/query/matches.ts';
import { asksFor, type Query } from '../core/query/query.ts';
import type { Clip } from '../core/records.ts';
import { type Plan, planOf } from './plan.ts';
import { brandsOf, themesOf } from './queries.ts';
import { idsOf } from './sources.ts';
import type { Store } from './store.ts';

/** What names and days mean in this workspace, now. */
export async function contextOf(store: Store, query: Query, now = new Date()): Promise<QueryContext> {
  const [brands, themes] = await Promise.all([brandsOf(store), themesOf(store)]);
  const pictures = asksFor(query, 'has', 'picture') ? store.db.tables.find(({ name }) => name === 'pictures') : undefined;
  const pictured = pictures && new Set((await pictures.orderBy('clip').uniqueKeys()) as string[]);
  return {
    brands,
    themes,
    today: dayIn(store.workspace.timeZone, now),
    ...(pictured && { pictured: ({ keys }) => keys.some((key) => pictured.has(key)) }),
  };
}

export interface Reader {
  store: Store;
  plan: Plan;
  fits(clip: Clip): boolean;
  /** Ids of clips that must not be shown. */
  left: ReadonlySet<string>;
}

export async function readerOf(store: Store, query: Query, now?: Date): Promise<Reader> {
  const { db } = store;
  const context = await contextOf(store, query, now);
  const everyBrand = (await db.records.where('kind').equals('brand').primaryKeys()) as string[];
  const languages = asksFor(query, 'lang') ? ((await db.clips.orderBy('lang').uniqueKeys()) as string[]) : [];
  const plan = await planOf(db, query, { context, everyBrand, languages });
  const left = await Promise.all(plan.without.map((source) => idsOf(db, source, plan.days)));
  return { store, plan, fits: plan.rest ? matcher(plan.rest, context) : () => true, left: new Set(left.flatMap((ids) => [...ids])) };
}
