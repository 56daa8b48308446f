/** Words of the newest clips, until they are put into the index in one go: of each word one row was read and written while somebody waits. Not released yet. */
import type { SchemaVersion } from './version.ts';

export default { stores: { recentWords: 'id' } } satisfies SchemaVersion;
