/**
 * What is known of a long list: parts that follow each other without a gap, each with the keys of its rows as they were last read. Only the parts
 * near the screen are read, live; of the others the keys stay, so that the list keeps its length. A part ends at a place, not after so many
 * rows: what comes in or goes makes one longer or shorter, and moves no row into another.
 */
import { type Paged, stretch } from '../../lib/db/paged.ts';
import type { Store } from '../../lib/db/store.ts';

interface Part<Place> {
  /** The place of its last row; null of the last part, which goes on. */
  end: Place | null;
  keys: readonly string[];
}

export interface Parts<Row, Place> {
  /** What the list is of: another question, another list. */
  question: string;
  parts: readonly Part<Place>[];
  /** The first and the last part that are read. */
  from: number;
  to: number;
  /** So many rows are read of the last part. */
  ahead: number;
  /** All keys, in order. */
  keys: readonly string[];
  /** What is read. */
  rows: ReadonlyMap<string, Row>;
  /** Where the list goes on; null at its end, undefined as long as that is not known. */
  next: Place | null | undefined;
  /** It does go on, but so much was looked at without filling a page that it waits to be asked. */
  tired: boolean;
  answer: Answer<Row, Place> | null;
}

/** What is to be read. */
export interface Span<Place> {
  after: Place | null;
  /** Where the last part begins, if that is to be read too. */
  last: Place | null;
  /** null: the last part is to be read. */
  until: Place | null;
  /** So many rows there were up to there. */
  about: number;
  ahead: number;
}

interface Answer<Row, Place> {
  rows: Row[];
  /** Of the last part; undefined where that was not read. */
  end?: { next: Place | null; tired: boolean };
}

/** So many rows a page has. */
export const pageSize = 50;
/** So many rows beyond those on screen are read. */
const around = 40;

export const begin = <Row, Place>(question: string): Parts<Row, Place> => ({
  question,
  parts: [{ end: null, keys: [] }],
  from: 0,
  to: 0,
  ahead: pageSize,
  keys: [],
  rows: new Map(),
  next: undefined,
  tired: false,
  answer: null,
});

export function spanOf<Row, Place>({ parts, from, to, ahead }: Parts<Row, Place>): Span<Place> {
  const isLast = to === parts.length - 1;
  const counted = parts.slice(from, isLast ? to : to + 1).reduce((sum, { keys }) => sum + keys.length, 0);
  return {
    after: parts[from - 1]?.end ?? null,
    last: isLast ? (parts[to - 1]?.end ?? null) : null,
    until: parts[to]!.end,
    about: counted,
    ahead,
  };
}

export async function readSpan<Row, Place>(
  store: Store,
  paged: Paged<Row, Place>,
  { after, last, until, about, ahead }: Span<Place>,
): Promise<Answer<Row, Place>> {
  if (until) return { rows: await stretch(store, paged, after, until, about) };
  const before = last && !(after && paged.order(after, last) === 0) ? await stretch(store, paged, after, last, about) : [];
  const { rows, next } = await paged.page(store, last, ahead);
  return { rows: [...before, ...rows], end: { next, tired: next !== null && rows.length < ahead } };
}

const flat = (parts: readonly Part<unknown>[]): string[] => parts.flatMap(({ keys }) => keys);
const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((key, index) => key === b[index]);

/** The list with what was read just now. A part that has grown long is divided. */
export function taken<Row, Place>(
  list: Parts<Row, Place>,
  { keyOf, placeOf, order }: Paged<Row, Place>,
  answer: Answer<Row, Place>,
): Parts<Row, Place> {
  const fresh: Part<Place>[] = [];
  const left = [...answer.rows];
  for (const { end } of list.parts.slice(list.from, list.to + 1)) {
    const beyond = end === null ? -1 : left.findIndex((row) => order(placeOf(row), end) > 0);
    const some = left.splice(0, beyond < 0 ? left.length : beyond);
    while (some.length > 2 * pageSize) {
      const cut = some.splice(0, pageSize);
      fresh.push({ end: placeOf(cut.at(-1)!), keys: cut.map(keyOf) });
    }
    fresh.push({ end, keys: some.map(keyOf) });
  }
  const rows = new Map(answer.rows.map((row) => [keyOf(row), row]));
  // A row that has another place now stands only there.
  const without = ({ end, keys }: Part<Place>): Part<Place> => ({
    end,
    keys: keys.some((key) => rows.has(key)) ? keys.filter((key) => !rows.has(key)) : keys,
  });
  const parts = [...list.parts.slice(0, list.from).map(without), ...fresh, ...list.parts.slice(list.to + 1).map(without)];
  const keys = flat(parts);
  return {
    ...list,
    ...answer.end,
    // Where much was read at once and divided, of the last part what is left of it.
    ahead: answer.end ? Math.min(list.ahead, Math.max(pageSize, fresh.at(-1)!.keys.length)) : list.ahead,
    parts,
    to: list.from + fresh.length - 1,
    keys: same(keys, list.keys) ? list.keys : keys,
    rows,
    answer,
  };
}

/** Goes on behind what was read last. */
export function further<Row, Place>(list: Parts<Row, Place>, ahead = pageSize): Parts<Row, Place> {
  const last = list.parts.at(-1)!;
  if (!list.next) return list;
  const parts = [...list.parts.slice(0, -1), { ...last, end: list.next }, { end: null, keys: [] }];
  return { ...list, parts, to: parts.length - 1, from: Math.max(list.from, parts.length - 3), ahead, next: undefined, tired: false };
}

/** The part in which the row with that index is. */
function partAt(parts: readonly Part<unknown>[], index: number): number {
  let before = 0;
  const found = parts.findIndex(({ keys }) => {
    before += keys.length;
    return index < before;
  });
  return found < 0 ? parts.length - 1 : found;
}

/** Reads around the rows on screen, by their indexes; and goes on where that is beyond the end of what is known. */
export function turned<Row, Place>(list: Parts<Row, Place>, [first, last]: readonly [number, number], isRead: boolean): Parts<Row, Place> {
  // What was asked for last is on its way; without it nobody knows how the list goes on.
  if (list.next === undefined) return list;
  const end = list.parts.length - 1;
  const isBeyond = last + around >= list.keys.length;
  if (isBeyond && isRead && list.to === end && list.next && !list.tired) return further(list);
  const from = partAt(list.parts, Math.max(0, first - around));
  const to = isBeyond ? end : partAt(list.parts, last + around);
  return from === list.from && to === list.to ? list : { ...list, from, to };
}
