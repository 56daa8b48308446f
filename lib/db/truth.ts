/** Which tables hold what people and pages said. They alone are exported and taken in; every other table is computed from them. */
import { type Mergeable, merge } from '../core/mergeable.ts';
import { Action, Capture, Mergeable as MergeableSchema, Snapshot, Tag } from '../core/records.ts';
import type { z } from '../core/zod.ts';

// biome-ignore lint/suspicious/noExplicitAny: each table's own rows, known only by its schema
type Row = any;

export interface TruthTable {
  schema: z.ZodType<{ id: string }>;
  /** What two copies of one row become; without it the row says what was said once, and the one that is here stays. */
  join?(here: Row, there: Row): Row;
  /** The field that holds bytes (`Uint8Array`): in a bundle they are a file of their own. `type` is the field with their media type. */
  file?: { field: string; type: string };
}

export type Truth = Readonly<Record<string, TruthTable>>;

/**
 * Truth, by table, in the order in which it is written out: what people edit before what it speaks of, so that a clip made during an export
 * is in it whole or not yet.
 */
export const truth = {
  records: { schema: MergeableSchema, join: (here: Mergeable, there: Mergeable) => merge(here, there) },
  actions: { schema: Action, join: (here: Action, there: Action): Action => (there.undone ? { ...here, undone: true } : here) },
  tags: { schema: Tag },
  snapshots: { schema: Snapshot },
  captures: { schema: Capture },
} satisfies Record<string, TruthTable>;
