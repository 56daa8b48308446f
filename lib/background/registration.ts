/** The content scripts run on granted hosts only: each network's own on its hosts, and `any` on every other host that was granted. */
import { browser } from 'wxt/browser';
import { grantFor, networks } from '../platforms/networks.ts';
import { inject, scriptFor } from './page.ts';

const grantedOrigins = async (): Promise<string[]> => (await browser.permissions.getAll()).origins ?? [];

const own = new Set(networks.flatMap(({ origins }) => origins));

/** What the browser says it has granted, once one of the networks is. */
const grants = new Set([...own].map(grantFor));

/** Whether an address is on a network's host, but not in the part of it that is the network: granted with it, and none of ours. */
const isBeside = (address: string | undefined): boolean =>
  address !== undefined && URL.canParse(address) && scriptFor(address) === scriptFor(undefined) && grants.has(`${new URL(address).origin}/*`);

const script = (id: string, file: string, matches: string[], excludeMatches: string[] = []) => ({
  id,
  js: [file],
  matches,
  ...(excludeMatches.length > 0 && { excludeMatches }),
  runAt: 'document_start' as const,
  persistAcrossSessions: true,
});

async function wanted() {
  const granted = await grantedOrigins();
  const scripts = await Promise.all(
    networks.map(async ({ id, origins }) => {
      // A wider grant holds a narrower one, so the browser is asked rather than the list.
      const held = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
      const matches = origins.filter((_, index) => held[index]);
      return matches.length > 0 ? [script(id, `content-scripts/${id}.js`, matches)] : [];
    }),
  );
  const others = granted.filter((origin) => !grants.has(origin));
  return [...scripts.flat(), ...(others.length > 0 ? [script('any', scriptFor(undefined), others, [...own])] : [])];
}

/** Registers the content scripts for exactly the granted hosts. */
export async function syncRegistration(): Promise<void> {
  const scripts = await wanted();
  await browser.scripting.unregisterContentScripts();
  if (scripts.length > 0) await browser.scripting.registerContentScripts(scripts);
}

/** Brings the scripts into the tabs that were open before their host was granted, or before an install or update. */
export async function injectOpenTabs(origins?: string[]): Promise<void> {
  const url = origins ?? (await grantedOrigins());
  if (url.length === 0) return;
  // A tab may be discarded, an error page or of the store: it gets the script when it loads next.
  const tabs = await browser.tabs.query({ url });
  await Promise.allSettled(tabs.filter((tab) => !isBeside(tab.url)).map(inject));
}
