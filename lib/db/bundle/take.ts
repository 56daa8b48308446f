/** What comes in is looked at, and then merged: by id, in batches that are each whole or not there, so that taking it in again goes on. */
import { anonymousClips } from '../find-retention.ts';
import { dropForgotten, nothingSeen, type Seen } from '../forgotten.ts';
import { importLock, resume, startOver } from '../rebuild.ts';
import type { Store } from '../store.ts';
import { type Truth, truth } from '../truth.ts';
import type { OnProgress, Refused } from './format.ts';
import type { Batch, Incoming } from './incoming.ts';

/** How many rows of a table would come, by what is here. */
interface Share {
  table: string;
  fresh: number;
  changed: number;
  same: number;
}

export interface Looked {
  shares: Share[];
  refused: Refused[];
  /** Refused beyond those that are named. */
  more: number;
  damaged: string[];
  strange: string[];
  /** Left out, since their authors were forgotten here. */
  forgotten: number;
}

/** So many refused records are named; a file of a million broken lines is told by its first ones. */
const mostNamed = 10_000;

interface Options {
  signal?: AbortSignal;
  onProgress?: OnProgress;
  tables?: Truth;
}

interface Sorted {
  /** Rows that are not here, and merged ones that differ from what is here. */
  write: { id: string }[];
  fresh: number;
  changed: number;
  same: number;
}

async function sort({ db }: Store, table: string, tables: Truth, rows: Batch['rows']): Promise<Sorted> {
  const { join } = tables[table]!;
  const ids = rows.map(({ row }) => row.id);
  const here = new Map<string, { id: string }>();
  if (join) for (const row of await db.table(table).bulkGet(ids)) if (row) here.set(row.id, row);
  if (!join) for (const id of await db.table(table).where(':id').anyOf(ids).primaryKeys()) here.set(String(id), { id: String(id) });
  const sorted: Sorted = { write: [], fresh: 0, changed: 0, same: 0 };
  const write = new Map<string, { id: string }>();
  for (const { row } of rows) {
    const known = write.get(row.id) ?? here.get(row.id);
    const merged = known && join ? join(known, row) : row;
    if (known && (!join || JSON.stringify(merged) === JSON.stringify(known))) sorted.same += 1;
    else {
      sorted[known ? 'changed' : 'fresh'] += 1;
      write.set(row.id, merged);
    }
  }
  sorted.write = [...write.values()];
  return sorted;
}

/** Tables that hold words of clips, or pictures of them. */
const worded: ReadonlySet<string> = new Set(['captures', 'tags', 'pictures']);

/** What of these rows is welcome: nothing of people who were forgotten here, no older words of clips that were made anonymous. */
async function welcome(
  store: Store,
  table: string,
  rows: Batch['rows'],
  seen: Seen,
  anonymous: ReadonlySet<string>,
): Promise<{ rows: Batch['rows']; forgotten: number }> {
  const { kept, dropped } = await dropForgotten(store, { [table]: rows.map(({ row }) => row) }, seen);
  const left = (kept as Record<string, (typeof rows)[number]['row'][]>)[table] ?? [];
  const stays = worded.has(table) ? left.filter((row) => !anonymous.has(String((row as { clip?: unknown }).clip))) : left;
  return { rows: stays.map((row) => ({ row })) as Batch['rows'], forgotten: dropped };
}

async function go(
  store: Store,
  incoming: Incoming,
  files: boolean,
  options: Options,
  each: (table: string, rows: Batch['rows']) => Promise<Sorted>,
): Promise<Looked> {
  const { signal, onProgress } = options;
  const looked: Looked = { shares: [], refused: [], more: 0, damaged: incoming.damaged, strange: incoming.strange, forgotten: 0 };
  const total = incoming.tables.reduce((sum, { bytes }) => sum + bytes, 0);
  let behind = 0;
  // Whose clips they are stands in the captures: what belongs to a forgotten author is known from there.
  const seen = nothingSeen();
  const anonymous = new Set((await anonymousClips(store).toArray()).flatMap(({ keys }) => keys));
  const tables = incoming.tables.toSorted((a, b) => Number(b.name === 'captures') - Number(a.name === 'captures'));
  for (const { name, bytes } of tables) {
    const share: Share = { table: name, fresh: 0, changed: 0, same: 0 };
    looked.shares.push(share);
    for await (const batch of incoming.batches(name, { files, signal })) {
      signal?.throwIfAborted();
      const { rows, forgotten } = await welcome(store, name, batch.rows, seen, anonymous);
      looked.forgotten += forgotten;
      const { fresh, changed, same } = await each(name, rows);
      share.fresh += fresh;
      share.changed += changed;
      share.same += same;
      const named = batch.refused.slice(0, mostNamed - looked.refused.length);
      looked.refused.push(...named);
      looked.more += batch.refused.length - named.length;
      onProgress?.(Math.min(behind + batch.bytes, total), total);
    }
    behind += bytes;
  }
  return looked;
}

/** Reads it from end to end and says what would come of it; writes nothing. */
export const look = (store: Store, incoming: Incoming, options: Options = {}): Promise<Looked> =>
  go(store, incoming, false, options, (table, rows) => sort(store, table, options.tables ?? (truth as Truth), rows));

/**
 * Takes it in, and computes the rest anew. Twice is as once. Cancelled or killed midway, what came stays: it is whole batch by batch, and taking
 * the file in again goes on.
 * @throws the signal's reason when cancelled, after what came was counted.
 */
export const takeIn = (store: Store, incoming: Incoming, options: Options = {}): Promise<Looked> =>
  navigator.locks.request(importLock(store), async () => {
    const { db, workspace } = store;
    const tables = options.tables ?? (truth as Truth);
    await startOver(store);
    try {
      return await go(store, incoming, true, options, (table, rows) =>
        db.transaction('rw', [db.table(table), db.workspace], async () => {
          const sorted = await sort(store, table, tables, rows);
          if (sorted.write.length === 0) return sorted;
          await db.table(table).bulkPut(sorted.write);
          await db.workspace.update(workspace.id, { uncounted: true });
          return sorted;
        }),
      );
    } finally {
      await resume(store);
    }
  });
