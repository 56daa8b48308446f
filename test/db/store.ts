/** A store of its own for each test, and drafts of invented posts. */
import { Dexie } from 'dexie';
import { onTestFinished } from 'vitest';
import type { Draft } from '../../lib/core/draft.ts';
import { openWorkspaceDb } from '../../lib/db/database.ts';
import { indexRecent } from '../../lib/db/recent-words.ts';
import type { Store } from '../../lib/db/store.ts';

let opened = 0;

export async function freshStore(actor = 'a1'): Promise<Store> {
  const id = `test-${++opened}`;
  const db = openWorkspaceDb(id);
  const workspace = { id, v: 1, name: 'Test', sample: false, timeZone: 'Europe/Paris', createdAt: '2026-01-01T00:00:00.000Z' };
  await db.workspace.put(workspace);
  onTestFinished(async () => {
    db.close();
    await Dexie.delete(db.name);
  });
  return { db, workspace, actor };
}

export function draft(changes: Partial<Draft> = {}): Draft {
  return {
    kind: 'post',
    platform: 'x',
    url: 'https://x.com/jonas/status/1',
    nativeId: '1',
    author: { name: 'Jonas Feld', handle: 'jonas' },
    text: 'My Kestrin grinder died after 14 months and they won’t even sell me the part.',
    truncated: false,
    publishedAt: { instant: '2026-05-21T07:00:00.000Z', raw: '9:00', precision: 'minute', source: 'attribute' },
    metrics: { likes: 12, comments: 3, shares: null, views: null, saves: null, rating: null },
    rounded: [],
    media: [],
    promoted: false,
    ...changes,
  };
}

/** Everything in the database, table by table; the words of the newest clips, which wait for the index, are put into it first. */
export async function dump(store: Store): Promise<Record<string, unknown[]>> {
  await indexRecent(store);
  const { db } = store;
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(tables);
}
