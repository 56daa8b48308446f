/** Lists too long to be read at once: any page of one, and a stretch of it once more. */
import type { EntityTable } from 'dexie';
import type { Store } from './store.ts';
import { descending } from './walk.ts';

/** A page, and where to go on; null at the end. It may hold fewer than asked for nevertheless: so much was looked at that it stopped there. */
interface Rows<Row, Place> {
  rows: Row[];
  next: Place | null;
}

/** A list in its order, read from any place in it. A place outlives the row that stood there. */
export interface Paged<Row, Place> {
  keyOf(row: Row): string;
  placeOf(row: Row): Place;
  /** Negative where `a` stands before `b`. */
  order(a: Place, b: Place): number;
  /** Rows behind a place, or the first. */
  page(store: Store, after: Place | null, limit: number): Promise<Rows<Row, Place>>;
}

/** A page of rows, of which one more was read than it holds. */
export const pageOf = <Row, Place>(rows: Row[], limit: number, placeOf: (row: Row) => Place): Rows<Row, Place> => ({
  rows: rows.slice(0, limit),
  next: rows.length > limit ? placeOf(rows[limit - 1]!) : null,
});

/** So many rows are read for those that may have come since. */
const fewMore = 25;

/** All rows behind `after` down to `until`, which is theirs, whatever came between since there were `about` so many. */
export async function stretch<Row, Place>(
  store: Store,
  { placeOf, order, page }: Paged<Row, Place>,
  after: Place | null,
  until: Place,
  about: number,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let at = after; ; ) {
    const { rows, next } = await page(store, at, Math.max(about - found.length, fewMore));
    const inside = rows.filter((row) => order(placeOf(row), until) <= 0);
    found.push(...inside);
    if (!next || inside.length < rows.length || order(next, until) >= 0) return found;
    at = next;
  }
}

/** A place in a list that goes by a moment, and by ids within one. */
export interface Moment {
  at: string;
  id: string;
}

export const latestFirst = (a: Moment, b: Moment): number => descending(a.at, b.at) || descending(a.id, b.id);

/** An index that ends with a moment: its name, and its key for one. */
interface ByMoment {
  index: string;
  key(at: string): string | (string | number)[];
}

/** The latest `limit` rows of such an index behind a place. Of many at one moment none is read twice. */
export async function latest<Row extends { id: string }>(
  table: EntityTable<Row, 'id'>,
  { index, key }: ByMoment,
  after: Moment | null,
  limit: number,
): Promise<Row[]> {
  const until = key(after?.at ?? '\uffff');
  const together = after ? await table.where(index).equals(until).primaryKeys() : [];
  return (await table
    .where(index)
    .between(key(''), until, true, true)
    .reverse()
    .offset(together.filter((id) => (id as string) >= after!.id).length)
    .limit(limit)
    .toArray()) as Row[];
}
