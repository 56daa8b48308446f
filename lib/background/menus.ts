import { browser } from 'wxt/browser';
import { i18n } from '../i18n/index.ts';
import { askPageOf } from './page.ts';

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

/** Opens the ring in a tab; where the browser lets no extension in, a badge says so. */
export async function openRing(tabId: number, target: 'post' | 'menu' | 'selection' | 'link'): Promise<void> {
  try {
    await askPageOf(tabId, 'openRing', { target });
  } catch {
    await browser.action.setBadgeText({ tabId, text: '–' });
    await browser.action.setTitle({ tabId, title: i18n.t('menu.notHere') });
  }
}
