import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Draft } from '../../lib/core/draft.ts';

/** What "clip this" would save from the tab below the popup. */
export type PageDraft =
  | { state: 'asking' }
  /** The browser lets no extension into this page. */
  | { state: 'closed' }
  | {
      state: 'ready';
      draft: Draft;
      thread: Draft | null;
      where: 'post' | 'page';
      platform: string;
      plain: Draft | null;
      isPlain: boolean;
      tab: number;
      network: string;
      host: string | null;
    };

async function readPage(): Promise<PageDraft> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { state: 'closed' };
  try {
    // All networks are known there, which no first paint waits for.
    const { askPageOf } = await import('../../lib/background/page.ts');
    const answer = await askPageOf(tab.id, 'readDraft', {});
    const { placeName } = await import('../ui/network-name.ts');
    const address = tab.url ? new URL(tab.url) : null;
    const host = address?.protocol === 'https:' ? address.hostname : null;
    return { state: 'ready', ...answer, tab: tab.id, network: placeName(answer.draft), host };
  } catch {
    // The script may not be brought there, or nothing answered: either way there is nothing to clip from here.
    return { state: 'closed' };
  }
}

/** Asks the page once, while the popup is drawn. */
export function usePageDraft(): PageDraft {
  const [page, setPage] = useState<PageDraft>({ state: 'asking' });
  useEffect(() => {
    let mounted = true;
    void readPage().then((read) => mounted && setPage(read));
    return () => {
      mounted = false;
    };
  }, []);
  return page;
}
