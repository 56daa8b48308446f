import { Dexie, type EntityTable, type Table } from 'dexie';
import { applyToPosts, emptyPostCell, sharesOf } from '../core/cells.ts';
import type { Mergeable } from '../core/mergeable.ts';
import type {
  Action,
  AuthorCell,
  Brand,
  Capture,
  Clip,
  DayCell,
  Picture,
  PostCell,
  Profile,
  ProfileSnapshot,
  Snapshot,
  Statement,
  Tag,
  Theme,
  ThemeCell,
  Trashed,
  Workspace,
} from '../core/records.ts';
import { indexWordsByDay } from './index-words-by-day.ts';
import { listTrash } from './version-2.ts';

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
  dayCells: Table<DayCell, [string, string]>;
  themeCells: Table<ThemeCell, [string, string]>;
  authorCells: Table<AuthorCell, [string, string]>;
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
  const db = new Dexie(`lp-${id}`, options) as WorkspaceDb;
  db.version(1).stores({
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
  });
  db.version(2)
    .stores({
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
    })
    .upgrade(async (transaction) => {
      await indexWordsByDay(transaction);
      await listTrash(transaction);
    });
  // A projection, so today's code is the right one, whichever version left the clips.
  db.version(3)
    .stores({ postCells: '[brand+day]' })
    .upgrade(async (upgrade) => {
      const cells = new Map<string, PostCell>();
      await upgrade.table<Clip>('clips').each((clip) => {
        for (const share of sharesOf(clip)) {
          const key = `${share.brand}|${share.day}`;
          const cell = cells.get(key) ?? emptyPostCell(share.brand, share.day);
          applyToPosts(cell, share, 1);
          cells.set(key, cell);
        }
      });
      await upgrade.table<PostCell>('postCells').bulkPut([...cells.values()]);
    });
  return db;
}

/** The small database that lists the workspaces. */
export interface CatalogueDb extends Dexie {
  workspaces: EntityTable<Workspace, 'id'>;
}

export function openCatalogueDb(): CatalogueDb {
  const db = new Dexie('lp', options) as CatalogueDb;
  db.version(1).stores({ workspaces: 'id' });
  return db;
}
