/** The ring in each of its states, in three languages and both themes: axe finds nothing, and nothing is cut. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Draft } from '../../lib/core/draft.ts';
import type { Shown } from '../pages/ring.entry.ts';
import { chromiumFlags, chromiumPath } from '../tools/browser.ts';

declare const showRing: (shown: Shown) => Promise<void>;

const root = fileURLToPath(new URL('../../', import.meta.url));
let browser: Browser;
let script: string;

beforeAll(async () => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '#i18n': `${root}.wxt/i18n/index.ts` } },
    build: { write: false, minify: false, target: 'esnext', lib: { entry: `${root}test/pages/ring.entry.ts`, formats: ['iife'], name: 'ring' } },
  });
  script = (built as unknown as [{ output: [{ code: string }] }])[0].output[0].code;
  browser = await chromium.launch({ executablePath: await chromiumPath(), headless: true, args: chromiumFlags });
});
afterAll(() => browser?.close());

const draft: Draft = {
  kind: 'post',
  platform: 'generic',
  url: null,
  nativeId: null,
  author: { name: 'Inès Marchand-Vallauri', handle: 'ines' },
  text: 'The Nordvale kettle whistles in two tones, and the spare lid costs as much as the kettle.',
  truncated: true,
  lang: 'en',
  publishedAt: { instant: '2026-03-02T08:00:00.000Z', raw: '3 h', precision: 'hour', source: 'label' },
  metrics: { likes: 12_345, comments: 1, shares: 46, views: 1_204_000, saves: null, rating: 4.5 },
  rounded: ['likes', 'views'],
  media: [],
  promoted: false,
};
const brand = (id: string, name: string) => ({ id, name, kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
const ok = (value: unknown) => ({ ok: true, value });
const many = ['Nordvale', 'Quelda', 'Aubrac & Fils', 'Pemberly Domestic Appliances International'].map((name, index) => brand(`b${index}`, name));
const context = (brands: unknown[]) =>
  ok({
    workspace: { id: 'w', name: 'W' },
    brands,
    themes: [
      { id: '1', name: 'Spare parts' },
      { id: '2', name: 'Noise' },
    ],
    chord: 'Alt+L',
  });
const mark = { clip: 'c', quadrant: 'threat', brand: 'Quelda', theme: 'Noise', clippedAt: '2026-03-02T09:00:00.000Z' };
const saved = { clip: 'c', action: 'a', already: false };
const answers = {
  context: context(many),
  marks: ok({ marks: [mark] }),
  save: ok({ ...saved, tag: 't' }),
  refine: ok({ ...saved, tag: 't2' }),
};
const failed = (failure: string) => ({ ok: false, failure, message: '' });

const states: Record<string, Omit<Shown, 'draft'>> = {
  choosing: { canWrite: true, answers, keys: ['B'] },
  'without a brand': { canWrite: true, answers: { ...answers, context: context([]) }, keys: [] },
  saved: { canWrite: true, answers, keys: ['w', '1'] },
  'saved unjudged': { canWrite: true, answers: { ...answers, save: ok({ ...saved, tag: null }) }, keys: ['Enter'] },
  'writing a theme': { canWrite: true, answers, keys: ['w', '#'] },
  'writing a reason': { canWrite: true, answers, keys: ['w', 'n'] },
  'no place to write': { canWrite: false, answers, keys: ['w'] },
  'disk full': { canWrite: true, answers: { ...answers, save: failed('disk-full') }, keys: ['w'] },
  orphaned: { canWrite: true, answers: { ...answers, save: failed('orphaned') }, keys: ['w'] },
};

async function open(lang: string, shown: Omit<Shown, 'draft'>, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const messages = await readFile(`${inject('granted')}/_locales/${lang}/messages.json`, 'utf8');
  await page.setContent('<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1></main>');
  await page.evaluate((texts) => {
    const known = JSON.parse(texts) as Record<string, { message: string }>;
    const getMessage = (name: string, given: string | string[] = []) =>
      (known[name]?.message ?? '').replace(/\$(\d)/g, (_, place: string) => [given].flat()[Number(place) - 1] ?? '');
    Object.assign(globalThis, { chrome: { runtime: { id: 'test' }, i18n: { getMessage } } });
  }, messages);
  await page.addScriptTag({ content: script });
  await page.evaluate((given) => showRing(given), { ...shown, draft });
  return page;
}

const cases = Object.keys(states).flatMap((state) =>
  (['en', 'fr', 'id'] as const).map((lang) => ({ state, lang, theme: lang === 'fr' ? ('dark' as const) : ('light' as const) })),
);

test.each(cases)('$state, $lang, $theme', async ({ state, lang, theme }) => {
  const page = await open(lang, states[state]!, theme);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);

  await page.setViewportSize({ width: 320, height: 800 });
  const cut = await page.evaluate(() => {
    const ring = document.querySelector('div')?.shadowRoot?.querySelector('.ring');
    const within = [...(ring?.querySelectorAll<HTMLElement>('*') ?? [])].filter(
      (element) => !element.matches('.voice, textarea, iframe, svg, svg *'),
    );
    return [
      ...(ring && ring.scrollWidth > ring.clientWidth ? ['the ring is wider than itself'] : []),
      ...within
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        .map((element) => element.outerHTML.slice(0, 120)),
    ];
  });
  expect(cut).toEqual([]);
  await page.context().close();
});
