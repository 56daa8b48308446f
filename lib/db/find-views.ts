/** What lists the views of the dashboard that people keep. */
import { type SavedView, savedViewOf } from '../core/saved-view.ts';
import type { Store } from './store.ts';

/** All that are kept, by name. */
export async function savedViews({ db }: Store): Promise<SavedView[]> {
  const records = await db.records.where('kind').equals('view').toArray();
  return records.flatMap((record) => savedViewOf(record) ?? []).sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}
