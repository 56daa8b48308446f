/** The order of a list of clips, and reading them in it one after the other. */
import type { Clip } from '../core/records.ts';
import type { Reader } from './reader.ts';
import type { Days } from './sources.ts';
import type { Store } from './store.ts';

/** A place in the list: a clip, or the moment down to which was looked. */
export type Cursor = Pick<Clip, 'day' | 'clippedAt' | 'id'>;

/** The later, and the greater, stands first. */
export const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/** The order of every list of clips. */
export const newestFirst = (a: Cursor, b: Cursor): number =>
  descending(a.day, b.day) || descending(a.clippedAt, b.clippedAt) || descending(a.id, b.id);

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

/** So many clips are read at once where no index helps, and so many are asked. */
const chunk = 250;
export const atOnce = 100;

/** Takes clips in the order of the list until the page is full or enough were read. */
export function gathering({ left }: Reader, { limit, after, most }: Wanted) {
  const clips: Clip[] = [];
  let read = 0;
  return {
    clips,
    /** Clips in the order of the list; `sieve` keeps those that answer. */
    async take(rows: readonly Clip[], sieve: Reader['fitting']): Promise<void> {
      const behind = rows.filter((clip) => !left.has(clip.id) && (!after || newestFirst(clip, after) > 0));
      for (let at = 0; at < behind.length && clips.length <= limit; at += atOnce) {
        const some = behind.slice(at, at + atOnce);
        read += some.length;
        clips.push(...(await sieve(some)).slice(0, limit + 1 - clips.length));
      }
    },
    isFull: () => clips.length > limit,
    isTired: () => read >= most,
  };
}
export type Gathering = ReturnType<typeof gathering>;

/** Clips of some days in the order of the index, oldest first; none newer than `after`. */
export const inOrder = ({ db }: Store, [from, to]: Days, after: Cursor | null) =>
  db.clips.where('[day+clippedAt]').between([from, ''], after && after.day <= to ? [after.day, after.clippedAt] : [to, '\uffff'], true, true);

export const rowsOf = async ({ db }: Store, ids: string[]): Promise<Clip[]> => (await db.clips.bulkGet(ids)).filter((clip) => clip !== undefined);

/** Where no index helps: one clip after the other. At first as many as the page should hold, for most may fit; more where few did. */
export async function walk(reader: Reader, wanted: Wanted): Promise<Gathered> {
  const found = gathering(reader, wanted);
  const sieve = reader.plan.sources.length > 0 ? reader.answering : reader.fitting;
  // Behind the clip read last; of those at its very moment, so many were read before.
  for (let [behind, again, size] = [wanted.after, 0, wanted.limit + 1]; ; size = Math.max(size, Math.min(2 * size, chunk))) {
    const rows = (
      await inOrder(reader.store, reader.plan.days, behind)
        .reverse()
        .limit(size + again)
        .toArray()
    ).slice(again);
    await found.take(rows, sieve);
    const last = rows.at(-1);
    if (!last || found.isFull() || rows.length < size) return { clips: found.clips, stopped: null };
    if (found.isTired()) return { clips: found.clips, stopped: last };
    const together = rows.filter(({ day, clippedAt }) => day === last.day && clippedAt === last.clippedAt).length;
    again = together + (behind?.day === last.day && behind.clippedAt === last.clippedAt ? again : 0);
    behind = last;
  }
}
