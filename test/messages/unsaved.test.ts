import { beforeEach, expect, test, vi } from 'vitest';
import { dropUnsaved, saveOrKeep } from '../../lib/background/unsaved.ts';
import { mostRecent } from '../../lib/db/recent-words.ts';
import { unsaved } from '../../lib/settings.ts';
import { failWrites } from '../db/failing.ts';
import { draft, freshStore } from '../db/store.ts';

// Node has no lock manager; one holder at a time is all that is asked of it.
let last: Promise<unknown> = Promise.resolve();
beforeEach(() => {
  vi.stubGlobal('navigator', {
    locks: {
      request: (_: string, work: () => Promise<unknown>) => {
        last = last.then(work);
        return last;
      },
    },
  });
});

const save = (nativeId: string) => ({ request: `request-${nativeId}`, draft: draft({ nativeId, url: null }), brands: [], judgement: null });

test('what cannot be saved is kept, offered again, and saved once', async () => {
  const store = await freshStore();
  const end = failWrites('QuotaExceededError', 2);
  await expect(saveOrKeep(store, save('1'))).rejects.toThrow();
  await expect(saveOrKeep(store, save('1'))).rejects.toThrow();
  expect(await unsaved.getValue()).toMatchObject([{ workspace: 'main', save: { request: 'request-1', draft: { nativeId: '1' } } }]);
  expect(await store.db.captures.count()).toBe(0);

  end();
  const [waiting] = await unsaved.getValue();
  await saveOrKeep(store, waiting!.save);
  await saveOrKeep(store, waiting!.save);
  expect(await store.db.clips.count()).toBe(1);
  expect(await store.db.snapshots.count()).toBe(1);
  await vi.waitFor(async () => expect(await unsaved.getValue()).toEqual([]));
});

test('two that fail at once are both kept, at most twenty are, and one can be done without', async () => {
  const store = await freshStore();
  failWrites('QuotaExceededError');
  await Promise.allSettled(Array.from({ length: 25 }, (_, index) => saveOrKeep(store, save(String(index)))));
  expect(await unsaved.getValue()).toHaveLength(20);
  await dropUnsaved('request-24');
  expect(await unsaved.getValue()).toHaveLength(19);
});

test('a store that does not open loses nothing either', async () => {
  await expect(saveOrKeep(Promise.reject(new Error('closed')), save('1'))).rejects.toThrow('closed');
  expect(await unsaved.getValue()).toHaveLength(1);
});

test('once many clips’ words wait, they go into the index without anybody waiting for it', async () => {
  const store = await freshStore();
  for (let index = 0; index < mostRecent / 2 - 1; index += 1) await saveOrKeep(store, save(String(index)));
  expect([await store.db.recentWords.count(), await store.db.postings.count()]).toEqual([mostRecent / 2 - 1, 0]);
  await saveOrKeep(store, save('last'));
  await vi.waitFor(async () => expect(await store.db.recentWords.count()).toBe(0));
  expect(await store.db.postings.count()).toBeGreaterThan(0);
});
