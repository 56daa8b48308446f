/** Every write of a person's is handed to the system before it is acknowledged, whoever writes; and many who write at once lose nothing. */
import { expect, inject, test } from 'vitest';
import type { Draft } from '../../lib/core/draft.ts';
import { bundle } from '../tools/bundle.ts';
import type { StoreInPage } from '../tools/store.entry.ts';
import { type Browser, nameBrands, withBrowser } from './browser.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;
declare const writes: { durability: string; tables: string[] }[];
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };

const browser: Browser = withBrowser(() => inject('granted'));

/** Notes each writing transaction as it begins; Dexie holds on to the browser's function, so this comes before it opens a database. */
function watchWrites(): void {
  const noted: unknown[] = [];
  Object.assign(globalThis, { writes: noted });
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function begin(...asked) {
    const begun = transaction.apply(this, asked);
    if (begun.mode === 'readwrite') noted.push({ durability: begun.durability, tables: [...begun.objectStoreNames] });
    return begun;
  };
}

const post = (nativeId: string, text: string): Draft => ({
  kind: 'post',
  platform: 'x',
  url: null,
  nativeId,
  author: { name: 'Jonas Feld', handle: 'jonas' },
  text,
  truncated: false,
  publishedAt: { instant: '2026-05-21T07:00:00.000Z', raw: '9:00', precision: 'minute', source: 'attribute' },
  metrics: { likes: 12, comments: null, shares: null, views: null, saves: null, rating: null },
  rounded: [],
  media: [],
  promoted: false,
});

/** Commands that write, by their file; a new one is either tried here or named as one that writes nothing by itself. */
const tried = [
  'brands.editBrand',
  'brands.saveBrand',
  'brands.trashBrand',
  'bulk.changeClips',
  'bulk.trashClips',
  'clips.addBrand',
  'clips.saveClip',
  'clips.setOwner',
  'clips.setPriority',
  'clips.setSentiment',
  'clips.setState',
  'clips.trashClip',
  'meet.meetClips',
  'meet.noteGone',
  'pictures.addPicture',
  'pictures.trashPicture',
  'profiles.attachProfile',
  'profiles.detachProfile',
  'profiles.meetProfile',
  'rules.acceptProposal',
  'rules.applyRule',
  'rules.enableRule',
  'rules.moveRule',
  'rules.saveRule',
  'rules.trashRule',
  'statements.markStatement',
  'statements.mergeStatements',
  'statements.placeStatement',
  'statements.sayStatement',
  'statements.splitStatement',
  'statements.weighStatement',
  'statements.wordStatement',
  'tags.flipTag',
  'tags.refineTag',
  'tags.tagClip',
  'tags.untag',
  'themes.addTheme',
  'themes.editTheme',
  'themes.mergeThemes',
  'themes.partTheme',
  'themes.splitTheme',
  'themes.trashTheme',
  'views.deleteView',
  'views.pinView',
  'views.renameView',
  'views.saveView',
  'workspaces.createWorkspace',
  'workspaces.editWorkspace',
];
const notByItself = [
  'clips.clipsOf',
  'clips.saveWithin',
  'tags.addTag',
  'tags.newTag',
  'themes.themeId',
  'themes.themeNamed',
  'workspaces.deleteWorkspace',
  'workspaces.ensureWorkspace',
  'workspaces.switchWorkspace',
  'workspaces.workspaces',
];

test('each command writes strictly, in one of our pages and in the background', async () => {
  const names = await nameBrands(browser.inside);
  const inside = await browser.context.newPage();
  await inside.addInitScript(watchWrites);
  await inside.goto(browser.address('popup.html'));
  await inside.evaluate(await bundle('test/tools/store.entry.ts'));
  const { called, offered, noted } = await inside.evaluate(
    async ({ draft: first, brand, rival }) => {
      const { brands, bulk, clips, meet, pictures, profiles, rules, statements, tags, themes, views, workspaces } = store.commands;
      const here = await store.activeStore();
      const called: string[] = [];
      const run = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
        const before = writes.length;
        const answer = await work();
        if (writes.length > before) called.push(name);
        return answer;
      };
      const judgement = { brand, quadrant: 'weakness' as const, theme: 'Parts' };
      const saved = await run('clips.saveClip', () => clips.saveClip(here, { draft: first, brands: [brand], judgement }));
      const clip = saved.clip!;
      const tag = await run('tags.tagClip', () => tags.tagClip(here, clip, { brand: rival, quadrant: 'threat' }));
      const refined = await run('tags.refineTag', () => tags.refineTag(here, tag.tag!, { quote: 'died' }));
      await run('tags.flipTag', () => tags.flipTag(here, refined.tag!, { brand, quadrant: 'opportunity' }));
      await run('tags.untag', () => tags.untag(here, refined.tag!));
      await run('clips.setSentiment', () => clips.setSentiment(here, clip, brand, 'negative'));
      await run('clips.setState', () => clips.setState(here, clip, 'actioned'));
      const picture = { id: 'p1', at: saved.at, bytes: Uint8Array.of(1), type: 'image/webp', width: 1, height: 1, partial: false } as const;
      await run('pictures.addPicture', () => pictures.addPicture(here, saved.id, picture));
      await run('pictures.trashPicture', () => pictures.trashPicture(here, 'p1'));
      await run('meet.meetClips', () => meet.meetClips(here, [{ ...first, text: `${first.text} Edited.` }], new Date(Date.now() + 864e5)));
      await run('meet.noteGone', () => meet.noteGone(here, clip));
      const profile = {
        platform: 'x',
        handle: 'arvelle',
        name: 'Arvelle',
        url: 'https://x.com/arvelle',
        sizes: { followers: 10, following: null, posts: null },
        rounded: [],
      };
      const attached = await run('profiles.attachProfile', () => profiles.attachProfile(here, profile, brand));
      await run('profiles.meetProfile', () =>
        profiles.meetProfile(here, { ...profile, sizes: { ...profile.sizes, followers: 99 } }, new Date(Date.now() + 864e5)),
      );
      await run('profiles.detachProfile', () => profiles.detachProfile(here, attached.undo[0]!.record));
      const said = { query: 'grinder', brand, quadrant: 'threat' as const, theme: 'Price', priority: null, mode: 'set' as const, enabled: true };
      const { rule } = await run('rules.saveRule', () => rules.saveRule(here, { name: 'Grinders', ...said }));
      await rules.saveRule(here, { name: 'Else', ...said });
      await run('rules.moveRule', () => rules.moveRule(here, rule.id, 1));
      await run('rules.applyRule', () => rules.applyRule(here, rule.id));
      await run('rules.enableRule', () => rules.enableRule(here, rule.id, false));
      await run('rules.acceptProposal', () => rules.acceptProposal(here, clip, { ...rule, quadrant: 'strength', rule: rule.id }));
      await run('rules.trashRule', () => rules.trashRule(here, rule.id));
      await run('clips.setPriority', () => clips.setPriority(here, clip, 3));
      await run('clips.setOwner', () => clips.setOwner(here, clip, 'Ann'));
      await run('clips.addBrand', () => clips.addBrand(here, clip, rival));
      await run('bulk.changeClips', () => bulk.changeClips(here, [clip], { state: 'reviewed' }));
      const made = async (action: Promise<{ undo: { record: string }[] }>) => (await action).undo[0]!.record;
      const price = await made(run('themes.addTheme', () => themes.addTheme(here, 'Price tag')));
      const cost = await made(themes.addTheme(here, 'Cost'));
      await run('themes.editTheme', () => themes.editTheme(here, price, { definition: 'What it costs' }));
      await run('themes.mergeThemes', () => themes.mergeThemes(here, price, cost));
      await run('themes.partTheme', () => themes.partTheme(here, price));
      await run('themes.splitTheme', () => themes.splitTheme(here, themes.themeId('Parts'), [clip], 'Spare parts'));
      await run('themes.trashTheme', () => themes.trashTheme(here, price));
      const line = await made(run('statements.sayStatement', () => statements.sayStatement(here, { brand, quadrant: 'threat', words: 'A law' })));
      const other = await made(statements.sayStatement(here, { brand, quadrant: 'threat', words: 'Another law' }));
      await run('statements.wordStatement', () => statements.wordStatement(here, line, 'The law'));
      await run('statements.placeStatement', () => statements.placeStatement(here, line, 'weakness', null));
      await run('statements.weighStatement', () => statements.weighStatement(here, line, 'impact', 4));
      await run('statements.markStatement', () => statements.markStatement(here, line, 'pinned', true));
      await run('statements.mergeStatements', () => statements.mergeStatements(here, line, other));
      await run('statements.splitStatement', () => statements.splitStatement(here, line));
      const view = await made(run('views.saveView', () => views.saveView(here, { name: 'Mine', hash: '#/swot' })));
      await run('views.renameView', () => views.renameView(here, view, 'Ours'));
      await run('views.pinView', () => views.pinView(here, view));
      await run('views.deleteView', () => views.deleteView(here, view));
      await run('clips.trashClip', () => clips.trashClip(here, clip));
      const second = await clips.saveClip(here, { draft: { ...first, nativeId: '9', text: 'Another one.' }, brands: [], judgement: null });
      await run('bulk.trashClips', () => bulk.trashClips(here, [second.clip!]));
      await run('undo', () => store.undo(here, saved.id));
      await run('brands.editBrand', () => brands.editBrand(here, rival, { aliases: { add: ['Kestrin Home'], remove: [] } }));
      await run('brands.trashBrand', () => brands.trashBrand(here, rival));
      await run('brands.saveBrand', () =>
        brands.saveBrand(here, { name: 'Senja', kind: 'competitor', aliases: [], handles: [], must: [], mustNot: [] }),
      );
      await run('workspaces.createWorkspace', () => workspaces.createWorkspace('Another'));
      await run('workspaces.editWorkspace', () => workspaces.editWorkspace(here.workspace.id, { name: 'Renamed' }));
      const parts: Uint8Array<ArrayBuffer>[] = [];
      await store.writeBundle(here, new WritableStream({ write: (chunk) => void parts.push(chunk as Uint8Array<ArrayBuffer>) }));
      await run('restoreBackup', () => store.restoreBackup(here, new Blob(parts)));
      await run('rebuild', () => store.rebuild(here));
      const offered = Object.entries(store.commands).flatMap(([file, all]) =>
        Object.entries(all).flatMap(([name, value]) => (typeof value === 'function' && !/^[A-Z]/.test(name) ? `${file}.${name}` : [])),
      );
      return { called, offered, noted: writes };
    },
    { draft: post('1', 'My Kestrin grinder died.'), brand: names['Arvelle']!, rival: names['Kestrin']! },
  );
  expect(offered.filter((name) => !notByItself.includes(name)).sort()).toEqual(tried);
  expect(called.filter((name) => name.includes('.')).sort()).toEqual(tried);
  expect(noted.filter(({ durability }) => durability !== 'strict')).toEqual([]);

  const worker = await browser.worker();
  await worker.evaluate(watchWrites);
  const message = { kind: 'save', request: { request: crypto.randomUUID(), draft: post('3', 'Said once more.'), brands: [], judgement: null } };
  expect(await inside.evaluate((sent) => chrome.runtime.sendMessage(sent), message)).toMatchObject({ ok: true });
  const inWorker = await worker.evaluate(() => writes);
  expect(inWorker.length).toBeGreaterThan(0);
  expect(inWorker.filter(({ durability }) => durability !== 'strict')).toEqual([]);
});

test('tabs, popup, panel and background write at once without loss', async () => {
  const pages = await Promise.all(
    ['popup.html', 'sidepanel.html', 'dashboard.html#/inbox', 'dashboard.html#/library'].map((page) => browser.open(page)),
  );
  const code = await bundle('test/tools/store.entry.ts');
  for (const page of pages) await page.evaluate(code);
  const each = 12;
  const brand = await browser.inside.evaluate(async () => (await store.queries.brandsOf(await store.activeStore()))[0]!.id);
  const before = await browser.inside.evaluate(async () => (await store.activeStore()).db.clips.count());
  // Every writer saves posts of its own, and all of them one that they share, each for a judgement of its own.
  const drafts = pages.map((_, writer) => Array.from({ length: each }, (_, index) => post(`own-${writer}-${index}`, `Word ${writer} ${index}`)));
  const shared = post('shared', 'Everybody clips this one.');
  await Promise.all([
    ...pages.map((page, writer) =>
      page.evaluate(
        async ({ own, common, about }) => {
          const here = await store.activeStore();
          for (const draft of own) {
            await store.saveClip(here, { draft, brands: [about], judgement: null });
            await store.saveClip(here, { draft: common, brands: [], judgement: { brand: about, quadrant: 'strength' } });
          }
        },
        { own: drafts[writer]!, common: shared, about: brand },
      ),
    ),
    ...Array.from({ length: each }, (_, index) =>
      browser.inside.evaluate((sent) => chrome.runtime.sendMessage(sent), {
        kind: 'save',
        request: { request: crypto.randomUUID(), draft: post(`worker-${index}`, `Word ${index}`), brands: [brand], judgement: null },
      }),
    ),
  ]);
  const { clips, tags, same } = await browser.inside.evaluate(async () => {
    const here = await store.activeStore();
    const dump = async () => store.canonical(await Promise.all(here.db.tables.map((table) => table.toArray())));
    await store.indexRecent(here);
    const kept = await dump();
    await store.rebuild(here);
    return {
      clips: await here.db.clips.count(),
      tags: await here.db.tags.where('clip').equals('clip:x:shared').count(),
      same: (await dump()) === kept,
    };
  });
  expect(clips - before).toBe(pages.length * each + each + 1);
  expect(tags).toBe(pages.length * each);
  expect(same).toBe(true);
});
