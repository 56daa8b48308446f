/** The files within a bundle, as its directory names them. Names are looked up and never used as paths; sizes they claim are kept to. */
import type { FileEntry } from '@zip.js/zip.js';
import type { Truth } from '../truth.ts';
import type { Bytes } from './bytes.ts';
import { BundleRefused, limits, manifestName } from './format.ts';
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

export type Entries = Map<string, FileEntry>;

const known = (tables: Truth) =>
  new RegExp(`^(?:${manifestName.replace('.', '\\.')}|(?:${Object.keys(tables).join('|')})(?:\\.jsonl|/\\d{6,12}\\.[a-z0-9]{1,5}))$`);

/** Entries of ours by name; any other name is nobody's and is left alone. */
export async function entriesOf(bytes: Bytes, tables: Truth): Promise<{ entries: Entries; strange: string[] }> {
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
export async function* unpack(entry: FileEntry, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const filling = entry.getData(writable, signal ? { signal } : {});
  let seen = 0;
  for await (const chunk of chunks(readable, filling)) {
    seen += chunk.length;
    if (seen > entry.uncompressedSize) throw new BundleRefused('unsafe', `${entry.filename} is longer than it claims`);
    yield chunk;
  }
}

/** All of an entry's bytes, at most so many. */
export async function whole(entry: FileEntry, most: number, signal?: AbortSignal): Promise<Uint8Array> {
  if (entry.uncompressedSize > most) throw new BundleRefused('unsafe', `${entry.filename} is longer than ${most} bytes`);
  const all = new Uint8Array(entry.uncompressedSize);
  let at = 0;
  for await (const chunk of unpack(entry, signal)) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all.subarray(0, at);
}
