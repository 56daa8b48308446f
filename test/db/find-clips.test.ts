import { expect, test } from 'vitest';
import { quadrants } from '../../lib/core/quadrant.ts';
import type { Clip } from '../../lib/core/records.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { saveClip, trashClip } from '../../lib/db/clips.ts';
import { findClips, languagesOf, networksOf } from '../../lib/db/find-clips.ts';
import type { ClipFilter } from '../../lib/db/queries.ts';
import type { Store } from '../../lib/db/store.ts';
import { tagClip } from '../../lib/db/tags.ts';
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
    if (index % 4 < 2)
      await tagClip(store, saved.clip!, { brand: brands[index % 2]!, quadrant: quadrants[index % 4]!, theme: index % 3 ? 'Parts' : undefined }, at);
    if (index % 5 === 0) await tagClip(store, saved.clip!, { brand: brands[1]!, quadrant: 'threat', theme: 'Parts' }, at);
  }
  await trashClip(store, 'clip:reddit:1', at);
  return { store, brands, themes: ['-', (await store.db.themes.toCollection().first())!.id] };
}

/** The same filter, said plainly. */
function keeps(clip: Clip, { brand, quadrant, theme, from, to, text, platforms, lang, untagged }: ClipFilter): boolean {
  const tags = clip.tags.filter(
    (tag) => (!brand || tag.brand === brand) && (!quadrant || tag.quadrant === quadrant) && (!theme || (tag.theme ?? '-') === theme),
  );
  return (
    (!(quadrant || theme) || tags.length > 0) &&
    (!brand || clip.brands.includes(brand)) &&
    (!from || clip.day >= from) &&
    (!to || clip.day <= to) &&
    (!text || clip.text.includes(text)) &&
    (!platforms || platforms.has(clip.platform)) &&
    (!lang || clip.lang === lang || Boolean(clip.lang?.startsWith(`${lang}-`))) &&
    (!untagged || clip.tags.length === 0)
  );
}

test('every combination of filters finds what reading all clips finds, and counts it', async () => {
  const { store, brands, themes } = await filled();
  const all = await store.db.clips.toArray();
  expect(all).toHaveLength(19);
  let found = 0;
  for (const brand of [undefined, brands[1]!])
    for (const quadrant of [undefined, 'weakness', 'threat'] as const)
      for (const theme of [undefined, ...themes])
        for (const period of [{}, { from: '2026-05-05', to: '2026-05-14' }])
          for (const rest of [{}, { text: 'grinder' }, { platforms: new Set(['x', 'reddit']) }, { lang: 'en' }, { untagged: true }]) {
            const filter: ClipFilter = { ...period, ...rest, ...(brand && { brand }), ...(quadrant && { quadrant }), ...(theme && { theme }) };
            const expected = all.filter((clip) => keeps(clip, filter));
            const { total, clips, authors } = await findClips(store, filter, 100);
            expect({ filter, total, ids: clips.map(({ id }) => id).sort() }).toEqual({
              filter,
              total: expected.length,
              ids: expected.map(({ id }) => id).sort(),
            });
            expect(authors).toBe(new Set(expected.map(({ authorKey }) => authorKey)).size);
            if (!rest.untagged)
              expect(clips.map(({ day }) => day)).toEqual(
                clips
                  .map(({ day }) => day)
                  .sort()
                  .reverse(),
              );
            found += total;
          }
  expect(found).toBeGreaterThan(200);
});

test('a page of the newest, with the whole count', async () => {
  const { store } = await filled();
  const { total, clips, authors } = await findClips(store, {}, 3);
  expect(total).toBe(19);
  expect(clips.map(({ day }) => day)).toEqual(['2026-05-20', '2026-05-19', '2026-05-18']);
  // The others were not read, so who wrote them is not known.
  expect(authors).toBeNull();
});

test('a page of the newest that hold a common word, with the whole count', async () => {
  const { store } = await filled();
  const { total, clips } = await findClips(store, { text: 'grinder' }, 1);
  expect(total).toBe(8);
  expect(clips.map(({ day, text }) => [day, text])).toEqual([['2026-05-19', 'grinder parts']]);
});

test('a judgement is asked of brands, and there are none', async () => {
  const store = await freshStore();
  await saveClip(store, { draft: draft(), brands: [], judgement: null }, at);
  expect((await findClips(store, { quadrant: 'threat' }, 10)).total).toBe(0);
});

test('networks and languages of which there is a clip', async () => {
  const { store } = await filled();
  expect(await networksOf(store)).toEqual(['mastodon', 'reddit', 'x']);
  expect(await languagesOf(store)).toEqual(['en', 'fr', 'id']);
});
