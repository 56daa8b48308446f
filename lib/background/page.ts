import { browser } from 'wxt/browser';
import type { PageAsks, PageKind } from '../messages/protocol.ts';

/** Puts the content script into a tab; where it runs already, it does nothing. Throws where the browser forbids it (its own pages, stores). */
export const inject = async (tabId: number): Promise<void> => {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/clipper.js'] });
};

/** Asks the content script in a tab. Throws where there is none. */
export const askPage = <K extends PageKind>(tabId: number, page: K, request: PageAsks[K]['request']): Promise<PageAsks[K]['reply']> =>
  browser.tabs.sendMessage(tabId, { page, request });

/** Asks the content script in a tab, bringing it there first (by a granted host, or the `activeTab` of a gesture). */
export async function askPageOf<K extends PageKind>(tabId: number, page: K, request: PageAsks[K]['request']): Promise<PageAsks[K]['reply']> {
  await inject(tabId);
  return askPage(tabId, page, request);
}
