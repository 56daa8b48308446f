/** The workspace in use, opened: what every query and command is given. */
import type { Hand } from '../core/mergeable.ts';
import type { Workspace } from '../core/records.ts';
import { activeWorkspace, actor } from '../settings.ts';
import { openWorkspaceDb, type WorkspaceDb } from './database.ts';

export interface Store {
  db: WorkspaceDb;
  workspace: Workspace;
  actor: string;
}

let open: Promise<Store> | undefined;

/** Loaded only then: it brings zod, which a popup's first paint does without. */
async function firstUse(db: WorkspaceDb, id: string): Promise<Workspace> {
  const { ensureWorkspace } = await import('./workspaces.ts');
  return ensureWorkspace(db, id);
}

async function openStore(id: string): Promise<Store> {
  const db = openWorkspaceDb(id);
  const [known, who] = await Promise.all([db.workspace.get(id), actor.getValue()]);
  return { db, workspace: known ?? (await firstUse(db, id)), actor: who };
}

/** The active workspace. Opened once per page or worker; again after the person switched. */
export async function activeStore(): Promise<Store> {
  const id = await activeWorkspace.getValue();
  const current = await open?.catch(() => undefined);
  if (current?.workspace.id === id && current.db.isOpen()) return current;
  open = openStore(id);
  return open;
}

/** Who writes, now. */
export const hand = ({ actor: who }: Store, at: Date): Hand => ({ actor: who, by: '', at });
