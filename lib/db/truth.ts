/** Which tables hold what people and pages said. They alone are exported and taken in; every other table is computed from them. */
import { sentimentOf } from '../core/clip-row.ts';
import { type Mergeable, merge } from '../core/mergeable.ts';
import { Action, Capture, Mergeable as MergeableSchema, Picture, ProfileSnapshot, Sentiment, Snapshot, State, Tag } from '../core/records.ts';
import { isOwner, isPriority, ownerField, priorityField } from '../core/work.ts';
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

const kinds = ['clip', 'brand', 'theme', 'same', 'rule', 'view'] as const;
const states: ReadonlySet<unknown> = new Set(State.options);
const sentiments: ReadonlySet<unknown> = new Set(Sentiment.options);

/** What a field of a clip may hold, and the words for it; null where our views do not rely on it. */
function allowedIn(field: string): { is(value: unknown): boolean; words: string } | null {
  if (field === priorityField) return { is: isPriority, words: 'expected 1, 2 or 3' };
  if (field === ownerField) return { is: isOwner, words: 'expected a name of 1 to 100 characters' };
  const some = field === 'state' ? states : field.startsWith(sentimentOf('')) ? sentiments : null;
  return some && { is: (value) => some.has(value), words: `expected one of ${[...some].join(', ')}` };
}

/** A record as it may come in: what its fields hold is checked where our views rely on it. Kinds of later versions pass. */
const IncomingRecord = MergeableSchema.superRefine((record, context) => {
  const owner = kinds.find((kind) => record.id.startsWith(`${kind}:`));
  if (owner !== kinds.find((kind) => kind === record.kind))
    context.addIssue({ code: 'custom', path: ['id'], message: `not the id of a ${record.kind}` });
  if (record.kind !== 'clip') return;
  for (const [field, dots] of Object.entries(record.f)) {
    const allowed = allowedIn(field);
    if (allowed && !Object.values(dots).every(allowed.is)) context.addIssue({ code: 'custom', path: ['f', field], message: allowed.words });
  }
});

/**
 * Truth, by table, in the order in which it is written out: what people edit before what it speaks of, so that a clip made during an export
 * is in it whole or not yet.
 */
export const truth = {
  records: { schema: IncomingRecord, join: (here: Mergeable, there: Mergeable) => merge(here, there) },
  actions: { schema: Action, join: (here: Action, there: Action): Action => (there.undone ? { ...here, undone: true } : here) },
  tags: { schema: Tag },
  snapshots: { schema: Snapshot },
  captures: { schema: Capture },
  profileSnapshots: { schema: ProfileSnapshot },
  pictures: { schema: Picture, file: { field: 'bytes', type: 'type' } },
} satisfies Record<string, TruthTable>;
