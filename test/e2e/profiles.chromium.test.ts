/** On the page of an account: a brand's own is kept by itself, another's leaves no trace until it is given to a brand by one click. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { eventually, openActionPopup } from '../tools/drive.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { nameBrands, withBrowser } from './browser.ts';

declare const store: StoreInPage;

const browser = withBrowser(() => inject('granted'));
let page: Page;
let followers = '';

/** The head of an account as Mastodon draws it. */
const head = (name: string, handle: string) =>
  `<!doctype html><title>${name}</title><div id="mastodon" class="app-holder" data-props="{}"></div><div class="account__header__tabs__name"><h1>${name}</h1></div><a href="/@${handle}" title="1,262">1.3K posts</a><a href="/@${handle}/following" title="80">80 following</a><a href="/@${handle}/followers"${followers}</a>`;

beforeEach(async () => {
  await browser.inside.evaluate(async () => {
    const { db } = await store.activeStore();
    for (const table of db.tables) if (table.name !== 'workspace') await table.clear();
  });
  await nameBrands(browser.inside);
  followers = ' title="4,321">4.32K followers';
  page = await browser.context.newPage();
  await page.route('https://coffee.example/**', (route) => {
    const handle = new URL(route.request().url()).pathname.slice(2);
    return route.fulfill({ body: head(handle === 'kestrin' ? 'Kestrin' : 'Somebody', handle), contentType: 'text/html; charset=utf-8' });
  });
});
afterEach(() => page.close());

const kept = () =>
  browser.inside.evaluate(async () => {
    const { db } = await store.activeStore();
    const profiles = await db.profiles.toArray();
    const brands = new Map((await db.brands.toArray()).map(({ id, name, handles }) => [id, { name, handles }]));
    return (await db.profileSnapshots.toArray()).map(({ profile, sizes, rounded }) => {
      const brand = brands.get(profiles.find(({ id }) => id === profile)?.brand ?? '');
      return { profile, ...sizes, rounded, brand: brand?.name, handles: brand?.handles };
    });
  });

const list = (name: string, handle: string) =>
  browser.inside.evaluate(
    async ([brand, listed]) => {
      const here = await store.activeStore();
      const known = (await here.db.brands.toArray()).find((one) => one.name === brand)!;
      await store.saveBrand(here, { ...known, handles: [listed!] });
    },
    [name, handle],
  );

test('of a brand that lists it, the numbers are kept by themselves, and days later again; the popup says how it grew', async () => {
  await list('Kestrin', 'mastodon:kestrin@coffee.example');
  await page.goto('https://coffee.example/@kestrin');
  await eventually(async () => (await kept()).length === 1, 'no snapshot was kept');
  expect(await kept()).toMatchObject([
    { profile: 'profile:mastodon:kestrin@coffee.example', followers: 4321, following: 80, posts: 1262, rounded: [], brand: 'Kestrin' },
  ]);
  await browser.inside.evaluate(async () => {
    const { db } = await store.activeStore();
    await db.profileSnapshots.toCollection().modify({ at: new Date(Date.now() - 3 * 86_400_000).toISOString() });
  });
  followers = ' title="4,400">4.4K followers';
  await page.reload();
  await eventually(async () => (await kept()).length === 2, 'no second snapshot was kept');
  await page.bringToFront();
  const popup = await openActionPopup(browser, page);
  await eventually(
    async () =>
      /This account[\s\S]*4,400 followers[\s\S]*Counted for Kestrin\s*\+79 since/.test(
        String(await popup.evaluate("document.body?.innerText ?? ''")),
      ),
    'the popup does not say whose account it is',
  );
  writeFileSync('.output/account-known.png', await popup.screenshot());
  await popup.close();
});

test('one that nobody knows leaves no trace; one click in the popup gives it to a brand, and one takes it back', async () => {
  await page.goto('https://coffee.example/@somebody');
  await page.bringToFront();
  const popup = await openActionPopup(browser, page);
  const text = async () => String(await popup.evaluate("document.body?.innerText ?? ''"));
  await eventually(async () => /Whose account is it/.test(await text()), 'the popup does not ask whose account it is');
  expect(await text()).toMatch(/Somebody\s*@somebody@coffee\.example[\s\S]*4,321 followers[\s\S]*80 following[\s\S]*1,262 posts/);
  writeFileSync('.output/account-unknown.png', await popup.screenshot());
  expect(await kept()).toEqual([]);
  await popup.evaluate("[...document.querySelectorAll('.account .attach button')].find(({ innerText }) => /Bruvio/.test(innerText)).click()");
  await eventually(async () => (await kept())[0]?.brand === 'Bruvio', 'the account was not given to the brand');
  expect(await kept()).toMatchObject([{ followers: 4321, handles: ['mastodon:somebody@coffee.example'] }]);
  await eventually(async () => /Counted for Bruvio/.test(await text()), 'the popup does not say so');
  writeFileSync('.output/account-attached.png', await popup.screenshot());
  // What was pressed is gone; what takes it back has the focus.
  expect(await popup.evaluate('document.activeElement.innerText')).toBe('Undo');
  await popup.evaluate('document.activeElement.click()');
  await eventually(async () => /Whose account is it/.test(await text()), 'it was not taken back');
  expect(await kept()).toMatchObject([{ brand: undefined }]);
  await popup.close();
});
