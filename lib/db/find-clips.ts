/**
 * Clips that answer a query, newest first, a page at a time. Indexes say which they are, of some days at a time where there are many; only
 * clips that may be shown are read. In Chromium 1,000 ids of a large index cost as much as 600 clips, but as many in a row of the search index
 * hardly more than the row.
 */
import type { Query } from '../core/query/query.ts';
import type { Clip } from '../core/records.ts';
import { common, gather } from './gather.ts';
import type { Paged } from './paged.ts';
import { readerOf } from './reader.ts';
import { countOf, type Days, foundBy, isCheap } from './sources.ts';
import type { Store } from './store.ts';
import { type Cursor, newestFirst, rowsOf } from './walk.ts';

export interface Page {
  clips: Clip[];
  /** Where to go on; null at the end. There may be fewer clips than asked for nevertheless: so many did not fit that looking stopped there. */
  next: Cursor | null;
}

interface Asked {
  limit: number;
  after?: Cursor | null;
  /** How many clips may be read for the page, though few of them fit. */
  most?: number;
  now?: Date;
}

/** One transaction, so that all that is read is of one moment. */
const reading = <T>({ db }: Store, work: () => Promise<T>): Promise<T> => db.transaction('r', db.tables, async () => await work());

/** The first clips that answer, or those behind a cursor. */
export const findClips = (store: Store, query: Query, { limit, after = null, most = 4_000, now }: Asked): Promise<Page> =>
  reading(store, async () => {
    const { clips, stopped } = await gather(await readerOf(store, query, now), { limit, after, most });
    const page = clips.slice(0, limit);
    const last = page.at(-1);
    return { clips: page, next: clips.length > limit && last ? cursorOf(last) : stopped && cursorOf(stopped) };
  });

/** So many clips are read for each that is to be shown, before a list says how far it looked. */
const readEach = 80;

/** All clips that answer, as a list that is read where one looks. */
export const pagedClips = (query: Query): Paged<Clip, Cursor> => ({
  keyOf: ({ id }) => id,
  placeOf: cursorOf,
  order: newestFirst,
  async page(store, after, limit) {
    const { clips, next } = await findClips(store, query, { limit, after, most: limit * readEach });
    return { rows: clips, next };
  },
});

/** All clips that answer, a thousand at a time. */
export async function everyClip(store: Store, query: Query): Promise<Clip[]> {
  const clips: Clip[] = [];
  for (let after: Cursor | null | undefined; after !== null; ) {
    const page: Page = await findClips(store, query, { limit: 1_000, ...(after && { after }), most: 20_000 });
    clips.push(...page.clips);
    after = page.next;
  }
  return clips;
}

const cursorOf = ({ day, clippedAt, id }: Cursor): Cursor => ({ day, clippedAt, id });

export interface Counted {
  /** How many clips answer; null where too many would have to be read to say. */
  total: number | null;
  /** Distinct authors of them; null where the clips were not read. */
  authors: number | null;
}

/** So many ids are read at most of an index for a count, and so many clips; and for the authors so many. */
const most = { ids: 50_000, rows: 3_000, authors: 500 };

/** How many clips answer, and from how many authors. Slower than a page: ask it after the page is shown. */
export const countClips = (store: Store, query: Query, now?: Date): Promise<Counted> =>
  reading(store, async () => {
    const reader = await readerOf(store, query, now);
    const { plan, left, fitting, answering } = reader;
    const { sources, days } = plan;
    const alone = plan.rest === null && plan.without.length === 0;
    if (sources.length === 0) {
      if (alone) return { total: await inDays(store, days).count(), authors: null };
      const rows = await inDays(store, days)
        .limit(most.rows + 1)
        .toArray();
      return rows.length > most.rows ? unsaid : told(await fitting(rows.filter(({ id }) => !left.has(id))));
    }
    const [only] = sources;
    const all = await Promise.all(
      sources.map((source) => foundBy(store.db, source, days, source === only && sources.length === 1 && !isCheap(source) ? most.rows : most.ids)),
    );
    const sets = all.filter((ids) => ids !== null);
    if (sets.length === 0)
      return alone && sources.length === 1 && only!.byDay && only!.slices.length === 1
        ? { total: await countOf(store.db, only!.slices[0]!, days), authors: null }
        : unsaid;
    const isWhole = sets.length === all.length;
    let ids = [...common(sets).keys()].filter((id) => !left.has(id));
    if ((days[0] > '0' || days[1] < '9') && !sources.some(({ byDay }, index) => byDay && all[index])) ids = await within(store, ids, days);
    const isSure = isWhole && plan.rest === null && fitting !== answering;
    if (ids.length > (isSure ? most.authors : most.rows)) return isSure ? { total: ids.length, authors: null } : unsaid;
    return told(await (isWhole ? fitting : answering)(await rowsOf(store, ids)));
  });

const unsaid: Counted = { total: null, authors: null };

const inDays = ({ db }: Store, [from, to]: Days) => db.clips.where('[day+clippedAt]').between([from, ''], [to, '\uffff'], true, true);

/** Of ids from indexes without days, those within the days. */
async function within(store: Store, ids: string[], days: Days): Promise<string[]> {
  const inside = new Set(await inDays(store, days).primaryKeys());
  return ids.filter((id) => inside.has(id));
}

const told = (clips: readonly Clip[]): Counted => ({
  total: clips.length,
  authors: clips.length > most.authors ? null : new Set(clips.map(({ authorKey }) => authorKey)).size,
});

/** Networks of which there is a clip. Ids begin with their network, so this reads one key for each. */
export async function networksOf({ db }: Store): Promise<string[]> {
  const found: string[] = [];
  let after = 'clip:';
  for (;;) {
    const key = (await db.clips.where('id').above(after).first())?.id;
    const network = key && /^clip:([a-z0-9-]+):/.exec(key)?.[1];
    if (!network) return found;
    found.push(network);
    after = `clip:${network}:\uffff`;
  }
}

/** Languages (BCP 47) of which there is a clip. */
export const languagesOf = async ({ db }: Store): Promise<string[]> =>
  [...new Set(((await db.clips.orderBy('lang').uniqueKeys()) as string[]).map((lang) => lang.toLowerCase().split('-')[0]!))].sort();
