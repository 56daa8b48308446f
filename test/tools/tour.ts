/**
 * The guided tour: clips posts on the demo feed and on a page of each supported platform, judges them, and opens every surface.
 * Leaves screenshots and the exported clips in .output/tour/.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { bundle } from './bundle.ts';
import { eventually, openActionPopup, serveSaved } from './drive.ts';
import { buildExtension, type Launched, launchChromium } from './launch.ts';
import { serveDemo } from './serve-demo.ts';
import type { StoreInPage } from './store.entry.ts';
import { openReport, type Report } from './tour/report.ts';
import { judge, leaveRing, openRing, tabNames } from './tour/ring.ts';
import { savedPage, supportedPlatforms } from './tour/saved-pages.ts';
import { drawn, narrowPopup, photograph, type Surface, surfaces, welcome } from './tour/surfaces.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

const viewport = { width: 1280, height: 900 };

interface Tour extends Report {
  launched: Launched;
  demo: string;
}

/** One of the extension's own pages, with the store's commands in it. */
async function storePage({ launched }: Tour): Promise<Page> {
  const page = await launched.context.newPage();
  await page.goto(launched.address('popup.html'));
  await page.evaluate(await bundle('test/tools/store.entry.ts'));
  return page;
}

async function withStore<T>(tour: Tour, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await storePage(tour);
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

const clipCount = (tour: Tour): Promise<number> => withStore(tour, (page) => page.evaluate(async () => (await store.activeStore()).db.clips.count()));

/** A picture once what moves has come to rest. */
async function shoot(page: Page, { folder }: Tour, name: string): Promise<void> {
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

async function setUp(tour: Tour): Promise<void> {
  const { launched, step } = tour;
  await step('the welcome page opens by itself', async () => {
    const address = launched.address(welcome.address);
    const page = await eventually(async () => launched.context.pages().find((open) => open.url() === address), 'no tab shows it');
    await page.setViewportSize(viewport);
    await drawn(page);
    await page.screenshot({ path: path.join(tour.folder, 'first-welcome.png'), fullPage: true });
  });
  await step('our brand and three competitors are named there', async () => {
    const page = await launched.context.newPage();
    await page.setViewportSize(viewport);
    await page.goto(launched.address(welcome.address));
    await page.getByRole('textbox').first().fill('Arvelle');
    await page.keyboard.press('Enter');
    for (const name of ['Kestrin', 'Bruvio', 'Senja']) {
      await page.getByRole('button', { name: /competitor/i }).click();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await page.waitForFunction((wanted) => [...document.querySelectorAll('input')].some(({ value }) => value === wanted), name);
    }
    await page.screenshot({ path: path.join(tour.folder, 'welcome-filled.png') });
    await page.close();
    const names = await withStore(tour, (own) =>
      own.evaluate(async () => (await store.queries.brandsOf(await store.activeStore())).map(({ name }) => name)),
    );
    if (names.join() !== 'Arvelle,Kestrin,Bruvio,Senja') throw new Error(`the store holds ${names.join(', ') || 'none'}`);
  });
}

async function clipOnDemoFeed(tour: Tour): Promise<void> {
  const { launched, step, demo } = tour;
  const page = await launched.context.newPage();
  await page.setViewportSize(viewport);
  await page.goto(demo);
  const post = (words: string) => page.getByText(words).first();

  await step('the ring opens on the post under the pointer', async () => {
    const author = await openRing(launched, page, post('Half a year with the Arvelle Mini'));
    await shoot(page, tour, 'ring-choosing');
    if (!author.includes('Odile Marchetti')) throw new Error(`it opened on a post by ${author}`);
  });
  await step('one key judges and saves', async () => {
    const said = await judge(page, ['s'], /Strength of Arvelle, saved/);
    await shoot(page, tour, 'ring-saved');
    return said;
  });
  await step('undo takes it back, and it is judged again', async () => {
    await judge(page, ['z'], /Undone|For Arvelle/);
    await judge(page, ['s'], /Strength of Arvelle, saved/);
  });
  await step('a theme and a reason are written, unheard by the page', async () => {
    await page.keyboard.press('#');
    await page.keyboard.type('Taste');
    await page.keyboard.press('Enter');
    await judge(page, [], /Strength of Arvelle, saved/);
    await page.keyboard.press('n');
    await page.keyboard.type('asked what I drink at home now');
    await page.keyboard.press('Enter');
    await judge(page, [], /Strength of Arvelle, saved/);
    await shoot(page, tour, 'ring-refined');
    await leaveRing(page);
    const [tag] = await withStore(tour, (own) =>
      own.evaluate(async () => (await (await store.activeStore()).db.clips.toArray()).flatMap(({ tags }) => tags)),
    );
    if (tag?.quote !== 'asked what I drink at home now' || !tag.theme) throw new Error(`stored: reason “${tag?.quote}”, theme ${tag?.theme}`);
    if ((await clipCount(tour)) !== 1) throw new Error('it is not one clip');
    await page.bringToFront();
  });
  const rest: [words: string, keys: string[], says: RegExp][] = [
    ['Fourteen months, and the grinder', ['w'], /Weakness of Kestrin/],
    ['Ada yang sudah pakai Arvelle di kantor', ['o'], /Opportunity for Arvelle/],
    ['Ma machine Arvelle est', ['w'], /Weakness of Arvelle/],
    ['Bruvio sort une machine', ['t'], /Threat to/],
    ['Arvelle depot in Zwolle', ['w'], /Weakness of Arvelle/],
    ['Our facilities team wants', ['Enter'], /Saved, not judged yet/],
  ];
  for (const [words, keys, says] of rest)
    await step(`plaza: “${words} …” is clipped`, async () => {
      await openRing(launched, page, post(words));
      const said = await judge(page, keys, says);
      await leaveRing(page);
      return said;
    });
  await step('the page hears none of our keys', async () => {
    const typed = await page.locator('input[type=search]').inputValue();
    const focused = await page.evaluate(() => document.activeElement?.tagName);
    if (typed !== '' || focused === 'INPUT') throw new Error(`the site’s search box has the focus and holds “${typed}”`);
  });
  await step('after a reload the posts show how they were judged', async () => {
    await page.reload();
    await page.evaluate(() => scrollTo(0, 0));
    const names = await eventually(async () => {
      const found = await tabNames(page);
      return found.some((name) => name.includes('Strength')) && found;
    }, 'no post is marked as clipped');
    await page.mouse.move(0, 0);
    await shoot(page, tour, 'feed-clipped');
    return names.join(' | ');
  });
  await step('the ring follows the browser’s dark theme', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openRing(launched, page, post('Fourteen months, and the grinder'));
    await shoot(page, tour, 'ring-again-dark');
    await leaveRing(page);
    await page.emulateMedia({ colorScheme: 'light' });
  });
  await step('the real popup opens over the feed', async () => {
    const open = await openActionPopup(launched, page);
    await eventually(async () => ((await open.evaluate('document.body?.innerText.length ?? 0')) as number) > 20, 'it stays empty');
    await writeFile(path.join(tour.folder, 'popup-real.png'), await open.screenshot());
    await open.close();
  });
  await page.close();
}

/** The saved pages have no style sheet of their own: this one makes their pictures legible. */
async function dress(page: Page): Promise<void> {
  await page.addStyleTag({
    content: 'body { max-width: 640px; margin: 32px; font: 16px/1.5 sans-serif } a { color: inherit } svg:not([width]) { width: 16px }',
  });
  await page.evaluate(() => {
    for (const element of document.body.querySelectorAll<HTMLElement>('*'))
      if (element.localName.includes('-') && !element.hidden) element.style.display = 'block';
  });
}

async function clipOnPlatforms(tour: Tour): Promise<void> {
  const { launched, step } = tour;
  const keys = ['s', 'w', 'o', 't'];
  for (const [index, platform] of (await supportedPlatforms()).entries())
    await step(`${platform}: a post is clipped`, async () => {
      const { file, url, draft } = await savedPage(platform);
      await serveSaved(launched.context, url, file);
      const page = await launched.context.newPage();
      try {
        await page.setViewportSize(viewport);
        await page.goto(url, { waitUntil: 'domcontentloaded' });
        await dress(page);
        const line = draft.text.split('\n')[0]!.trim();
        await openRing(launched, page, page.getByText(line).first());
        // These posts name none of our brands: the first is chosen by its digit, after the judgement or before.
        const said = await judge(page, [keys[index % keys.length]!, '1'], /saved/i);
        await shoot(page, tour, `on-${platform}`);
        await leaveRing(page);
        const stored = await withStore(tour, (own) =>
          own.evaluate(async ({ platform: on, nativeId }) => {
            const clips = await (await store.activeStore()).db.clips.toArray();
            return clips.find((clip) => clip.platform === on && clip.nativeId === nativeId)?.text;
          }, draft),
        );
        if (stored !== draft.text) throw new Error(`stored as “${stored}”, not as “${draft.text}”`);
        return said;
      } finally {
        await page.close();
      }
    });
}

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
    await step('the clips are exported', async () => {
      const backup = await withStore(english, (page) => page.evaluate(async () => store.exportWorkspace(await store.activeStore())));
      own = backup.records.filter(({ kind }) => kind === 'clip').length;
      await writeFile(path.join(folder, 'clips.json'), JSON.stringify(backup, null, 2));
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
    await step('the sample workspace is loaded with one click', async () => {
      const page = await launched.context.newPage();
      await page.setViewportSize(viewport);
      await page.goto(launched.address(welcome.address));
      await page.getByRole('button', { name: /sample/i }).click();
      await eventually(async () => (await clipCount(english)) > 250, 'it holds too few clips');
      await page.close();
    });
    for (const theme of ['light', 'dark'] as const) await lookAtSurfaces(english, [...surfaces, narrowPopup], theme, '-sample');
    await launched.close();

    for (const lang of ['fr', 'id']) {
      const other = await open(lang);
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
