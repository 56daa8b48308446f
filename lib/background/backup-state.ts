/** What is known of a workspace's backups, and what is to be said of them; without the schemas, for every page asks as it opens. */
import { isLongAgo, oldAfter } from '../core/rotation.ts';
import type { Store } from '../db/store.ts';
import { type BackupState, backups } from '../settings.ts';

export const noBackup: BackupState = { last: null, failed: null };

export const stateOf = async (workspace: string): Promise<BackupState> => (await backups.getValue())[workspace] ?? noBackup;

export type BackupWarning = 'permission' | 'failed' | 'old' | 'never';

/** What is to be said of a workspace's backups; null where all is well, or nothing is lost by having none. Reads a few rows by index. */
export async function backupWarning({ db, workspace }: Store, now = new Date()): Promise<BackupWarning | null> {
  if (workspace.sample) return null;
  const { last, failed } = await stateOf(workspace.id);
  const since = last?.at ?? '';
  const [oldest, newer, tag] = await Promise.all([
    db.clips.orderBy('clippedAt').first(),
    db.clips.where('clippedAt').above(since).first(),
    db.tags.toCollection().last(),
  ]);
  if (!newer && !(tag && tag.at > since)) return null;
  if (failed) return failed.why === 'permission' ? 'permission' : 'failed';
  if (last) return isLongAgo(last.at, oldAfter, now) ? 'old' : null;
  return oldest && isLongAgo(oldest.clippedAt, oldAfter, now) ? 'never' : null;
}
