import { browser } from 'wxt/browser';
import type { PageAsks, PageKind } from '../messages/protocol.ts';

/** Asks the content script in a tab. Throws where there is none. */
export const askPage = <K extends PageKind>(tabId: number, page: K, request: PageAsks[K]['request']): Promise<PageAsks[K]['reply']> =>
  browser.tabs.sendMessage(tabId, { page, request });
