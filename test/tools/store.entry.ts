/** Bundled for the browser tests and the benchmark: the store's commands and queries, to be called in one of the extension's own pages. */
import { putRecords } from '../../lib/db/backup.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { openBundle } from '../../lib/db/bundle/open.ts';
import { takeIn } from '../../lib/db/bundle/take.ts';
import { writeBundle } from '../../lib/db/bundle/write.ts';
import { undo } from '../../lib/db/change.ts';
import { saveClip } from '../../lib/db/clips.ts';
import * as queries from '../../lib/db/queries.ts';
import { rebuild } from '../../lib/db/rebuild.ts';
import { activeStore } from '../../lib/db/store.ts';

const store = { activeStore, openBundle, putRecords, rebuild, saveBrand, saveClip, takeIn, undo, queries, writeBundle };
export type StoreInPage = typeof store;

Object.assign(globalThis, { store });
