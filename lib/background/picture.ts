/**
 * Takes the picture of a post that is being clipped. The browser lets an extension see a tab only after a gesture of the browser's own (key,
 * menu, toolbar button: `activeTab`); the host being granted does not suffice, and every host (`<all_urls>`) is never asked for.
 */
import { browser } from 'wxt/browser';
import { longestVeil, type Place } from '../core/picture.ts';
import { addPicture, type Taken } from '../db/pictures.ts';
import { activeStore } from '../db/store.ts';
import { askPage } from './ask-page.ts';
import { cropPicture } from './crop.ts';
import { dropWaiting, keepWaiting, waitingPicture } from './waiting-pictures.ts';

interface Seen {
  image: string;
  place: Place;
  at: string;
}

/** The visible tab without anything of ours on it, and where the post stands; null where the browser does not show it to us. Never throws. */
async function lookAt(tabId: number): Promise<Seen | null> {
  let seen: Seen | null = null;
  try {
    const before = await browser.tabs.get(tabId);
    const since = Date.now();
    const { place } = await askPage(tabId, 'clearView', {});
    if (place && before.active) {
      const image = await browser.tabs.captureVisibleTab(before.windowId, { format: 'jpeg', quality: 95 });
      const after = await browser.tabs.get(tabId);
      // Another tab or page may have come to the fore meanwhile; and after so long, what is ours is in sight again.
      const same = after.active && after.windowId === before.windowId && after.url === before.url;
      if (same && Date.now() - since < longestVeil) seen = { image, place, at: new Date().toISOString() };
    }
  } catch {
    // The person closed the tab, left the page, or has not given the browser's gesture: the clip goes without a picture.
  }
  await askPage(tabId, 'showAgain', { picture: seen !== null }).catch(() => {});
  return seen;
}

async function takenFrom(id: string, { image, place, at }: Seen): Promise<Taken | null> {
  const encoded = await cropPicture(image, place);
  return encoded && { id, at, partial: place.partial, ...encoded };
}

/** Pictures being taken and made right now: keys pressed at once may save the clip before. A worker that dies takes none. */
const making = new Map<string, Promise<void>>();

async function makeWaiting(tabId: number, id: string): Promise<void> {
  const seen = await lookAt(tabId);
  const taken = seen && (await takenFrom(id, seen));
  if (taken) await keepWaiting(taken);
}

/** Takes the picture for a ring that has opened, out of sight, in a tab, and brings the ring into sight. Never throws. */
export async function pictureForRing(tabId: number, id: string): Promise<void> {
  // What cannot be made is missed when it is to be kept, and the ring says so then.
  const made = makeWaiting(tabId, id).catch(() => undefined);
  making.set(id, made);
  await made;
  making.delete(id);
}

/**
 * Keeps the picture that waits under an id with what an action clipped.
 * @returns false where there is none, or the clip was undone.
 * @throws what the store throws: the clip is kept all the same.
 */
export async function keepPicture(id: string, action: string): Promise<boolean> {
  await making.get(id);
  const taken = await waitingPicture(id);
  return taken ? addPicture(await activeStore(), action, taken) : false;
}

/** The ring was left: nothing waits any more. */
export async function dropPicture(id: string): Promise<void> {
  await making.get(id);
  await dropWaiting(id);
}

/** Takes the picture of what the popup has just clipped from a tab, and keeps it. As `keepPicture`. */
export async function pictureOfClip(tabId: number, id: string, action: string): Promise<boolean> {
  const seen = await lookAt(tabId);
  const taken = seen && (await takenFrom(id, seen));
  return taken ? addPicture(await activeStore(), action, taken) : false;
}
