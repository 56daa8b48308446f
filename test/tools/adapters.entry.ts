/** Bundled by extract.ts into one script: the shipped adapters, behind one function that the tool calls in the page. */
import { draftsOf } from '../../lib/platforms/find.ts';
import { platformOf } from '../../lib/platforms/index.ts';

Object.assign(globalThis, {
  listeningPostDrafts(address: string, now: number) {
    const begun = performance.now();
    const url = new URL(address);
    const page = { url, document, now: new Date(now) };
    const platform = platformOf(url, document);
    const drafts = draftsOf(page, platform);
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    return { drafts, profile: platform.readProfile?.(page) ?? null, ms };
  },
});
