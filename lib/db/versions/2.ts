/** Frozen: databases made by it are out there. Pictures of clipped posts, and accounts with their numbers. */
import type { SchemaVersion } from './version.ts';

export default {
  stores: {
    pictures: 'id, clip',
    profiles: 'id, brand',
    profileSnapshots: 'id, profile',
  },
} satisfies SchemaVersion;
