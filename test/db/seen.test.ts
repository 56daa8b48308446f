/** What the benchmark reads of posts: own ones with their followers, answers with their times, authors, and days of listening. */
import { expect, test } from 'vitest';
import type { Draft } from '../../lib/core/draft.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { clipDays } from '../../lib/db/effort.ts';
import { seenTallyOf } from '../../lib/db/seen.ts';
import { draft, freshStore } from './store.ts';

const at = (instant: string, precision: 'minute' | 'hour' = 'minute') => ({ instant, raw: '', precision, source: 'attribute' }) as const;
const ana = { name: 'Ana', handle: 'ana' };
const kestrin = { name: 'Kestrin', handle: 'kestrin' };
const period = { from: '2026-05-01', to: '2026-05-30' };

test('own posts, answers and authors of a brand', async () => {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Kestrin', kind: 'competitor', aliases: [], handles: ['x:Kestrin'], must: [], mustNot: [] });
  const save = (nativeId: string, changes: Partial<Draft>) =>
    saveClip(
      store,
      { draft: draft({ nativeId, url: null, text: nativeId, ...changes }), brands: [brand.id], judgement: null },
      new Date('2026-05-22T10:00:00Z'),
    );
  const to = (nativeId: string) => ({ inReplyTo: { url: null, nativeId, author: ana } });
  await save('asked', { author: ana, publishedAt: at('2026-05-20T10:00:00.000Z') });
  await save('asked-too', { author: ana, publishedAt: at('2026-05-20T10:00:00.000Z', 'hour') });
  await save('unanswered', { author: { name: 'Ben', handle: null } });
  await save('nobody', { author: { name: null, handle: null } });
  await save('later', { author: kestrin, kind: 'comment', publishedAt: at('2026-05-20T12:00:00.000Z'), ...to('asked') });
  await save('first', { author: kestrin, kind: 'comment', publishedAt: at('2026-05-20T10:45:00.000Z'), ...to('asked') });
  await save('untimed', { author: kestrin, kind: 'comment', publishedAt: at('2026-05-20T10:45:00.000Z'), ...to('asked-too') });
  await save('thread', { author: kestrin, ...to('own') });
  await save('own', { author: kestrin, publishedAt: at('2026-05-10T10:00:00.000Z') });
  await save('same-name-elsewhere', { author: kestrin, platform: 'linkedin' });

  const moment = (day: string, followers: number) => ({
    id: day,
    v: 1,
    profile: 'profile:x:kestrin',
    at: `${day}T12:00:00.000Z`,
    by: '',
    sizes: { followers, following: null, posts: null },
    rounded: [],
  });
  const profile = { id: 'profile:x:kestrin', platform: 'x', handle: 'Kestrin', name: null, url: 'https://x.com/kestrin', brand: brand.id };
  const accounts = [{ profile, snapshots: [moment('2026-03-01', 1), moment('2026-05-09', 900), moment('2026-05-25', 1_000)] }];
  const { seen, mentions } = await seenTallyOf(store, brand, period, accounts);
  expect(mentions).toBe(10);
  expect(seen.own.map(({ day, followers }) => [day, followers])).toEqual([['2026-05-10', 900]]);
  expect(seen).toMatchObject({ authors: 4, answerable: 5, answered: 2, minutes: [45], days: 30, hasAccount: true });
  const elsewhere = await seenTallyOf(store, brand, period, accounts, new Set(['linkedin']));
  expect(elsewhere.seen).toMatchObject({ authors: 1, answerable: 1, answered: 0, own: [] });
});

test('days on which something was clipped, in the workspace’s own', async () => {
  const store = await freshStore();
  const moments = ['2026-05-01T21:59:00Z', '2026-05-01T22:01:00Z', '2026-05-02T10:00:00Z', '2026-05-30T22:00:00Z'];
  for (const [index, moment] of moments.entries())
    await saveClip(store, { draft: draft({ nativeId: String(index), url: null, text: moment }), brands: [], judgement: null }, new Date(moment));
  expect(await clipDays(store, period)).toBe(2);
});
