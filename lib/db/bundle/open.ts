/** A bundle in, as a stream. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Truth, truth } from '../truth.ts';
import { bytesOf } from './bytes.ts';
import { type Entries, entriesOf, unpack, whole } from './entries.ts';
import { BundleRefused, FileRef, formatName, formatVersion, limits, lineFile, Manifest, manifestName, type OnProgress } from './format.ts';
import { type Batch, type Incoming, parseJson, parseRow } from './incoming.ts';
import { readLines } from './lines.ts';

async function manifestOf(entries: Entries, newest: number): Promise<Manifest> {
  const entry = entries.get(manifestName);
  if (!entry) throw new BundleRefused('other', `it holds no ${manifestName}`);
  const json = parseJson(new TextDecoder().decode(await whole(entry, limits.manifest)));
  const value = 'value' in json ? json.value : null;
  const claims = value as { format?: unknown; version?: unknown; schema?: unknown } | null;
  if (claims?.format !== formatName) throw new BundleRefused('other', `its "format" is not "${formatName}"`);
  if (Number(claims.version) > formatVersion || Number(claims.schema) > newest)
    throw new BundleRefused('newer', `written by a later version (format ${claims.version}, records ${claims.schema})`);
  const { data, error } = Manifest.safeParse(value);
  if (!data) throw new BundleRefused('damaged', `${manifestName}: ${error.message}`, { cause: error });
  return data;
}

export interface OpenOptions {
  passphrase?: string | null;
  signal?: AbortSignal;
  /** While a sealed file is opened from end to end. */
  onProgress?: OnProgress;
  /** The store's schema version: a bundle of a later one is refused. */
  newest: number;
  tables?: Truth;
}

/**
 * Looks into a bundle. Nothing is taken in yet.
 * @throws BundleRefused where the file as a whole is none, or shall not be read.
 */
export async function openBundle(
  file: Blob,
  { passphrase = null, signal, onProgress, newest, tables = truth as Truth }: OpenOptions,
): Promise<Incoming> {
  const bytes = await bytesOf(file, passphrase, signal, onProgress);
  const { entries, strange } = await entriesOf(bytes, tables).catch((cause: unknown) => {
    if (cause instanceof BundleRefused || signal?.aborted) throw cause;
    throw new BundleRefused('damaged', 'the ZIP cannot be read', { cause });
  });
  const manifest = await manifestOf(entries, newest);
  const damaged: string[] = [];
  const claimed = new Map(manifest.parts.map((part) => [part.table, part]));
  for (const { file: name } of manifest.parts) if (!entries.has(name)) damaged.push(name);
  const held = Object.keys(tables).flatMap((name) => {
    const entry = entries.get(lineFile(name));
    return entry ? { name, bytes: entry.uncompressedSize } : [];
  });
  return {
    workspace: manifest.workspace,
    createdAt: manifest.createdAt,
    sealed: bytes.sealed,
    tables: held,
    damaged,
    strange,
    async *batches(table, { files, signal: stop }) {
      const hash = sha256.create();
      const from = { entries, table, part: tables[table]!, files, signal: stop };
      const spoiled = yield* readTable(from, hash);
      if ((spoiled || bytesToHex(hash.digest()) !== claimed.get(table)?.sha256) && !damaged.includes(lineFile(table))) damaged.push(lineFile(table));
    },
  };
}

interface From {
  entries: Entries;
  table: string;
  part: Truth[string];
  files: boolean;
  signal: AbortSignal | undefined;
}

const most = { rows: 1_000, bytes: 512 * 1024 };
/**
 * However long rows are, so many come together where these are not over four batches' length. Of fewer than fifty rows that are written at once
 * Dexie notes each key for each live query of each page, until that query asks anew: an import of 1 GB in twenties filled a page's memory.
 */
const fewest = { rows: 50, bytes: 4 * most.bytes };
const isFull = (rows: number, bytes: number): boolean => rows >= most.rows || (rows >= fewest.rows && bytes >= most.bytes) || bytes >= fewest.bytes;

/** The rows of one table in batches. @returns whether the ZIP broke off within it. */
async function* readTable(from: From, hash: { update(bytes: Uint8Array): unknown }): AsyncGenerator<Batch, boolean> {
  const { entries, table, signal } = from;
  let bytes = 0;
  async function* counted() {
    for await (const chunk of unpack(entries.get(lineFile(table))!, signal)) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  let batch: Batch = { rows: [], refused: [], bytes: 0 };
  let size = 0;
  let last = 0;
  try {
    for await (const { line, text, why } of readLines(counted())) {
      last = line;
      const read = text === null ? { why } : await readRow(from, text);
      if ('row' in read) batch.rows.push({ line, row: read.row });
      else batch.refused.push({ table, line, why: read.why });
      size += (text?.length ?? 0) + ('bytes' in read ? read.bytes : 0);
      if (!isFull(batch.rows.length + batch.refused.length, size)) continue;
      yield { ...batch, bytes };
      batch = { rows: [], refused: [], bytes: 0 };
      size = 0;
    }
  } catch (error) {
    if (error instanceof BundleRefused || signal?.aborted) throw error;
    // What came before is whole; of what follows, nothing can be read.
    batch.refused.push({
      table,
      line: last + 1,
      why: `the file cannot be read from here on: ${error instanceof Error ? error.message : String(error)}`,
    });
    yield { ...batch, bytes };
    return true;
  }
  if (batch.rows.length + batch.refused.length > 0) yield { ...batch, bytes };
  return false;
}

type Read = { row: { id: string }; bytes: number } | { why: string };

async function readRow({ entries, part, files, signal }: From, text: string): Promise<Read> {
  const json = parseJson(text);
  if ('why' in json) return json;
  if (!part.file) return { ...parseRow(part, json.value), bytes: 0 };
  const { field } = part.file;
  const value = { ...(json.value as object) } as Record<string, unknown>;
  const { data: ref } = FileRef.safeParse(value[field]);
  if (!ref) return { why: `"${field}" names no file of a bundle` };
  const entry = entries.get(ref.file);
  if (!entry) return { why: `its file ${ref.file} is missing` };
  if (entry.uncompressedSize !== ref.bytes || ref.bytes > limits.file) return { why: `its file ${ref.file} is not as long as it was` };
  const bytes = files ? await whole(entry, limits.file, signal).catch((error: unknown) => stopped(error, signal)) : new Uint8Array();
  if (!bytes || (files && bytesToHex(sha256(bytes)) !== ref.sha256)) return { why: `its file ${ref.file} is damaged` };
  return { ...parseRow(part, { ...value, [field]: bytes }), bytes: bytes.length };
}

/** A file that cannot be unpacked is its record's misfortune alone; a cancelled import is none. */
function stopped(error: unknown, signal: AbortSignal | undefined): null {
  if (signal?.aborted) throw error;
  return null;
}
