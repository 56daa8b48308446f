import writeXlsxFile from 'write-excel-file/universal';
import { type Cell, columnIds, wallClock } from '../../core/clip-table.ts';
import type { Sheet } from './sheet.ts';

/** The whole sheet is built in memory: 50,000 clips take about 400 MB. Excel itself ends at 1,048,576 rows. */
export const mostRows = 50_000;
/** Excel's own limit for a cell. */
const longestText = 32_767;

/** Excel knows no time zones: a date cell holds what the clock showed. Known to the day or less, it is a date without a time. */
function cellOf(cell: Cell, timeZone: string) {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: xmlText(cell), type: String, wrap: false };
  const withTime = ['second', 'minute', 'hour'].includes(cell.precision);
  const shown = new Date(`${wallClock(cell.instant, timeZone).replace(' ', 'T')}Z`);
  const value = withTime ? shown : new Date(shown.toISOString().slice(0, 10));
  return { value, type: Date, format: withTime ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd' };
}

/** Without the characters that XML 1.0 does not allow, and no longer than a cell may be. */
const xmlText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it takes away
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .slice(0, longestText)
    .toWellFormed();

/**
 * One sheet with typed cells: texts are texts whatever they begin with, numbers numbers, dates dates.
 * @throws RangeError where there are more rows than `mostRows`.
 */
export async function xlsxOf({ rows, labels, timeZone }: Sheet): Promise<Blob> {
  const head = columnIds.map((id) => ({ value: labels[id], type: String, fontWeight: 'bold' as const }));
  const data: ReturnType<typeof cellOf>[][] = [];
  for await (const chunk of rows) {
    for (const row of chunk) data.push(columnIds.map((id) => cellOf(row[id], timeZone)));
    if (data.length > mostRows) throw new RangeError(`more than ${mostRows} rows`);
  }
  const wide: Record<string, number> = { text: 60, title: 30, url: 30, author: 20, published: 17, clipped: 17 };
  return writeXlsxFile([head, ...data], { columns: columnIds.map((id) => ({ width: wide[id] ?? 12 })), stickyRowsCount: 1 }).toBlob();
}
