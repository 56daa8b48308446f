/** Databases that earlier versions left open with today's code, whole; those that cannot be are left as they are. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { fromBase64 } from '../../lib/core/base64.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { openWorkspaceDb } from '../../lib/db/database.ts';
import { defineVersions, openings, watchOpening } from '../../lib/db/opening.ts';
import { addPicture } from '../../lib/db/pictures.ts';
import { rebuild, resume } from '../../lib/db/rebuild.ts';
import type { Store } from '../../lib/db/store.ts';
import { versions } from '../../lib/db/versions/index.ts';
import type { SchemaVersion } from '../../lib/db/versions/version.ts';
import { failureOf } from '../../lib/messages/serve.ts';
import { draft, dump } from './store.ts';

/** SHA-256 of the file of each version that was released. A version that is not released yet has none here. */
const frozen: Record<number, string> = {
  1: '663e176891f1601e85ed0d80d7f9e478dd645df24c43372f303f13a99362d2fd',
};

type Rows = Record<string, { id?: string; bytes?: { bytes: string } }[]>;
const folder = new URL('left/', import.meta.url);
/** What the code of that version had written after the same deeds: clips saved twice, judged, rated, trashed, undone. */
const rowsLeft = (version: number): Rows =>
  JSON.parse(readFileSync(new URL(`${version}.json`, folder), 'utf8'), (_, value) =>
    typeof value?.bytes === 'string' && Object.keys(value).length === 1 ? fromBase64(value.bytes) : value,
  );

const opened: Dexie[] = [];
const closed = <T extends Dexie>(db: T): T => {
  opened.push(db);
  return db;
};
afterEach(async () => {
  for (const db of opened.splice(0)) {
    db.close();
    await Dexie.delete(db.name);
  }
});

/** A database as a version left it: made by the frozen definitions of the last released one, and brought up from there. */
async function leave(name: string, version: number): Promise<Rows> {
  const from = Math.min(version, newestReleased);
  const old = new Dexie(name);
  for (const [index, { stores }] of versions.slice(0, from).entries()) old.version(index + 1).stores(stores);
  const rows = rowsLeft(from);
  for (const [table, all] of Object.entries(rows)) await old.table(table).bulkAdd(all);
  old.close();
  if (from === version) return rows;
  const brought = new Dexie(name);
  defineVersions(brought, versions.slice(0, version));
  const now = await dump({ db: brought } as unknown as Store);
  brought.close();
  return now as Rows;
}

const released = Object.keys(frozen).map(Number);
const newestReleased = Math.max(...released);

test.each(released)('the file of version %i is as it was released', (version) => {
  const file = readFileSync(new URL(`../../lib/db/versions/${version}.ts`, import.meta.url));
  expect(createHash('sha256').update(file).digest('hex')).toBe(frozen[version]);
});

test.each(released)('a database left by version %i opens whole, counts right, and takes what is new', async (version) => {
  const id = `left-at-${version}`;
  const rows = await leave(`lp-${id}`, version);
  const db = closed(openWorkspaceDb(id));
  const workspace = (await db.workspace.toArray())[0]!;
  const store: Store = { db, workspace, actor: 'a1' };
  await resume(store);
  const now = await dump(store);
  // What is computed may be computed otherwise since; that it is what today's code computes is asked below.
  for (const table of ['records', 'captures', 'snapshots', 'tags', 'actions']) expect(now[table], table).toEqual(rows[table]);
  await rebuild(store);
  expect(await dump(store)).toEqual(now);

  const again = await saveClip(store, { draft: draft(), brands: [], judgement: null });
  expect(again.already).toBe(true);
  const picture = { id: 'p9', at: again.at, bytes: Uint8Array.of(1), type: 'image/webp', width: 1, height: 1, partial: false } as const;
  expect(await addPicture(store, again.id, picture)).toBe(true);
});

test('an upgrade that fails leaves every row as it was, says so, and can be tried again', async () => {
  const rows = await leave('lp-failing', versions.length);
  const next: SchemaVersion = {
    stores: { ideas: 'id', tags: 'id, clip, brand' },
    async upgrade(transaction) {
      await transaction.table('clips').toCollection().modify({ text: 'overwritten' });
      await transaction.table('ideas').add({ id: 'i1' });
      throw new Error('a row that nobody expected');
    },
  };
  const failing = closed(new Dexie('lp-failing'));
  defineVersions(failing, [...versions, next]);
  const error = await failing.open().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'UpgradeFailed' });
  expect(failureOf(error)).toBe('failed');
  failing.close();

  const db = closed(openWorkspaceDb('failing'));
  const now = await dump({ db } as Store);
  for (const [table, all] of Object.entries(rows)) expect(now[table], table).toEqual(all);
  db.close();

  const mended = closed(new Dexie('lp-failing'));
  defineVersions(mended, [...versions, { ...next, upgrade: (transaction) => transaction.table('ideas').add({ id: 'i1' }) }]);
  await mended.open();
  expect(await mended.table('clips').count()).toBe(rows['clips']!.length);
});

test('an older Listening Post does not open what a newer one has left, and changes nothing of it', async () => {
  await leave('lp-newer', versions.length);
  const newer = closed(new Dexie('lp-newer'));
  defineVersions(newer, [...versions, { stores: { ideas: 'id', themes: null } }]);
  await newer.open();
  await newer.table('ideas').add({ id: 'i1' });
  newer.close();

  const older = closed(openWorkspaceDb('newer'));
  await expect(older.open()).rejects.toMatchObject({ name: 'VersionError' });
  await expect(older.clips.count()).rejects.toThrow();
  expect(failureOf(await older.open().catch((error: unknown) => error))).toBe('newer');
  older.close();
  await newer.open();
  expect(await newer.table('ideas').count()).toBe(1);
  expect(newer.backendDB().objectStoreNames.contains('themes')).toBe(false);
});

test('an upgrade that another window holds up says so, and goes on when that is closed', async () => {
  const holding = closed(openWorkspaceDb('held'));
  await holding.open();
  // As a page that does not listen: it holds on until it is closed.
  const raw = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('lp-held');
    request.onsuccess = () => resolve(request.result);
  });
  holding.close();
  const said: string[] = [];
  const note = (event: Event) => said.push(`${event.type} ${(event as CustomEvent).detail}`);
  for (const what of ['blocked', 'opened']) openings.addEventListener(what, note);
  const newer = closed(new Dexie('lp-held'));
  defineVersions(newer, [...versions, { stores: { ideas: 'id' } }]);
  watchOpening(newer);
  const opening = newer.open();
  await expect.poll(() => said).toEqual(['blocked lp-held']);
  raw.close();
  await opening;
  expect(said).toEqual(['blocked lp-held', 'opened lp-held']);
  for (const what of ['blocked', 'opened']) openings.removeEventListener(what, note);
});

test('a database that Dexie has patched within its version opens all the same', async () => {
  await leave('lp-patched', versions.length);
  const patched = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('lp-patched', versions.length * 10 + 1);
    request.onsuccess = () => resolve(request.result);
  });
  patched.close();
  const db = closed(openWorkspaceDb('patched'));
  expect(await db.clips.count()).toBeGreaterThan(0);
});

test('a database that is removed underneath is not made anew in silence', async () => {
  const db = closed(openWorkspaceDb('removed'));
  await db.open();
  const said = new Promise<string>((resolve) => {
    openings.addEventListener('removed', (event) => resolve((event as CustomEvent).detail), { once: true });
  });
  await Dexie.delete('lp-removed');
  expect(await said).toBe('lp-removed');
  await expect(db.clips.count()).rejects.toThrow();
  expect(await Dexie.exists('lp-removed')).toBe(false);
});

test('one that the browser has closed is opened again if it is there, and not made anew if it is not', async () => {
  const db = closed(openWorkspaceDb('cleared'));
  await db.open();
  await db.workspace.add({ id: 'cleared', v: 1, name: 'Test', sample: false, timeZone: 'UTC', createdAt: '2026-01-01T00:00:00.000Z' });
  db.close({ disableAutoOpen: false });
  expect(await db.workspace.count()).toBe(1);

  db.close({ disableAutoOpen: false });
  await Dexie.delete('lp-cleared');
  const said = new Promise<string>((resolve) => {
    openings.addEventListener('removed', (event) => resolve((event as CustomEvent).detail), { once: true });
  });
  await expect(db.workspace.count()).rejects.toThrow();
  expect(await said).toBe('lp-cleared');
  expect(await Dexie.exists('lp-cleared')).toBe(false);
});
