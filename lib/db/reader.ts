/** A query made ready for a workspace. */
import { dayIn } from '../core/day.ts';
import type { QueryContext } from '../core/query/context.ts';
import { matcher } from '../core/query/matches.ts';
import { asksFor, asksForWords, type Query } from '../core/query/query.ts';
import type { Clip } from '../core/records.ts';
import { type Plan, planOf } from './plan.ts';
import { brandsOf, ownersOf, themesOf } from './queries.ts';
import { foundBy } from './sources.ts';
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

/** Keeps the order. */
type Sieve = (clips: readonly Clip[]) => Promise<Clip[]>;

export interface Reader {
  store: Store;
  plan: Plan;
  /** Of clips that all sources know, and none of `left`, those that answer. */
  fitting: Sieve;
  /** Of any clips, those that answer. */
  answering: Sieve;
  /** Ids of clips that do not answer. */
  left: ReadonlySet<string>;
}

/** Asks clips; their words come from the index, where they stand cut. */
function sieve({ db }: Store, query: Query, context: QueryContext): Sieve {
  const fits = matcher(query, context);
  if (!asksForWords(query)) return async (clips) => clips.filter((clip) => fits(clip));
  return async (clips) => {
    const entries = await db.search.bulkGet(clips.map(({ id }) => id));
    return clips.filter((clip, index) => fits(clip, new Set(entries[index]?.words)));
  };
}

/** So many ids are read at most to leave their clips out; where there are more, each clip is asked. */
const mostLeft = 4_000;

export async function readerOf(store: Store, query: Query, now?: Date): Promise<Reader> {
  const { db } = store;
  const context = await contextOf(store, query, now);
  const everyBrand = (await db.records.where('kind').equals('brand').primaryKeys()) as string[];
  const languages = asksFor(query, 'lang') ? ((await db.clips.orderBy('lang').uniqueKeys()) as string[]) : [];
  const owners = asksFor(query, 'owner') ? await ownersOf(store) : [];
  const plan = planOf(query, { context, everyBrand, languages, owners });
  const answering = sieve(store, query, context);
  const left = await Promise.all(plan.without.map((source) => foundBy(db, source, plan.days, mostLeft)));
  const isLeftKnown = left.every((found) => found !== null);
  return {
    store,
    plan,
    answering,
    fitting: !isLeftKnown ? answering : plan.rest ? sieve(store, plan.rest, context) : async (clips) => [...clips],
    left: new Set(left.flatMap((found) => [...(found?.keys() ?? [])])),
  };
}
