/** Any workspace as a file that the browser saves, in use or not. */
import type { Workspace } from '../../../lib/core/records.ts';
import { openWorkspaceDb } from '../../../lib/db/database.ts';
import { download, fileNameOf } from '../../download.ts';

export async function saveBackupOf(workspace: Workspace): Promise<void> {
  const { buildBundle } = await import('../../../lib/db/bundle/outbox.ts');
  const db = openWorkspaceDb(workspace.id);
  const store = { db, workspace, actor: 'export' };
  try {
    download(fileNameOf(store, '.zip'), await buildBundle(store, {}));
  } finally {
    db.close();
  }
}
