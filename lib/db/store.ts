/** The workspace in use, opened: what every query and command is given. */
import type { Hand } from '../core/mergeable.ts';
import type { Workspace } from '../core/records.ts';
import { activeWorkspace, actor, lastWorkspace } from '../settings.ts';
import { openWorkspaceDb, type WorkspaceDb } from './database.ts';

export interface Store {
  db: WorkspaceDb;
  workspace: Workspace;
  actor: string;
  /** Given to every action that is written through this store (change.ts, `inBatch`). */
  batch?: string;
}

let open: Promise<Store> | undefined;

/** Loaded only then: it brings zod, which a popup's first paint does without. */
async function firstUse(db: WorkspaceDb, id: string): Promise<Workspace> {
  const { ensureWorkspace } = await import('./workspaces.ts');
  return ensureWorkspace(db, id);
}

async function openStore(id: string, opening: WorkspaceDb | undefined, who: Promise<string>): Promise<Store> {
  const db = opening ?? openWorkspaceDb(id);
  return { db, workspace: (await db.workspace.get(id)) ?? (await firstUse(db, id)), actor: await who };
}

/**
 * A page's database may be opened while the browser is still being asked which it is: the one that was active last. Only an existing one
 * is, for that memory may be old; a worker has none.
 */
function openingLast(): { id: string; db: WorkspaceDb } | undefined {
  const id = typeof localStorage === 'undefined' ? null : localStorage.getItem(lastWorkspace);
  if (!id) return undefined;
  const db = openWorkspaceDb(id);
  void db.open().catch(() => undefined); // Whoever uses it is told what is wrong.
  return { id, db };
}

let early: { id: string; db: WorkspaceDb } | undefined;

/** A page's database, most likely: where nothing that is read may wait for the browser to say which it is. Whoever reads it asks later whether it was. */
export function earlyDb(): WorkspaceDb | undefined {
  early ??= openingLast();
  return early?.db;
}

/** The active workspace. Opened once per page or worker; again after the person switched. */
export async function activeStore(): Promise<Store> {
  const last = open ? undefined : (early ?? openingLast());
  early = undefined;
  // Asked beside the other; but not again for each message once the store is open.
  const who = open ? undefined : actor.getValue();
  const id = await activeWorkspace.getValue();
  const current = await open?.catch(() => undefined);
  if (current?.workspace.id === id && current.db.isOpen()) return current;
  if (last && last.id !== id) last.db.close();
  open = openStore(id, last?.id === id ? last.db : undefined, who ?? actor.getValue());
  if (typeof localStorage !== 'undefined') localStorage.setItem(lastWorkspace, id);
  return open;
}

/** Who writes, now. */
export const hand = ({ actor: who }: Store, at: Date): Hand => ({ actor: who, by: '', at });
