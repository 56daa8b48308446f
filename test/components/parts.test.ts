/** A long list as it is scrolled through while others write: what is known of it is what the list is, without a gap, in order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, type Parts, pageSize, readSpan, spanOf, taken, turned } from '../../components/list/parts.ts';
import { type Paged, stretch } from '../../lib/db/paged.ts';
import type { Store } from '../../lib/db/store.ts';

const store = {} as Store;

/** A list of numbers, the greatest first, that can be changed under whoever reads it. */
function numbers(stored: Set<number>): Paged<number, { n: number }> & { read: number } {
  const list = {
    read: 0,
    keyOf: String,
    placeOf: (n: number) => ({ n }),
    order: (a: { n: number }, b: { n: number }) => b.n - a.n,
    async page(_: Store, after: { n: number } | null, limit: number) {
      const behind = [...stored].filter((n) => !after || n < after.n).sort((a, b) => b - a);
      const rows = behind.slice(0, limit);
      list.read += rows.length;
      return { rows, next: behind.length > limit ? { n: rows.at(-1)! } : null };
    },
  };
  return list;
}

type List = Parts<number, { n: number }>;
const look = async (list: List, of: ReturnType<typeof numbers>): Promise<List> => taken(list, of, await readSpan(store, of, spanOf(list)));
/** Reads until nothing more is wanted for what is on screen, as the hook does. */
async function show(list: List, of: ReturnType<typeof numbers>, first: number): Promise<List> {
  let now = await look(list, of);
  for (let next = turned(now, [first, first + 10], true); next !== now; next = turned(now, [first, first + 10], true)) now = await look(next, of);
  return now;
}

test('down to the end page by page: every row once, in order, and only those near the screen are held', async () => {
  const of = numbers(new Set(Array.from({ length: 1_234 }, (_, n) => n)));
  let list = await show(begin<number, { n: number }>(''), of, 0);
  expect(of.read).toBeLessThanOrEqual(3 * pageSize);
  while (list.next !== null) {
    list = await show(list, of, list.keys.length - 11);
    expect(list.rows.size).toBeLessThan(6 * pageSize);
  }
  expect(list.keys).toEqual(Array.from({ length: 1_234 }, (_, n) => String(1_233 - n)));
});

test('whatever is put in and taken out meanwhile: after a look at each part all is as it is stored', async () => {
  const deeds = fc.array(
    fc.oneof(
      fc.record({ put: fc.array(fc.nat(3_000), { maxLength: 300 }) }),
      fc.record({ drop: fc.array(fc.nat(3_000), { maxLength: 300 }) }),
      fc.record({ to: fc.nat(100) }),
    ),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(3_000), { minLength: 1, maxLength: 600 }), deeds, async (first, done) => {
      const stored = new Set(first);
      const of = numbers(stored);
      let list = await show(begin<number, { n: number }>(''), of, 0);
      for (const deed of done) {
        if ('put' in deed) for (const n of deed.put) stored.add(n);
        else if ('drop' in deed) for (const n of deed.drop) stored.delete(n);
        else list = await show(list, of, Math.floor((deed.to / 100) * list.keys.length));
        list = await look(list, of);
        // What is read is what is stored there; nothing is known twice.
        const { after, until } = spanOf(list);
        const expected = [...stored].filter((n) => (!after || n < after.n) && (!until || n >= until.n)).sort((a, b) => b - a);
        expect([...list.rows.values()]).toEqual(expected.slice(0, list.rows.size));
        if (until) expect(list.rows.size).toBe(expected.length);
        expect(new Set(list.keys).size).toBe(list.keys.length);
      }
      for (let at = 0; at <= list.keys.length || list.next !== null; at += 20) list = await show(list, of, at);
      expect(list.keys).toEqual([...stored].sort((a, b) => b - a).map(String));
    }),
    { numRuns: 60 },
  );
});

test('a stretch into which much has come is read whole', async () => {
  const stored = new Set([1, 500]);
  const of = numbers(stored);
  for (let n = 100; n < 400; n++) stored.add(n);
  expect(await stretch(store, of, { n: 500 }, { n: 100 }, 1)).toHaveLength(300);
});

test('where much comes into what is read, it is divided, and less is read from then on', async () => {
  const stored = new Set(Array.from({ length: 400 }, (_, n) => n));
  const of = numbers(stored);
  let list = await show(begin<number, { n: number }>(''), of, 60);
  expect(spanOf(list).until).toBe(null);
  list = await look(turned(list, [0, 1], true), of);
  expect(spanOf(list).until).not.toBe(null);
  for (let n = 1_000; n < 1_400; n++) stored.add(n);
  list = await look(list, of);
  const { after, until } = spanOf(list);
  expect([after, until!.n]).toEqual([null, Number([...list.rows.keys()].at(-1))]);
  list = await show(list, of, 0);
  expect(list.rows.size).toBeLessThan(4 * pageSize);
  expect(list.keys.slice(0, 401)).toEqual(
    [...stored]
      .sort((a, b) => b - a)
      .slice(0, 401)
      .map(String),
  );
});
