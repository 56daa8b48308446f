/** The folder that backups go into, as a person picks it and lets us write there: both need a click. */
import { browser } from 'wxt/browser';
import type { PickedFolder } from '../lib/background/backup.ts';
import { backupFolder, forgetFolder, keepFolder } from '../lib/db/backup-folder.ts';
import { backupPlan } from '../lib/settings.ts';

interface Picker {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite'; startIn: 'documents' }): Promise<PickedFolder>;
}

/** Firefox lets no page write into a folder; there backups go to the downloads. */
export const canPickFolder = (): boolean => 'showDirectoryPicker' in window;

/** Asks for a folder. False where the person picked none. */
export async function pickFolder(): Promise<boolean> {
  try {
    const handle = await (window as Picker).showDirectoryPicker?.({ id: 'listening-post-backups', mode: 'readwrite', startIn: 'documents' });
    if (!handle) return false;
    await keepFolder(handle);
    await backupPlan.setValue({ to: 'folder', name: handle.name });
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    throw error;
  }
}

/** Asks to write into the downloads. False where the person refused. */
export async function backUpToDownloads(): Promise<boolean> {
  const granted = await browser.permissions.request({ permissions: ['downloads'] });
  if (granted) await backupPlan.setValue({ to: 'downloads' });
  return granted;
}

/** Asks again for the folder whose permission has ended; the downloads stay open once they were. */
export async function openFolder(): Promise<boolean> {
  if ((await backupPlan.getValue())?.to === 'downloads') return browser.permissions.contains({ permissions: ['downloads'] });
  const folder = (await backupFolder()) as PickedFolder | null;
  return ((await folder?.requestPermission?.({ mode: 'readwrite' })) ?? (folder ? 'granted' : 'denied')) === 'granted';
}

/** No more automatic backups; those that were made stay where they are. */
export async function stopBackups(): Promise<void> {
  await backupPlan.setValue(null);
  await forgetFolder();
}
