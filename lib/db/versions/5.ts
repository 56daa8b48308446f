/**
 * Words of the newest clips, until they go into the index together; and clips of several judgements, of which cells by theme do not tell what they have in
 * common. Not released yet. Everything computed is computed anew as soon as a page opens (db/rebuild.ts): an upgrade does not keep anybody waiting.
 */
import type { SchemaVersion } from './version.ts';

export default {
  stores: { recentWords: 'id', jointCells: '[brand+day]' },
  async upgrade(transaction) {
    const total = await transaction.table('records').where('kind').equals('clip').count();
    if (total === 0) return;
    for (const name of ['postings', 'dayCells', 'themeCells', 'valueCells', 'voiceCells', 'voiceWeeks', 'postCells'])
      await transaction.table(name).clear();
    await transaction
      .table('workspace')
      .toCollection()
      .modify({ recount: { of: 'rows', after: '', done: 0, total } });
  },
} satisfies SchemaVersion;
