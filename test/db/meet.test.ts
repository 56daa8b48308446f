import { describe, expect, test } from 'vitest';
import { meetAgainAfter } from '../../lib/core/meeting.ts';
import { saveClip, trashClip } from '../../lib/db/clips.ts';
import { meetClips, noteGone } from '../../lib/db/meet.ts';
import { rebuild } from '../../lib/db/rebuild.ts';
import { draft, dump, freshStore } from './store.ts';

const clipped = new Date('2026-05-21T10:00:00.000Z');
const later = (ms: number) => new Date(clipped.getTime() + ms);
const numbers = (likes: number | null) => ({ likes, comments: null, shares: null, views: null, saves: null, rating: null });
const grown = draft({ metrics: numbers(40) });

async function store() {
  const here = await freshStore();
  await saveClip(here, { draft: draft(), brands: [], judgement: null }, clipped);
  return here;
}

describe('a clipped post that is met again', () => {
  test('gets a snapshot; a number that is not shown now stays as it was last shown', async () => {
    const here = await store();
    expect(await meetClips(here, [grown], later(meetAgainAfter))).toBe(1);
    const [clip] = await here.db.clips.toArray();
    expect(clip).toMatchObject({
      metrics: { likes: 40, comments: 3 },
      seenAt: later(meetAgainAfter).toISOString(),
      clippedAt: clipped.toISOString(),
    });
    expect(await here.db.snapshots.count()).toBe(2);
    expect(await here.db.captures.count()).toBe(1);
  });

  test('gets none within the hour, nor where the clock was set back', async () => {
    const here = await store();
    expect(await meetClips(here, [grown], later(meetAgainAfter - 1))).toBe(0);
    expect(await meetClips(here, [grown], later(-meetAgainAfter))).toBe(0);
    expect(await here.db.snapshots.count()).toBe(1);
  });

  test('tells nothing where it shows no number', async () => {
    const here = await store();
    expect(await meetClips(here, [draft({ metrics: numbers(null) })], later(meetAgainAfter))).toBe(0);
    expect(await here.db.snapshots.count()).toBe(1);
  });

  test('keeps the words of before beside those it was edited to', async () => {
    const here = await store();
    await meetClips(here, [draft({ text: 'They sent me the part after all.' })], later(meetAgainAfter));
    expect((await here.db.captures.toArray()).map(({ draft: { text } }) => text)).toEqual([draft().text, 'They sent me the part after all.']);
    expect((await here.db.clips.toArray())[0]?.text).toBe('They sent me the part after all.');
  });

  test.each([
    ['only its beginning is shown', { text: 'My Kestrin grinder died', truncated: true }],
    ['no words are shown', { text: '' }],
    ['its author is not shown', { text: 'Another text.', author: { name: null, handle: null } }],
  ])('loses no words where %s', async (_, shown) => {
    const here = await store();
    await meetClips(here, [draft(shown)], later(meetAgainAfter));
    expect((await here.db.clips.toArray())[0]?.text).toBe(draft().text);
    expect(await here.db.captures.count()).toBe(1);
  });

  test('changes nothing where it was never clipped, or lies in the trash', async () => {
    const here = await store();
    await trashClip(here, (await here.db.clips.toArray())[0]!.id, clipped);
    expect(await meetClips(here, [grown, draft({ nativeId: '2', url: null })], later(meetAgainAfter))).toBe(0);
    expect(await here.db.snapshots.count()).toBe(1);
  });

  test('leaves counters as a recount would', async () => {
    const here = await store();
    await meetClips(here, [grown], later(meetAgainAfter));
    const before = await dump(here);
    await rebuild(here);
    expect(await dump(here)).toEqual(before);
  });
});

describe('a post that its site says is gone', () => {
  const key = 'clip:x:1';

  test('is noted the first time it is seen, and shown with its clip', async () => {
    const here = await store();
    expect(await noteGone(here, key, later(1_000))).toBe(true);
    expect(await noteGone(here, key, later(5_000))).toBe(false);
    expect((await here.db.clips.toArray())[0]).toMatchObject({ goneAt: later(1_000).toISOString(), text: draft().text, inbox: 1 });
    expect(await here.db.actions.count()).toBe(1);
  });

  test('is not gone where it is met again, in its words', async () => {
    const here = await store();
    await noteGone(here, key, later(1_000));
    await meetClips(here, [draft({ text: '', metrics: numbers(null) })], later(2_000));
    expect((await here.db.clips.toArray())[0]?.goneAt).toBeDefined();
    await meetClips(here, [draft()], later(3_000));
    expect((await here.db.clips.toArray())[0]).not.toHaveProperty('goneAt');
  });

  test('changes nothing where it was never clipped, or lies in the trash', async () => {
    const here = await store();
    expect(await noteGone(here, 'clip:x:2', later(1_000))).toBe(false);
    await trashClip(here, (await here.db.clips.toArray())[0]!.id, clipped);
    expect(await noteGone(here, key, later(1_000))).toBe(false);
    expect(await here.db.clips.count()).toBe(0);
  });

  test('is known after everything is computed anew', async () => {
    const here = await store();
    await noteGone(here, key, later(1_000));
    const before = await dump(here);
    await rebuild(here);
    expect(await dump(here)).toEqual(before);
  });
});
