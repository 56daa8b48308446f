/** An error and all that it wraps, outermost first: Dexie keeps what IndexedDB said in `inner`. */
function chain(error: unknown): Error[] {
  const all: Error[] = [];
  for (let at = error; at instanceof Error; at = (at as { inner?: unknown }).inner ?? at.cause) all.push(at);
  return all;
}

export const errorNames = (error: unknown): string[] => chain(error).map(({ name }) => name);

/** What went wrong, all the way down, for a person to read or send. */
export function errorWords(error: unknown): string {
  const words = chain(error).map(({ message }) => message);
  return words.length > 0 ? [...new Set(words)].join('\n') : String(error);
}
