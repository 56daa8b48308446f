/**
 * Pictures of clipped posts, accounts with their numbers, statements of the board, the trash, keys, and words indexed with their day. Not released
 * yet. Its upgrade computes projections, by the same functions as ever after: it is right whenever it runs.
 */
import { indexWordsByDay } from '../index-words-by-day.ts';
import { listTrash } from '../list-trash.ts';
import type { SchemaVersion } from './version.ts';

export default {
  stores: {
    // With those made anonymous, which few are: a row without the mark is in no such index.
    clips: 'id, *keys, clippedAt, [day+clippedAt], lang, [inbox+clippedAt], *facets, [anonymous+clippedAt]',
    pictures: 'id, clip',
    profiles: 'id, brand',
    profileSnapshots: 'id, profile',
    statements: 'id, brand',
    // Not by their ids: those that a page gave its request are no UUIDv7.
    actions: 'id, at, batch',
    trash: 'id, trashedAt, [kind+trashedAt]',
    keys: 'id',
  },
  async upgrade(transaction) {
    await indexWordsByDay(transaction);
    await listTrash(transaction);
  },
} satisfies SchemaVersion;
