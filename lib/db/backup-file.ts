/** What an automatic backup is as a file; the one place that knows. */
import { exportWorkspace, importBackup } from './backup.ts';
import type { Store } from './store.ts';

/** Of the file's name. */
export const backupExtension = 'json';
export const backupType = 'application/json';

/** Writes everything the workspace holds, and closes the sink. */
export async function writeBackup(store: Store, sink: WritableStream<Uint8Array>): Promise<void> {
  const writer = sink.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(await exportWorkspace(store))));
  await writer.close();
}

/** Takes such a file in: what is here stays, what is missing is added. */
export const restoreBackup = async (store: Store, file: Blob): Promise<unknown> => importBackup(store, JSON.parse(await file.text()));
