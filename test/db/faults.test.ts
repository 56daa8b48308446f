/** What goes wrong underneath: no write is half done, nothing acknowledged is lost, and the reason can be told. */
import { expect, test } from 'vitest';
import { saveBrand } from '../../lib/db/brands.ts';
import { undo } from '../../lib/db/change.ts';
import { saveClip, setSentiment, setState, trashClip } from '../../lib/db/clips.ts';
import { checkClip, picturesOf } from '../../lib/db/evidence.ts';
import { meetClips } from '../../lib/db/meet.ts';
import { addPicture } from '../../lib/db/pictures.ts';
import { attachProfile } from '../../lib/db/profiles.ts';
import { historyOf } from '../../lib/db/queries.ts';
import { rebuild, resume } from '../../lib/db/rebuild.ts';
import { restoreBackup } from '../../lib/db/restore-backup.ts';
import type { Store } from '../../lib/db/store.ts';
import { refineTag, tagClip } from '../../lib/db/tags.ts';
import { failureOf } from '../../lib/messages/serve.ts';
import { bundleOf } from './bundle-of.ts';
import { failWrites } from './failing.ts';
import { draft, dump, freshStore } from './store.ts';

const picture = {
  id: 'p1',
  at: '2026-05-21T10:00:00.000Z',
  bytes: Uint8Array.of(1, 2, 3),
  type: 'image/webp',
  width: 1,
  height: 1,
  partial: false,
} as const;
const account = {
  platform: 'x',
  handle: 'arvelle',
  name: 'Arvelle',
  url: 'https://x.com/arvelle',
  sizes: { followers: 10, following: null, posts: null },
  rounded: [],
};

/** A brand, and a clip judged for it with a picture. */
async function filled() {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
  const saved = await saveClip(store, { draft: draft(), brands: [], judgement: { brand: brand.id, quadrant: 'weakness', theme: 'Parts' } });
  await addPicture(store, saved.id, picture);
  return { store, brand: brand.id, saved };
}
type Filled = Awaited<ReturnType<typeof filled>>;

const commands: Record<string, (filled: Filled) => Promise<unknown>> = {
  'saving and judging a post': ({ store, brand }) =>
    saveClip(store, { draft: draft({ nativeId: '2' }), brands: [], judgement: { brand, quadrant: 'threat', theme: 'Price' } }),
  'saving a post again': ({ store }) => saveClip(store, { draft: draft({ text: 'Edited since.' }), brands: [], judgement: null }),
  judging: ({ store, brand, saved }) => tagClip(store, saved.clip!, { brand, quadrant: 'strength', theme: 'Taste' }),
  'refining a judgement': ({ store, saved }) => refineTag(store, saved.tag!, { quote: 'died' }),
  'setting a sentiment': ({ store, brand, saved }) => setSentiment(store, saved.clip!, brand, 'negative'),
  'setting a state': ({ store, saved }) => setState(store, saved.clip!, 'archived'),
  deleting: ({ store, saved }) => trashClip(store, saved.clip!),
  undo: ({ store, saved }) => undo(store, saved.id),
  'meeting a post again': ({ store }) => meetClips(store, [draft({ text: 'Edited since.' })], new Date(Date.now() + 864e5)),
  'giving an account to a brand': ({ store, brand }) => attachProfile(store, account, brand),
  importing: async ({ store }) => {
    const from = await filled();
    return restoreBackup(store, await bundleOf(from.store));
  },
  recounting: ({ store }) => rebuild(store),
};

test.each(Object.entries(commands))(
  '%s on a full disk is told, and can be done again once there is room, at whichever write it fills up',
  async (_, command) => {
    for (let after = 0; ; after += 1) {
      const before = await filled();
      const kept = await dump(before.store);
      // An import's own source is written before anything fails.
      const work = command === commands['importing'] ? await preparedImport(before.store) : () => command(before);
      const end = failWrites('QuotaExceededError', after);
      const outcome = await work().then(
        () => null,
        (error: unknown) => ({ error }),
      );
      end();
      if (!outcome) {
        expect(after).toBeGreaterThan(0);
        return;
      }
      expect(failureOf(outcome.error)).toBe('disk-full');
      // A recount goes by steps, and on from where it was.
      if (command === commands['recounting']) await resume(before.store);
      // An import goes by batches: what came stays, and taking the file in again goes on.
      if (command !== commands['importing']) expect(await dump(before.store)).toEqual(kept);
      await command(before);
    }
  },
  60_000,
);

async function preparedImport(store: Store) {
  const from = await filled();
  const backup = await bundleOf(from.store);
  return () => restoreBackup(store, backup);
}

test('a picture whose bytes are spoilt or gone is told, and keeps nothing else from being read, exported and imported', async () => {
  const { store, saved } = await filled();
  const spoilt = async (bytes: unknown) => {
    await store.db.pictures.update('p1', { bytes: bytes as Uint8Array<ArrayBuffer> });
    const clip = (await store.db.clips.get(saved.clip!))!;
    const { captures } = await historyOf(store, clip);
    return checkClip(clip, captures, await picturesOf(store, clip));
  };
  expect(await spoilt(Uint8Array.of(1, 2, 3))).toEqual({ words: true, changed: [] });
  for (const bytes of [Uint8Array.of(1, 2), Uint8Array.of(1, 2, 4), new Uint8Array(), null, 'bytes'])
    expect(await spoilt(bytes)).toEqual({ words: true, changed: ['p1'] });
  const other = await freshStore();
  await restoreBackup(other, await bundleOf(store));
  expect(await other.db.clips.count()).toBe(1);
});

test('a clock that jumps back a year loses no edit, no number and no undo', async () => {
  const { store, brand, saved } = await filled();
  const past = (second: number) => new Date(Date.now() - 365 * 864e5 + second * 1000);
  await setState(store, saved.clip!, 'archived', past(0));
  expect(await store.db.clips.get(saved.clip!)).toMatchObject({ state: 'archived' });
  const tag = await tagClip(store, saved.clip!, { brand, quadrant: 'strength' }, past(1));
  expect((await store.db.clips.get(saved.clip!))!.tags).toHaveLength(2);
  await undo(store, tag.id, past(2));
  expect((await store.db.clips.get(saved.clip!))!.tags).toHaveLength(1);
  const again = await saveClip(store, { draft: draft({ text: 'Edited since.' }), brands: [], judgement: null }, past(3));
  expect(again.already).toBe(true);
  const clip = (await store.db.clips.get(saved.clip!))!;
  const { captures, snapshots } = await historyOf(store, clip);
  expect(captures.map(({ draft: { text } }) => text).sort()).toEqual(['Edited since.', draft().text]);
  expect(snapshots).toHaveLength(2);
  const kept = await dump(store);
  await rebuild(store);
  expect(await dump(store)).toEqual(kept);
});
