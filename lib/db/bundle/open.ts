/** A bundle in, as a stream. Names in it are looked up and never used as paths; sizes it claims are kept to. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FileEntry } from '@zip.js/zip.js';
import { type Truth, truth } from '../truth.ts';
import { type Bytes, bytesOf } from './bytes.ts';
import { BundleRefused, FileRef, formatName, formatVersion, limits, lineFile, Manifest, manifestName, type OnProgress } from './format.ts';
import { type Batch, type Incoming, parseJson, parseRow } from './incoming.ts';
import { readLines } from './lines.ts';
import { chunks } from './streams.ts';
import { Reader, ZipReader } from './zip.ts';

/** Reads from a file, plain or sealed, never more at once than a bundle's directory takes. */
class BytesReader extends Reader<Bytes> {
  readonly #bytes: Bytes;
  constructor(bytes: Bytes) {
    super(bytes);
    this.#bytes = bytes;
    this.size = bytes.size;
  }
  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    if (length > limits.directory) throw new BundleRefused('unsafe', `its directory takes ${length} bytes`);
    return this.#bytes.read(index, length);
  }
}

type Entries = Map<string, FileEntry>;

const known = (tables: Truth) =>
  new RegExp(`^(?:${manifestName.replace('.', '\\.')}|(?:${Object.keys(tables).join('|')})(?:\\.jsonl|/\\d{6,12}\\.[a-z0-9]{1,5}))$`);

/** Entries of ours by name; any other name is nobody's and is left alone. */
async function entriesOf(bytes: Bytes, tables: Truth): Promise<{ entries: Entries; strange: string[] }> {
  const entries: Entries = new Map();
  const strange: string[] = [];
  const ours = known(tables);
  let count = 0;
  let total = 0;
  const zip = new ZipReader(new BytesReader(bytes), { checkOverlappingEntry: true, filenameValidation: 'tolerant' });
  for await (const entry of zip.getEntriesGenerator()) {
    count += 1;
    if (count > limits.entries) throw new BundleRefused('unsafe', `it holds more than ${limits.entries} files`);
    if (entry.directory || !ours.test(entry.filename)) {
      if (!entry.directory && strange.length < 100) strange.push(entry.filename.slice(0, 200));
      continue;
    }
    const { filename, uncompressedSize, compressedSize } = entry;
    if (entries.has(filename)) throw new BundleRefused('unsafe', `${filename} is in it twice`);
    if (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio)
      throw new BundleRefused('unsafe', `${filename} grows from ${compressedSize} bytes to ${uncompressedSize}`);
    total += uncompressedSize;
    if (total > limits.total) throw new BundleRefused('unsafe', `it unpacks to more than ${limits.total} bytes`);
    entries.set(filename, entry);
  }
  return { entries, strange };
}

/** An entry's bytes, and not one more than it claims. */
async function* unpack(entry: FileEntry, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const filling = entry.getData(writable, signal ? { signal } : {});
  let seen = 0;
  for await (const chunk of chunks(readable, filling)) {
    seen += chunk.length;
    if (seen > entry.uncompressedSize) throw new BundleRefused('unsafe', `${entry.filename} is longer than it claims`);
    yield chunk;
  }
}

async function whole(entry: FileEntry, most: number, signal?: AbortSignal): Promise<Uint8Array> {
  if (entry.uncompressedSize > most) throw new BundleRefused('unsafe', `${entry.filename} is longer than ${most} bytes`);
  const all = new Uint8Array(entry.uncompressedSize);
  let at = 0;
  for await (const chunk of unpack(entry, signal)) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all.subarray(0, at);
}

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
      if (batch.rows.length + batch.refused.length < most.rows && size < most.bytes) continue;
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
