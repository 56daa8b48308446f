import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { addDays } from '../../lib/core/day.ts';
import { voices } from '../../lib/core/voices.ts';
import { workspaces } from '../../lib/db/catalogue.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { accountsOf } from '../../lib/db/find-profiles.ts';
import { brandsOf, inboxCount, lastDays, talliesOf } from '../../lib/db/queries.ts';
import { loadSample, removeSample } from '../../lib/db/sample/load.ts';
import { samplePosts } from '../../lib/db/sample/sample-clips.ts';
import { activeStore } from '../../lib/db/store.ts';
import { spokenIn } from '../../lib/db/voices.ts';
import { draft } from './store.ts';

test('the sample is a workspace of its own: loaded, looked at, removed, and what was there before is as it was', async () => {
  const mine = await activeStore();
  await saveClip(mine, { draft: draft(), brands: [], judgement: null });

  const now = new Date();
  await loadSample(now);
  const sample = await activeStore();
  expect(sample.workspace).toMatchObject({ id: 'sample', sample: true });
  expect(await sample.db.clips.count()).toBe(samplePosts.length);
  const brands = await brandsOf(sample);
  expect(brands.map(({ kind }) => kind)).toEqual(['own', 'competitor', 'competitor', 'competitor']);
  const { to } = lastDays(sample, 1, 0, now);
  const season = { from: addDays(to, -95), to };
  const tallies = await talliesOf(
    sample,
    brands.map(({ id }) => id),
    season,
  );
  expect(Math.min(...Object.values(tallies[0]!.quadrants))).toBeGreaterThan(0);
  for (const { brand, quadrants } of tallies) expect(Math.min(quadrants.strength, quadrants.weakness), brand).toBeGreaterThan(0);
  expect(await inboxCount(sample)).toBe(samplePosts.filter(({ judged }) => !judged?.length).length);
  expect(voices(await spokenIn(sample, brands[0]!.id, season), season).get('*|*')!.authors).toBeGreaterThan(20);

  const accounts = await accountsOf(
    sample,
    brands.map(({ id }) => id),
  );
  expect(new Set(accounts.map(({ profile }) => profile.brand)).size).toBe(brands.length);
  expect(accounts.every(({ snapshots }) => snapshots.length > 0)).toBe(true);

  await loadSample(now);
  expect(await (await activeStore()).db.clips.count()).toBe(samplePosts.length);

  await removeSample();
  const back = await activeStore();
  expect(back.workspace.id).toBe(mine.workspace.id);
  expect(await back.db.clips.count()).toBe(1);
  expect((await workspaces()).map(({ id }) => id)).toEqual([mine.workspace.id]);
  expect(await Dexie.exists('lp-sample')).toBe(false);
});
