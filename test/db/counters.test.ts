import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factors } from '../../lib/core/factors.ts';
import { quadrants } from '../../lib/core/quadrant.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { changeClips, trashClips } from '../../lib/db/bulk.ts';
import { NotFound, undo, undoAll } from '../../lib/db/change.ts';
import { addBrand, saveClip, setOwner, setPriority, setSentiment, setState, trashClip } from '../../lib/db/clips.ts';
import { rebuild } from '../../lib/db/rebuild.ts';
import { indexRecent } from '../../lib/db/recent-words.ts';
import type { Store } from '../../lib/db/store.ts';
import { refineTag, tagClip, untag } from '../../lib/db/tags.ts';
import { editTheme, mergeThemes, NameTaken, partTheme, splitTheme, themeId, trashTheme } from '../../lib/db/themes.ts';
import { draft, dump, freshStore } from './store.ts';

const post = fc.record({
  platform: fc.constantFrom('x', 'linkedin'),
  nativeId: fc.constantFrom('1', '2', null),
  author: fc.constantFrom({ name: 'Ana', handle: 'ana' }, { name: null, handle: null }),
  text: fc.constantFrom('The milk is perfect', 'Delivery took six weeks', 'Good morning'),
  likes: fc.constantFrom(null, 0, 7),
  views: fc.constantFrom(null, 90),
  inReplyTo: fc.constantFrom(undefined, { url: null, nativeId: '1', author: { name: null, handle: null } }),
  day: fc.integer({ min: 1, max: 3 }),
});
const judgement = fc.record({
  brand: fc.nat({ max: 1 }),
  quadrant: fc.constantFrom(...quadrants),
  theme: fc.constantFrom(undefined, 'Taste', 'Delivery'),
  factor: fc.constantFrom(undefined, ...factors),
  weight: fc.constantFrom(0.5 as const, 1 as const, 2 as const),
});
const nth = fc.nat({ max: 9 });
const someTheme = fc.constantFrom('Taste', 'Delivery', 'Price', 'Courier');
const command = fc.oneof(
  fc.record({
    do: fc.constant('bulk' as const),
    nth,
    state: fc.constantFrom(undefined, 'actioned' as const),
    priority: fc.constantFrom(undefined, 2 as const, null),
    owner: fc.constantFrom(undefined, 'Bo', null),
    brand: fc.option(fc.nat({ max: 1 })),
    judgement: fc.option(judgement),
    trash: fc.boolean(),
  }),
  fc.record({ do: fc.constant('prioritise' as const), nth, priority: fc.constantFrom(1 as const, 3 as const, null) }),
  fc.record({ do: fc.constant('own' as const), nth, owner: fc.constantFrom('Ann Lind', ' Bo ', '') }),
  fc.record({ do: fc.constant('about' as const), nth, brand: fc.nat({ max: 1 }) }),
  { weight: 4, arbitrary: fc.record({ do: fc.constant('save' as const), post, judgement: fc.option(judgement) }) },
  fc.record({ do: fc.constant('tag' as const), nth, judgement }),
  fc.record({ do: fc.constantFrom('untag' as const, 'refine' as const, 'trash' as const, 'archive' as const, 'undo' as const), nth }),
  fc.record({ do: fc.constantFrom('merge' as const, 'under' as const, 'split' as const), theme: someTheme, other: someTheme }),
  fc.record({ do: fc.constant('index' as const) }),
  fc.record({ do: fc.constantFrom('part' as const, 'putAway' as const), theme: someTheme }),
  fc.record({
    do: fc.constant('rate' as const),
    nth,
    brand: fc.nat({ max: 1 }),
    sentiment: fc.constantFrom('negative' as const, 'positive' as const, null),
  }),
);

/** What makes no sense now is refused, and changes nothing. */
const refused = (error: unknown) => {
  if (!(error instanceof NotFound || error instanceof NameTaken)) throw error;
};

async function onTheme(store: Store, one: { do: string; theme: string; other?: string }, at: Date): Promise<unknown> {
  const [theme, other] = [themeId(one.theme), themeId(one.other ?? one.theme)];
  if (one.do === 'merge') return mergeThemes(store, theme, other, at);
  if (one.do === 'under') return editTheme(store, theme, { parent: other }, at);
  if (one.do === 'part') return partTheme(store, theme, at);
  if (one.do === 'putAway') return trashTheme(store, theme, at);
  const clips = (await store.db.clips.toArray()).filter(({ tags }) => tags.some((tag) => tag.theme === theme)).map(({ id }) => id);
  return splitTheme(store, theme, clips.slice(0, 1), one.other!, at);
}

test('rows, counters and search words equal a recount from the records, after any sequence of commands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 12 }), async (commands) => {
      const store = await freshStore();
      const brands = await Promise.all(
        ['Arvelle', 'Kestrin'].map((name) => saveBrand(store, { name, kind: 'own', aliases: [], handles: [], must: [], mustNot: [] })),
      ).then((all) => all.map(({ brand }) => brand.id));
      const pick = <T>(all: T[], index: number): T | undefined => all[index % (all.length || 1)];
      let second = 0;
      for (const one of commands) {
        const at = new Date(Date.UTC(2026, 4, 5, 0, 0, second++));
        const clip = 'nth' in one ? pick((await store.db.clips.toCollection().primaryKeys()) as string[], one.nth) : undefined;
        const tag =
          'nth' in one
            ? pick(
                (await store.db.clips.toArray()).flatMap(({ tags }) => tags),
                one.nth,
              )?.id
            : undefined;
        if (one.do === 'save') {
          const { likes, views, inReplyTo, day, ...rest } = one.post;
          const publishedAt = { instant: `2026-05-0${day}T12:00:00.000Z`, raw: '', precision: 'second', source: 'attribute' } as const;
          const judged = one.judgement && { ...one.judgement, brand: brands[one.judgement.brand]! };
          await saveClip(
            store,
            {
              draft: draft({ ...rest, url: null, publishedAt, metrics: { ...draft().metrics, likes, views }, ...(inReplyTo && { inReplyTo }) }),
              brands: [brands[0]!],
              judgement: judged,
            },
            at,
          );
        } else if (one.do === 'undo') {
          const action = pick((await store.db.actions.toArray()).slice(2), one.nth);
          if (action) await undo(store, action.id, at);
        } else if (one.do === 'tag' && clip) await tagClip(store, clip, { ...one.judgement, brand: brands[one.judgement.brand]! }, at);
        else if (one.do === 'rate' && clip) await setSentiment(store, clip, brands[one.brand]!, one.sentiment, at);
        else if (one.do === 'bulk' && clip) {
          const { state, priority, owner, judgement, brand } = one;
          const all = (await store.db.clips.toCollection().primaryKeys()) as string[];
          const change = {
            ...(state && { state }),
            ...(priority !== undefined && { priority }),
            ...(owner !== undefined && { owner }),
            ...(brand !== null && { brand: brands[brand]! }),
            ...(judgement && { judgement: { ...judgement, brand: brands[judgement.brand]! } }),
          };
          const done = one.trash ? await trashClips(store, all, at) : await changeClips(store, all, change, at);
          if (one.nth > 6)
            await undoAll(
              store,
              done.map(({ id }) => id),
              at,
            );
        } else if (one.do === 'prioritise' && clip) await setPriority(store, clip, one.priority, at);
        else if (one.do === 'own' && clip) await setOwner(store, clip, one.owner, at);
        else if (one.do === 'about' && clip) await addBrand(store, clip, brands[one.brand]!, at);
        else if (one.do === 'trash' && clip) await trashClip(store, clip, at);
        else if (one.do === 'archive' && clip) await setState(store, clip, 'archived', at);
        else if (one.do === 'untag' && tag) await untag(store, tag, at);
        else if (one.do === 'refine' && tag) await refineTag(store, tag, { theme: 'Price' }, at);
        else if (one.do === 'index') await indexRecent(store);
        else if ('theme' in one) await onTheme(store, one, at).catch(refused);
      }
      const kept = await dump(store);
      await rebuild(store);
      expect(await dump(store)).toEqual(kept);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  );
}, 120_000);
