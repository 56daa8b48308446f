import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshHmacKey } from '../../lib/core/keyed-hash.ts';
import { pseudonymise } from '../../lib/core/pseudonym.ts';
import { allRecords } from '../../lib/db/backup.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { undoBatch } from '../../lib/db/change.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { checkClip } from '../../lib/db/evidence.ts';
import { retentionBefore, retentionDue } from '../../lib/db/find-retention.ts';
import { meetClips } from '../../lib/db/meet.ts';
import { addPicture } from '../../lib/db/pictures.ts';
import { pseudonymised } from '../../lib/db/pseudonymise.ts';
import { historyOf } from '../../lib/db/queries.ts';
import { rebuild } from '../../lib/db/rebuild.ts';
import { applyRetention } from '../../lib/db/retention.ts';
import { tagClip } from '../../lib/db/tags.ts';
import { bundleOf, takeFrom } from './bundle-of.ts';
import { draft, dump, freshStore } from './store.ts';

const now = new Date('2026-06-30T12:00:00Z');
const old = new Date('2024-01-10T12:00:00Z');
const ines = { name: 'Inès Vautrin', handle: 'inesv' };
const post = draft({
  nativeId: '1',
  url: 'https://x.com/inesv/status/1',
  author: ines,
  text: 'Inès Vautrin here (@inesv): the lid of my Kestrin broke, says @jonas too. Vautrinesque.',
  inReplyTo: { url: 'https://x.com/jonas/status/9', nativeId: '9', author: { name: 'Jonas Feld', handle: 'jonas' }, text: 'Ask Inès Vautrin' },
});
const traces = (words: string) => ['inesv', 'Inès Vautrin', 'jonas', 'Jonas', 'x.com'].filter((trace) => words.includes(trace));

async function filled() {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Kestrin', kind: 'competitor', aliases: [], handles: ['x:kestrin'], must: [], mustNot: [] });
  const { id } = await saveClip(store, { draft: post, brands: [brand.id], judgement: null }, old);
  const picture = { id: 'p1', at: old.toISOString(), bytes: Uint8Array.of(1), type: 'image/webp', width: 1, height: 1, partial: false } as const;
  await addPicture(store, id, picture);
  await tagClip(store, 'clip:x:1', { brand: brand.id, quadrant: 'weakness', quote: 'Inès Vautrin here' }, old);
  await saveClip(store, { draft: draft({ nativeId: '2', url: null, author: ines, text: 'Old too' }), brands: [brand.id], judgement: null }, old);
  await saveClip(
    store,
    { draft: draft({ nativeId: '3', url: null, author: { name: 'Kestrin', handle: 'kestrin' }, text: 'New' }), brands: [], judgement: null },
    now,
  );
  return store;
}

test('a pseudonym is the same under one key, another under another, and nothing that names a person is left in the draft', async () => {
  const [key, other] = [await freshHmacKey(), await freshHmacKey()];
  const { draft: once } = await pseudonymise(post, key);
  expect(once).toEqual((await pseudonymise(post, key)).draft);
  expect(once.author).not.toEqual((await pseudonymise(post, other)).draft.author);
  expect(once.author.handle).toMatch(/^person-[0-9a-f]{16}$/);
  expect(traces(JSON.stringify(once))).toEqual([]);
  expect(once.text).toContain('Vautrinesque');
});

test('no name, however written, stays where it stands as a word of its own', async () => {
  const key = await freshHmacKey();
  const name = fc.stringMatching(/^[\p{L}.$()*+?|]{3,12}$/u).filter((words) => /\p{L}{3}/u.test(words));
  await fc.assert(
    fc.asyncProperty(name, async (handle) => {
      const { draft: masked } = await pseudonymise(draft({ author: { name: null, handle }, text: `See ${handle} there` }), key);
      expect(masked.text).toBe(`See ${masked.author.handle} there`);
    }),
    { numRuns: 200 },
  );
});

test('an export without names holds none, but for brands’ own accounts, and goes in like any other', async () => {
  const [store, elsewhere] = [await filled(), await freshStore('b2')];
  const before = await dump(store);
  const rows = { ...(await pseudonymised(store, await allRecords(store))) };
  const file = JSON.parse(JSON.stringify(rows));
  expect(traces(JSON.stringify(file))).toEqual([]);
  expect(JSON.stringify(file)).toContain('"handle":"kestrin"');
  expect(await takeFrom(elsewhere, await bundleOf(store, { rows }))).toMatchObject({ refused: [] });
  expect(await elsewhere.db.clips.count()).toBe(3);
  expect((await elsewhere.db.voiceCells.toArray()).map(({ authors }) => Object.keys(authors).length)).toEqual(
    (await store.db.voiceCells.toArray()).map(({ authors }) => Object.keys(authors).length),
  );
  expect({ ...(await dump(store)), keys: [] }).toEqual({ ...before, keys: [] });
});

test('months go back to the same day, or the month’s last', () => {
  expect(retentionBefore(1, new Date('2026-03-31T10:00:00Z'))).toBe('2026-02-28T10:00:00.000Z');
  expect(retentionBefore(12, new Date('2026-03-15T10:00:00Z'))).toBe('2025-03-15T10:00:00.000Z');
});

test('old clips are deleted as one action, after their count was shown', async () => {
  const store = await filled();
  const rule = { months: 24, act: 'delete' } as const;
  const before = await store.db.clips.toArray();
  expect(await retentionDue(store, rule, now)).toBe(2);
  expect(await applyRetention(store, rule, now)).toBe(2);
  expect(await retentionDue(store, rule, now)).toBe(0);
  expect(await store.db.clips.count()).toBe(1);
  await undoBatch(store, (await store.db.actions.toArray()).find(({ name }) => name === 'trash')!.batch!);
  expect(await store.db.clips.toArray()).toEqual(before);
});

test('old clips made anonymous keep words, judgements and counts, and nothing brings their names back', async () => {
  const store = await filled();
  const backup = await bundleOf(store);
  const rule = { months: 24, act: 'anonymise' } as const;
  expect(await retentionDue(store, rule, now)).toBe(2);
  const days = await store.db.dayCells.toArray();
  expect(await applyRetention(store, rule, now)).toBe(2);
  expect(await retentionDue(store, rule, now)).toBe(0);
  const [first, second] = (await store.db.clips.bulkGet(['clip:x:1', 'clip:x:2'])).map((clip) => clip!);
  expect(first!.author).toEqual(second!.author);
  expect(first!.tags).toMatchObject([{ quadrant: 'weakness', quote: expect.stringMatching(/^person-\w+ here$/) }]);
  expect(await store.db.dayCells.toArray()).toEqual(days);
  expect(await checkClip(first!, (await historyOf(store, first!)).captures, [])).toEqual({ words: null, changed: [] });
  expect(traces(JSON.stringify(await dump(store)))).toEqual([]);
  await meetClips(store, [{ ...post, text: 'Inès Vautrin edited it' }], now);
  await takeFrom(store, backup);
  expect(traces(JSON.stringify({ ...(await dump(store)), actions: [] }))).toEqual([]);
  expect(await store.db.pictures.count()).toBe(0);
  const kept = await dump(store);
  await rebuild(store);
  expect(await dump(store)).toEqual(kept);
});
