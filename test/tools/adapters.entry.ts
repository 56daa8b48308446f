/** Bundled by extract.ts into one script: the shipped adapters, behind one function that the tool calls in the page. */
import { draftsOf } from '../../lib/platforms/index.ts';

Object.assign(globalThis, {
  listeningPostDrafts(address: string, now: number) {
    const begun = performance.now();
    const drafts = draftsOf({
      url: new URL(address),
      document,
      now: new Date(now),
    });
    return { drafts, ms: Math.round((performance.now() - begun) * 10) / 10 };
  },
});
