/** The ring opens on the right one of posts that stand within posts: what is pointed at, and for a quote the post that quotes it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import type { Draft } from '../../lib/core/draft.ts';
import { serveSaved } from '../tools/drive.ts';
import { leaveRing, openRing } from '../tools/tour/ring.ts';
import { nameBrands, withBrowser } from './browser.ts';

const browser = withBrowser(() => inject('granted'));
const fixtures = path.join(import.meta.dirname, '../fixtures');

interface Saved {
  url: string;
  drafts: Draft[];
}

/** One line of a text, as a person sees it on the page. */
const line = (text: string | undefined, at = 0) => (text ?? '').split('\n').at(at)!.slice(0, 40);

test.each([
  [
    'a reply within a comment',
    'reddit/old-thread',
    ({ inReplyTo, kind }: Draft) => kind === 'comment' && inReplyTo?.nativeId?.includes('/') === true,
    -1,
  ],
  ['a comment under a video', 'youtube/watch', ({ kind }: Draft) => kind === 'comment', 0],
] as const)('%s', async (_, name, wanted, at) => {
  const { url, drafts } = JSON.parse(readFileSync(path.join(fixtures, `${name}.json`), 'utf8')) as Saved;
  const draft = drafts.find(wanted)!;
  await serveSaved(browser.context, url, path.join(fixtures, `${name}.html`));
  await nameBrands(browser.inside);
  const page = await browser.context.newPage();
  await page.goto(url);
  const author = await openRing(browser, page, page.getByText(line(draft.text, at)).first());
  expect([draft.author.name, draft.author.handle, `u/${draft.author.handle}`, `@${draft.author.handle}`]).toContain(author);
  await leaveRing(page);
  await page.close();
});

test('a post within a post that quotes it', async () => {
  const { url, drafts } = JSON.parse(readFileSync(path.join(fixtures, 'bluesky/feed.json'), 'utf8')) as Saved;
  const draft = drafts.find(({ quotes }) => quotes?.text)!;
  await serveSaved(browser.context, url, path.join(fixtures, 'bluesky/feed.html'));
  const page = await browser.context.newPage();
  await page.goto(url);
  expect(await openRing(browser, page, page.getByText(line(draft.quotes?.text)).first())).toBe(draft.author.name);
  await leaveRing(page);
  await page.close();
});
