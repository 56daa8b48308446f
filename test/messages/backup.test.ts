/** The background is kept from being killed as long as it writes a backup. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { backUp } from '../../lib/background/backup.ts';
import { backupPlan, backups } from '../../lib/settings.ts';
import { type Failing, memoryFolder } from '../db/folder.ts';
import { freshStore } from '../db/store.ts';

const held = vi.hoisted(() => ({ folder: null as unknown }));
vi.mock('../../lib/db/backup-folder.ts', () => ({ backupFolder: async () => held.folder }));

beforeEach(() => {
  vi.stubGlobal('navigator', { ...navigator, locks: { request: (_: string, work: () => Promise<void>) => work() } });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a background that writes for long asks the browser something well within each 30 s, and no more once it is done', async () => {
  const asked = vi.fn(async () => ({}));
  Object.assign(browser.runtime, { getPlatformInfo: asked });
  await backupPlan.setValue({ to: 'folder', name: 'Backups' });
  const store = await freshStore();
  const failing: Failing = { dies: true };
  const { folder } = memoryFolder(failing);
  held.folder = folder;
  void backUp(store);
  await vi.waitFor(() => expect(failing.dead).toBe(true));
  vi.advanceTimersByTime(90_000);
  expect(asked.mock.calls.length).toBeGreaterThan(3);

  vi.clearAllTimers();
  asked.mockClear();
  held.folder = memoryFolder().folder;
  await backUp(store);
  expect((await backups.getValue())[store.workspace.id]).toMatchObject({ last: { bytes: expect.any(Number) }, failed: null });
  vi.advanceTimersByTime(90_000);
  expect(asked).not.toHaveBeenCalled();
});
