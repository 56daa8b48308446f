import Papa from 'papaparse';
import { type Cell, type ColumnId, columnIds, momentWords, type TableRow } from '../../core/clip-table.ts';
import type { Sheet } from './sheet.ts';

/**
 * What a spreadsheet would take for a formula, after OWASP "CSV Injection": = + - @ and their full-width twins, also after blanks and control
 * characters that some strip, and a leading tab or line break. Papa Parse's own pattern lets "=1" before a line break pass.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const formula = /^[\s\u0000-\u001f\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

const plain = (cell: Cell, timeZone: string): string | number | null =>
  cell !== null && typeof cell === 'object' ? momentWords(cell, timeZone) : cell;

/**
 * UTF-8 with a byte order mark, without which Excel takes it for the system's encoding. Texts are quoted and formulas among them
 * defused by an apostrophe; numbers are numbers, below zero too.
 */
export async function csvOf({ rows, labels, timeZone }: Sheet, delimiter: ',' | ';'): Promise<Blob> {
  const write = (lines: (string | number | null)[][]) =>
    `${Papa.unparse(lines, { delimiter, escapeFormulae: formula, quotes: (value) => typeof value === 'string', newline: '\r\n' })}\r\n`;
  const parts: Blob[] = [new Blob([`\ufeff${write([columnIds.map((id: ColumnId) => labels[id])])}`])];
  for await (const chunk of rows) parts.push(new Blob([write(chunk.map((row: TableRow) => columnIds.map((id) => plain(row[id], timeZone))))]));
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
