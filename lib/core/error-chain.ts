/** An error and all that it wraps, outermost first: Dexie keeps what IndexedDB said in `inner`. */
export function errorChain(error: unknown): Error[] {
  const all: Error[] = [];
  for (let at = error; at instanceof Error; at = (at as { inner?: unknown }).inner ?? at.cause) all.push(at);
  return all;
}

/**
 * Whether the browser could not open its own files, by Chromium's words in an `UnknownError`. Mostly the disk is full: where its tidying up finds no
 * room it closes the database, and cannot open it again until there is some.
 */
export const isUnopened = (error: unknown): boolean => errorChain(error).some(({ message }) => /opening backing store/.test(message));
