import { errorChain, isUnopened } from '../../lib/core/error-chain.ts';
import { i18n } from '../../lib/i18n/index.ts';

export const errorNames = (error: unknown): string[] => errorChain(error).map(({ name }) => name);

/** What went wrong, all the way down, for a person to read or send. */
export function errorWords(error: unknown): string {
  const words = errorChain(error).map(({ message }) => message);
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
  if (isUnopened(error)) return i18n.t('ui.unopened');
  const known = explained.find(([name]) => names.includes(name));
  return known ? i18n.t(known[1]) : null;
}
