/**
 * Upgrade from version 1: lists what was deleted before there was a list of it. Frozen as it is, on the records of that version: what changes later
 * has an upgrade of its own. Clips that were joined are left out; Repair lists them.
 */
import type { Transaction } from 'dexie';

interface Marked {
  id: string;
  kind: string;
  c: Record<string, number>;
  d: Record<string, Record<string, number>>;
  f: Record<string, Record<string, unknown>>;
  s: Record<string, object>;
  m: Record<string, [number, string]>;
}

const isTrashed = ({ c, d }: Marked): boolean => {
  const marks = Object.values(d);
  return marks.length > 0 && Object.entries(c).every(([actor, counter]) => marks.some((seen) => counter <= (seen[actor] ?? 0)));
};

export async function listTrash(transaction: Transaction): Promise<void> {
  const records = transaction.table<Marked>('records').where('kind');
  const joined = new Set((await records.equals('same').toArray()).flatMap(({ s }) => Object.keys(s['clips'] ?? {})));
  const captured = new Set(await transaction.table('captures').orderBy('clip').uniqueKeys());
  const trashed = await transaction
    .table<Marked>('records')
    .where('kind')
    .anyOf('clip', 'brand', 'theme')
    .filter((record) => isTrashed(record) && (record.kind !== 'clip' || (captured.has(record.id) && !joined.has(record.id))))
    .toArray();
  const rows = trashed.map(({ id, kind, d, f, m }) => {
    const clocks = Object.keys(d).flatMap((dot) => m[dot]?.[0] ?? []);
    const name = kind === 'clip' ? undefined : Object.values(f['name'] ?? {})[0];
    return {
      id,
      kind,
      ids: [id],
      trashedAt: clocks.length > 0 ? new Date(Math.max(...clocks)).toISOString() : '',
      name: typeof name === 'string' ? name : null,
    };
  });
  await transaction.table('trash').bulkPut(rows);
}
