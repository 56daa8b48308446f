/** Clips as files for other programs: nothing that a page said becomes a formula, a tag or a link. */

import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { columnIds } from '../../lib/core/clip-table.ts';
import { everything } from '../../lib/core/query/query.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { saveClip, setOwner, setPriority, setSentiment } from '../../lib/db/clips.ts';
import { findClips } from '../../lib/db/find-clips.ts';
import { csvOf } from '../../lib/db/out/csv.ts';
import { jsonOf } from '../../lib/db/out/json.ts';
import { markdownOf } from '../../lib/db/out/markdown.ts';
import { type Sheet, sheetOf } from '../../lib/db/out/sheet.ts';
import { xlsxOf } from '../../lib/db/out/xlsx.ts';
import { draft, freshStore } from './store.ts';
import { unzip } from './zip-files.ts';

const labels = Object.fromEntries(columnIds.map((id) => [id, id])) as Sheet['labels'];

async function sheet(text = 'It died.', changes: Parameters<typeof draft>[0] = {}): Promise<Sheet> {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Kestrin', kind: 'competitor', aliases: [], handles: [], must: [], mustNot: [] });
  const judgement = { brand: brand.id, quadrant: 'weakness', theme: 'Parts', factor: 'offer', quote: 'died' } as const;
  await saveClip(store, { draft: draft({ text, ...changes }), brands: [], judgement }, new Date('2026-05-22T10:00:00Z'));
  await setSentiment(store, 'clip:x:1', brand.id, 'negative');
  await setPriority(store, 'clip:x:1', 3);
  await setOwner(store, 'clip:x:1', 'Ann Lind');
  return sheetOf(store, (await findClips(store, everything, { limit: 10 })).clips, labels);
}
const read = (csv: string, delimiter: string) => Papa.parse<string[]>(csv, { delimiter }).data;

test('CSV: byte order mark, either delimiter, quotes and line breaks come back, unknown stays empty, below zero stays a number', async () => {
  const text = 'Says "no"; then, again\nand again';
  for (const delimiter of [',', ';'] as const) {
    const file = await csvOf(await sheet(text, { metrics: { ...draft().metrics, likes: -5, comments: 0 } }), delimiter);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, row] = read((await file.text()).replace('\ufeff', ''), delimiter);
    const cell = (id: (typeof columnIds)[number]) => row![head!.indexOf(id)];
    expect(cell('text')).toBe(text);
    expect([cell('likes'), cell('comments'), cell('shares')]).toEqual(['-5', '0', '']);
    expect(await file.text()).toContain(`${delimiter}-5${delimiter}0${delimiter}${delimiter}`);
    expect(cell('published')).toBe('2026-05-21 09:00');
    expect([cell('brands'), cell('quadrants'), cell('themes'), cell('sentiment')]).toEqual([
      'Kestrin',
      'Kestrin: weakness',
      'Parts',
      'Kestrin: negative',
    ]);
    expect([cell('factors'), cell('priority'), cell('owner')]).toEqual(['offer', 'high', 'Ann Lind']);
  }
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '=1\n+2', '\u200b=1', '\ufeff=1', '＝1', '－1', "=cmd|'/c calc'!A1"])(
  'CSV: %j is no formula',
  async (text) => {
    const [, row] = read(await (await csvOf(await sheet(text), ',')).text(), ',');
    expect(row![columnIds.indexOf('text')]).toBe(`'${text}`);
  },
);

test('CSV: no text of any kind begins a cell with a formula', async () => {
  const some = await sheet();
  const [rows] = await Array.fromAsync(some.rows);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '\u0000='), async (tail, start) => {
      const one = { ...rows![0]!, text: start + tail, author: start + tail };
      async function* only() {
        yield [one];
      }
      const csv = await (await csvOf({ ...some, rows: only() }, ';')).text();
      for (const cell of read(csv, ';')[1]!) expect(cell).not.toMatch(/^\s*[=+@]/);
    }),
    { numRuns: 50 },
  );
});

test('JSON: keys in no language, instants in UTC, unknown is null', async () => {
  const [row] = JSON.parse(await (await jsonOf(await sheet())).text());
  expect(row).toMatchObject({
    id: 'clip:x:1',
    likes: 12,
    shares: null,
    published: '2026-05-21T07:00:00.000Z',
    precision: 'minute',
    text: 'It died.',
  });
});

test('Markdown: what a page said stays text', async () => {
  const text = '<img src=x onerror=alert(1)> [click](javascript:alert(1)) **bold** `code`\n# no heading\n- no list &amp; | no table';
  const file = await (await markdownOf(await sheet(text, { url: 'https://x.example/a(b)>[c]?q="<b>' }))).text();
  expect(file).not.toMatch(/(?<!\\)<(?!https:)/);
  expect(file).not.toMatch(/(?<!\\)\]\(/);
  expect(file).toContain('> \\<img src\\=x onerror\\=alert\\(1\\)\\>');
  expect(file).toContain('> \\# no heading');
  expect(file.match(/^#+ .*/gm)).toEqual(['## Jonas Feld']);
});

test('XLSX: texts are texts, numbers numbers, dates dates', async () => {
  const file = await xlsxOf(await sheet('=HYPERLINK("https://evil.example")\u0000 & <b>', { metrics: { ...draft().metrics, likes: -5 } }));
  const files = new Map(await unzip(file));
  const cells = files.get('xl/worksheets/sheet1.xml')!;
  expect(cells).not.toContain('<f>');
  const strings = files.get('xl/sharedStrings.xml') ?? cells;
  expect(strings).toContain('=HYPERLINK("https://evil.example") &amp; &lt;b&gt;');
  const cell = (column: number) => new RegExp(`<c r="${String.fromCharCode(65 + column)}2"[^>]*?(?:/>|>.*?</c>)`).exec(cells)?.[0] ?? '';
  expect(cell(columnIds.indexOf('likes'))).toMatch(/<v>-5<\/v>/);
  expect(cell(columnIds.indexOf('likes'))).not.toMatch(/t="(s|str|inlineStr)"/);
  expect(cell(columnIds.indexOf('text'))).toMatch(/t="(s|str|inlineStr)"/);
  // 21 May 2026, 9:00 in Paris, in days since 30 December 1899.
  const serial = Number(/<v>([\d.]+)<\/v>/.exec(cell(columnIds.indexOf('published')))![1]);
  expect(serial).toBeCloseTo((Date.UTC(2026, 4, 21, 9) - Date.UTC(1899, 11, 30)) / 86_400_000, 6);
  expect(cell(columnIds.indexOf('shares'))).not.toContain('<v>');
});
