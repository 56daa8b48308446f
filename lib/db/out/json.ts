import { columnIds, type TableRow } from '../../core/clip-table.ts';
import type { Sheet } from './sheet.ts';

/** Keys are the columns' ids, in every language; instants are ISO 8601 in UTC; unknown is null. */
const plain = (row: TableRow) =>
  Object.fromEntries(columnIds.map((id) => [id, row[id] !== null && typeof row[id] === 'object' ? row[id].instant : row[id]]));

/** One array of objects, one a line. */
export async function jsonOf({ rows }: Sheet): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const chunk of rows)
    parts.push(new Blob([`${parts.length > 0 ? ',\n' : ''}${chunk.map((row) => JSON.stringify(plain(row))).join(',\n')}`]));
  return new Blob(['[\n', ...parts, '\n]\n'], { type: 'application/json' });
}
