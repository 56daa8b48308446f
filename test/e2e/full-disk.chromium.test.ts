/** A disk that is really full: a profile on a file system of 64 MB. Where this is not root on Linux, or may mount nothing, it skips. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { insidePage, launchChromium } from '../tools/launch.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { nameBrands } from './browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; failure?: string; message?: string }> } };

const disk = mkdtempSync(path.join(os.tmpdir(), 'listening-post-small-'));
const isMounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status === 0;
afterAll(() => {
  if (isMounted) spawnSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true, force: true });
});

const filler = path.join(disk, 'filler');

/** Fills the disk but for so many bytes. */
async function fill(left: number): Promise<void> {
  const file = await open(filler, 'a');
  try {
    for (;;) {
      const { bavail, bsize } = await statfs(disk);
      const free = bavail * bsize - left;
      if (free <= 0) return;
      await file.write(Buffer.alloc(Math.min(free, 1 << 20)));
    }
  } finally {
    await file.close();
  }
}

test.skipIf(!isMounted)(
  'on a disk that fills up while posts are clipped, each is saved or said not to be, and saves go on once there is room',
  async () => {
    const profile = path.join(disk, 'profile');
    const launched = await launchChromium({ extension: inject('granted'), profile, args: ['--disk-cache-dir=/dev/null', '--disk-cache-size=1'] });
    const inside = await insidePage(launched);
    await nameBrands(inside);
    await fill(1_000_000);
    const clip = (from: number, most: number) =>
      inside.evaluate(
        async ({ first, count }) => {
          const saved: string[] = [];
          for (let index = first; index < first + count; index += 1) {
            const draft = {
              kind: 'post',
              platform: 'x',
              url: null,
              nativeId: String(index),
              author: { name: 'Jonas Feld', handle: 'jonas' },
              text: Array.from({ length: 4_000 }, () => Math.random().toString(36).slice(2, 8)).join(' '),
              truncated: false,
              publishedAt: null,
              metrics: { likes: 1, comments: null, shares: null, views: null, saves: null, rating: null },
              rounded: [],
              media: [],
              promoted: false,
            };
            const request = { request: crypto.randomUUID(), draft, brands: [], judgement: null };
            const outcome = await chrome.runtime.sendMessage({ kind: 'save', request });
            if (!outcome.ok) return { saved, failure: outcome.failure, message: outcome.message };
            saved.push(`clip:x:${index}`);
          }
          return { saved, failure: undefined, message: undefined };
        },
        { first: from, count: most },
      );
    const first = await clip(0, 400);
    // Where it was the browser's own tidying up that found no room, it closes the database, and the next save cannot open it again.
    expect(['disk-full', 'unopened']).toContain(first.failure);
    await rm(filler);
    const later = await clip(1_000, 3);
    expect(later).toMatchObject({ failure: undefined });
    const missing = await inside.evaluate(
      async (ids) => {
        const { db } = await store.activeStore();
        const clips = await db.clips.bulkGet(ids);
        return ids.filter((_, index) => !clips[index]);
      },
      [...first.saved, ...later.saved],
    );
    expect(missing).toEqual([]);
    await launched.close();
  },
  120_000,
);
