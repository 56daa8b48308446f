import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit, emptyRecord, merge } from '../../lib/core/mergeable.ts';
import { isRoute, pinnedOf, savedViewOf } from '../../lib/core/saved-view.ts';
import { undo } from '../../lib/db/change.ts';
import { savedViews } from '../../lib/db/find-views.ts';
import { truth } from '../../lib/db/truth.ts';
import { deleteView, pinView, renameView, saveView } from '../../lib/db/views.ts';
import { freshStore } from './store.ts';

const hash = '#/library?q=grinder+-brand%3Akestrin';
const pinned = async (store: Parameters<typeof savedViews>[0]) => pinnedOf(await savedViews(store))?.name ?? null;
const idOf = async (store: Parameters<typeof savedViews>[0], name: string) => (await savedViews(store)).find((view) => view.name === name)!.id;

test('a view is kept with its address, renamed, deleted, and each of these is taken back', async () => {
  const store = await freshStore();
  await saveView(store, { name: ' Grinders ', hash });
  expect(await savedViews(store)).toMatchObject([{ name: 'Grinders', hash, pinnedAt: null }]);
  const id = await idOf(store, 'Grinders');
  const renamed = await renameView(store, id, 'Milling');
  const deleted = await deleteView(store, id);
  expect(await savedViews(store)).toEqual([]);
  await undo(store, deleted.id);
  expect(await savedViews(store)).toMatchObject([{ name: 'Milling', hash }]);
  await undo(store, renamed.id);
  expect(await savedViews(store)).toMatchObject([{ name: 'Grinders' }]);
});

test('a save taken back leaves no view', async () => {
  const store = await freshStore();
  const saved = await saveView(store, { name: 'Grinders', hash });
  await undo(store, saved.id);
  expect(await savedViews(store)).toEqual([]);
});

test('only places of the dashboard are kept, and only under a name', async () => {
  const store = await freshStore();
  for (const wrong of [
    'https://evil.test/#/library',
    '//evil.test',
    'javascript:alert(1)',
    '#library',
    '#/',
    '#/library?q=a b',
    `#/library?q=${'a'.repeat(2_000)}`,
  ])
    await expect(saveView(store, { name: 'x', hash: wrong })).rejects.toThrow('none of the dashboard');
  await expect(saveView(store, { name: '  ', hash })).rejects.toThrow('needs a name');
  await expect(pinView(store, 'view:unknown')).rejects.toThrow('no longer here');
  expect(await store.db.actions.count()).toBe(0);
});

test('a record from elsewhere that leads off the dashboard is no view', async () => {
  const store = await freshStore();
  const hand = { actor: 'zz', by: '', at: new Date() };
  const forged = (address: unknown) => edit(emptyRecord('view:1', 'view'), hand, { set: { name: 'x', hash: address as string, pinnedAt: 'never' } });
  expect(savedViewOf(forged('https://evil.test'))).toBeNull();
  expect(savedViewOf(forged(7))).toBeNull();
  expect(savedViewOf(forged(hash))).toMatchObject({ hash, pinnedAt: null });
  await store.db.records.bulkPut([forged(hash), { ...forged('https://evil.test'), id: 'view:2' }]);
  expect(await savedViews(store)).toHaveLength(1);
  const taken = (id: string) => truth.records.schema.safeParse({ ...forged(hash), id }).success;
  expect([taken('view:1'), taken('clip:x:1'), taken('other:1')]).toEqual([true, false, false]);
});

test('every address that the dashboard writes is one', () => {
  const query = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom('library', 'swot', 'benchmark'), query, fc.option(fc.string({ minLength: 1 })), (view, filters, rest) => {
      const search = String(new URLSearchParams(filters));
      expect(isRoute(`#/${view}${rest === null ? '' : `/${encodeURIComponent(rest)}`}${search && `?${search}`}`)).toBe(true);
    }),
  );
});

const act = fc.oneof(
  fc.record({ do: fc.constant('pin' as const), which: fc.option(fc.nat(2)) }),
  fc.record({ do: fc.constant('undo' as const), which: fc.nat(20) }),
  fc.record({ do: fc.constant('delete' as const), which: fc.nat(2) }),
);

test('at most one view is pinned, and right after a pin it is that one, after any sequence of commands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const store = await freshStore();
      for (const name of ['a', 'b', 'c']) await saveView(store, { name, hash });
      const ids = (await savedViews(store)).map(({ id }) => id);
      let minute = 0;
      for (const one of acts) {
        const at = new Date(Date.UTC(2026, 4, 5, 0, minute++));
        const here = new Set((await savedViews(store)).map(({ id }) => id));
        if (one.do === 'pin' && (one.which === null || here.has(ids[one.which]!))) {
          await pinView(store, one.which === null ? null : ids[one.which]!, at);
          const views = await savedViews(store);
          expect(pinnedOf(views)?.id ?? null).toBe(one.which === null ? null : ids[one.which]);
          expect(views.filter(({ pinnedAt }) => pinnedAt !== null)).toHaveLength(one.which === null ? 0 : 1);
        } else if (one.do === 'delete' && here.has(ids[one.which]!)) await deleteView(store, ids[one.which]!, at);
        else if (one.do === 'undo') {
          const actions = (await store.db.actions.orderBy('at').toArray()).slice(3);
          const action = actions[one.which % (actions.length || 1)];
          if (action) await undo(store, action.id, at);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('two copies that pin apart agree on the newest pin, and unpinning unpins both', async () => {
  const here = await freshStore('a1');
  await saveView(here, { name: 'a', hash });
  await saveView(here, { name: 'b', hash });
  const there = await freshStore('b2');
  await there.db.records.bulkPut(await here.db.records.toArray());
  await pinView(here, await idOf(here, 'a'), new Date('2026-05-05T10:00:00Z'));
  await pinView(there, await idOf(there, 'b'), new Date('2026-05-05T11:00:00Z'));
  for (const [one, other] of [
    [here, there],
    [there, here],
  ] as const)
    for (const record of await other.db.records.toArray()) await one.db.records.put(merge(record, (await one.db.records.get(record.id))!));
  expect([await pinned(here), await pinned(there)]).toEqual(['b', 'b']);
  await pinView(here, null);
  expect(await pinned(here)).toBeNull();
});
