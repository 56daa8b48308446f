/** What lists the views of the dashboard that people keep. */
import { fold } from '../core/fold.ts';
import { type SavedView, savedViewOf } from '../core/saved-view.ts';
import type { Store } from './store.ts';

/** All that are kept, by name. */
export async function savedViews({ db }: Store): Promise<SavedView[]> {
  const records = await db.records.where('kind').equals('view').toArray();
  return records.flatMap((record) => savedViewOf(record) ?? []).sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    return address;
  }
}

/** Words with one blank around each, so that one name is not found within another. */
const spaced = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Ids of the views whose name or address, now or in a copy not merged yet, holds one of these names or ids. */
export async function viewsNaming({ db }: Store, names: readonly string[]): Promise<string[]> {
  const wanted = names.map(spaced).filter((name) => name.trim() !== '');
  const records = await db.records.where('kind').equals('view').toArray();
  return records.flatMap(({ id, f }) => {
    const said = Object.values(f).flatMap((dots) => Object.values(dots).map((value) => (typeof value === 'string' ? spaced(decoded(value)) : '')));
    return said.some((words) => wanted.some((name) => words.includes(name))) ? [id] : [];
  });
}
