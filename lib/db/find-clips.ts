/**
 * Clips that answer a query, newest first, a page at a time. Indexes say which they are, of some days at a time where there are many; only
 * clips that may be shown are read. In Chromium, counting entries is free, 1,000 ids cost 4 ms and 1,000 rows 80.
 */
import type { Query } from '../core/query/query.ts';
import type { Clip } from '../core/records.ts';
import { type Cursor, common, gather, rowsOf } from './gather.ts';
import { type Reader, readerOf } from './reader.ts';
import { countOf, type Days, idsOf } from './sources.ts';
import type { Store } from './store.ts';

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

const cursorOf = ({ day, clippedAt, id }: Cursor): Cursor => ({ day, clippedAt, id });

export interface Counted {
  /** How many clips answer; null where too many would have to be read to say. */
  total: number | null;
  /** Distinct authors of them; null where the clips were not read. */
  authors: number | null;
}

/** So many entries of indexes are read at most for a count, and so many clips; and for the authors so many. */
const most = { ids: 150_000, rows: 3_000, authors: 500 };

/** How many clips answer, and from how many authors. Slower than a page: ask it after the page is shown. */
export const countClips = (store: Store, query: Query, now?: Date): Promise<Counted> =>
  reading(store, async () => {
    const reader = await readerOf(store, query, now);
    const { plan, left } = reader;
    const { rest, sources, days } = plan;
    const alone = rest === null && left.size === 0;
    const [only] = sources;
    if (!only) return alone ? { total: await inDays(store, days).count(), authors: null } : unsaid(reader);
    if (alone && sources.length === 1 && only.slices.length === 1 && only.byDay && only.count > most.authors)
      return { total: await countOf(store.db, only, days), authors: null };
    if (sources.reduce((sum, { count }) => sum + count, 0) > most.ids) return { total: null, authors: null };
    let ids = common(await Promise.all(sources.map((source) => idsOf(store.db, source, days)))).filter((id) => !left.has(id));
    if (days[0] > '0' || days[1] < '9') ids = await within(store, ids, reader);
    if (ids.length > (rest ? most.rows : most.authors)) return { total: rest ? null : ids.length, authors: null };
    return told((await rowsOf(store, ids)).filter(reader.fits));
  });

const inDays = ({ db }: Store, [from, to]: Days) => db.clips.where('[day+clippedAt]').between([from, ''], [to, '\uffff'], true, true);

/** Of ids from indexes without days, those within the days. */
async function within(store: Store, ids: string[], { plan: { days, sources } }: Reader): Promise<string[]> {
  if (sources.some(({ byDay }) => byDay)) return ids;
  const inside = new Set(await inDays(store, days).primaryKeys());
  return ids.filter((id) => inside.has(id));
}

/** Where no index helps, all clips of the days are read, if they are not too many. */
async function unsaid({ store, plan, left, fits }: Reader): Promise<Counted> {
  if ((await inDays(store, plan.days).count()) > most.rows) return { total: null, authors: null };
  return told((await inDays(store, plan.days).toArray()).filter((clip) => !left.has(clip.id) && fits(clip)));
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
