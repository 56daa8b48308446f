/** Clipping with the real ring, as a person does: point, chord, keys. What it shows is read off the accessibility tree, for its root is closed. */
import type { Locator, Page } from 'playwright-core';
import { accessibilityTree, eventually, pressCommand } from '../drive.ts';
import type { Launched } from '../launch.ts';

const dialogRoles = ['dialog', 'alertdialog'];

/** Name of the open ring, once it is open and no longer busy. */
export async function ringName(page: Page): Promise<string> {
  return eventually(async () => {
    const nodes = await accessibilityTree(page);
    const ring = nodes.find(({ role }) => dialogRoles.includes(role));
    const ready = nodes.some(({ role, name }) => role === 'button' && /^(S\s*)?(Strength|Force|Kekuatan|Undo|Annuler|Urungkan)/.test(name));
    return ring && ready && ring.name;
  }, 'the ring did not open');
}

/** Points at a post and opens the ring on it. Returns the ring's name, which is the post's author. */
export async function openRing(launched: Launched, page: Page, post: Locator): Promise<string> {
  await post.scrollIntoViewIfNeeded();
  await post.hover();
  await pressCommand(launched, 'ring', page);
  return ringName(page);
}

/** Presses keys in the ring, and waits until it says what it saved, and is free for the next. */
export async function judge(page: Page, keys: readonly string[], says: RegExp): Promise<string> {
  for (const key of keys) await page.keyboard.press(key);
  return eventually(async () => {
    const nodes = await accessibilityTree(page);
    if (nodes.some(({ role, busy }) => dialogRoles.includes(role) && busy)) return null;
    return nodes.find(({ role, name }) => (role === 'heading' || role === 'status' || dialogRoles.includes(role)) && says.test(name))?.name;
  }, `the ring did not say ${says}`);
}

/** Leaves the ring, and waits until it is gone. */
export async function leaveRing(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await eventually(async () => !(await accessibilityTree(page)).some(({ role }) => dialogRoles.includes(role)), 'the ring did not close');
}

/** Names of our tabs at the posts on screen. */
export const tabNames = async (page: Page): Promise<string[]> =>
  (await accessibilityTree(page)).filter(({ role, name }) => role === 'button' && /clipped|Mentions/i.test(name)).map(({ name }) => name);
