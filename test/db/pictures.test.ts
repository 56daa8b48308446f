import { describe, expect, test } from 'vitest';
import { undo } from '../../lib/db/change.ts';
import { saveClip, trashClip } from '../../lib/db/clips.ts';
import { checkClip, picturesOf } from '../../lib/db/evidence.ts';
import { addPicture, type Taken, trashPicture } from '../../lib/db/pictures.ts';
import { historyOf } from '../../lib/db/queries.ts';
import type { Store } from '../../lib/db/store.ts';
import { draft, freshStore } from './store.ts';

const taken = (id = 'p1'): Taken => ({
  id,
  at: '2026-05-21T10:00:00.000Z',
  bytes: Uint8Array.from([82, 73, 70, 70, id.length, id.charCodeAt(1)]),
  type: 'image/webp',
  width: 600,
  height: 400,
  partial: false,
});
const save = (store: Store) => saveClip(store, { draft: draft(), brands: [], judgement: null });
const shown = async (store: Store) => (await picturesOf(store, { keys: ['clip:x:1'] })).map(({ id }) => id);

describe('a picture', () => {
  test('is kept with the clip, once however often it is given, with the hash of its bytes', async () => {
    const store = await freshStore();
    const { id } = await save(store);
    expect(await addPicture(store, id, taken())).toBe(true);
    await addPicture(store, id, taken());
    // printf 'RIFF\002\061' | sha256sum
    expect(await picturesOf(store, { keys: ['clip:x:1'] })).toEqual([
      { ...taken(), v: 1, clip: 'clip:x:1', by: '', hash: 'bcd2161380d65e95b0769df8ff3bbbe18f83b0ddd69e0c12aad7d23d3e01a497' },
    ]);
  });

  test('goes with the clip when that is undone, and comes back when it is clipped again with it', async () => {
    const store = await freshStore();
    const first = await save(store);
    await addPicture(store, first.id, taken());
    await undo(store, first.id);
    expect(await shown(store)).toEqual([]);
    const again = await save(store);
    expect(await shown(store)).toEqual([]);
    await addPicture(store, again.id, taken());
    expect(await shown(store)).toEqual(['p1']);
  });

  test('of a post clipped before goes alone: the clip and its first picture stay', async () => {
    const store = await freshStore();
    await addPicture(store, (await save(store)).id, taken());
    const second = await save(store);
    await addPicture(store, second.id, taken('p2'));
    expect(await shown(store)).toEqual(['p1', 'p2']);
    await undo(store, second.id);
    expect(await shown(store)).toEqual(['p1']);
    expect(await store.db.clips.count()).toBe(1);
  });

  test('that comes after its clip was undone is not kept', async () => {
    const store = await freshStore();
    const { id } = await save(store);
    await undo(store, id);
    expect(await addPicture(store, id, taken())).toBe(false);
    expect(await store.db.pictures.count()).toBe(0);
  });

  test('of what was never clipped is refused', async () => {
    await expect(addPicture(await freshStore(), 'nothing', taken())).rejects.toThrow('no longer here');
  });

  test('is taken away and brought back', async () => {
    const store = await freshStore();
    await addPicture(store, (await save(store)).id, taken());
    const { id } = await trashPicture(store, 'p1');
    expect(await shown(store)).toEqual([]);
    await undo(store, id);
    expect(await shown(store)).toEqual(['p1']);
    await expect(trashPicture(store, 'p9')).rejects.toThrow('no longer here');
  });

  test('stays with a clip in the trash, and is there when that is restored', async () => {
    const store = await freshStore();
    await addPicture(store, (await save(store)).id, taken());
    const { id } = await trashClip(store, 'clip:x:1');
    expect(await store.db.pictures.count()).toBe(1);
    await undo(store, id);
    expect(await shown(store)).toEqual(['p1']);
  });
});

describe('unchanged since saved here', () => {
  const check = async (store: Store) => {
    const clip = (await store.db.clips.get('clip:x:1'))!;
    return checkClip(clip, (await historyOf(store, clip)).captures, await picturesOf(store, clip));
  };
  async function filled() {
    const store = await freshStore();
    await addPicture(store, (await save(store)).id, taken());
    return store;
  }

  test('is what was kept and nobody touched, also after its words were found edited', async () => {
    const store = await filled();
    expect(await check(store)).toEqual({ words: true, changed: [] });
    await saveClip(store, { draft: draft({ text: 'They did sell me the part.', url: null }), brands: [], judgement: null });
    expect(await check(store)).toEqual({ words: true, changed: [] });
  });

  test.each([
    ['text', (store: Store) => store.db.captures.toCollection().modify({ 'draft.text': 'My Kestrin grinder is lovely.' })],
    ['author', (store: Store) => store.db.captures.toCollection().modify({ 'draft.author.name': 'Nobody' })],
    ['address', (store: Store) => store.db.captures.toCollection().modify({ 'draft.url': 'https://x.com/else/status/1' })],
    ['words as shown', (store: Store) => store.db.clips.toCollection().modify({ text: 'Lovely.' })],
  ])('is not said of another %s', async (_, tamper) => {
    const store = await filled();
    await tamper(store);
    expect(await check(store)).toEqual({ words: false, changed: [] });
  });

  test('is not said of a picture with another byte', async () => {
    const store = await filled();
    await store.db.pictures.toCollection().modify({ bytes: Uint8Array.from([82, 73, 70, 71, 2, 49]) });
    expect(await check(store)).toEqual({ words: true, changed: ['p1'] });
  });

  test('is not known of words that were kept without a hash', async () => {
    const store = await freshStore();
    await save(store);
    await store.db.captures.toCollection().modify({ hash: undefined });
    expect(await check(store)).toEqual({ words: null, changed: [] });
  });
});
