/** Frozen: databases made by it are out there. Clips with their records, and what is computed from them. */
import type { SchemaVersion } from './version.ts';

export default {
  stores: {
    records: 'id, kind',
    captures: 'id, clip',
    snapshots: 'id, clip',
    tags: 'id, clip',
    actions: 'id',
    workspace: 'id',
    clips: 'id, *keys, clippedAt, day, lang, [inbox+clippedAt], *facets',
    brands: 'id',
    themes: 'id',
    search: 'id, *words',
    dayCells: '[brand+day]',
    themeCells: '[brand+day]',
    authorCells: '[brand+day]',
  },
} satisfies SchemaVersion;
