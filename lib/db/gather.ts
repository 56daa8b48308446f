/** Reads clips in the order of a list, and no more of them than the page needs. */
import { addDays } from '../core/day.ts';
import type { Clip } from '../core/records.ts';
import type { Reader } from './reader.ts';
import { type Days, idsOf } from './sources.ts';
import type { Store } from './store.ts';

/** A place in the list: a clip, or the moment down to which was looked. */
export type Cursor = Pick<Clip, 'day' | 'clippedAt' | 'id'>;

/** The order of every list of clips. */
export const newestFirst = (a: Cursor, b: Cursor): number =>
  a.day !== b.day ? (a.day < b.day ? 1 : -1) : a.clippedAt !== b.clippedAt ? (a.clippedAt < b.clippedAt ? 1 : -1) : a.id < b.id ? 1 : -1;

export interface Gathered {
  /** One more than asked for, where there are more. */
  clips: Clip[];
  /** Where looking stopped before the end, since enough was read; else null. */
  stopped: Cursor | null;
}

export interface Wanted {
  limit: number;
  /** Only clips behind this one. */
  after: Cursor | null;
  /** How many clips may be read, though few of them fit. */
  most: number;
}

const chunk = 250;
/** So many clips are read and put in order, rather than walking through the index for the order of their ids. */
const mostSorted = 600;
/** The first look goes so much further back than the page should need, for clips do not come evenly. */
const further = 1.5;

/** Takes clips in the order of the list until the page is full or enough were read. */
function gathering({ left, fits }: Reader, { limit, after, most }: Wanted) {
  const clips: Clip[] = [];
  let read = 0;
  return {
    clips,
    take(rows: readonly Clip[]): void {
      for (const clip of rows) {
        if (clips.length > limit) return;
        if (after && newestFirst(clip, after) <= 0) continue;
        read += 1;
        if (!left.has(clip.id) && fits(clip)) clips.push(clip);
      }
    },
    isFull: () => clips.length > limit,
    isTired: () => read >= most,
  };
}

/** Clips of some days in the order of the index, oldest first; none newer than `after`. */
const inOrder = ({ db }: Store, [from, to]: Days, after: Cursor | null) =>
  db.clips.where('[day+clippedAt]').between([from, ''], after && after.day <= to ? [after.day, after.clippedAt] : [to, '\uffff'], true, true);

export const rowsOf = async ({ db }: Store, ids: string[]): Promise<Clip[]> => (await db.clips.bulkGet(ids)).filter((clip) => clip !== undefined);

/** What is in all sets. */
export const common = (sets: readonly ReadonlySet<string>[]): string[] => {
  const [first, ...others] = [...sets].sort((a, b) => a.size - b.size);
  return first ? [...first].filter((id) => others.every((ids) => ids.has(id))) : [];
};

/** Where no index helps: one clip after the other. */
async function walk(reader: Reader, wanted: Wanted): Promise<Gathered> {
  const found = gathering(reader, wanted);
  const size = Math.max(chunk, wanted.limit + 1);
  for (let offset = 0; ; offset += size) {
    const rows = await inOrder(reader.store, reader.plan.days, wanted.after).reverse().offset(offset).limit(size).toArray();
    found.take(rows);
    if (found.isFull() || rows.length < size) return { clips: found.clips, stopped: null };
    if (found.isTired()) return { clips: found.clips, stopped: rows.at(-1)! };
  }
}

/** Where indexes know the clips: their ids of a window of days, the newest first; the next window is wider. */
async function look(reader: Reader, wanted: Wanted): Promise<Gathered> {
  const { store, plan } = reader;
  const found = gathering(reader, wanted);
  if (plan.sources.some(({ count }) => count === 0)) return { clips: [], stopped: null };
  const [first, last] = plan.days;
  const newest = wanted.after && wanted.after.day < last ? wanted.after.day : last;
  const inDays = (days: Days) => inOrder(store, days, wanted.after);
  const [all, ...whole] = await Promise.all([
    inDays([first, newest]).count(),
    ...plan.sources.filter(({ byDay }) => !byDay).map((source) => idsOf(store.db, source, plan.days)),
  ]);
  const byDay = plan.sources.filter((source) => source.byDay);
  if (byDay.length === 0 && (whole.length > 1 || whole[0]!.size <= mostSorted)) {
    const ids = common(whole);
    if (ids.length <= mostSorted) {
      const rows = (await rowsOf(store, ids)).filter(({ day }) => day >= first && day <= last);
      found.take(rows.sort(newestFirst));
      return { clips: found.clips, stopped: null };
    }
  }

  const density = plan.sources.reduce((share, { count }) => share * Math.min(1, count / Math.max(1, all)), 1);
  let width = Math.max(chunk, Math.ceil((further * (wanted.limit + 1)) / density));
  for (let [to, done] = [newest, 0]; ; ) {
    const edge =
      done + width < all ? ((await inDays([first, to]).reverse().offset(width).limit(1).keys()) as unknown as [[string, string]?])[0] : undefined;
    const from = edge?.[0] ?? first;
    const [inWindow, ...sets] = await Promise.all([
      byDay.length === 0 ? inDays([from, to]).primaryKeys() : [],
      ...byDay.map((source) => idsOf(store.db, source, [from, to])),
    ]);
    const ids = common([...whole, ...sets, ...(byDay.length === 0 ? [new Set(inWindow)] : [])]);
    if (ids.length > mostSorted && from < to && width > chunk) {
      // They lie closer than was thought.
      width = Math.max(chunk, Math.floor((width * mostSorted) / (2 * ids.length)));
      continue;
    }
    if (ids.length <= mostSorted) found.take((await rowsOf(store, ids)).sort(newestFirst));
    else await takeInOrder(reader, ids, [from, to], wanted, found);
    if (found.isFull() || from <= first || edge === undefined) return { clips: found.clips, stopped: null };
    if (found.isTired()) return { clips: found.clips, stopped: { day: from, clippedAt: '', id: '' } };
    done += width;
    width *= 2;
    to = addDays(from, -1);
  }
}

/** Many clips of few days, as of an import: the index of days has them in order, so only the page is read. */
async function takeInOrder(reader: Reader, ids: string[], days: Days, wanted: Wanted, found: ReturnType<typeof gathering>): Promise<void> {
  const wantedIds = new Set(ids);
  const ordered = (await inOrder(reader.store, days, wanted.after).primaryKeys()).filter((id) => wantedIds.has(id)).reverse();
  for (let at = 0; at < ordered.length && !found.isFull(); at += chunk) found.take(await rowsOf(reader.store, ordered.slice(at, at + chunk)));
}

export const gather = (reader: Reader, wanted: Wanted): Promise<Gathered> =>
  reader.plan.sources.length === 0 ? walk(reader, wanted) : look(reader, wanted);
