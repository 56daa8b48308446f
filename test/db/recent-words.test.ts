/** The words of the newest clips wait in one row each, and are found all the same. */
import { expect, test } from 'vitest';
import { parseQuery } from '../../lib/core/query/parse.ts';
import { saveClip, trashClip } from '../../lib/db/clips.ts';
import { findClips } from '../../lib/db/find-clips.ts';
import { indexIfEnough, indexRecent, mostRecent } from '../../lib/db/recent-words.ts';
import type { Store } from '../../lib/db/store.ts';
import { draft, freshStore } from './store.ts';

const save = (store: Store, nativeId: string, text = `Grinder ${nativeId}`) =>
  saveClip(store, { draft: draft({ nativeId, url: null, text }), brands: [], judgement: null });

const found = async (store: Store, text: string): Promise<string[]> =>
  (await findClips(store, parseQuery(text, { unfinished: true }).query, { limit: 100 })).clips.map(({ id }) => id).sort();

/** How many clips' words wait, and how many rows the index has. */
const sizes = ({ db }: Store) => Promise.all([db.recentWords.count(), db.postings.count()]);

test('a new clip is found while its words wait, beside those in the index, and when they are in it', async () => {
  const store = await freshStore();
  await save(store, '1', 'The old grinder died');
  await indexRecent(store);
  expect((await sizes(store))[0]).toBe(0);
  await save(store, '2', 'My grinder died twice');
  expect((await sizes(store))[0]).toBe(1);
  const questions = {
    grinder: ['1', '2'],
    twic: ['2'],
    'grinder twice': ['2'],
    'old grinder': ['1'],
    '"grinder died"': ['1', '2'],
    '-old died': ['2'],
  };
  for (let round = 0; round < 2; round += 1) {
    for (const [text, ids] of Object.entries(questions)) expect([text, await found(store, text)]).toEqual([text, ids.map((id) => `clip:x:${id}`)]);
    await indexRecent(store);
    expect((await sizes(store))[0]).toBe(0);
  }
});

test('only so many wait; of more, the words go into the index at once', async () => {
  const store = await freshStore();
  for (let index = 0; index <= mostRecent; index += 1) await save(store, `${index}`);
  const [waiting, rows] = await sizes(store);
  expect(waiting).toBe(mostRecent);
  expect(rows).toBeGreaterThan(0);
  expect(await found(store, 'grinder')).toHaveLength(mostRecent + 1);
});

test('a few are left waiting, many are put into the index', async () => {
  const store = await freshStore();
  for (let index = 0; index < mostRecent / 2; index += 1) {
    await indexIfEnough(store);
    expect(await sizes(store)).toEqual([index, 0]);
    await save(store, `${index}`);
  }
  await indexIfEnough(store);
  expect((await sizes(store))[0]).toBe(0);
  expect(await found(store, 'grinder')).toHaveLength(mostRecent / 2);
});

test('what goes into the trash, or says something else by now, is not found by what it said', async () => {
  const store = await freshStore();
  await save(store, '1', 'The grinder died');
  await save(store, '2', 'The grinder died');
  await trashClip(store, 'clip:x:1');
  await save(store, '2', 'The kettle lives');
  expect(await sizes(store)).toEqual([1, 0]);
  expect(await found(store, 'grinder')).toEqual([]);
  expect(await found(store, 'kettle')).toEqual(['clip:x:2']);
});
