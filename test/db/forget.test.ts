import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft } from '../../lib/core/draft.ts';
import { allRecords } from '../../lib/db/backup.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { saveClip, setState, trashClip } from '../../lib/db/clips.ts';
import { pageOfActions } from '../../lib/db/find-actions.ts';
import { previewOfForgetting } from '../../lib/db/find-author.ts';
import { savedViews } from '../../lib/db/find-views.ts';
import { forgetAuthor } from '../../lib/db/forget.ts';
import { dropForgotten, nothingSeen, type Truth } from '../../lib/db/forgotten.ts';
import { addPicture } from '../../lib/db/pictures.ts';
import { rebuild } from '../../lib/db/rebuild.ts';
import type { Store } from '../../lib/db/store.ts';
import { tagClip } from '../../lib/db/tags.ts';
import { saveView } from '../../lib/db/views.ts';
import { bundleOf, takeFrom } from './bundle-of.ts';
import { draft, dump, freshStore } from './store.ts';

const ines = { name: 'Inès Vautrin', handle: 'inesv' };
const words = 'zibeline grelottante'; // Said by nobody else.
const author = { platform: 'x', handle: 'inesv', name: 'Inès Vautrin' };
/** A view that only begins like the handle is nobody’s; it must stay. */
const raw = async (store: Store) =>
  JSON.stringify(await dump(store))
    .toLowerCase()
    .replaceAll('inesville', '');

const quoting = { url: 'https://x.com/inesv/status/1', nativeId: '1', author: ines, text: `My ${words} broke` };
const posts: Draft[] = [
  draft({ nativeId: '1', url: 'https://x.com/inesv/status/1', author: ines, text: `My ${words} broke` }),
  draft({ nativeId: '2', url: null, author: { name: 'Inès Vautrin', handle: null }, text: `Still my ${words}` }),
  draft({ nativeId: null, url: null, author: { name: 'Inès V.', handle: '@InesV' }, text: `${words}, again` }),
  draft({ nativeId: '4', url: null, text: 'Shared without a word', sharedBy: ines }),
  draft({ nativeId: '5', url: null, text: 'I had that too', inReplyTo: quoting }),
  draft({ nativeId: '6', url: null, text: 'Look at this', quotes: quoting }),
  draft({ nativeId: '7', url: null, author: { name: 'Inès Vautrin', handle: 'another' }, text: 'Somebody else of that name' }),
];

async function filled(): Promise<Store> {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Kestrin', kind: 'competitor', aliases: [], handles: [], must: [], mustNot: [] });
  for (const [index, post] of posts.entries()) {
    const { id, clip } = await saveClip(store, { draft: post, brands: [brand.id], judgement: null }, new Date(1_000 * index));
    await tagClip(store, clip!, { brand: brand.id, quadrant: 'weakness', quote: index < 3 || index === 5 ? words : '' });
    const picture = { at: new Date(0).toISOString(), bytes: Uint8Array.of(1), type: 'image/webp', width: 1, height: 1, partial: false } as const;
    await addPicture(store, id, { ...picture, id: `p${index}` });
  }
  await saveView(store, { name: 'What she says', hash: '#/library?q=by%3A%40InesV+grinder' });
  await saveView(store, { name: 'Of Inès Vautrin', hash: '#/benchmark' });
  await saveView(store, { name: 'Inesville', hash: '#/library?q=inesville' });
  await setState(store, 'clip:x:1', 'archived');
  await trashClip(store, 'clip:x:2');
  return store;
}

test('a forgotten author leaves no name, handle, word or picture in any table; other people’s posts stay without them', async () => {
  const store = await filled();
  expect(await previewOfForgetting(store, author)).toEqual({ clips: 3, mentions: 3, pictures: 6, judgements: 3 });
  const { count } = await forgetAuthor(store, author);
  expect(count).toBe(3);
  // A namesake with another handle is somebody else.
  const others = (await raw(store)).replaceAll(/"name":"inès vautrin","handle":"another"/g, '');
  expect(['inesv', 'inès v', 'zibeline', 'clip:x:1"', 'clip:x:2"'].filter((trace) => others.includes(trace))).toEqual([]);
  expect((await store.db.clips.toCollection().primaryKeys()).sort()).toEqual(['clip:x:4', 'clip:x:5', 'clip:x:6', 'clip:x:7']);
  expect((await store.db.pictures.toArray()).map(({ id }) => id)).toEqual(['p6']);
  expect((await pageOfActions(store, 1)).entries[0]).toMatchObject({ action: { name: 'forget', count: 3, clip: null, undo: [] }, canUndo: false });
  expect((await savedViews(store)).map(({ name }) => name)).toEqual(['Inesville']);
  const kept = await dump(store);
  await rebuild(store);
  expect(await dump(store)).toEqual(kept);
});

test('an older backup does not bring a forgotten author back, here or where a newer backup was taken in before', async () => {
  const store = await filled();
  const older = await bundleOf(store);
  await forgetAuthor(store, author);
  const elsewhere = await freshStore('b2');
  await takeFrom(elsewhere, await bundleOf(store));
  for (const one of [store, elsewhere]) {
    const before = await one.db.clips.toArray();
    const { refused, forgotten } = await takeFrom(one, older);
    expect(refused).toEqual([]);
    expect(forgotten).toBeGreaterThan(10);
    const left = await raw(one);
    expect(['inesv', 'zibeline'].filter((trace) => left.includes(trace))).toEqual([]);
    expect(await one.db.clips.toArray()).toEqual(before);
  }
});

test('a file read in parts is sifted as one read whole, its captures first', async () => {
  const store = await filled();
  const older = await allRecords(store);
  await forgetAuthor(store, author);
  const { kept } = await dropForgotten(store, { captures: older.captures, tags: older.tags, records: older.records, snapshots: older.snapshots });
  const seen = nothingSeen();
  const parts: Truth = { captures: (await dropForgotten(store, { captures: older.captures }, seen)).kept.captures };
  for (const name of ['tags', 'records', 'snapshots'] as const)
    Object.assign(parts, (await dropForgotten(store, { [name]: older[name] }, seen)).kept);
  expect(parts).toEqual(kept);
});

test('a clip of theirs that was not here when they were forgotten stays out too', async () => {
  const [store, other] = [await freshStore(), await freshStore('b2')];
  await saveClip(store, { draft: posts[0]!, brands: [], judgement: null });
  await forgetAuthor(store, author);
  await saveClip(other, { draft: draft({ nativeId: '99', url: null, author: ines, text: words }), brands: [], judgement: null });
  await takeFrom(store, await bundleOf(other));
  expect((await raw(store)).includes('zibeline')).toBe(false);
  expect(await store.db.snapshots.count()).toBe(0);
});

const someone = fc.constantFrom(
  ines,
  { name: 'Inès Vautrin', handle: null },
  { name: null, handle: '@inesv' },
  { name: 'Jonas Feld', handle: 'jonas' },
);
test('whatever was clipped, nothing of theirs is left and nobody else’s clip is lost', async () => {
  const post = fc.record({ by: someone, other: fc.option(someone), how: fc.constantFrom('sharedBy', 'inReplyTo', 'quotes') });
  await fc.assert(
    fc.asyncProperty(fc.array(post, { maxLength: 6 }), async (all) => {
      const store = await freshStore();
      // Under this handle the name was met, else the name alone would be anybody’s.
      await saveClip(store, { draft: posts[0]!, brands: [], judgement: null });
      for (const [index, { by, other, how }] of all.entries()) {
        const about = other && { [how]: how === 'sharedBy' ? other : { ...quoting, author: other } };
        const text = by.handle === 'jonas' ? `Post ${index}` : words;
        await saveClip(store, { draft: draft({ nativeId: `${index + 10}`, url: null, author: by, text, ...about }), brands: [], judgement: null });
      }
      await forgetAuthor(store, author);
      const left = await raw(store);
      expect(['inesv"', '"inès vautrin"'].filter((trace) => left.includes(trace))).toEqual([]);
      expect(await store.db.clips.count()).toBe(all.filter(({ by }) => by.handle === 'jonas').length);
    }),
    { numRuns: 25 },
  );
}, 60_000);
