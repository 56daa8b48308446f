/** Bundled by extract.ts into one script: the shipped adapters, behind one function that the tool calls in the page. */
import { draftsOf } from '../../lib/platforms/find.ts';
import { platformOf } from '../../lib/platforms/index.ts';

Object.assign(globalThis, {
  listeningPostDrafts(address: string, now: number) {
    const begun = performance.now();
    const url = new URL(address);
    const drafts = draftsOf({ url, document, now: new Date(now) }, platformOf(url, document));
    return { drafts, ms: Math.round((performance.now() - begun) * 10) / 10 };
  },
});
