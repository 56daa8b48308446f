/** A workspace out, as a stream: no table is ever held whole. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Table } from 'dexie';
import type { Store } from '../store.ts';
import { type Truth, truth } from '../truth.ts';
import { type FileRef, fileName, formatName, formatVersion, lineFile, type Manifest, manifestName, type OnProgress } from './format.ts';
import { newSeal, sealing } from './segments.ts';
import { stream } from './streams.ts';
import { ZipWriter } from './zip.ts';

export interface WriteOptions {
  /** Sealed with it where it is not null. */
  passphrase?: string | null;
  signal?: AbortSignal;
  /** Of records. */
  onProgress?: OnProgress;
  at?: Date;
  tables?: Truth;
  /** Written in place of what the database holds, by table. */
  rows?: Readonly<Record<string, readonly { id: string }[]>>;
}

/** So many rows are read at once, or as many as make so much text: rows of 2 kB and of 200 kB take the same memory. */
const most = { rows: 500, letters: 128 * 1024 };
const encoder = new TextEncoder();

interface Lines {
  count: number;
  text: string;
}

/** So many rows behind an id, ascending. */
type Reader = (after: string | undefined, many: number) => Promise<readonly { id: string }[]>;

const readerOfTable =
  (table: Table<{ id: string }, string>): Reader =>
  (after, many) =>
    (after === undefined ? table.toCollection() : table.where(':id').above(after)).limit(many).toArray();

function readerOfRows(rows: readonly { id: string }[]): Reader {
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return async (after, many) => {
    const from = after === undefined ? 0 : sorted.findIndex(({ id }) => id > after);
    return from < 0 ? [] : sorted.slice(from, from + many);
  };
}

/**
 * A table's rows by primary key, ascending, each as a line. `lineOf` may wait for other things, for no transaction is open meanwhile; it says
 * how many letters and bytes the row takes.
 */
async function* linesOf(read: Reader, lineOf: (row: { id: string }) => Promise<[line: string, size: number]>): AsyncGenerator<Lines> {
  let many = 16;
  for (let after: string | undefined; ; ) {
    const rows = await read(after, many);
    if (rows.length === 0) return;
    let text = '';
    let size = 0;
    for (const row of rows) {
      const [line, takes] = await lineOf(row);
      text += `${line}\n`;
      size += takes;
    }
    yield { count: rows.length, text };
    after = rows.at(-1)!.id;
    many = Math.max(1, Math.min(most.rows, many * 2, Math.floor((rows.length * most.letters) / size)));
  }
}

/**
 * Writes everything the workspace holds to `sink`, and closes it.
 *
 * No transaction spans it, for a transaction ends when one waits for anything else: other surfaces may write meanwhile. That does no harm, since
 * each row is either said once or mergeable: the bundle then holds every row that was there at the beginning, some that came later, and any two
 * bundles merge.
 * @throws the signal's reason when cancelled; what the sink throws when the disk is full.
 */
export async function writeBundle(store: Store, sink: WritableStream<Uint8Array>, options: WriteOptions = {}): Promise<Manifest> {
  const { passphrase = null, signal, onProgress, at = new Date(), tables = truth as Truth, rows } = options;
  const readerOf = (name: string) => (rows ? readerOfRows(rows[name] ?? []) : readerOfTable(store.db.table(name)));
  const { readable, writable } = passphrase === null ? new TransformStream<Uint8Array, Uint8Array>() : sealing(await newSeal(passphrase));
  const written = readable.pipeTo(sink, signal ? { signal } : {});
  const zip = new ZipWriter(writable, { ...(signal && { signal }), bufferedWrite: false });
  try {
    const names = Object.keys(tables);
    const counts = await Promise.all(names.map((name) => (rows ? (rows[name]?.length ?? 0) : store.db.table(name).count())));
    const total = counts.reduce((sum, count) => sum + count, 0);
    let done = 0;
    const advance = (rows: number) => {
      signal?.throwIfAborted();
      done += rows;
      onProgress?.(done, Math.max(done, total));
    };
    const parts: Manifest['parts'] = [];
    for (const name of names) parts.push(await writeTable(readerOf(name), zip, name, tables[name]!, advance));
    const manifest: Manifest = {
      format: formatName,
      version: formatVersion,
      schema: store.db.verno,
      createdAt: at.toISOString(),
      workspace: store.workspace,
      parts,
    };
    await zip.add(manifestName, stream(one(encoder.encode(JSON.stringify(manifest, null, 2)))));
    await zip.close();
    await written;
    return manifest;
  } catch (error) {
    // Whichever end broke, the other is let go of; the first error is the one to tell.
    await Promise.allSettled([writable.abort(error).catch(() => undefined), written]);
    throw error;
  }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

type Zip = InstanceType<typeof ZipWriter>;
type Part = Manifest['parts'][number];

async function writeTable(read: Reader, zip: Zip, table: string, { file }: Truth[string], advance: (rows: number) => void): Promise<Part> {
  const hash = sha256.create();
  let records = 0;
  let bytes = 0;
  const encode = (lines: string): Uint8Array => {
    const encoded = encoder.encode(lines);
    hash.update(encoded);
    bytes += encoded.length;
    return encoded;
  };
  const lineOf = async (row: { id: string }): Promise<[string, number]> => {
    records += 1;
    if (!file) {
      const line = JSON.stringify(row);
      return [line, line.length];
    }
    const ref = await writeFile(zip, table, records, row, file);
    const line = JSON.stringify({ ...row, [file.field]: ref });
    return [line, line.length + ref.bytes];
  };
  // Files come before the lines that name them; of these rows, only text is kept meanwhile.
  const kept: string[] = [];
  if (file)
    for await (const { count, text } of linesOf(read, lineOf)) {
      kept.push(text);
      advance(count);
    }
  async function* lines() {
    for (const text of kept) yield encode(text);
    if (file) return;
    for await (const { count, text } of linesOf(read, lineOf)) {
      yield encode(text);
      advance(count);
    }
  }
  await zip.add(lineFile(table), stream(lines()));
  return { table, file: lineFile(table), records, bytes, sha256: bytesToHex(hash.digest()) };
}

async function writeFile(zip: Zip, table: string, index: number, row: object, { field, type }: { field: string; type: string }): Promise<FileRef> {
  const held = row as Record<string, unknown>;
  // A row whose bytes were spoilt underneath keeps no other from going out; its own hash tells that they are not what they were.
  const bytes = held[field] instanceof Uint8Array ? held[field] : new Uint8Array();
  const name = fileName(table, index, held[type]);
  // Pictures are packed already.
  await zip.add(name, stream(one(bytes)), { level: 0 });
  return { file: name, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) };
}
