import { type Browser, browser } from 'wxt/browser';
import type { PageAsks, PageKind } from '../messages/protocol.ts';
import { ownsHost } from '../platforms/find.ts';
import { networks } from '../platforms/networks.ts';
import { askPage } from './ask-page.ts';

/** The content script for an address: each network that has hosts of its own has one (wxt.config.ts makes them), any other page `any`. */
export function scriptFor(address: string | undefined): string {
  const url = address && URL.canParse(address) ? new URL(address) : null;
  return `content-scripts/${(url && networks.find((network) => ownsHost(network, url))?.id) ?? 'any'}.js`;
}

const execute = async (tabId: number, frameId: number, files: string[]): Promise<void> => {
  // The scripts of the networks are made at build time, so WXT's list of paths does not hold them.
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: files.map((file) => `/${file}`) as never[] });
};

/** Networks whose software runs on any host, by what it leaves in a page. */
const marked = networks.flatMap(({ id, marker }) => (marker === undefined ? [] : { id, marker }));

/** Runs in the page: which of these is there, whether or not a script of ours is. */
const findMarker = (known: { id: string; marker: string }[]) => known.find(({ marker }) => document.querySelector(marker))?.id ?? null;

/** Brings the adapter of a software that runs on any host into a page where `any` is at work. An id that is none of these brings nothing. */
export async function injectAdapter(tabId: number, platform: string, frameId = 0): Promise<void> {
  if (marked.some(({ id }) => id === platform)) await execute(tabId, frameId, [`adapter-${platform}.js`]);
}

/** Puts the content script into a tab; where one runs already, it does nothing. Throws where the browser forbids it (its own pages, stores). */
export const inject = async ({ id, url }: Pick<Browser.tabs.Tab, 'id' | 'url'>): Promise<void> => {
  if (id !== undefined) await execute(id, 0, [scriptFor(url)]);
};

/** What it is to be opened on, and itself. */
const ringScripts = ['meant.js', 'ring.js'];

/** Brings the ring's scripts to the content script of a page. */
export const injectRing = (tabId: number, frameId = 0): Promise<void> => execute(tabId, frameId, ringScripts);

/**
 * Asks the content script in a tab, bringing it, the adapter of the page's software and the ring's there first (by a granted host, or the
 * `activeTab` of a gesture), so that the first answer is as good as any later one. Throws where the browser forbids it.
 */
export async function askPageOf<K extends PageKind>(tabId: number, page: K, request: PageAsks[K]['request']): Promise<PageAsks[K]['reply']> {
  const { url } = await browser.tabs.get(tabId);
  const script = scriptFor(url);
  const [found] =
    script === scriptFor(undefined) ? await browser.scripting.executeScript({ target: { tabId }, func: findMarker, args: [marked] }) : [];
  const software = found?.result;
  await execute(tabId, 0, [script, ...(software ? [`adapter-${software}.js`] : []), ...ringScripts]);
  return askPage(tabId, page, request);
}
