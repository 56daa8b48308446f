/** A foreign table: its encoding and its delimiter are found out, its cells are text. */
import Papa from 'papaparse';

export interface ForeignTable {
  heads: string[];
  rows: string[][];
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** More is a job for a program, not for a page; the rows are held in memory while one maps them. */
const mostBytes = 50_000_000;

/** By its mark, by zero bytes in every other place, by being UTF-8; else Windows-1252, which Western spreadsheets write. */
function encodingOf(bytes: Uint8Array): ForeignTable['encoding'] {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 1_000);
  const zeros = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2]! += 1;
  if (zeros[1]! > start.length / 8) return 'utf-16le';
  if (zeros[0]! > start.length / 8) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/**
 * CSV with commas, semicolons, tabs or bars. Lines before the heads that some suites write (name of the search, period) are passed over: the
 * heads are the first line with as many cells as most of the first lines have.
 * @throws RangeError where the file is larger than `mostBytes`.
 */
export async function readTable(file: Blob): Promise<ForeignTable> {
  if (file.size > mostBytes) throw new RangeError(`larger than ${mostBytes} bytes`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes).replace(/^sep=.\r?\n/i, '');
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t', '|'] });
  const sizes = data.slice(0, 20).map((row) => row.length);
  const usual = sizes.toSorted((a, b) => sizes.filter((size) => size === b).length - sizes.filter((size) => size === a).length || b - a)[0] ?? 0;
  const first = Math.max(
    0,
    data.findIndex((row) => row.length === usual),
  );
  const heads = (data[first] ?? []).map((head) => head.trim());
  return { heads, rows: data.slice(first + 1), encoding };
}
