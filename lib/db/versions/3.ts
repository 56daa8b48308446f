/** Each post's own numbers, by brand and day. Not released yet. A projection, so today's code is the right one, whichever version left the clips. */
import { applyToPosts, emptyPostCell, sharesOf } from '../../core/cells.ts';
import type { Clip, PostCell } from '../../core/records.ts';
import type { SchemaVersion } from './version.ts';

export default {
  stores: { postCells: '[brand+day]' },
  async upgrade(transaction) {
    const cells = new Map<string, PostCell>();
    await transaction.table<Clip>('clips').each((clip) => {
      for (const share of sharesOf(clip)) {
        const key = `${share.brand}|${share.day}`;
        const cell = cells.get(key) ?? emptyPostCell(share.brand, share.day);
        applyToPosts(cell, share, 1);
        cells.set(key, cell);
      }
    });
    await transaction.table<PostCell>('postCells').bulkPut([...cells.values()]);
  },
} satisfies SchemaVersion;
