/** Automatic backups in a folder, and what is left where the browser kills one midway. */
import { expect, test } from 'vitest';
import { backupName, unfinishedName } from '../../lib/core/rotation.ts';
import { backUpInto } from '../../lib/db/backup-file.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { addPicture } from '../../lib/db/pictures.ts';
import { restoreBackup } from '../../lib/db/restore-backup.ts';
import type { Store } from '../../lib/db/store.ts';
import { type Failing, memoryFolder } from './folder.ts';
import { draft, dump, freshStore } from './store.ts';

const picture = { at: '2026-05-21T10:00:00.000Z', type: 'image/webp', width: 1, height: 1, partial: false } as const;

async function filled(): Promise<Store> {
  const store = await freshStore();
  const { id } = await saveClip(store, { draft: draft(), brands: [], judgement: null });
  await addPicture(store, id, { ...picture, id: 'p1', bytes: crypto.getRandomValues(new Uint8Array(5_000)) });
  return store;
}

const hour = 3_600_000;
const name = ({ workspace }: Store, hours: number, extension = 'zip') =>
  backupName(workspace.id, new Date(Date.parse('2026-05-21T10:00:00.000Z') + hours * hour), extension);
const content = async (store: Store) => ({ ...(await dump(store)), workspace: [] });

test('what is written is a bundle, and gives everything back', async () => {
  const [from, to] = [await filled(), await freshStore()];
  const { files, folder } = memoryFolder();
  const bytes = await backUpInto(from, folder, name(from, 0));
  expect([...files].map(([file, { length }]) => [file, length])).toEqual([[name(from, 0), bytes]]);
  expect(new TextDecoder().decode(files.get(name(from, 0))!.subarray(0, 2))).toBe('PK');
  expect(await restoreBackup(to, new Blob([files.get(name(from, 0))!]))).toMatchObject({ refused: [], damaged: [], strange: [] });
  expect(await content(to)).toEqual(await content(from));
});

test('backups of before, in JSON, are taken away by the same rule as those of today, and what is nobody’s stays', async () => {
  const store = await filled();
  const { files, folder } = memoryFolder();
  const old = new TextEncoder().encode('{}');
  for (const file of [name(store, -30, 'json'), name(store, -3, 'json'), name(store, -1), 'holiday.json', 'mine.zip.part']) files.set(file, old);
  await backUpInto(store, folder, name(store, 0));
  expect([...files.keys()].sort()).toEqual([name(store, 0), name(store, -30, 'json'), 'holiday.json', 'mine.zip.part'].sort());
});

test.each([
  ['while it is written', (at: string) => ({ diesWriting: unfinishedName(at) })],
  ['before it is named', () => ({ dies: true })],
  ['while it is copied under its name, where a folder cannot rename', (at: string) => ({ still: true, diesWriting: at })],
])('killed %s, it takes no older one away, and the next backup is whole and removes what was left', async (_, dying) => {
  const store = await filled();
  const failing: Failing = {};
  const { files, folder } = memoryFolder(failing);
  await backUpInto(store, folder, name(store, -2));
  const kept = files.get(name(store, -2))!;

  Object.assign(failing, dying(name(store, -1)));
  void backUpInto(store, folder, name(store, -1));
  await expect.poll(() => failing.dead).toBe(true);
  expect([...files.keys()]).toContain(unfinishedName(name(store, -1)));
  expect(files.get(name(store, -2))).toBe(kept);
  expect(files.get(name(store, -1))?.length ?? 0).toBe(0);

  Object.assign(failing, { dies: false, still: false, diesWriting: undefined });
  await backUpInto(store, folder, name(store, 0));
  expect([...files.keys()]).toEqual([name(store, 0)]);
  const to = await freshStore();
  await restoreBackup(to, new Blob([files.get(name(store, 0))!]));
  expect(await to.db.pictures.toArray()).toEqual(await store.db.pictures.toArray());
});
