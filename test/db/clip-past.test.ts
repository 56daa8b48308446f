import { expect, test } from 'vitest';
import { saveBrand } from '../../lib/db/brands.ts';
import { undo } from '../../lib/db/change.ts';
import { pastOf } from '../../lib/db/clip-past.ts';
import { saveClip, setPriority } from '../../lib/db/clips.ts';
import { refineTag, tagClip, untag } from '../../lib/db/tags.ts';
import { draft, freshStore } from './store.ts';

let second = 0;
const next = () => new Date(Date.UTC(2026, 4, 22, 10, 0, second++));

async function clipped() {
  second = 0;
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] }, next());
  const saved = await saveClip(store, { draft: draft(), brands: [], judgement: null }, next());
  const id = saved.clip!;
  /** What happened, oldest first. */
  const past = async () =>
    (await pastOf(store, (await store.db.clips.get(id))!)).reverse().map((deed) => {
      const quadrant = deed.tag && `${deed.tag.quadrant}${deed.tag.theme ? '+theme' : ''}`;
      const parts = [
        deed.what,
        quadrant,
        deed.old && `before ${deed.old.quadrant}`,
        deed.action?.name,
        deed.undid && `of ${deed.undid.name}`,
        deed.gone && 'gone',
      ];
      return parts.filter(Boolean).join(' ');
    });
  return { store, id, brand: brand.id, past };
}

test('what was judged, refined, taken back and put in force again is all told, in its order', async () => {
  const { store, id, brand, past } = await clipped();
  const first = await tagClip(store, id, { brand, quadrant: 'weakness' }, next());
  const refined = await refineTag(store, first.tag!, { theme: 'Parts' }, next());
  const back = await untag(store, refined.tag!, next());
  expect(await past()).toEqual(['clipped', 'judged weakness gone', 'anew weakness+theme before weakness gone', 'takenBack weakness+theme']);
  await undo(store, back.id, next());
  expect((await past()).slice(1)).toEqual([
    'judged weakness gone',
    'anew weakness+theme before weakness',
    'takenBack weakness+theme',
    'again weakness+theme',
  ]);
  await undo(store, refined.id, next());
  expect((await past()).slice(-2).sort()).toEqual(['again weakness', 'takenBack weakness+theme']);
});

test('clipped and judged at once, clipped again with other words, and what else was done', async () => {
  const { store, id, brand, past } = await clipped();
  await saveClip(store, { draft: draft({ text: 'Other words.' }), brands: [], judgement: { brand, quadrant: 'threat' } }, next());
  const high = await setPriority(store, id, 3, next());
  await undo(store, high.id, next());
  const told = await past();
  expect([told[0], ...told.slice(1, 4).sort(), ...told.slice(4)]).toEqual([
    'clipped',
    'did clip',
    'judged threat',
    'words',
    'did priority',
    'did undo of priority',
  ]);
});

test('what came without its actions is told by the judgements and the marks, with the names that these bear', async () => {
  const { store, id, brand, past } = await clipped();
  const first = await tagClip(store, id, { brand, quadrant: 'weakness' }, next());
  await untag(store, first.tag!, next());
  const told = await past();
  await store.db.actions.clear();
  await store.db.tags.toCollection().modify({ by: 'Ann Lind', origin: 'rule' });
  expect(await past()).toEqual(told);
  const deeds = await pastOf(store, (await store.db.clips.get(id))!);
  expect(deeds.map(({ by, at, tag }) => [by, at, tag?.origin])).toEqual([
    ['', '2026-05-22T10:00:03.000Z', 'rule'],
    ['Ann Lind', '2026-05-22T10:00:02.000Z', 'rule'],
    ['', '2026-05-22T10:00:01.000Z', undefined],
  ]);
});
