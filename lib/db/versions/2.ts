/** Pictures of clipped posts, accounts with their numbers, statements of the board, the trash, and keys. Not released yet: version 3 counts anew. */
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
    trash: 'id, trashedAt',
    keys: 'id',
  },
} satisfies SchemaVersion;
