/**
 * Each post's own numbers by brand and day; cells of seven days, and words by day in rows of their own; who sees to a clip, and how soon; themes
 * that have more than a name, and tags that are found by theme; what was done together by its newest, and the few actions that have a count. Not released
 * yet. Everything computed is computed anew from the records, which need no change, as soon as a page opens (db/rebuild.ts): an upgrade does not keep anybody waiting.
 */
import type { SchemaVersion } from './version.ts';

export default {
  stores: {
    search: 'id',
    // By what it was merged into: one that was not is in no such index.
    themes: 'id, into',
    tags: 'id, clip, theme',
    postings: '[word+day], [day+word]',
    postCells: '[brand+day]',
    valueCells: '[brand+platform+day]',
    // By clip, whose page tells what became of it. Rows without batch or count are in no such index: most actions cost nothing more.
    actions: 'id, at, batch, clip, [batch+at], count',
    // Owner and priority stand in no index of a clip that has none, which most have not.
    clips: 'id, *keys, clippedAt, [day+clippedAt], lang, [inbox+clippedAt], *facets, [anonymous+clippedAt], owner, priority',
  },
  async upgrade(transaction) {
    for (const name of ['search', 'dayCells', 'themeCells', 'authorCells']) await transaction.table(name).clear();
    const themes = transaction.table('themes');
    await themes.bulkPut((await themes.toArray()).map((row) => ({ ...row, aliases: [], definition: '', parent: null, into: null })));
    const total = await transaction.table('clips').count();
    await transaction
      .table('workspace')
      .toCollection()
      .modify({ recount: { of: 'rows', after: '', done: 0, total } });
  },
} satisfies SchemaVersion;
