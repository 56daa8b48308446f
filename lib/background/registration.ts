/** The content script runs on granted hosts only; its patterns are whatever the person has granted. */
import { browser } from 'wxt/browser';
import { inject } from './page.ts';

const id = 'clipper';

const grantedOrigins = async (): Promise<string[]> => (await browser.permissions.getAll()).origins ?? [];

/** Registers the content script for exactly the granted hosts. */
export async function syncRegistration(): Promise<void> {
  const matches = await grantedOrigins();
  const registered = (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id, js: ['content-scripts/clipper.js'], matches, runAt: 'document_start', persistAcrossSessions: true },
  ]);
}

/** Brings the script into the tabs that were open before their host was granted, or before an install or update. */
export async function injectOpenTabs(origins?: string[]): Promise<void> {
  const url = origins ?? (await grantedOrigins());
  if (url.length === 0) return;
  const tabs = await browser.tabs.query({ url });
  // A tab may be discarded, an error page or of the store: it gets the script when it loads next.
  await Promise.allSettled(tabs.flatMap(({ id: tabId }) => (tabId === undefined ? [] : inject(tabId))));
}
