/** What lies in the trash, as surfaces read it. */
import type { Capture, Trashed } from '../core/records.ts';
import { latest, latestFirst, type Moment, type Paged, pageOf } from './paged.ts';
import type { Store } from './store.ts';

/** The content of what was deleted stays so many days; then it goes, and only the mark that it was deleted is left. */
export const trashDays = 30;

const day = 86_400_000;

/** Deleted before this moment (ms since 1970), its content goes now. */
export const purgeBefore = (now: Date): number => now.getTime() - trashDays * day;

/** Whole days that a deleted thing's content still stays, at least 0; null where it has no date, and stays for ever. */
export const daysLeft = ({ trashedAt }: Pick<Trashed, 'trashedAt'>, now: Date): number | null =>
  trashedAt === '' ? null : Math.max(0, Math.ceil((Date.parse(trashedAt) + trashDays * day - now.getTime()) / day));

/** What lies in the trash and whose days are over. */
export const dueInTrash = ({ db }: Store, now: Date) =>
  db.trash.where('trashedAt').between('0', new Date(purgeBefore(now)).toISOString(), true, false);

export interface InTrash extends Trashed {
  /** A clip as it was last read; null of anything else. */
  draft: Capture['draft'] | null;
}

const placeOf = ({ trashedAt, id }: Trashed): Moment => ({ at: trashedAt, id });

/** What was deleted, the newest first, or what lies behind a place. */
export async function trashOf({ db }: Store, limit: number, after: Moment | null = null): Promise<InTrash[]> {
  const rows = await latest(db.trash, { index: 'trashedAt', key: (at) => at }, after, limit);
  const clips = rows.filter(({ kind }) => kind === 'clip').flatMap(({ ids }) => ids);
  const captures = (await db.captures.where('clip').anyOf(clips).toArray()).sort((a, b) => (a.at < b.at ? 1 : -1));
  return rows.map((row) => ({ ...row, draft: captures.find(({ clip }) => row.ids.includes(clip))?.draft ?? null }));
}

/** The trash, however full it is. */
export const pagedTrash: Paged<InTrash, Moment> = {
  keyOf: ({ id }) => id,
  placeOf,
  order: latestFirst,
  page: async (store, after, limit) => pageOf(await trashOf(store, limit + 1, after), limit, placeOf),
};
