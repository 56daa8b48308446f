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
}

const chunk = 500;
const encoder = new TextEncoder();

/** Rows by primary key, ascending; `few` at a time where they hold bytes. */
async function* rowsOf(table: Table<{ id: string }, string>, few: boolean): AsyncGenerator<{ id: string }[]> {
  for (let after: string | undefined; ; ) {
    const from = after === undefined ? table.toCollection() : table.where(':id').above(after);
    const rows = await from.limit(few ? 8 : chunk).toArray();
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.id;
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
  const { passphrase = null, signal, onProgress, at = new Date(), tables = truth as Truth } = options;
  const { readable, writable } = passphrase === null ? new TransformStream<Uint8Array, Uint8Array>() : sealing(await newSeal(passphrase));
  const written = readable.pipeTo(sink, signal ? { signal } : {});
  const zip = new ZipWriter(writable, { ...(signal && { signal }), bufferedWrite: false });
  try {
    const names = Object.keys(tables);
    const counts = await Promise.all(names.map((name) => store.db.table(name).count()));
    const total = counts.reduce((sum, count) => sum + count, 0);
    let done = 0;
    const advance = (rows: number) => {
      signal?.throwIfAborted();
      done += rows;
      onProgress?.(done, Math.max(done, total));
    };
    const parts: Manifest['parts'] = [];
    for (const name of names) parts.push(await writeTable(store, zip, name, tables[name]!, advance));
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

async function writeTable({ db }: Store, zip: Zip, table: string, { file }: Truth[string], advance: (rows: number) => void): Promise<Part> {
  const hash = sha256.create();
  let records = 0;
  let bytes = 0;
  const encode = (lines: string): Uint8Array => {
    const encoded = encoder.encode(lines);
    hash.update(encoded);
    bytes += encoded.length;
    return encoded;
  };
  /** Files come before the lines that name them; of these, only text is kept meanwhile. */
  const kept: string[] = [];
  if (file)
    for await (const rows of rowsOf(db.table(table), true)) {
      for (const row of rows) {
        records += 1;
        kept.push(`${JSON.stringify({ ...row, [file.field]: await writeFile(zip, table, records, row, file) })}\n`);
      }
      advance(rows.length);
    }
  async function* lines() {
    for (let from = 0; from < kept.length; from += chunk) yield encode(kept.slice(from, from + chunk).join(''));
    if (file) return;
    for await (const rows of rowsOf(db.table(table), false)) {
      records += rows.length;
      yield encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      advance(rows.length);
    }
  }
  await zip.add(lineFile(table), stream(lines()));
  return { table, file: lineFile(table), records, bytes, sha256: bytesToHex(hash.digest()) };
}

async function writeFile(zip: Zip, table: string, index: number, row: object, { field, type }: { field: string; type: string }): Promise<FileRef> {
  const held = row as Record<string, unknown>;
  const bytes = held[field] as Uint8Array;
  const name = fileName(table, index, held[type]);
  // Pictures are packed already.
  await zip.add(name, stream(one(bytes)), { level: 0 });
  return { file: name, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) };
}
