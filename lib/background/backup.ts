/** Automatic backups: once a day, where something changed, into the folder that the person picked or the browser's downloads. */
import { type Browser, browser } from 'wxt/browser';
import { backUpEvery, backupName, isLongAgo } from '../core/rotation.ts';
import { backUpInto, backupExtension } from '../db/backup-file.ts';
import { backupFolder } from '../db/backup-folder.ts';
import { buildBundle, clearOutbox, removeBuilt } from '../db/bundle/outbox.ts';
import { activeStore, type Store } from '../db/store.ts';
import { failureOf } from '../messages/serve.ts';
import { type BackupState, backupPlan, backups } from '../settings.ts';
import { stateOf } from './backup-state.ts';

const alarm = 'backup';

/** The browser ends the permission for a folder when it likes; one click gives it again. */
class FolderClosed extends Error {
  override name = 'FolderClosed';
}

/** In no type yet; only Chromium has folders that a person picks, and it asks about them by these. */
export type PickedFolder = FileSystemDirectoryHandle & {
  queryPermission?(mode: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(mode: { mode: 'readwrite' }): Promise<PermissionState>;
};

async function setState(workspace: string, changes: Partial<BackupState>): Promise<void> {
  await backups.setValue({ ...(await backups.getValue()), [workspace]: { ...(await stateOf(workspace)), ...changes } });
}

/** Grows with everything that people or pages change. */
const changesOf = async ({ db }: Store): Promise<number> =>
  (await Promise.all([db.actions.count(), db.captures.count(), db.snapshots.count(), db.profileSnapshots.count()])).reduce((a, b) => a + b);

async function intoFolder(store: Store, name: string): Promise<number> {
  const folder = (await backupFolder()) as PickedFolder | null;
  const permission = (await folder?.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
  if (!folder || permission !== 'granted') throw new FolderClosed('the folder may not be written to any more');
  return backUpInto(store, folder, name);
}

/** The browser names the file so within its downloads folder. Nothing there can be read back or removed. */
async function intoDownloads(store: Store, name: string): Promise<number> {
  // Chromium's worker has no addresses for what is in memory: there one of our pages does it, by a click.
  if (!('createObjectURL' in URL)) throw new FolderClosed('downloads are made from an open page');
  await clearOutbox();
  const file = await buildBundle(store, {});
  const url = URL.createObjectURL(file);
  try {
    const id = await browser.downloads.download({ url, filename: `listening-post/${name}`, saveAs: false, conflictAction: 'uniquify' });
    await new Promise<void>((resolve, reject) => {
      browser.downloads.onChanged.addListener(function hear(change: Browser.downloads.DownloadDelta) {
        if (change.id !== id || !change.state || change.state.current === 'in_progress') return;
        browser.downloads.onChanged.removeListener(hear);
        if (change.state.current === 'complete') resolve();
        else reject(new Error(change.error?.current ?? 'the download was interrupted'));
      });
    });
  } finally {
    URL.revokeObjectURL(url);
    await removeBuilt(file).catch(() => undefined);
  }
  return file.size;
}

function why(error: unknown): NonNullable<BackupState['failed']>['why'] {
  const name = error instanceof Error ? error.name : '';
  if (name === 'FolderClosed' || name === 'NotAllowedError') return 'permission';
  if (name === 'NotVerified') return 'notVerified';
  return failureOf(error) === 'disk-full' ? 'diskFull' : 'failed';
}

/** In ms. A background in which nothing happens for 30 s is killed, however much it still writes; asking the browser for anything counts. */
const heartbeat = 20_000;

async function keptAwake<T>(work: () => Promise<T>): Promise<T> {
  const beating = setInterval(() => void browser.runtime.getPlatformInfo(), heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}

/** One at a time, across the worker and our pages. */
const alone = (work: () => Promise<void>): Promise<void> => navigator.locks.request('backup', work);

async function write(store: Store, at: Date): Promise<void> {
  const { id } = store.workspace;
  const name = backupName(id, at, backupExtension);
  try {
    const plan = await backupPlan.getValue();
    const changes = await changesOf(store);
    const bytes = await keptAwake(() => (plan?.to === 'downloads' ? intoDownloads(store, name) : intoFolder(store, name)));
    await setState(id, { last: { at: at.toISOString(), name, bytes, changes }, failed: null });
  } catch (error) {
    await setState(id, { failed: { at: at.toISOString(), why: why(error), words: error instanceof Error ? error.message : String(error) } });
  }
}

/** Backs the workspace up now. It throws nothing: what became of it stands in the settings. */
export const backUp = (store: Store, at = new Date()): Promise<void> => alone(() => write(store, at));

/** Backs up where that is planned, the last one is a day old, and something changed since; asked twice at once, it is done once. */
const backUpIfDue = (now = new Date()): Promise<void> =>
  alone(async () => {
    if (!(await backupPlan.getValue())) return;
    const store = await activeStore();
    const { last } = await stateOf(store.workspace.id);
    if (store.workspace.sample || (last && !isLongAgo(last.at, backUpEvery, now))) return;
    const changes = await changesOf(store);
    if (changes > 0 && changes !== last?.changes) await write(store, now);
  });

/** Looks every hour whether a backup is due: an alarm wakes the worker, and is kept by the browser. Call it synchronously at start-up. */
export function scheduleBackups(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void backUpIfDue();
  });
  void browser.alarms.get(alarm).then(async (set) => {
    if (!set) await browser.alarms.create(alarm, { delayInMinutes: 5, periodInMinutes: 60 });
  });
}
