/** What the theme mix counts, against all clips one by one, and against the list that its number leads to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noTheme } from '../../lib/core/facets.ts';
import type { Quadrant } from '../../lib/core/quadrant.ts';
import { andUnder } from '../../lib/core/query/context.ts';
import { filterQuery } from '../../lib/core/query/filter.ts';
import { themeParts } from '../../lib/core/theme-mix.ts';
import { under } from '../../lib/core/themes.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { everyClip } from '../../lib/db/find-clips.ts';
import { judgedWithOf } from '../../lib/db/find-themes.ts';
import { themesOf } from '../../lib/db/queries.ts';
import type { Store } from '../../lib/db/store.ts';
import { tagClip } from '../../lib/db/tags.ts';
import { addTheme, editTheme, mergeThemes, themeId } from '../../lib/db/themes.ts';
import { draft, freshStore } from './store.ts';

const at = new Date('2026-05-22T10:00:00Z');
const period = { from: '2026-05-10', to: '2026-05-20' };
const names = ['Service', 'Delivery', 'Courier', 'Price'];
const ids = names.map((name) => themeId(name));

type Judged = readonly [brand: 0 | 1, quadrant: Quadrant, theme: number | null];
interface Post {
  day: number;
  platform: 'x' | 'reddit';
  judged: readonly Judged[];
}

/** Two brands and their clips; Courier under Delivery under Service. */
async function filled(posts: readonly Post[]): Promise<{ store: Store; brands: string[] }> {
  const store = await freshStore();
  const none = { aliases: [], handles: [], must: [], mustNot: [] };
  const brands: string[] = [];
  for (const name of ['Arvelle', 'Kestrin']) brands.push((await saveBrand(store, { ...none, name, kind: 'own' }, at)).brand.id);
  for (const name of names) await addTheme(store, name, at);
  await editTheme(store, ids[1]!, { parent: ids[0]! }, at);
  await editTheme(store, ids[2]!, { parent: ids[1]! }, at);
  for (const [index, { day, platform, judged }] of posts.entries()) {
    const publishedAt = {
      instant: `2026-05-${String(day).padStart(2, '0')}T07:00:00.000Z`,
      raw: '',
      precision: 'minute',
      source: 'attribute',
    } as const;
    const said = draft({ nativeId: String(index), platform, url: null, text: `post ${index}`, publishedAt });
    const { clip } = await saveClip(store, { draft: said, brands, judgement: null }, at);
    for (const [brand, quadrant, theme] of judged)
      await tagClip(store, clip!, { brand: brands[brand]!, quadrant, ...(theme !== null && { theme: names[theme]! }) }, at);
  }
  return { store, brands };
}

async function countsOf(store: Store, brand: string, open: string | null, platforms?: ReadonlySet<string>) {
  return themeParts(await judgedWithOf(store, brand, period, platforms), await themesOf(store), open);
}

test('a clip judged under two themes of one counts once for that one, in whatever quadrants', async () => {
  const { store, brands } = await filled([
    {
      day: 12,
      platform: 'x',
      judged: [
        [0, 'weakness', 1],
        [0, 'weakness', 2],
        [0, 'threat', 2],
      ],
    },
    {
      day: 13,
      platform: 'x',
      judged: [
        [0, 'strength', 0],
        [1, 'weakness', 2],
      ],
    },
    {
      day: 14,
      platform: 'reddit',
      judged: [
        [0, 'strength', 3],
        [0, 'strength', 1],
      ],
    },
    { day: 9, platform: 'x', judged: [[0, 'weakness', 1]] },
    { day: 15, platform: 'x', judged: [[0, 'opportunity', null]] },
  ]);
  const { n, counts } = await countsOf(store, brands[0]!, null);
  expect([n, Object.fromEntries(counts)]).toEqual([4, { [ids[0]!]: 3, [ids[3]!]: 1, [noTheme]: 1 }]);
  expect(Object.fromEntries((await countsOf(store, brands[0]!, ids[0]!)).counts)).toEqual({ [ids[0]!]: 1, [ids[1]!]: 2 });
  expect(Object.fromEntries((await countsOf(store, brands[0]!, null, new Set(['reddit']))).counts)).toEqual({ [ids[0]!]: 1, [ids[3]!]: 1 });
  // Merged, both are one theme.
  await mergeThemes(store, ids[3]!, ids[2]!, at);
  expect(Object.fromEntries((await countsOf(store, brands[0]!, null)).counts)).toEqual({ [ids[0]!]: 3, [noTheme]: 1 });
});

test('each number is the distinct clips counted one by one, and the list behind it holds just these', async () => {
  const judged: fc.Arbitrary<Judged> = fc.tuple(
    fc.constantFrom(0, 1),
    fc.constantFrom('strength', 'weakness', 'opportunity', 'threat'),
    fc.option(fc.nat({ max: 3 }), { nil: null }),
  );
  const posts = fc.array(
    fc.record({ day: fc.integer({ min: 8, max: 22 }), platform: fc.constantFrom('x', 'reddit'), judged: fc.array(judged, { maxLength: 4 }) }),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(posts, fc.option(fc.constantFrom('x', 'reddit'), { nil: null }), async (some, on) => {
      const { store, brands } = await filled(some);
      const platforms = on === null ? undefined : new Set([on]);
      const [themes, clips] = [await themesOf(store), await store.db.clips.toArray()];
      const counted = clips.filter(({ day, platform }) => day >= period.from && day <= period.to && (on === null || platform === on));
      for (const brand of brands)
        for (const open of [null, ids[0]!, ids[1]!]) {
          const { n, counts } = await countsOf(store, brand, open, platforms);
          const judgedOf = counted.map(({ tags }) => tags.filter((tag) => tag.brand === brand));
          expect(n).toBe(judgedOf.filter((tags) => tags.length > 0).length);
          for (const [theme, count] of counts) {
            const wanted = theme === open ? new Set([theme]) : under(themes, theme);
            expect(count).toBe(judgedOf.filter((tags) => tags.some((tag) => wanted.has(tag.theme ?? noTheme))).length);
            const value = wanted.size > 1 ? theme + andUnder : theme;
            const found = await everyClip(store, filterQuery({ brand, theme: value, ...period, ...(platforms && { platforms }) }));
            expect(found).toHaveLength(count);
          }
        }
    }),
    { numRuns: 40 },
  );
}, 60_000);
