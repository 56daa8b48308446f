import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meetAgainAfter } from '../../lib/core/meeting.ts';
import type { ProfileDraft } from '../../lib/core/profile.ts';
import { saveBrand, trashBrand } from '../../lib/db/brands.ts';
import { undo } from '../../lib/db/change.ts';
import { openWorkspaceDb } from '../../lib/db/database.ts';
import { accountsOf, brandOfAccount } from '../../lib/db/find-profiles.ts';
import { attachProfile, detachProfile, meetProfile } from '../../lib/db/profiles.ts';
import { rebuild } from '../../lib/db/rebuild.ts';
import type { Store } from '../../lib/db/store.ts';
import first from '../../lib/db/versions/1.ts';
import { bundleOf, takeFrom } from './bundle-of.ts';
import { dump, freshStore } from './store.ts';

const seen = new Date('2026-05-21T10:00:00.000Z');
const later = (ms: number) => new Date(seen.getTime() + ms);

const profile = (followers: number | null, changes: Partial<ProfileDraft> = {}): ProfileDraft => ({
  platform: 'x',
  handle: 'Kestrin',
  name: 'Kestrin',
  url: 'https://x.com/Kestrin',
  sizes: { followers, following: null, posts: null },
  rounded: [],
  ...changes,
});

const brand = async (store: Store, handles: string[], name = 'Kestrin') =>
  (await saveBrand(store, { name, kind: 'competitor', aliases: [], handles, must: [], mustNot: [] }, seen)).brand.id;

const followers = async (store: Store, id: string) =>
  (await accountsOf(store, [id])).map(({ profile: { handle }, snapshots }) => [handle, snapshots.map(({ sizes }) => sizes.followers)]);

describe('the page of an account', () => {
  test.each([['kestrin'], ['@KESTRIN'], ['x:kestrin']])('that a brand lists as %s gives a snapshot by itself', async (handle) => {
    const store = await freshStore();
    const id = await brand(store, [handle]);
    expect(await meetProfile(store, profile(1200, { rounded: ['followers'] }), seen)).toBe(true);
    expect(await followers(store, id)).toEqual([['Kestrin', [1200]]]);
    expect(await store.db.profileSnapshots.toArray()).toMatchObject([
      { profile: 'profile:x:kestrin', at: seen.toISOString(), rounded: ['followers'] },
    ]);
  });

  test('that no brand has writes nothing at all', async () => {
    const store = await freshStore();
    await brand(store, ['linkedin:kestrin', 'kestrin.coffee']);
    const before = await dump(store);
    expect(await meetProfile(store, profile(1200), seen)).toBe(false);
    expect(await dump(store)).toEqual(before);
  });

  test('is kept once an hour, whatever its numbers do; one hour later again', async () => {
    const store = await freshStore();
    const id = await brand(store, ['kestrin']);
    await meetProfile(store, profile(1200), seen);
    expect(await meetProfile(store, profile(1300), later(meetAgainAfter - 1))).toBe(false);
    expect(await meetProfile(store, profile(1300), later(meetAgainAfter))).toBe(true);
    expect(await followers(store, id)).toEqual([['Kestrin', [1200, 1300]]]);
  });

  test('that shows no number is not kept', async () => {
    const store = await freshStore();
    await brand(store, ['kestrin']);
    const before = await dump(store);
    expect(await meetProfile(store, profile(null), seen)).toBe(false);
    expect(await dump(store)).toEqual(before);
  });

  test('of a brand that was put away is not kept, and is again when the brand is back', async () => {
    const store = await freshStore();
    const id = await brand(store, ['kestrin']);
    await meetProfile(store, profile(1200), seen);
    const put = await trashBrand(store, id, seen);
    expect(await meetProfile(store, profile(1300), later(meetAgainAfter))).toBe(false);
    await undo(store, put.id);
    expect(await meetProfile(store, profile(1300), later(meetAgainAfter))).toBe(true);
  });

  test('goes by the name it has now, and keeps the one it had where none is shown', async () => {
    const store = await freshStore();
    const id = await brand(store, ['kestrin']);
    await meetProfile(store, profile(1200, { name: 'Kestrin Coffee' }), seen);
    await meetProfile(store, profile(1200, { name: 'Kestrin Machines' }), later(meetAgainAfter));
    await meetProfile(store, profile(1200, { name: null }), later(2 * meetAgainAfter));
    expect((await accountsOf(store, [id]))[0]?.profile.name).toBe('Kestrin Machines');
  });
});

describe('an account given to a brand', () => {
  const unknown = profile(900, { handle: 'kestrin_help' });

  test('is listed among its handles, has its first snapshot, and all is undone as one', async () => {
    const store = await freshStore();
    const id = await brand(store, []);
    const action = await attachProfile(store, unknown, id, seen);
    expect(await followers(store, id)).toEqual([['kestrin_help', [900]]]);
    expect((await store.db.brands.get(id))?.handles).toEqual(['x:kestrin_help']);
    await undo(store, action.id);
    expect(await followers(store, id)).toEqual([]);
    expect((await store.db.brands.get(id))?.handles).toEqual([]);
    expect(await meetProfile(store, unknown, later(meetAgainAfter))).toBe(false);
  });

  test('is the brand’s no more once Settings take it off its handles', async () => {
    const store = await freshStore();
    const id = await brand(store, []);
    await attachProfile(store, unknown, id, seen);
    const owner = (await store.db.brands.get(id))!;
    await saveBrand(store, { ...owner, handles: [] }, seen);
    expect(await followers(store, id)).toEqual([]);
    expect(await meetProfile(store, unknown, later(meetAgainAfter))).toBe(false);
  });

  test('goes from one brand to another and back', async () => {
    const store = await freshStore();
    const [one, other] = [await brand(store, []), await brand(store, [], 'Bruvio')];
    await attachProfile(store, unknown, one, seen);
    const moved = await attachProfile(store, unknown, other, later(1));
    expect([await followers(store, one), await followers(store, other)]).toEqual([[], [['kestrin_help', [900]]]]);
    await undo(store, moved.id);
    expect([await followers(store, one), await followers(store, other)]).toEqual([[['kestrin_help', [900]]], []]);
  });

  test('taken from it is not met again, though it lists the bare name, until that is undone', async () => {
    const store = await freshStore();
    const id = await brand(store, ['kestrin_help']);
    await meetProfile(store, unknown, seen);
    const taken = await detachProfile(store, 'profile:x:kestrin_help', seen);
    expect((await brandOfAccount(store, unknown)).brand).toBeNull();
    expect(await meetProfile(store, unknown, later(meetAgainAfter))).toBe(false);
    await undo(store, taken.id);
    expect((await brandOfAccount(store, unknown)).brand?.id).toBe(id);
  });

  test('to a brand that is gone changes nothing', async () => {
    const store = await freshStore();
    const before = await dump(store);
    await expect(attachProfile(store, unknown, 'brand:none', seen)).rejects.toThrow('this brand is no longer here');
    expect(await dump(store)).toEqual(before);
  });

  test('by two people apart is one account with the snapshots of both', async () => {
    const [mine, yours] = [await freshStore('a1'), await freshStore('b2')];
    const id = await brand(mine, []);
    await takeFrom(yours, await bundleOf(mine));
    await attachProfile(mine, unknown, id, seen);
    await attachProfile(yours, { ...unknown, handle: 'Kestrin_Help', sizes: { ...unknown.sizes, followers: 905 } }, id, later(60_000));
    await takeFrom(mine, await bundleOf(yours));
    expect((await followers(mine, id)).map(([, sizes]) => sizes)).toEqual([[900, 905]]);
  });
});

async function filled(): Promise<Store> {
  const store = await freshStore();
  const id = await brand(store, ['kestrin']);
  await meetProfile(store, profile(1200), seen);
  await attachProfile(store, profile(5, { handle: 'k2' }), id, seen);
  await undo(store, (await attachProfile(store, profile(6, { handle: 'k3' }), id, seen)).id);
  await detachProfile(store, 'profile:x:k2', seen);
  return store;
}

test('a rebuild changes nothing', async () => {
  const store = await filled();
  const before = await dump(store);
  await rebuild(store);
  expect(await dump(store)).toEqual(before);
});

test('a backup brings accounts and snapshots back', async () => {
  const [from, to] = [await filled(), await freshStore('b2')];
  await takeFrom(to, await bundleOf(from));
  expect({ ...(await dump(to)), workspace: [] }).toEqual({ ...(await dump(from)), workspace: [] });
});

test('a database left by version 1 opens, with its brands, and takes accounts in', async () => {
  const left = new Dexie('lp-left-at-1');
  left.version(1).stores(first.stores);
  const kestrin = { id: 'brand:1', name: 'Kestrin', kind: 'competitor', aliases: [], handles: ['kestrin'], must: [], mustNot: [], order: 0 };
  await left.table('brands').add(kestrin);
  left.close();
  const db = openWorkspaceDb('left-at-1');
  const workspace = { id: 'left-at-1', v: 1, name: 'Left', sample: false, timeZone: 'UTC', createdAt: '2026-01-01T00:00:00.000Z' };
  try {
    expect(await db.brands.toArray()).toEqual([kestrin]);
    expect(await meetProfile({ db, workspace, actor: 'a1' }, profile(1200), seen)).toBe(true);
  } finally {
    await db.delete();
  }
});

const nth = fc.nat({ max: 9 });
const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('meet' as const), handle: fc.constantFrom('kestrin', 'k2', 'k3'), minutes: nth }) },
  fc.record({ do: fc.constant('attach' as const), handle: fc.constantFrom('kestrin', 'k2', 'k3'), brand: fc.nat({ max: 1 }) }),
  fc.record({ do: fc.constantFrom('detach' as const, 'undo' as const, 'trash' as const, 'list' as const), nth }),
);

test('after any sequence of commands a rebuild changes nothing, and no account was kept twice in an hour, nor one that nobody has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 15 }), async (commands) => {
      const store = await freshStore();
      const brands = [await brand(store, ['kestrin']), await brand(store, [], 'Bruvio')];
      let at = seen;
      for (const one of commands) {
        at = new Date(at.getTime() + 60_000 * ('minutes' in one ? 7 * one.minutes : 1));
        const pick = <T>(all: T[]): T | undefined => ('nth' in one ? all[one.nth % (all.length || 1)] : undefined);
        if (one.do === 'meet') {
          const account = profile(at.getTime() % 1_000, { handle: one.handle });
          const { brand: owner } = await brandOfAccount(store, account);
          const kept = await meetProfile(store, account, at);
          if (!owner) expect(kept).toBe(false);
        } else if (one.do === 'attach') {
          if (await store.db.brands.get(brands[one.brand]!)) await attachProfile(store, profile(7, { handle: one.handle }), brands[one.brand]!, at);
        } else if (one.do === 'detach') {
          const account = pick(await store.db.profiles.toArray());
          if (account) await detachProfile(store, account.id, at);
        } else if (one.do === 'trash') {
          const owner = pick(await store.db.brands.toArray());
          if (owner) await trashBrand(store, owner.id, at);
        } else if (one.do === 'list') {
          const owner = pick(await store.db.brands.toArray());
          if (owner) await saveBrand(store, { ...owner, handles: owner.handles.length > 0 ? [] : ['k2'] }, at);
        } else {
          const action = pick((await store.db.actions.toArray()).slice(2));
          if (action) await undo(store, action.id, at);
        }
      }
      const snapshots = await store.db.profileSnapshots.toArray();
      for (const [, of] of Map.groupBy(snapshots, ({ profile: id }) => id)) {
        const moments = of.map((snapshot) => Date.parse(snapshot.at)).sort((a, b) => a - b);
        for (const [index, moment] of moments.slice(1).entries()) expect(moment - moments[index]!).toBeGreaterThanOrEqual(meetAgainAfter);
      }
      const before = await dump(store);
      await rebuild(store);
      expect(await dump(store)).toEqual(before);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  );
}, 120_000);
