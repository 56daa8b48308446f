/** What can stand in the way of opening a database, by names that the surfaces have words for. */
import type { Dexie, Transaction } from 'dexie';
import type { SchemaVersion } from './versions/version.ts';

/** Bringing the database to today's version failed; it is as it was. */
class UpgradeFailed extends Error {
  override name = 'UpgradeFailed';
}

/**
 * Tells the surfaces, by the database's name in `detail`: `blocked` where another window keeps an old version open, `opened` once it no longer
 * does, `removed` where the data were taken away underneath.
 */
export const openings = new EventTarget();

/** Names of the databases that wait for another window now. */
export const waiting = new Set<string>();

/** Dexie counts a version as ten of IndexedDB's, to have room for patches of its own. */
const perVersion = 10;

function tell(what: 'blocked' | 'opened' | 'removed', name: string): void {
  if (what === 'blocked') waiting.add(name);
  else waiting.delete(name);
  openings.dispatchEvent(new CustomEvent(what, { detail: name }));
}

/**
 * The browser's IndexedDB for one database of so many versions. It opens nothing that a newer version has left, but fails with a `VersionError`:
 * Dexie, refused, asks again for whatever version there is, and then makes its own tables anew in it. Nor does it make anew what was open
 * before and is gone: the browser closes databases where it clears the site's data, as well as where the disk is full, and Dexie opens them again.
 */
export function indexedDbFor(versions: readonly SchemaVersion[]): IDBFactory {
  const newest = versions.length * perVersion + perVersion - 1;
  let wasOpen = false;
  return {
    open(name, version) {
      const request = indexedDB.open(name, version ?? newest);
      request.addEventListener('success', () => {
        wasOpen = true;
      });
      request.addEventListener('upgradeneeded', ({ oldVersion }) => {
        if (!wasOpen || oldVersion > 0) return;
        request.transaction?.abort();
        tell('removed', name);
      });
      return request;
    },
    deleteDatabase: (name) => indexedDB.deleteDatabase(name),
    databases: () => indexedDB.databases(),
    cmp: (first, second) => indexedDB.cmp(first, second),
  };
}

/** Gives a database its versions; an upgrade that fails says so by its name. */
export function defineVersions(db: Dexie, versions: readonly SchemaVersion[]): void {
  for (const [index, { stores, upgrade }] of versions.entries()) {
    const version = db.version(index + 1).stores(stores);
    if (upgrade) version.upgrade((transaction: Transaction) => upgrade(transaction).catch(failed));
  }
}

function failed(cause: unknown): never {
  throw new UpgradeFailed('the data could not be brought to this version', { cause });
}

/** Lets the surfaces know what happens to a database that is open, or is being opened. */
export function watchOpening(db: Dexie): void {
  db.on('blocked', () => tell('blocked', db.name));
  db.on('ready', () => tell('opened', db.name), true);
  db.on('versionchange', ({ newVersion }) => {
    if (newVersion) return true;
    db.close({ disableAutoOpen: true });
    tell('removed', db.name);
    // Dexie's own listener would have it opened again at the next use.
    return false;
  });
}
