/** What is guessed, where it is taken: learned from this workspace's own judgements in a worker, and read off the words; by one key, and undone. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
let brands: Record<string, string>;
let inbox: Page;

interface Post {
  id: string;
  text: string;
  brand: string;
  quadrant?: string | undefined;
}

const keep = (posts: Post[]) =>
  browser.inside.evaluate(async (all) => {
    const here = await store.activeStore();
    for (const { id, text, brand, quadrant } of all) {
      const draft = {
        kind: 'post' as const,
        platform: 'x',
        url: `https://x.com/somebody/status/${id}`,
        nativeId: id,
        author: { name: null, handle: `somebody${id}` },
        text,
        lang: 'en',
        truncated: false,
        publishedAt: { instant: new Date().toISOString(), raw: 'now', precision: 'minute' as const, source: 'attribute' as const },
        metrics: { likes: null, comments: null, shares: null, views: null, saves: null, rating: null },
        rounded: [],
        media: [],
        promoted: false,
      };
      await store.saveClip(here, { draft, brands: [brand], judgement: quadrant ? { brand, quadrant: quadrant as 'weakness' } : null });
    }
  }, posts);

const words = {
  strength: ['crema', 'espresso', 'aroma', 'lovely', 'cup', 'smooth'],
  weakness: ['parcel', 'courier', 'late', 'refund', 'broken', 'waiting'],
  opportunity: ['office', 'subscription', 'lease', 'team', 'monthly', 'canteen'],
  threat: ['cheaper', 'discount', 'supermarket', 'capsules', 'switching', 'copycat'],
};
const filler = ['on Tuesday', 'for my sister', 'in the kitchen', 'at work', 'with the new one'];

/** So many posts of each quadrant, each with three of its words. */
const judged = (each: number): Post[] =>
  Object.entries(words).flatMap(([quadrant, own], row) =>
    Array.from({ length: each }, (_, at) => ({
      id: `${1_000 * (row + 1) + at}`,
      text: `Arvelle ${filler[at % 5]}: ${own[at % 6]}, ${own[(at * 2 + 1) % 6]} and ${own[(at * 3 + 2) % 6]}`,
      brand: brands['Arvelle']!,
      quadrant,
    })),
  );

const suggestion = (page: Pick<Page, 'locator'>) => page.locator('.suggestion');
const opened = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const tagsOf = async (text: string) => (await storedClips(browser.inside)).find((clip) => clip.text.includes(text))!.tags;

/** Axe finds nothing, and nothing is wider than the window. */
async function faultless(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

beforeAll(async () => {
  brands = await nameBrands(browser.inside);
});

test('before there are judgements it says how many it takes, and nothing else', async () => {
  await keep([{ id: '1', text: 'My parcel is late, the courier lost it', brand: brands['Arvelle']! }]);
  const page = await browser.open('dashboard.html#/settings');
  await page.getByText('Nothing is suggested yet').waitFor();
  expect(await page.getByText('Nothing is suggested yet').textContent()).toContain('20 more judgements');
  // The dashboard's own `?` shows the keys of all views.
  await page.goto(browser.address('sidepanel.html'));
  await opened(page, 'courier lost it').focus();
  await page.keyboard.press('?');
  await page.getByText('20 more judgements').waitFor();
  expect(await suggestion(page).count()).toBe(0);
  await page.close();
});

describe('after thirty judgements a quadrant', () => {
  beforeAll(async () => {
    await keep(judged(30));
    await keep([
      { id: '2', text: 'Nothing to see here, folks', brand: brands['Arvelle']! },
      { id: '3', text: 'Waiting for a refund, the courier brought it broken', brand: brands['Arvelle']! },
    ]);
    inbox = await browser.open('dashboard.html#/inbox');
    await suggestion(inbox).waitFor();
  });

  test('the open clip says what it looks like, how sure that is and by which words; they are marked, and a worker thought of it', async () => {
    const said = await suggestion(inbox).innerText();
    expect(said).toMatch(/Looks like a weakness of Arvelle/);
    const confidence = Number(/sure, (\d+)\s?%/i.exec(said)?.[1]);
    expect(confidence).toBeGreaterThanOrEqual(70);
    for (const word of ['refund', 'courier', 'broken']) expect(said).toContain(word);
    expect(said).toContain('120 judgements');
    expect(await inbox.locator('.inbox-clip.open mark').allInnerTexts()).toEqual(expect.arrayContaining(['refund', 'courier', 'broken']));
    expect(inbox.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('learner.worker')]);
    expect(await tagsOf('brought it broken')).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in it, %s, nor is it wider than a narrow panel', async (colorScheme) => {
    const page = await browser.open('sidepanel.html', { width: 320, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await suggestion(page).waitFor();
    await faultless(page);
    await page.close();
  });

  test('one key takes it, the tag says that it was a suggestion, and one takes it back', async () => {
    await opened(inbox, 'brought it broken').focus();
    const pressed: string[] = [];
    const press = async (key: string) => {
      pressed.push(key);
      await inbox.keyboard.press(key);
    };
    await press('Enter');
    const tags = await eventually(async () => {
      const found = await tagsOf('brought it broken');
      return found.length > 0 && found;
    }, 'it was not judged');
    expect(pressed).toHaveLength(1);
    expect(tags).toMatchObject([{ brand: brands['Arvelle'], quadrant: 'weakness', origin: 'suggestion' }]);
    await press('z');
    await eventually(async () => (await tagsOf('brought it broken')).length === 0, 'it was not taken back');
    await opened(inbox, 'brought it broken').and(inbox.locator('[aria-current=true]')).waitFor();
  });

  test('a letter judges by hand all the same, whatever is suggested', async () => {
    await suggestion(inbox).waitFor();
    await inbox.keyboard.press('w');
    const tags = await eventually(async () => {
      const found = await tagsOf('brought it broken');
      return found.length > 0 && found;
    }, 'it was not judged');
    expect(tags).toMatchObject([{ quadrant: 'weakness', origin: 'hand' }]);
  });

  test('of a clip whose words say nothing it is silent, and Enter opens the post', async () => {
    await opened(inbox, 'Nothing to see here').focus();
    const [post] = await Promise.all([browser.context.waitForEvent('page'), inbox.keyboard.press('Enter')]);
    expect(await suggestion(inbox).count()).toBe(0);
    await post.close();
    expect(await tagsOf('Nothing to see here')).toEqual([]);
  });

  test('waved away by Escape it is gone; by pointer another is taken', async () => {
    await keep([{ id: '4', text: 'Lovely crema, smooth espresso, what an aroma', brand: brands['Arvelle']! }]);
    await opened(inbox, 'courier lost it').focus();
    await suggestion(inbox).waitFor();
    await inbox.keyboard.press('Escape');
    await suggestion(inbox).waitFor({ state: 'detached' });
    expect(await tagsOf('courier lost it')).toEqual([]);

    await opened(inbox, 'Lovely crema').click();
    await suggestion(inbox).getByRole('button', { name: 'Accept' }).click();
    await eventually(async () => (await tagsOf('Lovely crema'))[0]?.origin === 'suggestion', 'it was not judged by the button');
  });

  test('with several clips selected nothing is suggested: a key would act on all of them', async () => {
    await keep([{ id: '5', text: 'Refund? Broken, late, still waiting for the courier', brand: brands['Arvelle']! }]);
    await opened(inbox, 'Refund? Broken').focus();
    await suggestion(inbox).waitFor();
    await inbox.keyboard.press('x');
    await suggestion(inbox).waitFor({ state: 'detached' });
    await inbox.keyboard.press('Escape');
    await suggestion(inbox).waitFor();
  });

  test('it learns on: of what it never heard of it speaks once others were judged, the inbox still open', async () => {
    await keep([{ id: '6', text: 'Minister announces tariff on imported grinders', brand: brands['Arvelle']! }]);
    await opened(inbox, 'Minister announces').focus();
    await eventually(async () => !(await suggestion(inbox).count()), 'it should not know yet');
    await keep(
      Array.from({ length: 24 }, (_, at) => ({
        id: `${6_000 + at}`,
        text: `Minister ${filler[at % 5]}: tariff on imported grinders, ${['law', 'ban', 'duty'][at % 3]}`,
        brand: brands['Arvelle']!,
        quadrant: 'threat',
      })),
    );
    await suggestion(inbox).waitFor();
    expect(await suggestion(inbox).innerText()).toMatch(/Looks like a threat to Arvelle/);
  });
});

describe('on a clip’s own page, and in the library’s margin', () => {
  const pageOf = (id: string) => browser.open(`dashboard.html#/clip/${encodeURIComponent(`clip:x:${id}`)}`);

  beforeAll(async () => {
    await keep([
      { id: '20', text: 'Second refund this year: waiting for the courier, it came late and broken. Lovely crema', brand: brands['Arvelle']! },
      { id: '21', text: 'Such an aroma, crema to dream of, a lovely espresso', brand: brands['Arvelle']! },
    ]);
  });

  test('it is offered as in the inbox, its words marked; Enter takes it once, and Z takes it back', async () => {
    const page = await pageOf('20');
    await suggestion(page).waitFor();
    expect(await suggestion(page).innerText()).toMatch(/Looks like a weakness of Arvelle/);
    expect(await page.locator('.clip-main mark').allInnerTexts()).toEqual(expect.arrayContaining(['refund', 'courier', 'broken']));
    expect(await page.locator('.quadrant-picker .suggested').innerText()).toContain('Weakness');
    expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('learner.worker')]);
    // Pressed again and again until it has gone from sight: it is saved some time before that.
    await page.evaluate(async () => {
      for (let press = 0; press < 500 && document.querySelector('.suggestion'); press += 1) {
        document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    });
    const [tag, ...more] = await tagsOf('Second refund');
    expect(tag).toMatchObject({ brand: brands['Arvelle'], quadrant: 'weakness', origin: 'suggestion' });
    expect([more, await browser.inside.evaluate(async () => (await store.activeStore()).db.tags.where('clip').equals('clip:x:20').count())]).toEqual([
      [],
      1,
    ]);
    // Judged for that brand, it would tell only what this very clip taught it.
    await page.locator('.judgements').getByText('a suggestion, accepted').waitFor();
    await page.getByRole('button', { name: 'Arvelle' }).first().press('z');
    await suggestion(page).waitFor();
    expect(await tagsOf('Second refund')).toEqual([]);
    await page.close();
  });

  test('what speaks against it is said beside, and marked otherwise, not by colour alone', async () => {
    const page = await pageOf('20');
    await suggestion(page).getByText('Against it:').waitFor();
    const against = page.locator('.clip-main mark.against');
    const marked = await against.allInnerTexts();
    expect(marked).toContain('Lovely');
    expect((await suggestion(page).locator('mark.against').innerText()).split(/, | and /).sort()).toEqual(marked.sort());
    const line = (marks: Locator) => marks.first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
    expect([await line(against), await line(page.locator('.clip-main mark:not(.against)'))]).toEqual(['underline', 'none']);
    await page.close();
  });

  test('taken by its button, what was written with it is kept, and the focus stays in the form', async () => {
    const page = await pageOf('21');
    await suggestion(page).waitFor();
    await page.getByLabel('Reason').fill('lovely espresso');
    await suggestion(page).getByRole('button', { name: 'Accept' }).click();
    await suggestion(page).waitFor({ state: 'detached' });
    expect(await tagsOf('Such an aroma')).toMatchObject([{ quadrant: 'strength', origin: 'suggestion', quote: 'lovely espresso' }]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-labelledby'))).toBe('judge-clip');
    await page.close();
  });

  test('Escape waves it away and leaves the margin open; Enter on a control means that control', async () => {
    const page = await browser.open('dashboard.html#/library?text=Second%20refund&clip=clip%3Ax%3A20');
    const margin = page.getByRole('complementary', { name: 'Clip' });
    await suggestion(margin).waitFor();
    await margin.getByRole('button', { name: 'Arvelle' }).first().press('Enter');
    expect(await tagsOf('Second refund')).toEqual([]);
    await margin.focus();
    await page.keyboard.press('Escape');
    await suggestion(margin).waitFor({ state: 'detached' });
    expect(await margin.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await margin.waitFor({ state: 'detached' });
    expect(await tagsOf('Second refund')).toEqual([]);
    await page.close();
  });

  test('where nothing can be asked no worker is started: judged for the brand already', async () => {
    const page = await pageOf('1001');
    await page.locator('.judgements').getByText('Arvelle').waitFor();
    await page.locator('.clip-past li').first().waitFor();
    expect(await suggestion(page).count()).toBe(0);
    expect(page.workers()).toEqual([]);
    await page.locator('.judgements').getByRole('button').click();
    await suggestion(page).waitFor();
    await page.close();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in it, %s, nor is it wider than a narrow window', async (colorScheme) => {
    const page = await pageOf('20');
    await page.setViewportSize({ width: 320, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await suggestion(page).waitFor();
    await faultless(page);
    await page.close();
  });
});

describe('how it reads', () => {
  const feelings = async (text: string) => (await storedClips(browser.inside)).find((clip) => clip.text.includes(text))!.sentiments;

  test('is said with its words, and set for the brand by one key, the clip still open; unset until then, and again after Z', async () => {
    await keep([{ id: '7', text: 'Terrible hinge, awful rattle, never again', brand: brands['Arvelle']! }]);
    await opened(inbox, 'awful rattle').focus();
    await inbox.getByText(/Reads negative: .*awful/i).waitFor();
    expect(await feelings('awful rattle')).toEqual({});
    await inbox.keyboard.press('y');
    await eventually(async () => (await feelings('awful rattle'))[brands['Arvelle']!] === 'negative', 'it was not set');
    await opened(inbox, 'awful rattle').and(inbox.locator('[aria-current=true]')).waitFor();
    await inbox.getByRole('button', { name: /Speaks badly of Arvelle/ }).waitFor({ state: 'detached' });
    await inbox.keyboard.press('z');
    await eventually(async () => Object.keys(await feelings('awful rattle')).length === 0, 'it was not unset');
  });

  test('is set by one click on the clip’s page, beside the hand', async () => {
    const page = await browser.open(`dashboard.html#/clip/${encodeURIComponent('clip:x:7')}`);
    await page.getByText(/Reads negative/).waitFor();
    expect(await page.getByRole('radio', { name: 'not set' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Speaks badly of Arvelle' }).click();
    await eventually(async () => (await feelings('awful rattle'))[brands['Arvelle']!] === 'negative', 'it was not set');
    await page.getByRole('button', { name: 'Speaks badly of Arvelle' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('radio', { name: 'badly' }).isChecked()).toBe(true);
    await page.close();
  });
});

test('what the popup loads holds neither the word lists nor the learner, and starts no worker', async () => {
  const page = await browser.open('welcome.html');
  const scripts: string[] = [];
  page.on('response', (response) => response.url().endsWith('.js') && scripts.push(new URL(response.url()).pathname));
  await page.goto(browser.address('popup.html'));
  await page.locator('tr.own').first().waitFor();
  const code = (await Promise.all(scripts.map((script) => readFile(inject('granted') + script, 'utf8')))).join('');
  expect(code.length).toBeGreaterThan(50_000);
  // A word of AFINN, and the learner's own.
  expect(/abandoned|learner\.worker/.exec(code)?.[0]).toBeUndefined();
  expect(page.workers()).toEqual([]);
  await page.close();
});
