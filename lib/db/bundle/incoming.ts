/** What comes in, whatever the file: tables of rows, each parsed by itself. A file is a stranger. */
import type { Workspace } from '../../core/records.ts';
import { z } from '../../core/zod.ts';
import type { TruthTable } from '../truth.ts';
import type { Refused } from './format.ts';

export interface Batch {
  rows: { line: number; row: { id: string } }[];
  refused: Refused[];
  /** How many bytes of the part lie behind it. */
  bytes: number;
}

export interface Incoming {
  /** As it was called where it was exported. */
  workspace: Pick<Workspace, 'name'>;
  createdAt: string | null;
  sealed: boolean;
  /** Tables of ours that it holds, with their sizes in bytes. */
  tables: { name: string; bytes: number }[];
  /** Parts that are not as they were written, and names that are no bundle's; what can be read of it still is. */
  damaged: string[];
  strange: string[];
  /** Without `files`, bytes kept as files are not read, and rows stand for them by an empty one: enough to say what would come. */
  batches(table: string, options: { files: boolean; signal?: AbortSignal | undefined }): AsyncIterable<Batch>;
}

/** A row as its schema reads it, or why not. Nothing that is not in the schema stays, keys such as `__proto__` among it. */
export function parseRow({ schema }: TruthTable, value: unknown): { row: { id: string } } | { why: string } {
  try {
    const { data, error } = schema.safeParse(value);
    return data ? { row: data } : { why: z.prettifyError(error) };
  } catch (error) {
    // Nested so deep that reading it overflows the stack.
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

export function parseJson(text: string): { value: unknown } | { why: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { why: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
