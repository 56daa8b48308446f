/** A rule written by keyboard alone: what it would touch is counted, done, and taken back; then it judges what is clipped, or proposes. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { judge, leaveRing, openRing } from '../tools/tour/ring.ts';
import { nameBrands, storedClips, withBrowser } from './browser.ts';

declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
let page: Page;
let brands: Record<string, string>;

beforeAll(async () => {
  brands = await nameBrands(browser.inside);
  await browser.inside.evaluate(async () => {
    const here = await store.activeStore();
    const metrics = { likes: 1, comments: null, shares: null, views: null, saves: null, rating: null };
    const base = { kind: 'post', platform: 'x', url: null, truncated: false, publishedAt: null, metrics, promoted: false } as const;
    for (const [nativeId, text] of [
      ['1', 'The grinder broke within a week.'],
      ['2', 'Best espresso I have had.'],
      ['3', 'My grinder screams.'],
    ] as const)
      await store.saveClip(here, {
        draft: { ...base, rounded: [], media: [], nativeId, author: { name: null, handle: 'ines' }, text },
        brands: [],
        judgement: null,
      });
  });
  page = await browser.open('dashboard.html#/rules');
});

async function check(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

/** Goes on by Tab until what has the focus is called so. */
async function tabTo(name: RegExp): Promise<void> {
  for (let step = 0; step < 40; step++) {
    const focused = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      return [at?.getAttribute('aria-label'), at?.labels?.[0]?.textContent, at?.textContent].filter(Boolean).join(' ');
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

const judged = async () =>
  (await storedClips(browser.inside)).flatMap(({ id, tags }) => tags.map(({ quadrant, origin, rule }) => [id, quadrant, origin, rule !== undefined]));

test('with no rules an example shows how one is written', async () => {
  await page.getByRole('heading', { name: 'No rules yet' }).waitFor();
  await check();
  await page.getByRole('link', { name: 'Begin with this example' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'A new rule' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'If a clip answers' }).inputValue()).toBe('(late OR delayed OR weeks) likes>=10');
  expect(await page.getByLabel('Theme').inputValue()).toBe('Delivery');
  await page.getByText('It would be proposed for no past clip.').waitFor();
  await check();
});

test('a search of the Library becomes a rule, by keyboard; past clips are counted, judged, and freed by one undo', async () => {
  await page.goto(browser.address('dashboard.html#/library'));
  await page.locator('.found [role=status]').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('grinder');
  await page.getByText('2 clips').first().waitFor();
  await tabTo(/Make a rule of this search/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'A new rule' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'If a clip answers' }).inputValue()).toBe('grinder');
  await page.getByText('No past clip would be touched.').waitFor();

  // What is missing is said, and nothing is saved.
  await tabTo(/^Name/);
  await page.keyboard.type('Grinders');
  await page.keyboard.press('Enter');
  await page.getByText('It says nothing yet. Choose a brand or a priority.').waitFor();
  // What is wrong is pointed at where it stands.
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await page.keyboard.type(' brnd:x ');
  await page.getByText('There is no filter “brnd”.').waitFor();
  await page.getByText('The search cannot be read whole, so this rule does nothing.').waitFor();
  await check();
  for (let letter = 0; letter < ' brnd:x '.length; letter++) await page.keyboard.press('Backspace');

  await tabTo(/^Brand/);
  await page.keyboard.type('Kes');
  await tabTo(/^Judgement/);
  await page.keyboard.type('Weak');
  await tabTo(/^Theme/);
  await page.keyboard.type('Parts');
  await page.getByText('2 past clips would be touched.').waitFor();
  await page.locator('.rule-past').getByText('My grinder screams.').waitFor();
  await check();
  await tabTo(/Save, and apply to 2 past clips/);
  await page.keyboard.press('Enter');

  await page.getByText('2 past clips touched').first().waitFor();
  expect(await judged()).toEqual([
    ['clip:x:1', 'weakness', 'rule', true],
    ['clip:x:3', 'weakness', 'rule', true],
  ]);
  await page.getByRole('list', { name: 'Rules, from the first to the last' }).getByText('Weakness of Kestrin, Parts').waitFor();
  await check();
  await page.getByRole('button', { name: /^Undo/ }).press('Enter');
  await eventually(async () => (await judged()).length === 0, 'the rule’s judgements are still there');
  // The rule itself stays.
  await page.getByRole('switch', { name: 'Rule “Grinders”' }).waitFor();
});

test('a post clipped from a page bears what the rule sets, said to be the rule’s', async () => {
  const feed = await browser.context.newPage();
  await feed.goto(browser.demo);
  await openRing(browser, feed, feed.getByText('Fourteen months, and the grinder').first());
  await judge(feed, ['Enter'], /Saved, not judged yet/);
  await leaveRing(feed);
  await feed.close();
  const clip = (await storedClips(browser.inside)).at(-1)!;
  expect(clip).toMatchObject({ inbox: 0, tags: [{ brand: brands['Kestrin'], quadrant: 'weakness', origin: 'rule' }] });
  await page.goto(browser.address(`dashboard.html#/clip/${encodeURIComponent(clip.id)}`));
  await page.getByText('by the rule “Grinders”').waitFor();
  await check();
});

test('a rule is turned off, moved to the trash, and brought back, by keyboard', async () => {
  await page.goto(browser.address('dashboard.html#/library'));
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  const turn = page.getByRole('switch', { name: 'Rule “Grinders”' });
  await turn.press('Space');
  await eventually(async () => (await turn.getAttribute('aria-checked')) === 'false', 'the rule is on still');
  await page.getByRole('button', { name: 'Delete Grinders' }).press('Enter');
  await page.getByRole('heading', { name: 'No rules yet' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.goto(browser.address('dashboard.html#/trash'));
  await page.getByRole('button', { name: 'Bring back: Grinders' }).press('Enter');
  await page.goto(browser.address('dashboard.html#/history'));
  await page.getByText('Grinders, put away').waitFor();
  await page.getByText('By a rule: Weakness of Kestrin, Parts, 2 at once').first().waitFor();
  await page.goto(browser.address('dashboard.html#/rules'));
  await page.getByRole('link', { name: 'Change Grinders' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Change the rule' }).waitFor();
  await page.getByLabel('Propose it').press('Space');
  await page.getByText('It would be proposed for 2 past clips').waitFor();
  await page.getByRole('button', { name: 'Save the rule' }).press('Enter');
  await turn.press('Space');
  await eventually(async () => (await turn.getAttribute('aria-checked')) === 'true', 'the rule is off still');
});

test('what it proposes is accepted in the inbox by one key, and taken back by another', async () => {
  await page.goto(browser.address('dashboard.html#/inbox'));
  const proposal = page.getByText('Rule “Grinders” proposes: Weakness of Kestrin, Parts');
  await proposal.waitFor();
  await check();
  await page.getByRole('article').filter({ has: proposal }).focus();
  await page.keyboard.press('r');
  await eventually(async () => (await judged()).length === 2, 'the proposal was not accepted');
  expect((await judged()).find(([id]) => id === 'clip:x:3')).toEqual(['clip:x:3', 'weakness', 'rule', true]);
  await page.keyboard.press('z');
  await eventually(async () => (await judged()).length === 1, 'what was accepted is still there');
  await proposal.waitFor();
});
