/** What a workspace's rule on old clips asks for, counted by indexes alone. */
import type { Workspace } from '../core/records.ts';
import type { Store } from './store.ts';

export type Retention = NonNullable<Workspace['retention']>;

/** Clipped before this instant (ISO 8601), a clip is too old. Months as calendars have them; a day that the month lacks is its last. */
export function retentionBefore(months: number, now: Date): string {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - months);
  if (before.getUTCDate() !== now.getUTCDate()) before.setUTCDate(0);
  return before.toISOString();
}

export const anonymousClips = ({ db }: Store, before = '\uffff') =>
  db.clips.where('[anonymous+clippedAt]').between([1, ''], [1, before], true, false);

/** How many clips a rule would meet now: deleted are all that are too old, made anonymous those that are not yet. */
export async function retentionDue(store: Store, { months, act }: Retention, now = new Date()): Promise<number> {
  const before = retentionBefore(months, now);
  const [old, anonymous] = await Promise.all([store.db.clips.where('clippedAt').below(before).count(), anonymousClips(store, before).count()]);
  return act === 'delete' ? old : old - anonymous;
}

/** The workspace's rule, as it is now. */
export const retentionOf = async ({ db, workspace }: Store): Promise<Retention | null> => (await db.workspace.get(workspace.id))?.retention ?? null;
