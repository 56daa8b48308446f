/** Clipping posts: on the demo feed, and on a page of each platform. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { eventually, openActionPopup, serveSaved } from '../drive.ts';
import type { StoreInPage } from '../store.entry.ts';
import { judge, leaveRing, openRing, tabNames } from './ring.ts';
import { savedPage, supportedPlatforms } from './saved-pages.ts';
import { clipCount, shoot, type Tour, viewport, withStore } from './tour-browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

/** Clips and judges posts of the demo feed with the ring: saved, taken back, refined, and shown as clipped. */
export async function clipOnDemoFeed(tour: Tour): Promise<void> {
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
    await eventually(
      async () => String(await open.evaluate('document.body?.innerText')).includes('Clip this post'),
      'it does not offer to clip the post',
    );
    await writeFile(path.join(tour.folder, 'popup-real.png'), await open.screenshot());
    await open.close();
  });
  await page.close();
}

/** The saved pages have no style sheet of their own: this one makes their pictures legible. */
async function dress(page: Page): Promise<void> {
  await page.addStyleTag({
    content: 'body { max-width: 640px; margin: 32px; font: 16px/1.5 sans-serif } a { color: inherit } svg:not([width]) { width: 16px; height: 16px }',
  });
  await page.evaluate(() => {
    for (const element of document.body.querySelectorAll<HTMLElement>('*'))
      if (element.localName.includes('-') && !element.hidden) element.style.display = 'block';
  });
}

/** Clips one post on a page of each supported platform, and looks how it is stored. */
export async function clipOnPlatforms(tour: Tour): Promise<void> {
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
