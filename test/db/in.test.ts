// @vitest-environment happy-dom
/** Tables of other programs: what is found out about them, and what becomes of their rows. */
import { describe, expect, test } from 'vitest';
import { columnIds } from '../../lib/core/clip-table.ts';
import { guessMapping, headSignature } from '../../lib/core/import-columns.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { undo } from '../../lib/db/change.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { importClips } from '../../lib/db/in/import-clips.ts';
import { isBookmarks, readBookmarks } from '../../lib/db/in/read-bookmarks.ts';
import { readTable } from '../../lib/db/in/read-table.ts';
import { monthFirstIn, type Reading, readRow } from '../../lib/db/in/table-rows.ts';
import { draft, dump, freshStore } from './store.ts';

const networks = [
  { id: 'x', name: 'X', hosts: ['x.com', 'twitter.com'], origins: [] },
  { id: 'youtube', name: 'YouTube', hosts: ['www.youtube.com'], origins: [] },
];
const now = new Date('2026-06-01T12:00:00Z');
const reading = (heads: readonly string[], monthFirst = false): Reading => ({ mapping: guessMapping(heads), monthFirst, networks, now });
const rowOf = (cells: Record<string, string>, monthFirst = false) => readRow(Object.values(cells), reading(Object.keys(cells), monthFirst));

describe('the file', () => {
  const csv = 'Date;Auteur;Texte\r\n21/05/2026;Éloïse;"Ça ; marche"\r\n';
  const wide = (text: string, big: boolean) =>
    Uint8Array.from(
      [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]).map((_, index, all) => all[big ? index ^ 1 : index]!),
    );
  test.each([
    ['utf-8', new TextEncoder().encode(csv)],
    ['utf-8', new TextEncoder().encode(`\ufeff${csv}`)],
    ['utf-16le', wide(`\ufeff${csv}`, false)],
    ['utf-16be', wide(`\ufeff${csv}`, true)],
    ['utf-16le', wide(csv, false)],
    ['windows-1252', Uint8Array.from(csv, (letter) => letter.charCodeAt(0))],
  ])('in %s', async (encoding, bytes) => {
    expect(await readTable(new Blob([bytes]))).toEqual({
      heads: ['Date', 'Auteur', 'Texte'],
      rows: [['21/05/2026', 'Éloïse', 'Ça ; marche']],
      encoding,
    });
  });

  test.each([',', ';', '\t', '|'])('divided by %j, after the lines that some suites set before the heads', async (delimiter) => {
    const lines = [
      'Query: arvelle',
      '',
      ['Date', 'URL', 'Snippet'],
      ['2026-05-21', 'https://x.com/a/status/1', 'Hi'],
      ['2026-05-22', 'https://x.com/a/status/2', 'Ho'],
    ];
    const text = lines.map((line) => (Array.isArray(line) ? line.join(delimiter) : line)).join('\n');
    const { heads, rows } = await readTable(new Blob([text]));
    expect(heads).toEqual(['Date', 'URL', 'Snippet']);
    expect(rows).toHaveLength(2);
  });

  test('nothing at all is a table without rows', async () => {
    expect(await readTable(new Blob([]))).toMatchObject({ heads: [], rows: [] });
  });
});

describe('the columns', () => {
  test.each([
    [
      'a suite',
      ['Date', 'Snippet', 'Url', 'Full Name', 'Page Type', 'Reach', 'Sentiment', 'Language'],
      ['date', 'text', 'url', 'author', 'network', null, 'sentiment', 'language'],
    ],
    [
      'French',
      ['Date de publication', 'Auteur', 'Texte', 'Lien', 'J’aime', 'Partages', 'Tonalité'],
      ['date', 'author', 'text', 'url', 'likes', 'shares', 'sentiment'],
    ],
    ['Indonesian', ['Tanggal', 'Penulis', 'Isi', 'Tautan', 'Suka', 'Komentar'], ['date', 'author', 'text', 'url', 'likes', 'comments']],
    ['two of one kind', ['Message', 'Text', 'Title'], [null, 'text', 'title']],
  ])('%s', (_, heads, mapping) => {
    expect(guessMapping(heads)).toEqual(mapping);
  });
  test('the same heads are the same table, however written', () => {
    expect(headSignature(['Full  Name', 'URL'])).toBe(headSignature(['full name', ' Url ']));
    expect(headSignature(['a', 'b'])).not.toBe(headSignature(['b', 'a']));
  });
  test('our own exports are known again', () => {
    const mapping = guessMapping(columnIds);
    for (const field of ['text', 'url', 'author', 'handle', 'network', 'likes', 'rating', 'language'] as const)
      expect(mapping[columnIds.indexOf(field)]).toBe(field);
  });
});

describe('a row', () => {
  test('with everything', () => {
    const {
      draft: read,
      sentiment,
      unread,
    } = rowOf({
      Text: 'Great, a new lid',
      URL: 'twitter.com/jonas/status/77',
      Author: 'Jonas',
      Handle: '@jonas',
      Date: '21/05/2026 2:05 PM',
      Likes: '1,234',
      Shares: '1.2K',
      Comments: '',
      Rating: '4.5',
      Language: 'fr_FR',
      Sentiment: 'Négatif',
    });
    expect(unread).toEqual([]);
    expect(sentiment).toBe('negative');
    expect(read).toMatchObject({
      platform: 'x',
      nativeId: '77',
      url: 'https://twitter.com/jonas/status/77',
      author: { name: 'Jonas', handle: 'jonas' },
      lang: 'fr-FR',
      metrics: { likes: 1234, shares: 1200, comments: null, views: null, rating: 4.5 },
      rounded: ['shares'],
      publishedAt: { precision: 'minute', raw: '21/05/2026 2:05 PM' },
    });
    const instant = new Date(read!.publishedAt!.instant);
    expect([instant.getMonth(), instant.getDate(), instant.getHours(), instant.getMinutes()]).toEqual([4, 21, 14, 5]);
  });
  test.each([
    [{ Text: '', URL: '' }, 'empty'],
    [{ Text: 'x', URL: 'javascript:alert(1)' }, 'link'],
    [{ Text: 'x', URL: 'data:text/html,x' }, 'link'],
    [{ Text: 'x', URL: 'not an address' }, 'link'],
    [{ Text: 'x'.repeat(200_001), URL: '' }, 'fits'],
  ])('that cannot be taken: %#', (cells, problem) => {
    expect(rowOf(cells)).toMatchObject({ draft: null, problem });
  });
  test('a cell that cannot be read is unknown and named, never 0', () => {
    const { draft: read, unread } = rowOf({ Text: 'x', Date: 'soon', Likes: 'many', Rating: '87', Sentiment: 'mixed' });
    expect(unread).toEqual(expect.arrayContaining(['date', 'likes', 'rating', 'sentiment']));
    expect(read).toMatchObject({ publishedAt: null, metrics: { likes: null, rating: null } });
  });
  test('the order of day and month is taken from those that leave no doubt', () => {
    const order = (...dates: string[]) =>
      monthFirstIn(
        dates.map((date) => [date]),
        ['date'],
        true,
      );
    expect(order('3/4/2026', '13/4/2026')).toEqual({ monthFirst: false, ambiguous: false });
    expect(order('3/4/2026', '3/14/2026')).toEqual({ monthFirst: true, ambiguous: false });
    expect(order('3/4/2026', '2026-01-30')).toEqual({ monthFirst: true, ambiguous: true });
    expect(order('2026-01-30').ambiguous).toBe(false);
    const month = (first: boolean) => new Date(rowOf({ Text: 'x', Date: '3/4/2026' }, first).draft!.publishedAt!.instant).getMonth() + 1;
    expect([month(true), month(false)]).toEqual([3, 4]);
  });
  test('a network named, or known by its link; any other is none', () => {
    expect(rowOf({ Text: 'x', Network: 'Twitter' }).draft!.platform).toBe('x');
    expect(rowOf({ Text: 'x', Network: 'You Tube' }).draft!.platform).toBe('youtube');
    expect(rowOf({ Text: 'x', Network: 'x', URL: 'https://www.youtube.com/watch?v=abc' }).draft).toMatchObject({
      platform: 'youtube',
      nativeId: 'abc',
    });
    expect(rowOf({ Text: 'x', Network: 'constructor' }).draft!.platform).toBe('generic');
    expect(rowOf({ Text: 'x', URL: 'https://x.com.evil.example/status/1' }).draft!.platform).toBe('generic');
  });
});

test('bookmarks: links with their titles, as text', () => {
  const text =
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><H3>Coffee</H3><DL><p><DT><A HREF="https://forum.example/1" ADD_DATE="1">A &amp; B</A><DT><A HREF="javascript:alert(1)">x</A><DT><A HREF="https://forum.example/2"><img src=x onerror="globalThis.ran=1"></A></DL></DL>';
  expect(isBookmarks(text)).toBe(true);
  const { heads, rows } = readBookmarks(text);
  expect(rows[0]).toEqual(['https://forum.example/1', 'A & B']);
  expect(rows.map((row) => readRow(row, reading(heads)).problem)).toEqual([null, 'link', null]);
  expect((globalThis as { ran?: number }).ran).toBeUndefined();
});

test('rows are clipped as one thing each hundred, with what the file says of their brands; taken back they are gone; twice they are once', async () => {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
  await saveClip(store, { draft: draft(), brands: [], judgement: null });
  const before = await dump(store);
  const arriving = Array.from({ length: 250 }, (_, index) => ({
    draft: rowOf({ Text: `Arvelle ${index}`, URL: `https://forum.example/${index}` }).draft!,
    brands: [brand.id],
    sentiment: 'negative' as const,
  }));
  const actions = await importClips(store, arriving);
  expect(actions.map(({ name }) => name)).toEqual(['import', 'import', 'import']);
  expect(await store.db.clips.count()).toBe(251);
  const one = (await store.db.clips.where('keys').startsWith('clip:generic').first())!;
  expect(one).toMatchObject({ origin: 'import', inbox: 1, brands: [brand.id], sentiments: { [brand.id]: 'negative' } });
  await importClips(store, arriving);
  expect(await store.db.clips.count()).toBe(251);
  const again = await store.db.actions.toArray();
  for (const { id } of again.filter(({ name }) => name === 'import').reverse()) await undo(store, id);
  expect((await dump(store))['clips']).toEqual(before['clips']);
  expect((await dump(store))['dayCells']).toEqual(before['dayCells']);
}, 30_000);
