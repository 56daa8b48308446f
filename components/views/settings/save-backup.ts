/** A workspace as a file that the browser saves. */
import { dayIn } from '../../../lib/core/day.ts';
import { fold } from '../../../lib/core/fold.ts';
import type { Workspace } from '../../../lib/core/records.ts';
import { exportWorkspace } from '../../../lib/db/backup.ts';
import { openWorkspaceDb } from '../../../lib/db/database.ts';
import { pseudonymised } from '../../../lib/db/pseudonymise.ts';
import type { Store } from '../../../lib/db/store.ts';

/** Letters and digits only: it becomes a file's name. */
const slug = (name: string) =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function download(name: string, contents: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(contents)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Saves the store's workspace; `nameless`, with pseudonyms for people. */
export async function saveBackup(store: Store, nameless = false): Promise<void> {
  const day = dayIn(store.workspace.timeZone, new Date());
  const whole = await exportWorkspace(store);
  const file = nameless ? await pseudonymised(store, whole) : whole;
  download(`listening-post-${slug(file.workspace.name)}-${day}${nameless ? '-pseudonyms' : ''}.json`, file);
}

/** Saves any workspace, in use or not. */
export async function saveBackupOf(workspace: Workspace): Promise<void> {
  const db = openWorkspaceDb(workspace.id);
  try {
    await saveBackup({ db, workspace, actor: 'export' });
  } finally {
    db.close();
  }
}
