/** Workspaces: one database each, listed in a small one. Nothing ever reads two at once. */
import { Dexie } from 'dexie';
import { v7 } from 'uuid';
import { Workspace } from '../core/records.ts';
import { activeWorkspace, lastWorkspace } from '../settings.ts';
import { catalogue, workspaces } from './catalogue.ts';
import { openWorkspaceDb, type WorkspaceDb } from './database.ts';

/** The one sample workspace's id. */
export const sampleId = 'sample';

/**
 * The workspace's own row; written on first use, here and in the catalogue. Asked twice at once, one is made.
 */
export async function ensureWorkspace(db: WorkspaceDb, id: string, name = 'My company', sample = false): Promise<Workspace> {
  const fresh = Workspace.parse({
    id,
    v: 1,
    name,
    sample,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    createdAt: new Date().toISOString(),
  });
  const workspace = await db.transaction('rw', db.workspace, async () => {
    const known = await db.workspace.get(id);
    if (!known) await db.workspace.add(fresh);
    return known ?? fresh;
  });
  await catalogue.workspaces.put(workspace);
  return workspace;
}

/** Makes an empty workspace and returns it; it is not made active. */
export async function createWorkspace(name: string, sample = false): Promise<Workspace> {
  const id = sample ? sampleId : v7();
  const db = openWorkspaceDb(id);
  try {
    return await ensureWorkspace(db, id, name, sample);
  } finally {
    db.close();
  }
}

/**
 * Changes a workspace's name or its rule on old clips (null: none any more), in its own database and in the list.
 * @throws ZodError that says what is wrong with the name or rule.
 */
export async function editWorkspace(id: string, changes: { name?: string; retention?: Workspace['retention'] | null }): Promise<Workspace> {
  const db = openWorkspaceDb(id);
  try {
    const edited = await db.transaction('rw', db.workspace, async () => {
      const { retention, ...known } = { ...(await db.workspace.get(id)), ...changes };
      const row = Workspace.parse({ ...known, ...(retention && { retention }) });
      await db.workspace.put(row);
      return row;
    });
    await catalogue.workspaces.put(edited);
    return edited;
  } finally {
    db.close();
  }
}

/** From now on every clip goes into this one, and every surface shows it. */
export const switchWorkspace = (id: string): Promise<void> => activeWorkspace.setValue(id);

/** Deletes a workspace with all it holds; the active one is left for another first. */
export async function deleteWorkspace(id: string): Promise<void> {
  if ((await activeWorkspace.getValue()) === id) {
    const other = (await workspaces()).find((workspace) => workspace.id !== id);
    await switchWorkspace(other?.id ?? 'main');
  }
  if (typeof localStorage !== 'undefined' && localStorage.getItem(lastWorkspace) === id) localStorage.removeItem(lastWorkspace);
  await catalogue.workspaces.delete(id);
  await Dexie.delete(`lp-${id}`);
}
