import type { Page } from 'playwright-core';
import { bundle } from '../bundle.ts';
import type { Launched } from '../launch.ts';
import type { StoreInPage } from '../store.entry.ts';
import { quantile, report } from './figures.ts';

type StoredTag = { brand: string; quadrant: string; theme: string | null };

declare const store: StoreInPage;

interface View {
  name: string;
  address: string;
  /** What it shows first of use, by selector. */
  shown: string;
}

/** A clip's own page is that of the newest. */
const views: View[] = [
  { name: 'popup', address: 'popup.html', shown: 'tr.own td' },
  { name: 'inbox', address: 'dashboard.html#/inbox', shown: '.inbox-clip.open .opened' },
  { name: 'library', address: 'dashboard.html#/library', shown: '.clip-row .clip-link' },
  { name: 'clip', address: 'dashboard.html#/clip/', shown: '.clip-detail .clip-main' },
  { name: 'SWOT', address: 'dashboard.html#/swot?days=90', shown: '.board .statement' },
  { name: 'benchmark', address: 'dashboard.html#/benchmark?days=90', shown: 'main table th[scope=row]' },
  { name: 'themes', address: 'dashboard.html#/themes', shown: '.theme-tree li' },
  { name: 'history', address: 'dashboard.html#/history', shown: '.past-row' },
];

/** From the page's start until what is shown first is on the screen. */
async function open(launched: Launched, address: string, shown: string): Promise<{ page: Page; time: number }> {
  const page = await launched.context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript((selector) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      watching.disconnect();
      requestAnimationFrame(() => Object.assign(globalThis, { shownAt: performance.now() }));
    };
    const watching = new MutationObserver(look);
    watching.observe(document, { subtree: true, childList: true });
  }, shown);
  await page.goto(launched.address(address));
  const at = await page.waitForFunction(() => (globalThis as { shownAt?: number }).shownAt, undefined, { polling: 20 });
  return { page, time: (await at.jsonValue())! };
}

/** Each view opened by itself, and how long after a judgement was asked for elsewhere it shows that. */
export async function measureLive(launched: Launched, clips: number, repeats: number): Promise<void> {
  const writer = await launched.context.newPage();
  writer.setDefaultTimeout(60_000);
  await writer.goto(launched.address('welcome.html'));
  await writer.evaluate(await bundle('test/tools/store.entry.ts'));
  for (const { name, address, shown } of views) {
    const paints: number[] = [];
    const updates: number[] = [];
    for (let round = 0; round <= repeats; round++) {
      // Counted clip by clip: one that says so already would change nothing. A list shows the newest, with the themes of all that was said of it.
      const clip = await writer.evaluate(async (view) => {
        const { db } = await store.activeStore();
        if (view === 'library') return (await db.clips.orderBy('[day+clippedAt]').last())!.id;
        if (view === 'inbox') return (await db.clips.where('[inbox+clippedAt]').between([1, ''], [1, '\uffff']).last())!.id;
        const [own] = await store.queries.brandsOf(await store.activeStore());
        const [theme] = await store.queries.themesOf(await store.activeStore());
        const says = (tag: StoredTag) => (tag.brand === own!.id && tag.quadrant === 'strength') || tag.theme === theme!.id;
        const newest = await db.clips.orderBy('[day+clippedAt]').reverse().limit(1_000).toArray();
        return newest.find(({ brands, tags }) => brands.includes(own!.id) && !tags.some(says))!.id;
      }, name);
      const { page, time } = await open(launched, address.endsWith('/') ? address + encodeURIComponent(clip) : address, shown);
      // What comes after the first paint is no update.
      await page.evaluate(async () => {
        const text = () => (document.querySelector('main') ?? document.body).textContent;
        for (let before: string | null = null; before !== text() || document.querySelector('[aria-busy="true"]'); ) {
          before = text();
          await new Promise((resolve) => setTimeout(resolve, 1_000));
        }
      });
      await page.evaluate(() => {
        const place = document.querySelector('main') ?? document.body;
        const before = place.textContent;
        const watching = new MutationObserver(() => {
          if (place.textContent === before) return;
          watching.disconnect();
          requestAnimationFrame(() => Object.assign(globalThis, { updatedAt: performance.timeOrigin + performance.now() }));
        });
        watching.observe(place, { subtree: true, childList: true, characterData: true });
      });
      const begun = await writer.evaluate(
        async ([id, name]) => {
          const here = await store.activeStore();
          const [own] = await store.queries.brandsOf(here);
          const [theme] = await store.queries.themesOf(here);
          const at = performance.timeOrigin + performance.now();
          await store.commands.tags.tagClip(here, id, { brand: own!.id, quadrant: 'strength', theme: name || theme!.name });
          return at;
        },
        [clip, name === 'library' ? `Round ${round} of ${clips}` : ''] as const,
      );
      const at = await page.waitForFunction(() => (globalThis as { updatedAt?: number }).updatedAt, undefined, { polling: 20 });
      if (round > 0) {
        paints.push(time);
        updates.push((await at.jsonValue())! - begun);
      }
      await page.close();
    }
    report(`${name} opened: first of use, ${clips} clips`, quantile(paints, 0.5), 'ms', repeats);
    report(`${name} open: a judgement made elsewhere is shown, ${clips} clips`, quantile(updates, 0.5), 'ms', repeats);
  }
  await writer.close();
}
