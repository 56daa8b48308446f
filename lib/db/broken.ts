/** Rows of the truth that no longer say what they must: found, named, and given out as they are. Nothing else depends on them. */
import type { Table } from 'dexie';
import { Action, Capture, Mergeable, Picture, ProfileSnapshot, Snapshot, Tag } from '../core/records.ts';
import { z } from '../core/zod.ts';
import type { Store } from './store.ts';

const schemas = {
  records: Mergeable,
  captures: Capture,
  snapshots: Snapshot,
  tags: Tag,
  actions: Action,
  pictures: Picture,
  profileSnapshots: ProfileSnapshot,
};
export type TruthName = keyof typeof schemas;
export const truthNames = Object.keys(schemas) as TruthName[];

export interface Broken {
  table: TruthName;
  id: string;
  /** What is wrong, a line for each. */
  why: string;
  /** The row itself; bytes are left out. */
  row: unknown;
}

const chunkSize = 500;
/** Nobody reads more of them, and each keeps its row in memory. */
export const mostBroken = 1_000;

const withoutBytes = (row: unknown): unknown =>
  row && typeof row === 'object'
    ? Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value instanceof Uint8Array ? null : value]))
    : row;

/** Reads every row of one table, a chunk at a time, and yields after each chunk how many were read and which are broken. */
export async function* brokenRows({ db }: Store, table: TruthName): AsyncGenerator<{ read: number; broken: Broken[] }> {
  const rows = (db as unknown as Record<TruthName, Table<{ id: string }, string>>)[table];
  for (let after = ''; ; ) {
    const chunk = await rows.where(':id').above(after).limit(chunkSize).toArray();
    if (chunk.length === 0) return;
    after = chunk.at(-1)!.id;
    const broken = chunk.flatMap((row) => {
      const { error } = schemas[table].safeParse(row);
      return error ? { table, id: row.id, why: z.prettifyError(error), row: withoutBytes(row) } : [];
    });
    yield { read: chunk.length, broken };
  }
}
