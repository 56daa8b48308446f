/** Backups that are one JSON value: automatic ones of before they were bundles, and those of before there were any, with the tables of their time. */
import { fromBase64 } from '../../core/base64.ts';
import { Workspace } from '../../core/records.ts';
import { z } from '../../core/zod.ts';
import { truth } from '../truth.ts';
import { BundleRefused, limits } from './format.ts';
import { type Batch, type Incoming, parseJson, parseRow } from './incoming.ts';

const tables = ['records', 'captures', 'snapshots', 'tags', 'actions', 'profileSnapshots', 'pictures'] as const;
const rows = z.array(z.unknown());
const Old = z.object({
  format: z.literal('listening-post/1'),
  workspace: Workspace,
  records: rows,
  captures: rows,
  snapshots: rows,
  tags: rows,
  actions: rows,
  profileSnapshots: rows.default([]),
  pictures: rows.default([]),
});

/** Bytes stand in base64 there. */
const withBytes = (value: unknown): unknown => {
  const picture = value as { bytes?: unknown } | null;
  return typeof picture?.bytes === 'string' ? { ...picture, bytes: fromBase64(picture.bytes) } : value;
};

const most = 1_000;

/** @throws BundleRefused where the text is no such backup. */
export async function openOldJson(file: Blob): Promise<Incoming> {
  if (file.size > limits.json) throw new BundleRefused('unsafe', `a JSON backup of ${file.size} bytes`);
  const json = parseJson(await file.text());
  if ('why' in json) throw new BundleRefused('other', json.why);
  const { data: old, error } = Old.safeParse(json.value);
  if (!old) throw new BundleRefused('other', z.prettifyError(error), { cause: error });
  return {
    workspace: old.workspace,
    createdAt: null,
    sealed: false,
    tables: tables.map((name) => ({ name, bytes: old[name].length })),
    damaged: [],
    strange: [],
    async *batches(table, { signal }) {
      const name = tables.find((one) => one === table)!;
      for (let from = 0; from < old[name].length; from += most) {
        signal?.throwIfAborted();
        const part = old[name].slice(from, from + most);
        const batch: Batch = { rows: [], refused: [], bytes: from + part.length };
        for (const [index, value] of part.entries()) {
          const line = from + index + 1;
          const read = parseRow(truth[name], name === 'pictures' ? withBytes(value) : value);
          if ('row' in read) batch.rows.push({ line, row: read.row });
          else batch.refused.push({ table, line, why: read.why });
        }
        yield batch;
      }
    },
  };
}
