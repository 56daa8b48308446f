import { type Cell, columnIds, momentWords, type TableRow } from '../../core/clip-table.ts';
import type { Sheet } from './sheet.ts';

/** Everything that Markdown or HTML in it gives a meaning (CommonMark: any ASCII punctuation may be escaped), on one line. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+\-.!|~&$=:@"'^]/g, '\\$&').replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');

/** A quotation, with its line breaks: two blanks at a line's end keep one. */
const quoted = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${escaped(line)}`)
    .join('  \n');

/** An address as a link: only http and https, with what would end it written as codes. */
const link = (url: string): string | null =>
  /^https?:\/\//i.test(url) ? `<${encodeURI(url).replace(/[<>\\]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)}>` : null;

/** What is in a line of facts: all but what stands above it. */
const facts = columnIds.filter((id) => !['id', 'title', 'text', 'author', 'url', 'quotes'].includes(id));

function block(row: TableRow, { labels, timeZone }: Sheet): string {
  const words = (cell: Cell): string => (cell !== null && typeof cell === 'object' ? momentWords(cell, timeZone) : String(cell));
  const head = escaped(String(row.author ?? row.handle ?? row.title ?? row.id));
  const lines = facts.flatMap((id) => (row[id] === null ? [] : `- ${escaped(labels[id])}: ${escaped(words(row[id]))}`));
  const address = typeof row.url === 'string' ? link(row.url) : null;
  if (address) lines.push(`- ${address}`);
  const title = row.title && row.author ? `**${escaped(String(row.title))}**\n\n` : '';
  return `## ${head}\n\n${title}${quoted(String(row.text))}\n\n${lines.join('\n')}\n`;
}

/** For people to read: a heading, the words as a quotation, the facts as a list; whatever a page said stays text. */
export async function markdownOf(sheet: Sheet): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const chunk of sheet.rows) parts.push(new Blob([`${chunk.map((row) => block(row, sheet)).join('\n')}\n`]));
  return new Blob(parts, { type: 'text/markdown;charset=utf-8' });
}
