import { v7 } from 'uuid';
import { browser } from 'wxt/browser';
import { i18n } from '../i18n/index.ts';
import { pictures } from '../settings.ts';
import { askPageOf } from './page.ts';
import { pictureForRing } from './picture.ts';

const contexts = ['page', 'selection', 'link'] as const;
type Target = (typeof contexts)[number];

/** Makes the context menu; on install and update only, since the browser keeps it. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const context of contexts) browser.contextMenus.create({ id: context, contexts: [context], title: i18n.t(`menu.${context}`) });
}

const isTarget = (id: unknown): id is Target => contexts.includes(id as Target);

/** Answers a click on one of our entries: the ring opens on what was under the pointer. */
export function onMenuClick(menuItemId: unknown, tabId: number | undefined): void {
  if (tabId === undefined || !isTarget(menuItemId)) return;
  void openRing(tabId, menuItemId === 'page' ? 'menu' : menuItemId);
}

/** Opens the ring in a tab, and takes the post's picture before it is seen; where the browser lets no extension in, a badge says so. */
export async function openRing(tabId: number, target: 'post' | 'menu' | 'selection' | 'link'): Promise<void> {
  try {
    const picture = (await pictures.getValue()) ? v7() : null;
    const { opened } = await askPageOf(tabId, 'openRing', { target, picture });
    if (opened && picture) await pictureForRing(tabId, picture);
  } catch {
    await browser.action.setBadgeText({ tabId, text: '–' });
    await browser.action.setTitle({ tabId, title: i18n.t('menu.notHere') });
  }
}
