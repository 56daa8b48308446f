/** Bundles in memory, for tests. */
import { openBundle } from '../../lib/db/bundle/open.ts';
import { type Looked, takeIn } from '../../lib/db/bundle/take.ts';
import { type WriteOptions, writeBundle } from '../../lib/db/bundle/write.ts';
import type { Store } from '../../lib/db/store.ts';
import type { Truth } from '../../lib/db/truth.ts';

export async function bundleOf(store: Store, options: WriteOptions = {}): Promise<Blob> {
  const parts: BlobPart[] = [];
  const sink = new WritableStream<Uint8Array>({ write: (chunk) => void parts.push(new Uint8Array(chunk)) });
  await writeBundle(store, sink, options);
  return new Blob(parts);
}

export async function takeFrom(
  store: Store,
  file: Blob,
  { passphrase = null, tables }: { passphrase?: string | null; tables?: Truth } = {},
): Promise<Looked> {
  const incoming = await openBundle(file, { passphrase, newest: store.db.verno, ...(tables && { tables }) });
  return takeIn(store, incoming, tables ? { tables } : {});
}
