import type { Coverage } from '../../lib/core/coverage.ts';
import { i18n, locale } from '../../lib/i18n/index.ts';
import { dayOf } from './facts.ts';

const fields = ['author', 'text', 'date', 'numbers'] as const;

/** The fields that are missing more often than before, in words. */
export const missingWords = (fallen: Coverage['fallen']): string =>
  new Intl.ListFormat(locale()).format(fields.filter((field) => fallen[field]).map((field) => i18n.t(`ring.fallenFields.${field}`)));

/** That posts of a network are read less well than before, in words: what is missing, and since when. '' where nothing is. */
export function fallenWords(network: string, fallen: Coverage['fallen'], now: Date): string {
  const since = Object.values(fallen).sort()[0];
  if (!since) return '';
  const day = dayOf(new Date(since), now);
  // Where hardly anything is read, its fields are not what is missing.
  if (fallen.threw || fallen.read) return i18n.t('ring.fallenThrew', [network, day]);
  return i18n.t('ring.fallen', [network, day, missingWords(fallen)]);
}
