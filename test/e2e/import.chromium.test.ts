/** Mentions from a file of another program, by the Add page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

const browser = withBrowser(() => inject('granted'));
let page: Page;
beforeAll(() => nameBrands(browser.inside));
beforeEach(async () => {
  await page?.close();
  page = await browser.open('dashboard.html#/add');
});
const stored = (count: number) =>
  eventually(async () => {
    const clips = await storedClips(browser.inside);
    return clips.length === count && clips;
  }, `there are not ${count} clips`);
const choose = (name: string, text: string) =>
  page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') });

const csv = [
  'Datum;Nachricht;Link;Autor;Stimmung',
  '3/4/2026;Die Arvelle läuft;https://x.com/jonas/status/77;Jonas;positive',
  '5/4/2026;Kestrin: kaputt;javascript:alert(1);Ann;negative',
  '6/4/2026;=HYPERLINK("x") Bruvio;forum.example/t/2;Bo;negative',
].join('\r\n');

test('columns that no guess knows are mapped, the preview says what comes, rows are added, and taken back by one key', async () => {
  await choose('export.csv', csv);
  await page.getByText('export.csv holds 3 rows.').waitFor();
  await page.getByText('Row 2: not a web address').waitFor();
  await page.getByLabel('Take the column Datum as').selectOption({ label: 'Published' });
  await page.getByLabel('Take the column Nachricht as').selectOption({ label: 'Text' });
  await page.getByLabel('Take the column Autor as').selectOption({ label: 'Author' });
  await page.getByLabel('Take the column Stimmung as').selectOption({ label: 'Sentiment' });
  await page.getByLabel(/Dates such as/).selectOption({ label: 'the month' });
  const preview = page.getByRole('list', { name: 'The first mentions' });
  await preview.getByText('Die Arvelle läuft').waitFor();
  await preview.getByText(/Jonas · X · (4 Mar|Mar 4)/).waitFor();
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  const folder = process.env['LP_SHOTS'];
  if (folder)
    for (const [scheme, width] of [
      ['light', 1280],
      ['dark', 1280],
      ['light', 360],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await page.getByRole('heading', { name: 'A file from another program' }).scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${folder}/import-${scheme}-${width}.png`, fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
  await page.getByRole('button', { name: 'Add 2 mentions' }).click();
  const clips = await stored(2);
  expect(
    clips
      .map(({ platform, origin, author, publishedAt, brands, sentiments }) => [
        platform,
        origin,
        author.name,
        publishedAt?.instant.slice(0, 7),
        brands.length,
        Object.values(sentiments),
      ])
      .sort(),
  ).toEqual([
    ['generic', 'import', 'Bo', '2026-06', 1, ['negative']],
    ['x', 'import', 'Jonas', '2026-03', 1, ['positive']],
  ]);
  await page.getByText('1 row was left out').waitFor();
  await page.getByRole('button', { name: /Undo/ }).click();
  await stored(0);
});

test('the mapping is remembered by the file’s heads; bookmarks need none', async () => {
  await choose('again.csv', csv.replace('Jonas;', 'Ines;'));
  await page.getByText('again.csv holds 3 rows.').waitFor();
  expect(await page.getByLabel('Take the column Nachricht as').inputValue()).toBe('text');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await choose('bookmarks.html', '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF="https://forum.example/1">Arvelle, a year on</A></DL>');
  await page.getByRole('button', { name: 'Add 1 mention' }).click();
  expect((await stored(1))[0]).toMatchObject({ text: 'Arvelle, a year on', url: 'https://forum.example/1', brands: [expect.anything()] });
});
