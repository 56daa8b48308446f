/** The learner's worker starts in Firefox too, reads the store and answers. */
import { launch } from 'puppeteer-core';
import { describe, expect, inject, test } from 'vitest';
import { firefoxPath } from '../tools/browser.ts';
import { bundle } from '../tools/bundle.ts';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

const executablePath = process.env['FIREFOX_PATH'] || firefoxPath();
const uuid = '6f1b7a52-0c1e-4d9c-9a39-4d2f7b1c8e13';
const addon = 'listening-post@listening-post.example';

describe.skipIf(!executablePath)(`Firefox${executablePath ? '' : ' (none found: skipped)'}`, () => {
  test('suggests by what was judged, with the words, and says how it reads', async () => {
    const browser = await launch({
      browser: 'firefox',
      executablePath: executablePath!,
      headless: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [addon]: uuid }) },
    });
    try {
      await browser.installExtension(inject('grantedFirefox'));
      const page = await browser.newPage();
      // The promise of a page of an extension may never come; what it shows is asked instead.
      void page.goto(`moz-extension://${uuid}/dashboard.html#/inbox`).catch(() => undefined);
      const text = async () => (await page.evaluate(() => document.body?.innerText ?? '').catch(() => '')) as string;
      await eventually(async () => (await text()).includes('Nothing waits here'), 'the inbox is not drawn');
      await page.evaluate(await bundle('test/tools/store.entry.ts'));
      await page.evaluate(async () => {
        const here = await store.activeStore();
        const none = { aliases: [], handles: [], must: [], mustNot: [] };
        const brand = (await store.saveBrand(here, { ...none, name: 'Arvelle', kind: 'own' })).brand.id;
        const keep = (id: number, said: string, quadrant?: 'strength' | 'weakness') =>
          store.saveClip(here, {
            draft: {
              kind: 'post',
              platform: 'x',
              url: `https://x.com/somebody/status/${id}`,
              nativeId: String(id),
              author: { name: null, handle: `somebody${id}` },
              text: said,
              lang: 'en',
              truncated: false,
              publishedAt: { instant: new Date().toISOString(), raw: 'now', precision: 'minute', source: 'attribute' },
              metrics: { likes: null, comments: null, shares: null, views: null, saves: null, rating: null },
              rounded: [],
              media: [],
              promoted: false,
            },
            brands: [brand],
            judgement: quadrant ? { brand, quadrant } : null,
          });
        for (let at = 0; at < 30; at++) {
          await keep(2 * at + 10, `Lovely crema, espresso ${at}, smooth cup`, 'strength');
          await keep(2 * at + 11, `Parcel late, refund ${at}, courier broken`, 'weakness');
        }
        await keep(1, 'Courier broken, parcel late');
        location.reload();
      });
      const said = await eventually(async () => {
        const shown = await text();
        return shown.includes('Looks like') && shown.includes('Reads negative') && shown;
      }, 'nothing is suggested');
      expect(said).toMatch(/Looks like a weakness of Arvelle/);
      expect(said).toMatch(/by these words: .*(parcel|courier)/i);
    } finally {
      await browser.close();
    }
  });
});
