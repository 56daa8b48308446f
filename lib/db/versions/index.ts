/** All versions of the schema, in order; opening a database brings it from whichever it was left at to the newest. */
import first from './1.ts';
import second from './2.ts';
import third from './3.ts';
import fourth from './4.ts';
import fifth from './5.ts';
import type { SchemaVersion } from './version.ts';

export const versions: readonly SchemaVersion[] = [first, second, third, fourth, fifth];
