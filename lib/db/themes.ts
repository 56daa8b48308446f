import { idFromWords } from '../core/clip-id.ts';
import { fold } from '../core/fold.ts';
import { isTrashed } from '../core/mergeable.ts';
import { Theme } from '../core/records.ts';
import { change } from './change.ts';
import { themeOf } from './project.ts';
import type { Store } from './store.ts';

/** The id that a theme of this name has everywhere, so that two people who think of one theme have one. */
export const themeId = (name: string): string => `theme:${idFromWords(fold(name))}`;

/** The theme of this name, made if there is none; inside a transaction. Case, accents and spaces around do not tell two apart. */
export async function themeNamed(store: Store, name: string, at: Date): Promise<Theme> {
  const id = themeId(name);
  const known = await store.db.records.get(id);
  const theme = known && !isTrashed(known) ? themeOf(known) : null;
  if (theme) return theme;
  const made = Theme.parse({ id, name });
  await change(store, at, id, 'theme', { set: { name: made.name }, trashed: false });
  return made;
}
