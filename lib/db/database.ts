import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Mergeable } from '../core/mergeable.ts';
import type {
  Action,
  Brand,
  Capture,
  Clip,
  DayCell,
  JointCell,
  Picture,
  PostCell,
  Posting,
  Profile,
  ProfileSnapshot,
  RecentWords,
  Snapshot,
  Statement,
  Tag,
  Theme,
  ThemeCell,
  Trashed,
  ValueCell,
  VoiceCell,
  VoiceWeek,
  Workspace,
} from '../core/records.ts';
import { injectFaults } from './faults.ts';
import { defineVersions, indexedDbFor, watchOpening } from './opening.ts';
import { versions } from './versions/index.ts';

export interface WorkspaceDb extends Dexie {
  // Truth
  records: EntityTable<Mergeable, 'id'>;
  captures: EntityTable<Capture, 'id'>;
  snapshots: EntityTable<Snapshot, 'id'>;
  tags: EntityTable<Tag, 'id'>;
  profileSnapshots: EntityTable<ProfileSnapshot, 'id'>;
  actions: EntityTable<Action, 'id'>;
  pictures: EntityTable<Picture, 'id'>;
  /** One row: what workspace this is. */
  workspace: EntityTable<Workspace, 'id'>;
  // Projections, rebuilt from the above at any time
  clips: EntityTable<Clip, 'id'>;
  brands: EntityTable<Brand, 'id'>;
  themes: EntityTable<Theme, 'id'>;
  profiles: EntityTable<Profile, 'id'>;
  /** What people made of the lines of their boards. */
  statements: EntityTable<Statement, 'id'>;
  /** Words of each clip, apart from its row so that a judgement does not index them again. */
  search: Table<{ id: string; words: string[] }, string>;
  /** Clips of each word and day. */
  postings: Table<Posting, [string, string]>;
  /** Words of the newest clips, which no row of `postings` holds yet (db/recent-words.ts). */
  recentWords: EntityTable<RecentWords, 'id'>;
  dayCells: Table<DayCell, [string, string]>;
  themeCells: Table<ThemeCell, [string, string]>;
  jointCells: Table<JointCell, [string, string]>;
  valueCells: Table<ValueCell, [string, string, string]>;
  voiceCells: Table<VoiceCell, [string, string, string]>;
  voiceWeeks: Table<VoiceWeek, [string, string, string]>;
  postCells: Table<PostCell, [string, string]>;
  trash: EntityTable<Trashed, 'id'>;
  // Of this installation alone: in no export
  /** Keys of keyed hashes; the browser gives their bytes to nobody. */
  keys: Table<{ id: 'pseudonyms'; key: CryptoKey }, string>;
}

/** Every write is strict: acknowledged when the browser has handed it to the disk. */
const options = { chromeTransactionDurability: 'strict' } as const;

/** Opens a workspace's database by its id; made on first use. */
export function openWorkspaceDb(id: string): WorkspaceDb {
  const db = new Dexie(`lp-${id}`, { ...options, indexedDB: indexedDbFor(versions) }) as WorkspaceDb;
  defineVersions(db, versions);
  watchOpening(db);
  if (import.meta.env.MODE === 'e2e' || import.meta.env.MODE === 'test') injectFaults(db);
  return db;
}

/** The small database that lists the workspaces. */
export interface CatalogueDb extends Dexie {
  workspaces: EntityTable<Workspace, 'id'>;
  /** Folders that the person picked: a handle outlives the browser only in IndexedDB. */
  folders: EntityTable<{ id: 'backup'; handle: FileSystemDirectoryHandle }, 'id'>;
}

export function openCatalogueDb(): CatalogueDb {
  const db = new Dexie('lp', options) as CatalogueDb;
  db.version(1).stores({ workspaces: 'id' });
  db.version(2).stores({ folders: 'id' });
  return db;
}
