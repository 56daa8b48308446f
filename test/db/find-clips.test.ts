import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quadrants } from '../../lib/core/quadrant.ts';
import { type ClipFilter, filterQuery } from '../../lib/core/query/filter.ts';
import { matcher } from '../../lib/core/query/matches.ts';
import { parseQuery } from '../../lib/core/query/parse.ts';
import { printQuery } from '../../lib/core/query/print.ts';
import { both, type Query } from '../../lib/core/query/query.ts';
import type { Clip } from '../../lib/core/records.ts';
import { searchWords } from '../../lib/core/word-index.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { saveClip, setOwner, setPriority, setSentiment, setState, trashClip } from '../../lib/db/clips.ts';
import { moveWords } from '../../lib/db/count.ts';
import { countClips, findClips, languagesOf, networksOf } from '../../lib/db/find-clips.ts';
import { contextOf } from '../../lib/db/reader.ts';
import { indexRecent } from '../../lib/db/recent-words.ts';
import type { Store } from '../../lib/db/store.ts';
import { tagClip } from '../../lib/db/tags.ts';
import { newestFirst } from '../../lib/db/walk.ts';
import { anyQuery } from '../core/query/arbitrary.ts';
import { draft, freshStore } from './store.ts';

const at = new Date('2026-05-22T10:00:00Z');
const words = ['the grinder died', 'mesin rusak lagi', 'le moulin est mort', 'grinder parts', 'nothing of note'];
const langs = ['en', 'id', 'fr-CA', 'en-GB', undefined];

async function filled(): Promise<{ store: Store; brands: string[]; themes: string[] }> {
  const store = await freshStore();
  const input = { kind: 'own' as const, aliases: [], handles: [], must: [], mustNot: [] };
  const brands = [(await saveBrand(store, { ...input, name: 'Ours' })).brand.id, (await saveBrand(store, { ...input, name: 'Theirs' })).brand.id];
  for (let index = 0; index < 20; index += 1) {
    const post = draft({
      platform: ['x', 'reddit', 'mastodon'][index % 3]!,
      url: null,
      nativeId: `${index}`,
      author: { name: null, handle: `author${index % 7}` },
      text: words[index % 5]!,
      publishedAt: { instant: `2026-05-${String(1 + index).padStart(2, '0')}T08:00:00.000Z`, raw: '', precision: 'minute', source: 'attribute' },
      ...(langs[index % 5] && { lang: langs[index % 5]! }),
    });
    const saved = await saveClip(store, { draft: post, brands: index % 4 === 3 ? [] : [brands[index % 2]!], judgement: null }, at);
    // Some clips' words are in the index, the others' wait.
    if (index === 9) await indexRecent(store);
    if (index % 4 < 2)
      await tagClip(store, saved.clip!, { brand: brands[index % 2]!, quadrant: quadrants[index % 4]!, theme: index % 3 ? 'Parts' : undefined }, at);
    if (index % 5 === 0) await tagClip(store, saved.clip!, { brand: brands[1]!, quadrant: 'threat', theme: 'Parts' }, at);
  }
  await trashClip(store, 'clip:reddit:1', at);
  return { store, brands, themes: ['-', (await store.db.themes.toCollection().first())!.id] };
}

/** The same filter, said plainly. */
function keeps(clip: Clip, { brand, quadrant, theme, from, to, platforms, lang, untagged }: ClipFilter): boolean {
  const tags = clip.tags.filter(
    (tag) => (!brand || tag.brand === brand) && (!quadrant || tag.quadrant === quadrant) && (!theme || (tag.theme ?? '-') === theme),
  );
  return (
    (!(quadrant || theme) || tags.length > 0) &&
    (!brand || clip.brands.includes(brand)) &&
    (!from || clip.day >= from) &&
    (!to || clip.day <= to) &&
    (!platforms || platforms.has(clip.platform)) &&
    (!lang || clip.lang === lang || Boolean(clip.lang?.startsWith(`${lang}-`))) &&
    (!untagged || clip.tags.length === 0)
  );
}

const ids = (clips: readonly Clip[]) => clips.map(({ id }) => id);
const grinder: Query = { type: 'word', text: 'grinder', prefix: false };

test('every combination of a title’s filters finds what reading all clips finds, and counts it', async () => {
  const { store, brands, themes } = await filled();
  const all = (await store.db.clips.toArray()).sort(newestFirst);
  expect(all).toHaveLength(19);
  let found = 0;
  for (const brand of [undefined, brands[1]!])
    for (const quadrant of [undefined, 'weakness', 'threat'] as const)
      for (const theme of [undefined, ...themes])
        for (const period of [{}, { from: '2026-05-05', to: '2026-05-14' }])
          for (const rest of [{}, { text: grinder }, { platforms: new Set(['x', 'reddit']) }, { lang: 'en' }, { untagged: true }]) {
            const { text, ...others }: { text?: Query } & ClipFilter = rest;
            const filter: ClipFilter = { ...period, ...others, ...(brand && { brand }), ...(quadrant && { quadrant }), ...(theme && { theme }) };
            const expected = all.filter((clip) => keeps(clip, filter) && (!text || clip.text.includes('grinder')));
            const query = text ? both(filterQuery(filter), text) : filterQuery(filter);
            const { clips, next } = await findClips(store, query, { limit: 100 });
            expect({ filter, ids: ids(clips), next }).toEqual({ filter, ids: ids(expected), next: null });
            const { total, authors } = await countClips(store, query);
            expect(total).toBe(expected.length);
            if (authors !== null) expect(authors).toBe(new Set(expected.map(({ authorKey }) => authorKey)).size);
            found += clips.length;
          }
  expect(found).toBeGreaterThan(200);
});

/** Clips of many kinds, so that most queries find some. */
async function varied(): Promise<Store> {
  const { store, brands } = await filled();
  const texts = [
    'Free delivery, l’arrivée!',
    'pengirimannya gratis 🙂',
    'コーヒーが美味しい',
    'deliveries are late https://a.example',
    'free coffee, late delivery',
  ];
  for (let index = 0; index < 25; index += 1) {
    const post = draft({
      platform: ['x', 'youtube'][index % 2]!,
      kind: index % 3 ? 'post' : 'review',
      url: null,
      nativeId: `v${index}`,
      author: { name: ['Ann Lee', null, 'Jonas Feld'][index % 3]!, handle: ['ann.lee', 'bo_1', null][index % 3]! },
      text: texts[index % 5]!,
      // Many on one day, as an import leaves them; and some whose day is not known.
      publishedAt: index % 6 ? { instant: `2026-04-${index % 4 ? 10 : 28}T08:00:00.000Z`, raw: '', precision: 'day', source: 'label' } : null,
      metrics: {
        likes: index % 4 ? index * 3 : null,
        comments: index % 5,
        shares: null,
        views: index % 2 ? 100 : null,
        saves: null,
        rating: index % 3 ? null : index % 6,
      },
      promoted: index % 7 === 0,
      ...(langs[index % 5] && { lang: langs[index % 5]! }),
    });
    const saved = await saveClip(
      store,
      { draft: post, brands: [brands[index % 2]!], judgement: null, origin: index % 8 ? 'page' : 'manual' },
      new Date(at.getTime() + index * 1_000),
    );
    if (index === 12) await indexRecent(store);
    if (index % 3 === 0)
      await tagClip(
        store,
        saved.clip!,
        {
          brand: brands[index % 2]!,
          quadrant: quadrants[index % 4]!,
          theme: index % 2 ? 'Late coffee' : undefined,
          factor: index % 2 ? 'economic' : undefined,
        },
        at,
      );
    if (index % 5 === 0) await setSentiment(store, saved.clip!, brands[1]!, 'negative', at);
    if (index % 6 === 0) await setState(store, saved.clip!, 'archived', at);
    if (index % 4 === 0) await setPriority(store, saved.clip!, index % 8 ? 3 : 1, at);
    if (index % 5 === 1) await setOwner(store, saved.clip!, index % 2 ? 'Ann Lind' : 'Bo', at);
  }
  return store;
}

const someQuery = anyQuery({
  words: [
    'grinder',
    'free',
    'deliv',
    'delivery',
    'late',
    'coffee',
    'pengiriman',
    'arrivée',
    '美味しい',
    'コーヒー',
    '🙂',
    'ann',
    'nothing',
    'parts',
    'g',
    'le',
  ],
  values: {
    brand: ['Ours', 'theirs', 'Nobody'],
    theme: ['parts', 'none', 'Late coffee'],
    by: ['@ann.lee', 'Ann', 'jonas feld', 'author3'],
    on: ['x', 'youtube', 'reddit'],
    lang: ['en', 'fr', 'id'],
    owner: ['ann', 'Ann Lind', 'bo', 'none', 'nobody'],
    factor: ['economic', 'external', 'internal', 'none'],
  },
  numbers: [0, 3, 20, 50],
  days: ['2026-04-10', '2026-04', '2026-05-12', '2026', 'today', '10d'],
});

test('any query finds, page by page, what asking each clip finds; and a count is right or not given', async () => {
  const store = await varied();
  const all = (await store.db.clips.toArray()).sort(newestFirst);
  let found = 0;
  await fc.assert(
    fc.asyncProperty(someQuery, fc.constantFrom(3, 10, 100), fc.constantFrom(5, 4_000), async (query, limit, most) => {
      const fits = matcher(query, await contextOf(store, query, at));
      const expected = ids(all.filter((clip) => fits(clip)));
      const got: string[] = [];
      for (let after = null as Awaited<ReturnType<typeof findClips>>['next'], pages = 0; ; pages += 1) {
        const { clips, next } = await findClips(store, query, { limit, after, most, now: at });
        expect(clips.length).toBeLessThanOrEqual(limit);
        got.push(...ids(clips));
        if (!next || pages > 100) break;
        after = next;
      }
      expect({ text: printQuery(query), got }).toEqual({ text: printQuery(query), got: expected });
      const { total } = await countClips(store, query, at);
      if (total !== null) expect(total).toBe(expected.length);
      if (expected.length > 0 && expected.length < all.length) found += 1;
    }),
    { numRuns: 400 },
  );
  expect(found).toBeGreaterThan(80);
}, 60_000);

const find = async (store: Store, text: string) =>
  (await findClips(store, parseQuery(text).query, { limit: 100, now: at })).clips.map((clip) => clip.text);

test('words in any script, without endings and accents; themes by their names', async () => {
  const store = await varied();
  for (const [text, found] of [
    ['arrivee', 'Free delivery, l’arrivée!'],
    ['l’arrivée', 'Free delivery, l’arrivée!'],
    ['pengiriman', 'pengirimannya gratis 🙂'],
    ['🙂', 'pengirimannya gratis 🙂'],
    ['美味しい', 'コーヒーが美味しい'],
    ['"late delivery"', 'free coffee, late delivery'],
  ])
    expect([text, ...new Set(await find(store, text!))]).toEqual([text, found]);
  expect((await find(store, '"delivery late"')).length).toBe(0);
  // The theme is "Late coffee", whatever the posts say.
  const themed = await find(store, 'is:inbox OR coffee theme:"late coffee"');
  expect(themed).toContain('コーヒーが美味しい');
});

test('a page of the newest, and the next behind it', async () => {
  const { store } = await filled();
  const everything: Query = { type: 'and', terms: [] };
  const first = await findClips(store, everything, { limit: 3 });
  expect(first.clips.map(({ day }) => day)).toEqual(['2026-05-20', '2026-05-19', '2026-05-18']);
  const second = await findClips(store, everything, { limit: 3, after: first.next });
  expect(second.clips.map(({ day }) => day)).toEqual(['2026-05-17', '2026-05-16', '2026-05-15']);
  expect((await countClips(store, everything)).total).toBe(19);
});

/** Many clips of one day beside those of other days: what an import leaves. */
async function crowded(): Promise<Store> {
  const { store } = await filled();
  const one = (await store.db.clips.toArray()).find(({ text }) => text === 'grinder parts')!;
  const rows = Array.from({ length: 1_500 }, (_, index): Clip => {
    const day = index % 2 ? '2026-05-10' : `2026-0${1 + (index % 4)}-${String(10 + (index % 17))}`;
    return {
      ...one,
      platform: 'x',
      id: `clip:x:many${index}`,
      day,
      clippedAt: `2026-05-22T1${index % 7}:00:00.000Z`,
      metrics: { ...one.metrics, likes: index },
    };
  });
  await store.db.clips.bulkPut(rows);
  await store.db.search.bulkPut(rows.map((row) => ({ id: row.id, words: searchWords(row) })));
  await store.db.transaction('rw', store.db.postings, async () => {
    for (const row of rows) await moveWords(store.db, [{ worded: { row, words: searchWords(row) }, sign: 1 }]);
  });
  return store;
}

test('many clips of one day are paged through in their order', async () => {
  const store = await crowded();
  const all = (await store.db.clips.toArray()).sort(newestFirst);
  for (const text of [
    'grinder',
    'gri',
    'gri parts',
    'grinder brand:arvelle',
    'par -gri',
    'likes>700 grinder',
    'day:2026-05-10 on:x parts',
    'lang:en',
  ]) {
    const query = parseQuery(text, { unfinished: true }).query;
    const fits = matcher(query, await contextOf(store, query, at));
    const expected = ids(all.filter((clip) => fits(clip)));
    const got: string[] = [];
    for (let page = await findClips(store, query, { limit: 400 }); ; page = await findClips(store, query, { limit: 400, after: page.next })) {
      got.push(...ids(page.clips));
      if (!page.next) break;
    }
    expect({ text, got }).toEqual({ text, got: expected });
    const { total } = await countClips(store, query, at);
    expect([text, total]).toEqual([text, expected.length]);
  }
}, 30_000);

test('looking stops where too many clips did not fit, says so, and goes on from there', async () => {
  const store = await crowded();
  const query = parseQuery('likes=1498').query;
  const first = await findClips(store, query, { limit: 5, most: 200 });
  expect(first).toMatchObject({ clips: [], next: { day: '2026-05-10' } });
  let { clips, next } = first;
  while (clips.length === 0 && next) ({ clips, next } = await findClips(store, query, { limit: 5, most: 200, after: next }));
  expect(ids(clips)).toEqual(['clip:x:many1498']);
});

test('a judgement is asked of brands, and there are none', async () => {
  const store = await freshStore();
  await saveClip(store, { draft: draft(), brands: [], judgement: null }, at);
  expect((await findClips(store, filterQuery({ quadrant: 'threat' }), { limit: 10 })).clips).toEqual([]);
});

test('networks and languages of which there is a clip', async () => {
  const { store } = await filled();
  expect(await networksOf(store)).toEqual(['mastodon', 'reddit', 'x']);
  expect(await languagesOf(store)).toEqual(['en', 'fr', 'id']);
});
