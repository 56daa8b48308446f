/**
 * Pictures taken when the ring opened wait here until the clip is saved: in the browser's memory, which outlives the worker and ends with the
 * session. In base64, since only JSON goes there.
 */
import { browser } from 'wxt/browser';
import { fromBase64, toBase64 } from '../core/base64.ts';
import type { Taken } from '../db/pictures.ts';

type Waiting = Omit<Taken, 'bytes'> & { bytes: string };

const prefix = 'picture:';
/** Of rings that were never left, since their tab was closed, so many at most: the browser gives the whole session 10 MB. */
const most = 10;

export async function keepWaiting({ bytes, ...taken }: Taken): Promise<void> {
  const { session } = browser.storage;
  const keys = Object.keys(await session.get(null)).filter((key) => key.startsWith(prefix));
  // The ids begin with their time, so the alphabet has the oldest first.
  await session.remove(keys.sort().slice(0, -(most - 1)));
  await session.set({ [prefix + taken.id]: { ...taken, bytes: toBase64(bytes) } satisfies Waiting });
}

export async function waitingPicture(id: string): Promise<Taken | null> {
  const key = prefix + id;
  const waiting = (await browser.storage.session.get(key))[key] as Waiting | undefined;
  return waiting ? { ...waiting, bytes: fromBase64(waiting.bytes) } : null;
}

export const dropWaiting = (id: string): Promise<void> => browser.storage.session.remove(prefix + id);
