/**
 * What could not be saved waits here, to be offered again: in the browser's memory, which outlives the worker and the page that asked, and
 * ends with the session. The page keeps it too, as long as it is open.
 */
import type { Action } from '../core/records.ts';
import { type SaveRequest, saveClip } from '../db/clips.ts';
import { indexIfEnough } from '../db/recent-words.ts';
import type { Store } from '../db/store.ts';
import { activeWorkspace, type Unsaved, unsaved } from '../settings.ts';

/** The browser gives a session 10 MB, of which pictures may take 2; a draft is at most 2 MB and seldom over 5 kB. */
const most = 20;
const largest = 100_000;

/** The storage knows no transactions: one change at a time, across the worker and our pages. */
const change = (next: (before: Unsaved[]) => Unsaved[]): Promise<void> =>
  navigator.locks.request('unsaved', async () => unsaved.setValue(next(await unsaved.getValue())));

async function keep(save: Unsaved['save'], at: Date): Promise<void> {
  if (JSON.stringify(save).length > largest) return;
  const entry = { workspace: await activeWorkspace.getValue(), at: at.toISOString(), save };
  await change((before) => [...before.filter((other) => other.save.request !== save.request), entry].slice(-most));
}

/** The person does without it, or it is saved by now. */
export async function dropUnsaved(request: string): Promise<void> {
  if ((await unsaved.getValue()).some(({ save }) => save.request === request))
    await change((before) => before.filter(({ save }) => save.request !== request));
}

/**
 * Clips a post. Where that fails, for whatever reason, what was to be saved is kept first.
 * @throws whatever opening the store or saving threw.
 */
export async function saveOrKeep(opening: Store | Promise<Store>, save: SaveRequest & { request: string }, at = new Date()): Promise<Action> {
  try {
    const store = await opening;
    const action = await saveClip(store, save, at);
    // Nobody needs to wait for this: until it is done every search reads what waits, and where it fails the next clip tries again.
    void indexIfEnough(store).catch(() => undefined);
    // Saved twice it is one clip, so nobody needs to wait for this.
    void dropUnsaved(save.request).catch(() => undefined);
    return action;
  } catch (error) {
    // Why it was not saved matters more than that it could not be kept either.
    await keep(save, at).catch(() => undefined);
    throw error;
  }
}
