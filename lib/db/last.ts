/**
 * The workspace that was active when one of our pages last looked, in `localStorage`, which answers at once; workers have none. Imported first by every
 * page, its database is being opened while all the rest of the script runs.
 */
import { openAhead } from './opening.ts';
import { versions } from './versions/index.ts';

const key = 'lastWorkspace';

/** Its id; null where no page has looked yet. */
export const lastWorkspace = (): string | null => (typeof localStorage === 'undefined' ? null : localStorage.getItem(key));

export function rememberWorkspace(id: string): void {
  if (typeof localStorage !== 'undefined') localStorage.setItem(key, id);
}

/** Its data are to be deleted: nothing may open them, which would make them anew. */
export function forgetWorkspace(id: string): void {
  if (lastWorkspace() === id) localStorage.removeItem(key);
}

/** What a workspace's database is called. */
export const databaseName = (id: string): string => `lp-${id}`;

try {
  const last = lastWorkspace();
  if (last) openAhead(databaseName(last), versions);
} catch {
  // Where the browser gives no storage, whoever opens it next is told, and tells.
}
