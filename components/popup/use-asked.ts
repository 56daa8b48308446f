import { useEffect, useState } from 'react';
import { askPage } from '../../lib/background/ask-page.ts';
import type { PageAsks, PageKind } from '../../lib/messages/protocol.ts';

/**
 * What the page below answered, once; undefined until then. A page whose script was brought just now has seen nothing yet, and one that went away
 * answers nothing.
 */
export function useAsked<K extends PageKind>(tab: number, page: K, request: PageAsks[K]['request']): PageAsks[K]['reply'] | undefined {
  const [answer, setAnswer] = useState<PageAsks[K]['reply']>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a request is written where it is used, and stays what it is
  useEffect(() => {
    let mounted = true;
    void askPage(tab, page, request).then(
      (said) => mounted && setAnswer(said),
      () => undefined,
    );
    return () => {
      mounted = false;
    };
  }, [tab, page]);
  return answer;
}
