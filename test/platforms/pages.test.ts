/**
 * Page in, drafts out: every small page under test/fixtures/<platform>, read in real Chromium, gives exactly the drafts of the JSON beside it,
 * `{ url, now?, drafts, profile? }`. `now` is the moment from which the page's relative dates count; without `profile` the page is nobody's own.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draft } from '../../lib/core/draft.ts';
import { ProfileDraft } from '../../lib/core/profile.ts';
import generic from '../../lib/platforms/generic.ts';
import { platforms } from '../../lib/platforms/index.ts';
import { openExtractor } from '../tools/extractor.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures');
const pages = globSync('*/*.html', { cwd: fixtures }).sort();
const names = [...platforms, generic].map(({ id }) => id);

interface Expectation {
  url: string;
  now?: string;
  drafts: Draft[];
  profile?: ProfileDraft;
}

let extractor: Awaited<ReturnType<typeof openExtractor>>;
beforeAll(async () => {
  extractor = await openExtractor();
});
afterAll(() => extractor?.close());

test.each(names)('%s has a page of its own', (platform) => {
  expect(pages.filter((page) => page.startsWith(`${platform}/`))).not.toEqual([]);
});

/** A page that holds no post yields none: the same two pages under an address of every platform. */
describe.each(platforms.filter(({ examples }) => examples.length > 0))('at $id', ({ examples }) => {
  test.each(['login', 'skeleton'])('a page of %s holds no post', async (wall) => {
    const { drafts } = await extractor.extract(path.join(import.meta.dirname, `../walls/${wall}.html`), examples[0] ?? '');
    expect(drafts).toEqual([]);
  });
});

describe.each(pages)('%s', (page) => {
  const expectation = path.join(fixtures, page.replace(/\.html$/, '.json'));

  test('gives the drafts expected of it', async () => {
    expect(existsSync(expectation), `${page} has no .json beside it that says what is expected`).toBe(true);
    const { url, now, drafts, profile } = JSON.parse(readFileSync(expectation, 'utf8')) as Expectation;
    const found = await extractor.extract(path.join(fixtures, page), url, now === undefined ? undefined : new Date(now));
    expect(found.drafts).toEqual(drafts);
    // What the background would refuse is no draft.
    for (const draft of found.drafts) expect(Draft.parse(draft)).toEqual(draft);
    expect(found.profile).toEqual(profile ?? null);
    if (profile) expect(ProfileDraft.parse(profile)).toEqual(profile);
  });
});
