/**
 * Real pages, saved by others and kept beside this repository because their words are not ours: each is read in real Chromium under the site's
 * own address, and compared with what a careful reader saw there. Where that folder is absent, these tests skip.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Draft, MetricName } from '../../lib/core/draft.ts';
import { openExtractor } from '../tools/extractor.ts';

const folder = path.join(import.meta.dirname, '../../../shared/fixtures');
const isHere = existsSync(folder);
const pages = globSync('*/*.html', { cwd: folder }).sort();

type OneOrMore<T> = T | T[];
/** What a reader saw. Absent: not known; a number that is null: not shown; a list: each of these is right. */
interface Seen {
  kind: Draft['kind'];
  author?: OneOrMore<string> | null;
  handle?: OneOrMore<string> | null;
  title?: string;
  text?: OneOrMore<string>;
  published?: OneOrMore<string> | null;
  published_day?: string;
  permalink?: OneOrMore<string> | null;
  metrics?: Partial<Record<MetricName, OneOrMore<number | string | null>>>;
  promoted?: boolean;
}
interface SavedPage {
  url: string;
  complete: boolean;
  comments_listed: boolean;
  expected: Seen[];
}

const listOf = <T>(value: OneOrMore<T> | null | undefined): T[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];
const letters = (words: string | null | undefined) =>
  (words ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
/** "@ann", "u/ann", "https://…/in/ann/" → "ann". */
const account = (handle: string | null | undefined) =>
  letters(
    (handle ?? '')
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .replace(/^.*\//, ''),
  );

/** The ids in an address, for one post has many: with and without its slug, on `old.` and `www.`, with and without a language. */
const ids =
  /\/comments\/(\w+)(?:\/[^/?]*\/(\w+))?|\/status\/(\d+)|(?:activity|ugcPost|share)[:-](\d+)|[?&](?:v|lc)=([\w.-]+)|\/(?:post|@[^/]+)\/(\w+)/g;
const addressId = (url: string) =>
  [...url.matchAll(ids)]
    .flatMap((match) => match.slice(1))
    .filter(Boolean)
    .join('/') || url.replace(/^https?:\/\/(www\.)?|\/$/g, '');

/** Both begin alike, as far as the shorter goes and no further than 40 letters. */
function beginsAlike(seen: string, read: string): boolean {
  const length = Math.min(40, letters(seen).length);
  return letters(read).slice(0, length) === letters(seen).slice(0, length);
}
const hasWords = ({ title, text }: Seen) => letters([title, ...listOf(text)].join('')) !== '';
const sameWords = (seen: Seen, draft: Draft) => {
  const read = [draft.text, [draft.title, draft.text].filter(Boolean).join(' ')];
  const wanted = [...listOf(seen.text), seen.title && [seen.title, ...listOf(seen.text)].join(' ')].filter((words) => letters(words) !== '');
  return read.some((words) => wanted.some((want) => beginsAlike(want ?? '', words)));
};
const sameAddress = (seen: Seen, { url }: Draft) => url !== null && listOf(seen.permalink).some((address) => addressId(address) === addressId(url));
const sameAuthor = (seen: Seen, { author }: Draft) =>
  listOf(seen.author).some((name) => letters(name) === letters(author.name)) ||
  listOf(seen.handle).some((handle) => account(handle) === account(author.handle));

/** Each seen post with its draft, found by address, else by words and author, else by words; and the drafts of nothing that was seen. */
function pair(expected: Seen[], drafts: Draft[]) {
  const left = new Set(drafts);
  const take = (fits: (draft: Draft) => boolean) => {
    const draft = [...left].find(fits);
    if (draft) left.delete(draft);
    return draft;
  };
  const found = expected.map((seen) => take((draft) => sameAddress(seen, draft)));
  for (const [index, seen] of expected.entries())
    if (hasWords(seen)) found[index] ??= take((draft) => sameWords(seen, draft) && sameAuthor(seen, draft));
  // A deleted post keeps neither address nor author.
  for (const [index, seen] of expected.entries()) if (hasWords(seen)) found[index] ??= take((draft) => sameWords(seen, draft));
  return { found, invented: [...left] };
}

const spans: Record<string, number> = { second: 1e3, minute: 6e4, hour: 36e5, day: 864e5 };

function isPublished(seen: Seen, draft: Draft): boolean {
  const span = draft.publishedAt && spans[draft.publishedAt.precision];
  const instant = Date.parse(draft.publishedAt?.instant ?? '');
  if (!span) return false;
  const instants = listOf(seen.published).map((moment) => Date.parse(moment));
  if (instants.length > 0) return instants.some((moment) => Math.abs(instant - moment) <= span);
  // A day has no time zone: noon, and the widest distance to it.
  return Math.abs(instant - Date.parse(`${seen.published_day}T12:00Z`)) <= 26 * 36e5;
}

/** "298K" is 298,000. */
const numberOf = (value: number | string | null) => {
  const [, digits, unit] = /^([\d.,]+)\s*([KM]?)$/i.exec(String(value ?? '')) ?? [];
  return digits === undefined ? null : Number(digits.replace(/,/g, '')) * ({ k: 1e3, m: 1e6 }[unit?.toLowerCase() ?? ''] ?? 1);
};

/** Every value that the reader knew, and whether the draft has it. */
function compare(seen: Seen, draft: Draft): { name: string; right: boolean; read: unknown }[] {
  const checks = [
    listOf(seen.author).length > 0 && {
      name: 'author',
      right: listOf(seen.author).some((name) => letters(name) === letters(draft.author.name)),
      read: draft.author.name,
    },
    listOf(seen.handle).length > 0 && {
      name: 'handle',
      right: listOf(seen.handle).some((name) => account(name) === account(draft.author.handle)),
      read: draft.author.handle,
    },
    hasWords(seen) && { name: 'text', right: sameWords(seen, draft), read: draft.text.slice(0, 60) },
    listOf(seen.permalink).length > 0 && { name: 'permalink', right: sameAddress(seen, draft), read: draft.url },
    (listOf(seen.published).length > 0 || seen.published_day) && { name: 'published', right: isPublished(seen, draft), read: draft.publishedAt },
    seen.promoted !== undefined && { name: 'promoted', right: seen.promoted === draft.promoted, read: draft.promoted },
    ...Object.entries(draft.metrics).map(([name, read]) => {
      const wanted = seen.metrics?.[name as MetricName];
      return wanted !== undefined && { name, right: (Array.isArray(wanted) ? wanted : [wanted]).some((value) => numberOf(value) === read), read };
    }),
  ];
  return checks.filter((check) => check !== false && check !== '' && check !== undefined);
}

/** Followers, following and posts that a reader saw on the pages of accounts; every other page is nobody's own. */
const accounts: Record<string, (number | null)[]> = {
  'bluesky/profile-2026.html': [1_101_177, 3, 329],
  'linkedin/company-2025-guest.html': [527_060, null, null],
  'reddit/old-subreddit-2016.html': [13_278_867, null, null],
  'telegram/channel-2026-1msg.html': [1, null, null],
  'threads/profile-2024-guest.html': [531, null, null],
  'threads/profile-2026-guest.html': [517_904, null, null],
  'tiktok/profile-2026-guest.html': [783_400, 0, null],
  'trustpilot/company-2026.html': [null, null, 308],
  'x/profile-2025-zh-ui.html': [69_000, 643, 75_000],
  'x/profile-2026-guest.html': [3_893, 406, 23_961],
};

const say = (post: Seen | Draft) =>
  `${typeof post.author === 'object' && post.author && 'name' in post.author ? post.author.name : post.author}: ${String(post.text ?? post.title).slice(0, 60)}`;

test.skipIf(isHere)('the saved pages in ../shared/fixtures are absent here, and are not tried', () => {
  expect(pages).toEqual([]);
});

describe.skipIf(!isHere)('saved pages', () => {
  let extractor: Awaited<ReturnType<typeof openExtractor>>;
  beforeAll(async () => {
    extractor = await openExtractor();
  });
  afterAll(() => extractor?.close());

  test.each(pages)('%s: nineteen of twenty posts and fields right, and nothing invented', async (page) => {
    const saved = JSON.parse(readFileSync(path.join(folder, page.replace(/\.html$/, '.json')), 'utf8')) as SavedPage;
    const { drafts, profile } = await extractor.extract(path.join(folder, page), saved.url);
    const { found, invented } = pair(saved.expected, drafts);

    const missed = saved.expected.filter((_, index) => !found[index]).map(say);
    if (missed.length > 0.05 * saved.expected.length) expect(missed, 'posts not found').toEqual([]);

    const fields = saved.expected.flatMap((seen, index) => {
      const draft = found[index];
      return draft ? compare(seen, draft).map((check) => ({ ...check, post: say(seen) })) : [];
    });
    const wrong = fields.filter(({ right }) => !right);
    // The page of one post has so few values that a single one is more than a twentieth.
    if (wrong.length > Math.max(1, 0.05 * fields.length)) expect(wrong, 'fields read wrongly').toEqual([]);

    const extra = saved.complete ? invented.filter(({ kind }) => kind !== 'comment' || saved.comments_listed) : [];
    expect(extra.map(say), 'drafts of nothing that is there').toEqual([]);
    expect(profile && Object.values(profile.sizes), 'the account whose page it is').toEqual(accounts[page] ?? null);
  });
});
