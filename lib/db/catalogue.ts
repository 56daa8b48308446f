/** The list of workspaces, read without the schemas, which no first paint waits for. */
import type { Workspace } from '../core/records.ts';
import { openCatalogueDb } from './database.ts';

export const catalogue = openCatalogueDb();

/** All workspaces, oldest first. */
export const workspaces = (): Promise<Workspace[]> =>
  catalogue.workspaces.toArray().then((all) => all.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)));
