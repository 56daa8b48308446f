import { BundleRefused, type Refused } from '../../../lib/db/bundle/format.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { errorWords } from '../../ui/error-words.ts';

/** What a table holds, as people call it. */
const tables: Record<string, () => string> = {
  records: () => i18n.t('settings.bundle.table.records'),
  captures: () => i18n.t('settings.bundle.table.captures'),
  snapshots: () => i18n.t('settings.bundle.table.snapshots'),
  tags: () => i18n.t('settings.bundle.table.tags'),
  actions: () => i18n.t('settings.bundle.table.actions'),
  pictures: () => i18n.t('settings.bundle.table.pictures'),
  profileSnapshots: () => i18n.t('settings.bundle.table.profileSnapshots'),
};
export const tableName = (table: string): string => tables[table]?.() ?? table;

/** Why a file was refused as a whole, and what to do. */
export const refusalWords = (error: unknown): string =>
  error instanceof BundleRefused ? `${i18n.t(`settings.bundle.problem.${error.problem}`)} (${error.message})` : errorWords(error);

/** The refused records as a text that can be kept and sent. */
export const refusedText = (refused: readonly Refused[]): string =>
  refused.map(({ table, line, why }) => `${table}.jsonl, ${line}: ${why}`).join('\n');
