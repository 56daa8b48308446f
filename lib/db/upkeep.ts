/** What is done without being asked for, once a day and when one of our pages opens. */
import { Dexie } from 'dexie';
import { workspaces } from './catalogue.ts';
import { openWorkspaceDb } from './database.ts';
import { dueInTrash } from './find-trash.ts';
import { indexIfEnough } from './recent-words.ts';
import type { Store } from './store.ts';

/** Purges the trash of a workspace where anything's days are over; else it costs one count. */
export async function purgeIfDue(store: Store, now = new Date()): Promise<number> {
  if ((await dueInTrash(store, now).count()) === 0) return 0;
  const { purgeTrash } = await import('./trash.ts');
  return purgeTrash(store, now);
}

/** Goes on with a recount that an update asked for or that was broken off; else it costs one row. */
async function countIfDue(store: Store): Promise<void> {
  const here = await store.db.workspace.get(store.workspace.id);
  if (!here?.recount && !here?.uncounted) return;
  const { resumeWhenIdle } = await import('./rebuild.ts');
  await resumeWhenIdle(store);
}

/** All this for every workspace, one after the other, and for pictures that were taken away, which takes longer. `actor` is this installation. */
export async function keepUp(actor: string, now = new Date()): Promise<number> {
  const { purgePictures } = await import('./purge.ts');
  let purged = 0;
  for (const workspace of await workspaces()) {
    // Opening one that was deleted meanwhile would make it anew.
    if (!(await Dexie.exists(`lp-${workspace.id}`))) continue;
    const db = openWorkspaceDb(workspace.id);
    try {
      const store = { db, workspace, actor };
      await countIfDue(store);
      await indexIfEnough(store);
      purged += (await purgeIfDue(store, now)) + (await purgePictures(store, now));
    } finally {
      db.close();
    }
  }
  return purged;
}
