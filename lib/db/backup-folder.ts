/** The folder that automatic backups go into, kept in the catalogue: a handle outlives the browser only in IndexedDB. */
import { openCatalogueDb } from './database.ts';

const catalogue = openCatalogueDb();

export const keepFolder = (handle: FileSystemDirectoryHandle): Promise<unknown> => catalogue.folders.put({ id: 'backup', handle });

export const forgetFolder = (): Promise<void> => catalogue.folders.delete('backup');

/** The folder, or null where none was picked. */
export const backupFolder = async (): Promise<FileSystemDirectoryHandle | null> => (await catalogue.folders.get('backup'))?.handle ?? null;
