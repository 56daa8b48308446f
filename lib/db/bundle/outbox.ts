/** Where a bundle is built before it is handed over: the browser's private file system, so that it is never held in memory. */
import { v7 } from 'uuid';
import type { Store } from '../store.ts';
import { type WriteOptions, writeBundle } from './write.ts';

const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('outbox', { create: true });

/**
 * The workspace as one file.
 * @throws the signal's reason when cancelled, QuotaExceededError when the disk is full; nothing is left behind then.
 */
export async function buildBundle(store: Store, options: WriteOptions): Promise<File> {
  const outbox = await folder();
  const name = v7();
  const handle = await outbox.getFileHandle(name, { create: true });
  try {
    await writeBundle(store, await handle.createWritable(), options);
    return await handle.getFile();
  } catch (error) {
    await outbox.removeEntry(name).catch(() => undefined);
    throw error;
  }
}

/** Takes away a file that was built here and whose reader has ended. */
export const removeBuilt = async ({ name }: File): Promise<void> => (await folder()).removeEntry(name);

/** A download may still be reading a file after it was handed over; nothing tells when it ends. After this many ms it has. */
const kept = 60 * 60 * 1000;

/** Takes away what was handed over earlier, and what a killed browser left. */
export async function clearOutbox(now = Date.now()): Promise<void> {
  const outbox = await folder();
  for await (const handle of outbox.values()) {
    if (handle.kind !== 'file') continue;
    const { lastModified } = await handle.getFile();
    // In use by another page, it is taken away the next time.
    if (now - lastModified > kept) await outbox.removeEntry(handle.name).catch(() => undefined);
  }
}
