/** Finds the clips of a page where indexes know them, and reads no more of them than the page needs. */
import { addDays, daysBetween } from '../core/day.ts';
import type { Reader } from './reader.ts';
import { type Days, idsOf, type Source } from './sources.ts';
import { atOnce, type Gathered, type Gathering, gathering, inOrder, newestFirst, rowsOf, type Wanted, walk } from './walk.ts';

/** So many ids of an index are read for one window; of one that has more there, the clips are asked. */
const mostInWindow = 2_000;
/** IndexedDB's own limit is 32 bits. */
const unlimited = 2 ** 31;
/** So many times another's entries are not worth reading. */
const muchMore = 3;
/** So many ids of an index that is not in order of days, where there is no window. */
const mostInAll = 5_000;
/** So many clips are read and put in order. Of more in one day, the index knows the order. */
const mostSorted = 200;
/** So many are, where no window can make them fewer. */
const fewEnough = 1_000;

/** What is in all sets. */
export const common = (sets: readonly ReadonlySet<string>[]): string[] => {
  const [first, ...others] = [...sets].sort((a, b) => a.size - b.size);
  return first ? [...first].filter((id) => others.every((ids) => ids.has(id))) : [];
};

/** Many clips of a window: the index of days has them in order, so that no more are read than the page needs. */
async function takeInOrder(
  reader: Reader,
  ids: readonly string[],
  days: Days,
  wanted: Wanted,
  found: Gathering,
  sieve: Reader['fitting'],
): Promise<void> {
  const among = new Set(ids);
  const step = 2 * mostSorted;
  for (let offset = 0; !found.isFull(); offset += step) {
    const newer = await inOrder(reader.store, days, wanted.after).reverse().offset(offset).limit(step).primaryKeys();
    const some = newer.filter((id) => among.has(id));
    for (let at = 0; at < some.length && !found.isFull(); at += wanted.limit + 1)
      await found.take(await rowsOf(reader.store, some.slice(at, at + wanted.limit + 1)), sieve);
    if (newer.length < step) return;
  }
}

const everyClip: Source = {
  slices: [
    {
      table: 'clips',
      index: '[day+clippedAt]',
      range: ([from, to]) => [
        [from, ''],
        [to, '\uffff'],
      ],
    },
  ],
  byDay: true,
};

/**
 * Reads the ids that a window's sources agree on; null where every source has too many there. `isWhole`: all of them were read. What has
 * many more entries than another on the first day is not read again: asking the other's clips is cheaper.
 */
function windows({ store, plan }: Reader, known: readonly ReadonlySet<string>[]) {
  const byDay = plan.sources.filter((source) => source.byDay);
  const all = byDay.length > 0 ? byDay : [everyClip];
  let asked = all;
  return async (days: Days, span: number): Promise<{ ids: string[]; isWhole: boolean } | null> => {
    const read = await Promise.all(asked.map((source) => idsOf(store.db, source, days, span === 1 ? unlimited : mostInWindow)));
    const sets = read.filter((ids) => ids !== null);
    if (sets.length === 0) return null;
    const isWhole = sets.length === all.length;
    const fewest = Math.min(...sets.map(({ size }) => size));
    asked = asked.filter((_, index) => (read[index]?.size ?? Number.POSITIVE_INFINITY) <= muchMore * fewest + atOnce / 4);
    return { ids: common([...known, ...sets]), isWhole };
  };
}

/** Where indexes know the clips: a window of days after the other, each as wide as the last one lets expect. */
async function look(reader: Reader, wanted: Wanted): Promise<Gathered> {
  const { store, plan } = reader;
  if (!plan.sources.some(({ byDay }) => byDay)) {
    // A beginning of one or two letters fits so many that the newest clips are a page.
    const newest = await walk(reader, { ...wanted, most: 1 });
    const isDense = 5 * newest.clips.length > wanted.limit;
    if (!newest.stopped) return newest;
    if (isDense) {
      const older = await walk(reader, { ...wanted, limit: wanted.limit - newest.clips.length, after: newest.stopped });
      return { clips: [...newest.clips, ...older.clips], stopped: older.stopped };
    }
  }
  const found = gathering(reader, wanted);
  const read = await Promise.all(plan.sources.filter(({ byDay }) => !byDay).map((source) => idsOf(store.db, source, plan.days, mostInAll)));
  const known = read.filter((ids) => ids !== null);
  if (known.length === 0 && !plan.sources.some(({ byDay }) => byDay)) return walk(reader, wanted);
  const range = () => inOrder(store, plan.days, wanted.after);
  if (known.some(({ size }) => size <= fewEnough)) {
    const rows = (await rowsOf(store, common(known))).filter(({ day }) => day >= plan.days[0] && day <= plan.days[1]);
    await found.take(rows.sort(newestFirst), known.length === plan.sources.length ? reader.fitting : reader.answering);
    return { clips: found.clips, stopped: null };
  }

  const [oldest, newest] = await Promise.all([range().first(), range().last()]);
  if (!oldest || !newest) return { clips: [], stopped: null };
  const idsInWindow = windows(reader, known);
  for (let [to, span] = [newest.day, 1]; ; ) {
    span = Math.max(1, Math.min(span, daysBetween(oldest.day, to) + 1));
    const from = addDays(to, 1 - span);
    const window = await idsInWindow([from, to], span);
    if (!window || (window.ids.length > mostSorted && span > 1)) {
      span = Math.max(1, Math.floor(window ? (span * mostSorted) / (2 * window.ids.length) : span / 4));
      continue;
    }
    const { ids, isWhole } = window;
    const sieve = isWhole && known.length === read.length ? reader.fitting : reader.answering;
    const before = found.clips.length;
    if (ids.length <= mostSorted) await found.take((await rowsOf(store, ids)).sort(newestFirst), sieve);
    else await takeInOrder(reader, ids, [from, to], wanted, found, sieve);
    if (found.isFull() || from <= oldest.day) return { clips: found.clips, stopped: null };
    if (found.isTired()) return { clips: found.clips, stopped: { day: from, clippedAt: '', id: '' } };
    to = addDays(from, -1);
    // As wide as what was found lets expect, and half as much again.
    const gained = found.clips.length - before;
    const expected = gained > 0 ? Math.ceil((1.5 * span * (wanted.limit + 1 - found.clips.length)) / gained) : span * 16;
    span = Math.max(1, Math.min(expected, span * 16));
  }
}

export const gather = (reader: Reader, wanted: Wanted): Promise<Gathered> =>
  reader.plan.sources.length === 0 ? walk(reader, wanted) : look(reader, wanted);
