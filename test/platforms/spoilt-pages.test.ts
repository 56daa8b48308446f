/** Our own pages, spoilt by chance: whatever becomes of one, what an adapter reads off it is a draft, or nothing. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Draft } from '../../lib/core/draft.ts';
import { platforms } from '../../lib/platforms/index.ts';
import { openPages } from '../tools/extractor.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures');
const pages = globSync('*/*.html', { cwd: fixtures }).sort();

let browser: Awaited<ReturnType<typeof openPages>>;
beforeAll(async () => {
  browser = await openPages('test/attacks/mutate.entry.ts');
});
afterAll(() => browser?.close());

/** Networks whose posts have their permalink on one host; the others' may be at home on any instance or domain. */
const settled = new Map(platforms.filter(({ hosts, marker }) => hosts.length > 0 && marker === undefined).map(({ id, hosts }) => [id, hosts]));
const site = (host: string) => host.split('.').slice(-2).join('.');

test('a spoilt page gives drafts, or nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pages), fc.integer(), async (page, seed) => {
      const { url } = JSON.parse(readFileSync(path.join(fixtures, page.replace(/\.html$/, '.json')), 'utf8')) as { url: string };
      const drafts = await browser.evaluate<Draft[]>(path.join(fixtures, page), url, `mutateAndRead(${JSON.stringify(url)}, ${seed}, 6)`);
      for (const draft of drafts) {
        Draft.parse(draft);
        const hosts = settled.get(draft.platform);
        // A link to another site is never taken for the post's own.
        if (hosts && draft.url) expect(hosts.map(site), draft.url).toContain(site(new URL(draft.url).hostname));
      }
    }),
    // A quote lay in a form with a field named `parentElement`: walking up went round for ever.
    { numRuns: 50, endOnFailure: true, examples: [['facebook/group-roleless-id.html', -809130305]] },
  );
}, 120_000);
