/** A workspace's backup as it would lie on the disk. */
import { writeBackup } from '../../lib/db/backup-file.ts';
import type { Store } from '../../lib/db/store.ts';

export async function backupOf(store: Store): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writeBackup(store, new WritableStream({ write: (chunk) => void parts.push(chunk as Uint8Array<ArrayBuffer>) }));
  return new Blob(parts);
}
