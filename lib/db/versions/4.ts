/**
 * Who spoke, by network too: a row stays below the size at which browsers keep it as a file of its own, and a clip rewrites only its network's.
 * Not released yet. The next version counts all of it anew.
 */
import type { SchemaVersion } from './version.ts';

export default { stores: { authorCells: null, voiceCells: '[brand+day+platform]', voiceWeeks: '[brand+day+platform]' } } satisfies SchemaVersion;
