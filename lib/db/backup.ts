/** A workspace as one file, and back. A file is a stranger: each record is parsed by itself, the good ones go in, the others are named. */
import type { Table } from 'dexie';
import { fromBase64, toBase64 } from '../core/base64.ts';
import { merge } from '../core/mergeable.ts';
import { Action, Capture, Mergeable, Picture, ProfileSnapshot, Snapshot, Tag, Workspace } from '../core/records.ts';
import { z } from '../core/zod.ts';
import { inTransaction } from './change.ts';
import { rebuildWithin } from './rebuild.ts';
import type { Store } from './store.ts';

const format = 'listening-post/1';

/** A picture in a file: its bytes in base64. */
const FiledPicture = Picture.extend({ bytes: z.base64({ error: 'not base64' }).transform(fromBase64) });

/** The records that are the truth, as they are read from a file; everything else is computed from them. */
const parts = {
  records: Mergeable,
  captures: Capture,
  snapshots: Snapshot,
  tags: Tag,
  profileSnapshots: ProfileSnapshot,
  actions: Action,
  pictures: FiledPicture,
};
type Part = keyof typeof parts;
const names = Object.keys(parts) as Part[];
/** Files of before there were such records have no list of them. */
const later: ReadonlySet<Part> = new Set<Part>(['pictures', 'profileSnapshots']);
const rows = (name: Part) => (later.has(name) ? z.array(z.unknown()).default([]) : z.array(z.unknown()));

const Backup = z.object({
  format: z.literal(format, { error: `not a Listening Post backup: its "format" is not "${format}"` }),
  workspace: Workspace,
  ...(Object.fromEntries(names.map((name) => [name, rows(name)])) as Record<Part, z.ZodArray<z.ZodUnknown>>),
});
type Records = { [P in Part]: z.infer<(typeof parts)[P]>[] };
type Filed = Omit<Records, 'pictures'> & { pictures: z.input<typeof FiledPicture>[] };
export type Backup = Filed & { format: typeof format; workspace: Workspace };

/** A row whose bytes were spoilt underneath keeps no other from being backed up; its hash tells that it is not what it was. */
const filed = ({ bytes, ...picture }: Records['pictures'][number]) => ({ ...picture, bytes: bytes instanceof Uint8Array ? toBase64(bytes) : '' });

/** Everything the workspace holds, as one JSON-able value. */
export async function exportWorkspace({ db, workspace }: Store): Promise<Backup> {
  const tables = db as unknown as Record<Part, Table>;
  const all = await db.transaction('r', db.tables, async () => await Promise.all(names.map((name) => tables[name].toArray())));
  const { pictures, ...rest } = Object.fromEntries(names.map((name, index) => [name, all[index]])) as Records;
  return { format, workspace, ...rest, pictures: pictures.map(filed) };
}

/** Puts records in, merging those that are here already, and recomputes the rest; all or nothing. */
export const putRecords = (
  store: Store,
  { records, pictures = [], ...immutable }: Omit<Records, 'pictures'> & Partial<Pick<Records, 'pictures'>>,
): Promise<void> =>
  inTransaction(store, async () => {
    const here = await store.db.records.bulkGet(records.map(({ id }) => id));
    await store.db.records.bulkPut(records.map((record, index) => (here[index] ? merge(here[index], record) : record)));
    await store.db.captures.bulkPut(immutable.captures);
    await store.db.snapshots.bulkPut(immutable.snapshots);
    await store.db.tags.bulkPut(immutable.tags);
    await store.db.pictures.bulkPut(pictures);
    await store.db.profileSnapshots.bulkPut(immutable.profileSnapshots);
    const known = new Set((await store.db.actions.bulkGet(immutable.actions.map(({ id }) => id))).flatMap((action) => action?.id ?? []));
    await store.db.actions.bulkAdd(immutable.actions.filter(({ id }) => !known.has(id)));
    await rebuildWithin(store);
  });

/**
 * Takes a backup in. Twice is as once.
 * @returns how many records went in, and a sentence for each that was refused.
 * @throws ZodError where the file as a whole is no backup.
 */
export async function importBackup(store: Store, file: unknown): Promise<{ imported: number; refused: string[] }> {
  const backup = Backup.parse(file);
  const refused: string[] = [];
  const good = Object.fromEntries(
    names.map((name) => [
      name,
      backup[name].flatMap((row, index) => {
        const { data, error } = parts[name].safeParse(row);
        if (error) refused.push(`${name}[${index}]: ${z.prettifyError(error)}`);
        return data ?? [];
      }),
    ]),
  ) as Records;
  await putRecords(store, good);
  return { imported: names.reduce((sum, name) => sum + good[name].length, 0), refused };
}
