/** The popup's one table with the sample workspace: changes, the switch, a brand's card by keyboard, and that all of it is live. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { eventually } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { storedClips, withBrowser } from './browser.ts';

declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
let popup: Page;
beforeAll(async () => {
  const welcome = await browser.open('welcome.html');
  await welcome.getByRole('button', { name: /sample/i }).click();
  await eventually(async () => (await storedClips(browser.inside)).length > 250, 'the sample was not loaded');
  await welcome.close();
  popup = await browser.open('popup.html', { width: 380, height: 600 });
  await popup.getByRole('row', { name: /^Arvelle/ }).waitFor();
});

const row = (name: string) => popup.getByRole('row', { name: new RegExp(`^${name}`) });

test('counts say how they differ from the period before, and against what', async () => {
  await popup.getByText(/± the 30 days before/).waitFor();
  await row('Arvelle')
    .getByText(/[+−]\d+ against the period before/)
    .first()
    .waitFor();
});

test('a brand’s card opens by key, leads to board, themes and clips, and Escape brings the focus back', async () => {
  const name = popup.getByRole('button', { name: 'Kestrin', exact: true });
  await name.focus();
  await popup.keyboard.press('Enter');
  const card = popup.getByRole('region', { name: 'Kestrin', exact: true });
  await card.getByText('Strongest evidence').waitFor();
  await eventually(
    () => card.getByRole('heading', { name: 'Kestrin' }).evaluate((title) => title === document.activeElement),
    'the card has no focus',
  );
  const links = await card.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const view of ['swot?brand=', 'library?brand=', 'clip/'])
    expect(
      links.some((href) => href.includes(`#/${view}`)),
      view,
    ).toBe(true);
  await popup.keyboard.press('Escape');
  await eventually(() => name.evaluate((button) => button === document.activeElement), 'the focus did not return');
  expect(await card.count()).toBe(0);
});

test('the switch shows clips, net sentiment and engagement of the same brands, and is remembered', async () => {
  const names = () => popup.getByRole('rowheader').allTextContents();
  const judged = await names();
  await popup.getByText('Figures', { exact: true }).click();
  await popup.getByRole('columnheader', { name: 'Net sentiment' }).waitFor();
  expect(await names()).toEqual(judged);
  await popup.reload();
  await popup.getByRole('columnheader', { name: 'Net sentiment' }).waitFor();
  await popup.getByText('SWOT', { exact: true }).click();
  await popup.getByRole('columnheader', { name: 'Share of voice' }).waitFor();
});

test('a judgement made elsewhere is counted at once', async () => {
  const threats = row('Arvelle').getByRole('link', { name: /threats? (to|of)/i });
  const before = Number(await threats.first().textContent());
  await browser.inside.evaluate(async () => {
    const here = await store.activeStore();
    const own = (await here.db.brands.toArray()).find(({ kind }) => kind === 'own')!;
    const draft = {
      kind: 'post',
      platform: 'x',
      url: 'https://x.com/mira/status/1',
      nativeId: '1',
      author: { name: 'Mira', handle: 'mira' },
      text: 'The new rules forbid these capsules.',
      truncated: false,
      publishedAt: null,
      metrics: { likes: null, comments: null, shares: null, views: null, saves: null, rating: null },
      rounded: [],
      media: [],
      promoted: false,
    } as const;
    await store.saveClip(here, { draft: draft as never, brands: [], judgement: { brand: own.id, quadrant: 'threat' } });
  });
  await eventually(async () => Number(await threats.first().textContent()) === before + 1, 'the popup did not follow');
});
