/** Finds the clips of a page where indexes know them, and reads no more of them than the page needs. */
import { addDays, daysBetween } from '../core/day.ts';
import { lineOf } from '../core/word-index.ts';
import type { Reader } from './reader.ts';
import { type Days, type Found, foundBy, foundByAll, isBeginning, isCheap, isOfWords, type Source } from './sources.ts';
import { atOnce, type Gathered, type Gathering, gathering, inOrder, newestFirst, rowsOf, type Wanted, walk } from './walk.ts';

/** So many ids of an index are read for one window; of one that has more there, the clips are asked. */
const mostInWindow = 2_000;
/** And so many of the search index, which tells their order. */
const mostOfWords = 20_000;
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

/** What all have found, with its place where one of them knows it. */
export function common(all: readonly Found[]): Found {
  const [first, ...others] = [...all].sort((a, b) => a.size - b.size);
  const found: Found = new Map();
  for (const [id, place] of first ?? []) {
    if (!others.every((other) => other.has(id))) continue;
    found.set(id, place ?? others.map((other) => other.get(id) ?? null).find((known) => known !== null) ?? null);
  }
  return found;
}

/** Clips whose order is known: no more are read than the page needs. */
async function takeKnown(reader: Reader, found: Found, wanted: Wanted, gathered: Gathering, sieve: Reader['fitting']): Promise<void> {
  const { after } = wanted;
  const before = after && `${after.day} ${after.clippedAt === '' ? '' : lineOf(after)}`;
  const places = [...found].flatMap(([id, place]) => (place === null || (before !== null && place >= before) ? [] : [{ id, place }]));
  const ids = places.sort((a, b) => (a.place < b.place ? 1 : -1)).map(({ id }) => id);
  const step = wanted.limit + 1;
  for (let at = 0; at < ids.length && !gathered.isFull(); at += step)
    await gathered.take(await rowsOf(reader.store, ids.slice(at, at + step)), sieve);
}

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
 * Reads what a window's sources agree on; null where every source has too many there. `isWhole`: all of them were read. What has many more
 * entries than another on the first day is not read again: asking the other's clips is cheaper.
 */
function windows({ store }: Reader, sources: readonly Source[], known: readonly Found[]) {
  const all = sources.length > 0 ? sources : [everyClip];
  let asked = all;
  const worded = all.filter(isOfWords);
  const together = worded.length > 1 ? worded : [];
  return async (days: Days, span: number): Promise<{ found: Found; isWhole: boolean } | null> => {
    const most = (source: Source) => (span === 1 ? unlimited : isCheap(source) ? mostOfWords : mostInWindow);
    const apart = asked.filter((source) => !together.includes(source));
    const [joint, read] = await Promise.all([
      together[0] ? foundByAll(store.db, together, days, most(together[0])) : null,
      Promise.all(apart.map((source) => foundBy(store.db, source, days, most(source), 'days'))),
    ]);
    const sets = read.filter((found) => found !== null);
    const isWhole = sets.length + (joint ? together.length : 0) === all.length;
    const fewest = Math.min(joint?.fewest ?? Number.POSITIVE_INFINITY, ...sets.map(({ size }) => size));
    if (joint) sets.push(joint.found);
    if (sets.length === 0) return null;
    const isWorthIt = (size = Number.POSITIVE_INFINITY) => size <= muchMore * fewest + atOnce / 4;
    asked = [...together, ...apart.filter((source, index) => isCheap(source) || isWorthIt(read[index]?.size))];
    return { found: common([...known, ...sets]), isWhole };
  };
}

const hasOrder = (found: Found): boolean => [...found.values()].every((place) => place !== null);

/** Where indexes know the clips: a window of days after the other, each as wide as the last one lets expect. */
async function look(reader: Reader, wanted: Wanted): Promise<Gathered> {
  const { store, plan } = reader;
  if (!plan.sources.some(({ byDay }) => byDay)) {
    // What fits most clips fills a page with the newest ones.
    const newest = await walk(reader, { ...wanted, most: 1 });
    const isDense = 5 * newest.clips.length > wanted.limit;
    if (!newest.stopped) return newest;
    if (isDense) {
      const older = await walk(reader, { ...wanted, limit: wanted.limit - newest.clips.length, after: newest.stopped });
      return { clips: [...newest.clips, ...older.clips], stopped: older.stopped };
    }
  }
  const found = gathering(reader, wanted);
  // Some are read as a whole: where that is too much, day by day if they can be.
  const tried = plan.sources.filter((source) => !source.byDay || isBeginning(source));
  const read = await Promise.all(tried.map((source) => foundBy(store.db, source, plan.days, mostInAll, 'whole')));
  const known = read.filter((ids) => ids !== null);
  const byDay = plan.sources.filter((source) => source.byDay && !read[tried.indexOf(source)]);
  if (known.length === 0 && byDay.length === 0) return walk(reader, wanted);
  const isAllTried = known.length + byDay.length === plan.sources.length;
  if (known.some(({ size }) => size <= fewEnough) || (byDay.length === 0 && hasOrder(common(known)))) {
    const all = common(known);
    const sieve = known.length === plan.sources.length ? reader.fitting : reader.answering;
    if (hasOrder(all)) await takeKnown(reader, all, wanted, found, sieve);
    else {
      const rows = (await rowsOf(store, [...all.keys()])).filter(({ day }) => day >= plan.days[0] && day <= plan.days[1]);
      await found.take(rows.sort(newestFirst), sieve);
    }
    return { clips: found.clips, stopped: null };
  }

  const range = () => inOrder(store, plan.days, wanted.after);
  const [oldest, newest] = await Promise.all([range().first(), range().last()]);
  if (!oldest || !newest) return { clips: [], stopped: null };
  const inWindow = windows(reader, byDay, known);
  for (let [to, span] = [newest.day, 1]; ; ) {
    span = Math.max(1, Math.min(span, daysBetween(oldest.day, to) + 1));
    const from = addDays(to, 1 - span);
    const window = await inWindow([from, to], span);
    const isOrdered = window !== null && hasOrder(window.found);
    if (!window || (!isOrdered && window.found.size > mostSorted && span > 1)) {
      span = Math.max(1, Math.floor(window ? (span * mostSorted) / (2 * window.found.size) : span / 4));
      continue;
    }
    const sieve = window.isWhole && isAllTried ? reader.fitting : reader.answering;
    const before = found.clips.length;
    const ids = [...window.found.keys()];
    if (isOrdered) await takeKnown(reader, window.found, wanted, found, sieve);
    else if (ids.length <= mostSorted) await found.take((await rowsOf(store, ids)).sort(newestFirst), sieve);
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
