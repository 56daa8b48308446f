/** An automatic backup as a file: a bundle without a passphrase (docs/bundle.md), beside those of before. */
import { isBackup, isUnfinished, superseded } from '../core/rotation.ts';
import { writeBundle } from './bundle/write.ts';
import { writeChecked } from './checked-file.ts';
import type { Store } from './store.ts';

/** Of the file's name. */
export const backupExtension = 'zip';

/**
 * Takes away what backups of this workspace left that were killed midway: files that were never named, and names whose file never came. One is
 * under its name at once, empty, where a folder cannot rename; its bytes all come at the end.
 */
async function sweep(folder: FileSystemDirectoryHandle, workspace: string): Promise<void> {
  const left: string[] = [];
  for await (const handle of folder.values()) {
    const { name, kind } = handle;
    if (kind !== 'file') continue;
    if (isUnfinished(name, workspace) || (isBackup(name, workspace) && (await handle.getFile()).size === 0)) left.push(name);
  }
  for (const name of left) await folder.removeEntry(name).catch(() => undefined);
}

/**
 * Writes a backup of the workspace into a folder, in a stream, and takes away those that it makes needless.
 * @returns its size in bytes.
 * @throws what `writeChecked` throws; the backups that were there stay then.
 */
export async function backUpInto(store: Store, folder: FileSystemDirectoryHandle, name: string): Promise<number> {
  const { id } = store.workspace;
  await sweep(folder, id);
  const bytes = await writeChecked(folder, name, (sink) => writeBundle(store, sink));
  const names: string[] = [];
  for await (const entry of folder.keys()) names.push(entry);
  // The new one is whole by now; that an old one stays does no harm.
  for (const old of superseded(names, id)) await folder.removeEntry(old).catch(() => undefined);
  return bytes;
}
