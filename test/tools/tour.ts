/**
 * The guided tour: clips posts on the demo feed and on a page of each supported platform, judges them, and opens every surface.
 * Leaves screenshots and the exported clips in .output/tour/.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openBundle } from '../../lib/db/bundle/open.ts';
import { eventually } from './drive.ts';
import { buildExtension, launchChromium } from './launch.ts';
import { serveDemo } from './serve-demo.ts';
import { clipOnDemoFeed, clipOnPlatforms } from './tour/clip-posts.ts';
import { openReport } from './tour/report.ts';
import { judge, openRing } from './tour/ring.ts';
import { narrowPopup, photograph, type Surface, surfaces } from './tour/surfaces.ts';
import { clipCount, shoot, type Tour, viewport } from './tour/tour-browser.ts';
import { loadSample, setUp } from './tour/welcome.ts';

async function lookAtSurfaces(tour: Tour, of: readonly Surface[], theme: 'light' | 'dark', suffix: string): Promise<void> {
  for (const surface of of)
    await tour.step(`${surface.name}${suffix}, ${theme}`, () => photograph(tour.launched, surface, tour.folder, theme, suffix));
}

/** Runs the whole tour; returns how many steps failed. */
export async function tour(): Promise<number> {
  const report = await openReport();
  const extension = await buildExtension('e2e');
  const demo = await serveDemo();
  const profile = await mkdtemp(path.join(os.tmpdir(), 'listening-post-tour-'));
  const open = async (lang: string): Promise<Tour> => {
    const launched = await launchChromium({ extension, profile, lang, viewport });
    launched.context.setDefaultTimeout(15_000);
    return { ...report, demo: demo.url, launched };
  };
  try {
    const english = await open('en');
    const { launched, step, folder } = english;
    await setUp(english);
    await clipOnDemoFeed(english);
    await clipOnPlatforms(english);
    await lookAtSurfaces(english, [...surfaces, narrowPopup], 'light', '-own');
    let own = 0;
    await step('the clips are exported by Settings', async () => {
      const page = await launched.context.newPage();
      await page.goto(launched.address('dashboard.html#/settings'));
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save a backup file' }).click()]);
      const file = path.join(folder, 'clips.zip');
      await download.saveAs(file);
      await page.close();
      const bundle = await openBundle(new Blob([await readFile(file)]), { newest: Infinity });
      own = 0;
      for await (const { rows } of bundle.batches('records', { files: false })) own += rows.filter(({ row }) => row.id.startsWith('clip:')).length;
      if (own !== (await clipCount(english))) throw new Error(`the file holds ${own} clips, the store ${await clipCount(english)}`);
      return `${own} clips`;
    });
    await step('the background is killed, and the next clip is saved all the same', async () => {
      await launched.stopWorker();
      const page = await launched.context.newPage();
      await page.goto(demo.url);
      await openRing(launched, page, page.getByText('Ground beans at 5:40').first());
      await judge(page, ['s'], /Strength of Arvelle, saved/);
      await page.close();
    });
    await step('the sample workspace is loaded with one click', () => loadSample(english));
    for (const theme of ['light', 'dark'] as const) await lookAtSurfaces(english, [...surfaces, narrowPopup], theme, '-sample');
    await launched.close();

    for (const lang of ['fr', 'id']) {
      const other = await open(lang);
      await step(`the sample workspace in ${lang}`, () => loadSample(other));
      await step(`the ring in ${lang}`, async () => {
        const page = await other.launched.context.newPage();
        await page.goto(demo.url);
        await openRing(other.launched, page, page.getByText(lang === 'fr' ? 'Ma machine Arvelle' : 'Ada yang sudah pakai').first());
        await shoot(page, other, `ring-${lang}`);
        await page.close();
      });
      await lookAtSurfaces(other, surfaces, lang === 'fr' ? 'light' : 'dark', `-sample-${lang}`);
      await other.launched.close();
    }
    const again = await open('en');
    await step('the sample is removed with one click, and the own clips are as they were', async () => {
      const page = await again.launched.context.newPage();
      await page.goto(again.launched.address('dashboard.html#/inbox'));
      await page.getByRole('button', { name: 'Remove the sample' }).first().click({ timeout: 15_000 });
      await eventually(async () => (await clipCount(again)) === own + 1, `there are not ${own + 1} clips`);
    });
    await again.launched.close();
  } finally {
    await demo.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return report.end();
}
