/** Automatic backups, into a folder of the browser's own in place of one that a person picks. */
import { expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { type Browser, nameBrands, withBrowser } from './browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;
declare const chrome: {
  storage: { local: { get(key: string): Promise<unknown>; set(values: object): Promise<void> } };
  alarms: { get(name: string): Promise<unknown>; onAlarm: { dispatch(alarm: object): void } };
};

const browser: Browser = withBrowser(() => inject('granted'));

/** What is in the folder, by name. */
const names = () =>
  browser.inside.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true });
    const found: string[] = [];
    for await (const name of folder.keys()) found.push(name);
    return found.sort();
  });

/** Backups in the folder, and the words of the posts in each; not what is still being written. */
const files = () =>
  browser.inside.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true });
    const newest = (await store.activeStore()).db.verno;
    const found: { name: string; posts: string[]; damaged: string[] }[] = [];
    for await (const [name, handle] of folder.entries()) {
      if (!name.endsWith('.zip')) continue;
      const bundle = await store.openBundle(await (handle as FileSystemFileHandle).getFile(), { newest });
      const posts: string[] = [];
      for await (const { rows } of bundle.batches('captures', { files: true }))
        for (const { row } of rows) posts.push((row as unknown as { draft: { text: string } }).draft.text);
      found.push({ name, posts, damaged: bundle.damaged });
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  });

/** As if so many days had gone by since the last backup. */
const daysAgo = (days: number) =>
  browser.inside.evaluate(async (back) => {
    const { backups } = (await chrome.storage.local.get('backups')) as { backups: Record<string, { last: { at: string } }> };
    for (const { last } of Object.values(backups)) last.at = new Date(Date.now() - back * 864e5).toISOString();
    await chrome.storage.local.set({ backups });
  }, days);

/** Waits until the last backup is known to be whole, and of today. Two within a second have one name, so names tell nothing. */
const madeLately = (otherwise: string) =>
  eventually(
    () =>
      browser.inside.evaluate(async () => {
        const { backups } = (await chrome.storage.local.get('backups')) as { backups: Record<string, { last: { at: string } }> };
        return Object.values(backups).every(({ last }) => Date.now() - Date.parse(last.at) < 864e5);
      }),
    otherwise,
  );

const clip = (nativeId: string) =>
  browser.inside.evaluate(async (id) => {
    const author = { name: 'Jonas Feld', handle: 'jonas' };
    const metrics = { likes: 1, comments: null, shares: null, views: null, saves: null, rating: null };
    const draft = { kind: 'post', platform: 'x', url: null, nativeId: id, author, text: `Post ${id}`, truncated: false, publishedAt: null } as const;
    const request = { draft: { ...draft, metrics, rounded: [], media: [], promoted: false }, brands: [], judgement: null };
    await store.saveClip(await store.activeStore(), request);
  }, nativeId);

test('into the folder by a click, then by the alarm, checked and whole', async () => {
  await nameBrands(browser.inside);
  await clip('1');
  await browser.inside.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true });
    await store.folder.keepFolder(folder);
    await chrome.storage.local.set({ backupPlan: { to: 'folder', name: folder.name } });
  });
  const settings = await browser.open('dashboard.html#/settings');
  await settings.getByText('Into the folder Backups').waitFor();
  await settings.getByRole('button', { name: 'Back up now' }).click();
  await settings.getByText(/Last one .*listening-post_main_/).waitFor();
  const [first] = await files();
  expect(first!.name).toMatch(/^listening-post_main_\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}\.zip$/);
  expect(first).toMatchObject({ posts: ['Post 1'], damaged: [] });
  for (const scheme of ['light', 'dark'] as const) {
    await settings.emulateMedia({ colorScheme: scheme });
    await settings.getByRole('heading', { name: 'Automatic backups' }).scrollIntoViewIfNeeded();
    await settings.screenshot({ path: `.output/backups-${scheme}.png` });
  }

  const worker = await browser.worker();
  expect(await worker.evaluate(() => chrome.alarms.get('backup'))).toBeTruthy();
  const ring = () => worker.evaluate(() => chrome.alarms.onAlarm.dispatch({ name: 'backup' }));
  // Nothing changed: nothing is written, however long ago the last one was.
  await daysAgo(3);
  await ring();
  await clip('2');
  await ring();
  await madeLately('the alarm made no backup');
  const [later, ...others] = await files();
  expect(others).toEqual([]);
  expect(later).toMatchObject({ posts: ['Post 1', 'Post 2'], damaged: [] });
});

test('an old one with changes since is said, and so is a folder that was closed, with one click to renew', async () => {
  const page = await browser.open('dashboard.html#/inbox');
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  const warning = page.getByRole('complementary', { name: 'Automatic backups' });
  expect(await warning.count()).toBe(0);
  await clip('3');
  await daysAgo(15);
  await warning.getByText('more than two weeks old').waitFor();
  await page.screenshot({ path: '.output/backup-old.png' });
  const popup = await browser.open('popup.html', { width: 380, height: 600 });
  await popup.getByText('more than two weeks old').waitFor();

  await browser.inside.evaluate(async () => store.folder.forgetFolder());
  await (await browser.worker()).evaluate(() => chrome.alarms.onAlarm.dispatch({ name: 'backup' }));
  await warning.getByRole('button', { name: 'Allow the folder again' }).waitFor();
  await browser.inside.evaluate(async () =>
    store.folder.keepFolder(await (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true })),
  );
  await warning.getByRole('button', { name: 'Allow the folder again' }).click();
  await warning.waitFor({ state: 'detached' });
  expect((await files()).at(-1)!.posts).toHaveLength(3);
});

test('killed midway, the background leaves nothing that bears a backup’s name, and the next alarm makes it', async () => {
  const before = await names();
  await clip('4');
  await daysAgo(3);
  // Who writes to a table keeps everybody else from reading it: there the backup waits, until this is let go of.
  await browser.inside.evaluate(async () => {
    const { db } = await store.activeStore();
    const held = globalThis as { letGo?: () => void };
    let over = false;
    held.letGo = () => {
      over = true;
    };
    await new Promise<void>((begun) => {
      void db.transaction('rw', db.pictures, async () => {
        begun();
        while (!over) await db.pictures.count();
      });
    });
  });
  const ring = async () => (await browser.worker()).evaluate(() => chrome.alarms.onAlarm.dispatch({ name: 'backup' }));
  await ring();
  const unfinished = await eventually(async () => (await names()).find((name) => name.endsWith('.part')), 'no backup was begun');
  await browser.stopWorker();
  await browser.inside.evaluate(() => (globalThis as { letGo?: () => void }).letGo!());
  expect((await names()).filter((name) => !name.startsWith(unfinished))).toEqual(before);

  await ring();
  await madeLately('the next alarm made no backup');
  expect(await names()).toHaveLength(1);
  const [made] = await files();
  expect(made).toMatchObject({ posts: expect.arrayContaining(['Post 4']), damaged: [] });
});
