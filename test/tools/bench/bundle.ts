/** What a big bundle costs: memory at its peak, and time, out and in again by the settings page as a person does it. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { insidePage, type Launched, launchChromium } from '../launch.ts';
import type { StoreInPage } from '../store.entry.ts';
import { report } from './figures.ts';
import { daily, fill as fillWith } from './fill.ts';

declare const store: StoreInPage;

const perClip = 25_000;

/** Clips with `perClip` random letters each, which no ZIP makes much smaller. */
async function fill(launched: Launched, megabytes: number): Promise<void> {
  const page = await insidePage(launched);
  page.setDefaultTimeout(0);
  await page.evaluate(
    async ([clips, letters]) => {
      const here = await store.activeStore();
      const noise = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(3_750)))).slice(0, 5_000);
      const at = new Date().toISOString();
      const unknown = { likes: null, comments: null, shares: null, views: null, saves: null, rating: null };
      for (let from = 0; from < clips!; from += 200) {
        const ids = Array.from({ length: Math.min(200, clips! - from) }, (_, index) => `${from + index}`);
        await here.db.records.bulkPut(
          ids.map((id) => ({ id: `clip:generic:${id}`, kind: 'clip', v: 1, c: { bench: 1 }, f: {}, s: {}, d: {}, m: {} })),
        );
        await here.db.captures.bulkPut(
          ids.map((id) => ({
            id: `capture-${id}`,
            v: 1,
            clip: `clip:generic:${id}`,
            at,
            by: '',
            origin: 'page',
            draft: {
              kind: 'post',
              platform: 'generic',
              url: `https://forum.example/${id}`,
              nativeId: id,
              author: { name: `Author ${id}`, handle: null },
              text: `The grinder died after ${id} days.`,
              truncated: false,
              publishedAt: null,
              metrics: unknown,
              rounded: [],
              media: Array.from({ length: letters! / 5_000 }, () => ({ kind: 'image' as const, url: null, alt: noise() })),
              promoted: false,
            },
          })),
        );
      }
      await store.rebuild(here);
    },
    [Math.round((megabytes * 1e6) / perClip), perClip],
  );
  await page.close();
}

/** Resident memory in MB, now and at its peak, of the one process of the extension's pages in the browser of that profile. */
async function memory(profile: string): Promise<{ now: number; peak: number }> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (!command.includes('--type=renderer') || !command.includes('--extension-process') || !command.includes(profile)) continue;
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1000;
    return { now: of('VmRSS'), peak: of('VmHWM') };
  }
  throw new Error('no process of the extension’s pages was found');
}

/** The highest peak from now on. Asked for again and again: the browser sets the system's own count of it back now and then. */
function watchPeak(profile: string): () => number {
  let highest = 0;
  const watching = setInterval(async () => {
    const { peak } = await memory(profile).catch(() => ({ peak: 0 }));
    highest = Math.max(highest, peak);
  }, 250);
  return () => {
    clearInterval(watching);
    return highest;
  };
}

/** Runs `act` on the settings page of a browser that was just started, and reports what it cost beyond the page at rest. */
async function measured<T>(extension: string, profile: string, name: string, act: (page: Page) => Promise<T>): Promise<T> {
  const launched = await launchChromium({ extension, profile, viewport: { width: 1280, height: 900 } });
  try {
    const page = await launched.context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(launched.address('dashboard.html#/settings'));
    await page.getByRole('button', { name: 'Save a backup file' }).waitFor();
    const { now: idle } = await memory(profile);
    const peak = watchPeak(profile);
    const begun = performance.now();
    const result = await act(page);
    report(`${name}, time`, performance.now() - begun, 'ms', 1);
    report(`${name}, peak memory beyond idle`, peak() - idle, 'MB', 1);
    return result;
  } finally {
    await launched.close();
  }
}

/** `megabytes` of clips out of one profile, sealed, and into an empty one. */
export async function measureBundle(extension: string, megabytes: number): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'listening-post-bundle-'));
  const [full, empty, file] = [path.join(folder, 'full'), path.join(folder, 'empty'), path.join(folder, 'bench.lpbundle')];
  try {
    const launched = await launchChromium({ extension, profile: full });
    await fill(launched, megabytes);
    await launched.close();
    const passphrase = 'tide lamp crate orbit';
    await measured(extension, full, `bundle of ${megabytes} MB out`, async (page) => {
      await page.getByLabel('Seal it with a passphrase').check();
      await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
      await page.getByLabel('Once more').fill(passphrase);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save a backup file' }).click()]);
      await download.saveAs(file);
    });
    report(`bundle of ${megabytes} MB, size of the file`, (await stat(file)).size / 1e6, 'MB', 1);
    await rm(full, { recursive: true, force: true });
    await measured(extension, empty, `bundle of ${megabytes} MB in`, async (page) => {
      await page.getByLabel('Take in a backup file').setInputFiles(file);
      await page.getByLabel('This file is sealed. Its passphrase').fill(passphrase);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^Take in/ }).click();
      await page.getByText(/records? taken in/).waitFor();
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * How long a bundle of usual clips takes to come into an empty workspace, rebuild and all; beside it bare IndexedDB writing the same rows of the
 * same tables with the same indexes, a thousand in each transaction.
 */
async function measureHere(launched: Launched): Promise<void> {
  const page = await insidePage(launched);
  page.setDefaultTimeout(0);
  const { clips, taken, bare } = await page.evaluate(async () => {
    const here = await store.activeStore();
    const tables = here.db.tables.filter(({ name }) => name !== 'workspace');
    const clear = async () => {
      for (const table of tables) await table.clear();
    };
    const parts: BlobPart[] = [];
    await store.writeBundle(here, new WritableStream<Uint8Array>({ write: (chunk) => void parts.push(new Uint8Array(chunk)) }));
    const rows = await Promise.all(tables.map(async ({ name }) => [name, (await here.db.table(name).toArray()) as object[]] as const));
    await clear();
    const begunBare = performance.now();
    for (const [name, all] of rows)
      for (let from = 0; from < all.length; from += 1_000)
        await new Promise<void>((resolve, reject) => {
          const transaction = here.db.backendDB().transaction(name, 'readwrite', { durability: 'strict' });
          for (const row of all.slice(from, from + 1_000)) transaction.objectStore(name).put(row);
          transaction.oncomplete = () => resolve();
          transaction.onerror = () => reject(transaction.error);
        });
    const bare = performance.now() - begunBare;
    await clear();
    const begun = performance.now();
    await store.takeIn(here, await store.openBundle(new Blob(parts), { newest: here.db.verno }));
    return { clips: await here.db.clips.count(), taken: performance.now() - begun, bare };
  });
  await page.close();
  const peer = `peer: bare IndexedDB, the same rows of ${clips} clips`;
  report(peer, bare, 'ms', 1);
  report(`import of ${clips} clips into an empty workspace`, taken, 'ms', 1, peer);
}

/** The rate of an import, with so many clips. */
export async function measureImport(extension: string, clips: number): Promise<void> {
  const launched = await launchChromium({ extension });
  try {
    await fillWith(launched, { ...daily, clips });
    await measureHere(launched);
  } finally {
    await launched.close();
  }
}
