import { type Browser, browser } from 'wxt/browser';

/** Firefox only, so not among WXT's types. */
type Sidebar = { sidebarAction: { open(): Promise<void> } };

/** Opens the inbox beside a tab. Call it first thing in what a gesture set off: an `await` before it loses the gesture. */
export function openPanelBeside({ windowId }: Pick<Browser.tabs.Tab, 'windowId'>): Promise<void> {
  if (import.meta.env.FIREFOX) return (browser as unknown as Sidebar).sidebarAction.open();
  return browser.sidePanel.open({ windowId });
}
