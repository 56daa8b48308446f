/**
 * Words of the newest clips, until they go into the index together; and clips of several judgements, of which cells by theme do not tell what they have in
 * common. Not released yet. Those are counted with everything else anew as soon as a page opens (db/rebuild.ts); rows and words stay as they are.
 */
import type { SchemaVersion } from './version.ts';

export default {
  stores: { recentWords: 'id', jointCells: '[brand+day]' },
  async upgrade(transaction) {
    const total = await transaction.table('clips').count();
    const workspace = transaction.table('workspace');
    // A recount that has not come to the counters yet counts these too.
    const isToCome = (await workspace.toArray()).some(({ recount }) => recount?.of === 'rows');
    if (isToCome || total === 0) return;
    for (const name of ['postings', 'dayCells', 'themeCells', 'valueCells', 'voiceCells', 'voiceWeeks', 'postCells'])
      await transaction.table(name).clear();
    await workspace.toCollection().modify({ recount: { of: 'days', after: '', done: 0, total } });
  },
} satisfies SchemaVersion;
