/** Long lists, read a page at a time: no row is missed and none met twice, whatever stands at one moment or is done between two pages. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everything } from '../../lib/core/query/query.ts';
import { inBatch, log } from '../../lib/db/change.ts';
import { saveClip, trashClip } from '../../lib/db/clips.ts';
import { forgettings, pagedActions } from '../../lib/db/find-actions.ts';
import { pagedClips } from '../../lib/db/find-clips.ts';
import { pagedTrash } from '../../lib/db/find-trash.ts';
import { type Paged, stretch } from '../../lib/db/paged.ts';
import { pagedInbox } from '../../lib/db/queries.ts';
import type { Store } from '../../lib/db/store.ts';
import { draft, freshStore } from './store.ts';

const minute = (n: number) => new Date(Date.UTC(2026, 4, 1, 10, n));

/** Saves a clip at each of the minutes given; its id. */
async function clipAt(store: Store, index: number, at: number): Promise<string> {
  const post = draft({ nativeId: `${index}`, url: `https://x.com/a/status/${index}`, text: `Post ${index}`, publishedAt: null });
  return (await saveClip(store, { draft: post, brands: [], judgement: null }, minute(at))).clip!;
}

async function readThrough<Row, Place>(store: Store, list: Paged<Row, Place>, limit: number): Promise<string[]> {
  const keys: string[] = [];
  for (let after: Place | null = null; ; ) {
    const { rows, next }: { rows: Row[]; next: Place | null } = await list.page(store, after, limit);
    expect(rows.length).toBeLessThanOrEqual(limit);
    keys.push(...rows.map(list.keyOf));
    if (!next) return keys;
    after = next;
  }
}

const lists = { library: pagedClips(everything), inbox: pagedInbox, trash: pagedTrash, history: pagedActions } as unknown as Record<
  string,
  Paged<unknown, never>
>;

test('page by page, whatever their size, every list is the same, also of many rows at one moment', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (minutes, limit) => {
      const store = await freshStore();
      for (const [index, at] of minutes.entries()) await clipAt(store, index, at);
      for (const [index, at] of minutes.entries()) if (index % 3 === 0) await trashClip(store, `clip:x:${index}`, minute(60 + at));
      const left = minutes.filter((_, index) => index % 3 !== 0).length;
      const sizes = { library: left, inbox: left, trash: minutes.length - left, history: 2 * minutes.length - left };
      for (const [name, list] of Object.entries(lists)) {
        const inPages = await readThrough(store, list, limit);
        expect(new Set(inPages).size, name).toBe(sizes[name as keyof typeof sizes]);
        expect(inPages, name).toEqual(await readThrough(store, list, 100));
      }
    }),
    { numRuns: 12 },
  );
});

test('what was done together is met once, at its newest, however many pages it reaches through', async () => {
  const store = await freshStore();
  const [one, other] = [inBatch(store), inBatch(store)];
  for (let n = 0; n < 9; n++) await log(n % 3 === 0 ? store : n % 3 === 1 ? one : other, minute(n), { name: 'clip', undo: [] });
  const entries = await Promise.all([1, 2, 3].map((limit) => readThrough(store, pagedActions, limit)));
  expect(entries.map((keys) => keys.length)).toEqual([5, 5, 5]);
  expect(new Set(entries.map(String)).size).toBe(1);
});

test('a stretch of a list is read once more, with what came between and without what went', async () => {
  const store = await freshStore();
  for (let n = 0; n < 40; n++) await clipAt(store, n, n);
  const list = pagedClips(everything);
  const first = await list.page(store, null, 10);
  const second = await list.page(store, first.next, 10);
  const again = async () => (await stretch(store, list, first.next, second.next!, 10)).map(list.keyOf);
  expect(await again()).toEqual(second.rows.map(list.keyOf));

  await trashClip(store, 'clip:x:25');
  for (let n = 0; n < 30; n++) await clipAt(store, 100 + n, 24);
  await clipAt(store, 200, 59);
  const now = await again();
  expect(now).toHaveLength(39);
  expect(now).not.toContain('clip:x:25');
  expect(now).not.toContain('clip:x:200');
  expect(now.at(-1)).toBe(list.keyOf(second.rows.at(-1)!));
});

test('forgotten authors are told of, the newest first, and nothing else that has a count', async () => {
  const store = await freshStore();
  await log(store, minute(1), { name: 'forget', undo: [], count: 0 });
  await log(store, minute(2), { name: 'purge', undo: [], count: 3 });
  await log(store, minute(3), { name: 'forget', undo: [], count: 2 });
  await log(store, minute(4), { name: 'clip', undo: [] });
  expect((await forgettings(store, 10)).map(({ count }) => count)).toEqual([2, 0]);
  expect(await forgettings(store, 1)).toHaveLength(1);
});
