/** Bundled for the browser tests and the benchmark: the store's commands and queries, to be called in one of the extension's own pages. */
import { canonical } from '../../lib/core/canonical.ts';
import { putRecords } from '../../lib/db/backup.ts';
import * as folder from '../../lib/db/backup-folder.ts';
import * as brands from '../../lib/db/brands.ts';
import * as bulk from '../../lib/db/bulk.ts';
import { openBundle } from '../../lib/db/bundle/open.ts';
import { takeIn } from '../../lib/db/bundle/take.ts';
import { writeBundle } from '../../lib/db/bundle/write.ts';
import { undo } from '../../lib/db/change.ts';
import * as clips from '../../lib/db/clips.ts';
import * as meet from '../../lib/db/meet.ts';
import * as pictures from '../../lib/db/pictures.ts';
import * as profiles from '../../lib/db/profiles.ts';
import * as queries from '../../lib/db/queries.ts';
import { rebuild, resume } from '../../lib/db/rebuild.ts';
import { indexRecent } from '../../lib/db/recent-words.ts';
import { restoreBackup } from '../../lib/db/restore-backup.ts';
import * as rules from '../../lib/db/rules.ts';
import * as statements from '../../lib/db/statements.ts';
import { activeStore } from '../../lib/db/store.ts';
import * as tags from '../../lib/db/tags.ts';
import * as themes from '../../lib/db/themes.ts';
import * as views from '../../lib/db/views.ts';
import * as workspaces from '../../lib/db/workspaces.ts';

const store = {
  activeStore,
  canonical,
  openBundle,
  putRecords,
  restoreBackup,
  takeIn,
  writeBundle,
  rebuild,
  resume,
  indexRecent,
  saveBrand: brands.saveBrand,
  saveClip: clips.saveClip,
  undo,
  queries,
  folder,
  /** Every command, by its file. */
  commands: { brands, bulk, clips, meet, pictures, profiles, rules, statements, tags, themes, views, workspaces },
};
export type StoreInPage = typeof store;

Object.assign(globalThis, { store });
