import type { Page } from 'playwright-core';
import type { StoreInPage } from './store.entry.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

/** Names our brand and its rivals, and returns their ids by name. */
export const nameBrands = (inside: Page): Promise<Record<string, string>> =>
  inside.evaluate(async () => {
    const here = await store.activeStore();
    const none = { aliases: [], handles: [], must: [], mustNot: [] };
    const ids: Record<string, string> = {};
    for (const [name, kind] of [
      ['Arvelle', 'own'],
      ['Kestrin', 'competitor'],
      ['Bruvio', 'competitor'],
    ] as const)
      ids[name] = (await store.saveBrand(here, { ...none, name, kind })).brand.id;
    return ids;
  });
