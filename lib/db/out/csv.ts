import Papa from 'papaparse';
import { type Cell, type ColumnId, columnIds, momentWords, type TableRow } from '../../core/clip-table.ts';
import { formula } from '../../core/csv.ts';
import type { Sheet } from './sheet.ts';

const plain = (cell: Cell, timeZone: string): string | number | null =>
  cell !== null && typeof cell === 'object' ? momentWords(cell, timeZone) : cell;

/**
 * UTF-8 with a byte order mark, without which Excel takes it for the system's encoding. Texts are quoted and formulas among them
 * defused by an apostrophe; numbers are numbers, below zero too.
 */
export async function csvOf({ rows, labels, timeZone }: Sheet, delimiter: ',' | ';'): Promise<Blob> {
  // Papa Parse's own pattern of formulas lets "=1" before a line break pass.
  const write = (lines: (string | number | null)[][]) =>
    `${Papa.unparse(lines, { delimiter, escapeFormulae: formula, quotes: (value) => typeof value === 'string', newline: '\r\n' })}\r\n`;
  const parts: Blob[] = [new Blob([`\ufeff${write([columnIds.map((id: ColumnId) => labels[id])])}`])];
  for await (const chunk of rows) parts.push(new Blob([write(chunk.map((row: TableRow) => columnIds.map((id) => plain(row[id], timeZone))))]));
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
