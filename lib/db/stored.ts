/** What a workspace holds, table by table, for people who want to see it. */
import type { Table } from 'dexie';
import type { Store } from './store.ts';

/** What a table is for: what was kept, what is computed from that, what belongs to this installation. */
export const tables = {
  kept: ['records', 'captures', 'snapshots', 'tags', 'pictures', 'profileSnapshots', 'actions', 'workspace'],
  computed: [
    'clips',
    'brands',
    'themes',
    'profiles',
    'statements',
    'search',
    'postings',
    'recentWords',
    'trash',
    'dayCells',
    'themeCells',
    'jointCells',
    'valueCells',
    'voiceCells',
    'voiceWeeks',
    'postCells',
  ],
  own: ['keys'],
} as const;
export type TableName = (typeof tables)[keyof typeof tables][number];
export const tableNames: readonly TableName[] = Object.values(tables).flat();

export const countsOf = ({ db }: Store): Promise<{ name: TableName; count: number }[]> =>
  Promise.all(tableNames.map(async (name) => ({ name, count: await db.table(name).count() })));

/** Rows of a table in the order of their keys, from the `offset`th on. */
export async function rowsOf({ db }: Store, name: TableName, offset: number, limit: number): Promise<{ rows: unknown[]; total: number }> {
  const table: Table<unknown> = db.table(name);
  const [rows, total] = await Promise.all([table.offset(offset).limit(limit).toArray(), table.count()]);
  return { rows, total };
}

/** A row as it is, in JSON; what JSON cannot hold is named in brackets. */
export const asJson = (row: unknown): string =>
  JSON.stringify(
    row,
    (_key, value: unknown) => {
      if (value instanceof Uint8Array) return `[${value.length} bytes]`;
      if (ArrayBuffer.isView(value)) return Array.from(value as Uint32Array).join(' ');
      return value instanceof CryptoKey ? '[a key that the browser shows to nobody]' : value;
    },
    2,
  );
