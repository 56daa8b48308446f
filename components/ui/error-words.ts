import { isUnopened } from '../../lib/core/unopened.ts';
import { i18n } from '../../lib/i18n/index.ts';

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

/** The cause before what follows from it: a database that is refused is also closed. */
const explained = [
  ['QuotaExceededError', 'ui.diskFull'],
  ['VersionError', 'ui.newer'],
  ['UpgradeFailed', 'ui.upgradeFailed'],
  ['DatabaseClosedError', 'ui.storeClosed'],
] as const;

/** What happened and what to do, where the store failed in a way that a person can do something about; null otherwise. */
export function storeWords(error: unknown): string | null {
  const names = errorNames(error);
  if (chain(error).some(isUnopened)) return i18n.t('ui.unopened');
  const known = explained.find(([name]) => names.includes(name));
  return known ? i18n.t(known[1]) : null;
}
