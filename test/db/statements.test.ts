import { beforeEach, describe, expect, test } from 'vitest';
import { boardOf, type Line } from '../../lib/core/board.ts';
import { merge } from '../../lib/core/mergeable.ts';
import type { Quadrant } from '../../lib/core/quadrant.ts';
import { statementId } from '../../lib/core/statements.ts';
import { boardInput } from '../../lib/db/boards.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { undo } from '../../lib/db/change.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { rebuild } from '../../lib/db/rebuild.ts';
import {
  markStatement,
  mergeStatements,
  placeStatement,
  sayStatement,
  splitStatement,
  weighStatement,
  wordStatement,
} from '../../lib/db/statements.ts';
import type { Store } from '../../lib/db/store.ts';
import { flipTag, tagClip } from '../../lib/db/tags.ts';
import { themeId } from '../../lib/db/themes.ts';
import { bundleOf, takeFrom } from './bundle-of.ts';
import { draft, freshStore } from './store.ts';

const at = new Date('2026-05-22T10:00:00Z');
const period = { from: '2026-03-01', to: '2026-05-29' };
let store: Store;
let brand: string;
let delivery: string;
let courier: string;

async function clip(id: string, handle: string, judged: [Quadrant, string][]) {
  const [[quadrant, theme] = ['weakness', ''] as const, ...more] = judged;
  const said = draft({ nativeId: id, url: `https://x.com/${handle}/status/${id}`, author: { name: null, handle } });
  const saved = await saveClip(store, { draft: said, brands: [brand], judgement: { brand, quadrant, theme } }, at);
  for (const [other, about] of more) await tagClip(store, saved.clip!, { brand, quadrant: other, theme: about }, at);
}

const board = async (of = store) => boardOf(await boardInput(of, brand, period, null));
const linesIn = async (quadrant: Quadrant, of = store): Promise<Line[]> => (await board(of)).find((one) => one.quadrant === quadrant)!.lines;

beforeEach(async () => {
  store = await freshStore();
  brand = (await saveBrand(store, { name: 'Kestrin', kind: 'competitor', aliases: [], handles: [], must: [], mustNot: [] }, at)).brand.id;
  delivery = statementId(brand, { quadrant: 'weakness', theme: themeId('Delivery') });
  courier = statementId(brand, { quadrant: 'weakness', theme: themeId('Courier') });
  await clip('1', 'ana', [['weakness', 'Delivery']]);
  await clip('2', 'ben', [
    ['weakness', 'Delivery'],
    ['weakness', 'Courier'],
  ]);
  await clip('3', 'cleo', [['strength', 'Delivery']]);
});

test('a line stands by itself for each theme with evidence, without a record', async () => {
  expect((await linesIn('weakness')).map(({ id, clips, authors, otherwise }) => ({ id, clips, authors, otherwise }))).toEqual([
    { id: delivery, clips: 2, authors: 2, otherwise: 1 },
    { id: courier, clips: 1, authors: 1, otherwise: 0 },
  ]);
  expect(await store.db.statements.count()).toBe(0);
});

describe('each command does one thing, and undo takes it back', () => {
  test.each([
    ['words', () => wordStatement(store, delivery, ' Delivery dates slip ', at), { words: 'Delivery dates slip' }],
    ['impact', () => weighStatement(store, delivery, 'impact', 5, at), { impact: 5, likelihood: null }],
    ['likelihood', () => weighStatement(store, delivery, 'likelihood', 2, at), { impact: null, likelihood: 2 }],
    ['pin', () => markStatement(store, delivery, 'pinned', true, at), { pinned: true }],
    ['archive', () => markStatement(store, delivery, 'archived', true, at), { archived: true }],
    ['move', () => placeStatement(store, delivery, 'threat', null, at), { quadrant: 'threat' }],
    ['order', () => placeStatement(store, courier, 'weakness', [courier, delivery], at), { order: 1 }],
    ['merge', () => mergeStatements(store, delivery, courier, at), { into: undefined }],
  ] as const)('%s', async (name, command, changed) => {
    const before = await board();
    const action = await command();
    expect(action.name).toBe('statement');
    expect(await store.db.statements.get(delivery)).toMatchObject(name === 'merge' ? { into: courier } : changed);
    const after = await board();
    expect(after).not.toEqual(before);
    await rebuild(store);
    expect(await board(), 'rebuilt').toEqual(after);
    const back = await undo(store, action.id, at);
    expect(placesOf(await board())).toEqual(placesOf(before));
    await undo(store, back.id, at);
    expect(await board(), 'undone twice').toEqual(after);
  });
  const placesOf = (regions: Awaited<ReturnType<typeof board>>) =>
    regions.map(({ lines, archived }) => [lines, archived].map((list) => list.map(({ clips, statement }) => ({ clips, ...statement }))));
});

test('moving a line rewrites no tag', async () => {
  const tags = await store.db.tags.toArray();
  await placeStatement(store, delivery, 'opportunity', null, at);
  expect(await store.db.tags.toArray()).toEqual(tags);
  expect(await linesIn('opportunity')).toMatchObject([{ id: delivery, clips: 2, sources: [{ quadrant: 'weakness' }] }]);
});

test('merged, each clip counts once; split, both are as they were', async () => {
  const before = await board();
  await mergeStatements(store, courier, delivery, at);
  const [one, ...others] = await linesIn('weakness');
  expect(others).toEqual([]);
  expect(one).toMatchObject({ id: delivery, clips: 2, authors: 2, otherwise: 1 });
  expect([...one!.platforms]).toEqual([['x', 2]]);
  await splitStatement(store, courier, at);
  expect((await board()).map(({ lines }) => lines.map(({ id, clips }) => [id, clips]))).toEqual(
    before.map(({ lines }) => lines.map(({ id, clips }) => [id, clips])),
  );
});

test('what is refused', async () => {
  await mergeStatements(store, courier, delivery, at);
  await expect(mergeStatements(store, delivery, courier, at)).rejects.toThrow('one already');
  await expect(mergeStatements(store, delivery, 'statement:brand:other|weakness|-', at)).rejects.toThrow('two brands');
  await expect(sayStatement(store, { brand, quadrant: 'threat', words: '  ' }, at)).rejects.toThrow();
  await expect(weighStatement(store, delivery, 'impact', 6, at)).rejects.toThrow();
  await expect(wordStatement(store, 'statement:brand:none|weakness|-', 'words', at)).rejects.toThrow('no longer here');
  expect(await store.db.actions.where('id').above('').count()).toBe(5 + 1);
});

test('an opinion gains evidence by a merge, and leaves by undo of its saying', async () => {
  const said = await sayStatement(store, { brand, quadrant: 'weakness', words: 'We are slow' }, at);
  expect((await linesIn('weakness')).at(-1)).toMatchObject({ word: 'opinion', clips: 0, statement: { words: 'We are slow' } });
  const { id } = (await linesIn('weakness')).at(-1)!;
  await mergeStatements(store, delivery, id, at);
  expect((await linesIn('weakness')).find((line) => line.id === id)).toMatchObject({ clips: 2, word: 'thin' });
  await undo(store, said.id, at);
  // What was merged into it stands by itself again.
  expect((await linesIn('weakness')).map((line) => line.id).sort()).toEqual([courier, delivery].sort());
});

test('two people who edit one line, and merge two lines each the other way, end with the same board', async () => {
  const other = await freshStore('b2');
  await takeFrom(other, await bundleOf(store));
  await mergeStatements(store, courier, delivery, at);
  await wordStatement(store, delivery, 'Dates slip', at);
  await mergeStatements(other, delivery, courier, at);
  await markStatement(other, delivery, 'pinned', true, at);
  const [mine, theirs] = await Promise.all([bundleOf(store), bundleOf(other)]);
  await takeFrom(store, theirs);
  await takeFrom(other, mine);
  expect(await board(store)).toEqual(await board(other));
  expect(await linesIn('weakness')).toHaveLength(1);
  expect(await store.db.statements.get(delivery)).toMatchObject({ words: 'Dates slip', pinned: true });
  const [a, b] = [await store.db.records.get(delivery), await other.db.records.get(delivery)];
  expect(merge(a!, b!)).toEqual(merge(b!, a!));
});

test('the other side of a judgement is one more tag, with its theme and words, and undo takes only that back', async () => {
  const own = (await saveBrand(store, { name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] }, at)).brand.id;
  const [tag] = (await store.db.clips.get('clip:x:1'))!.tags;
  const { id } = await flipTag(store, tag!.id, { brand: own, quadrant: 'opportunity' }, at);
  const { tags, brands } = (await store.db.clips.get('clip:x:1'))!;
  expect(tags).toMatchObject([tag, { brand: own, quadrant: 'opportunity', theme: tag!.theme, quote: tag!.quote, origin: 'hand' }]);
  expect(brands.toSorted()).toEqual([brand, own].sort());
  await undo(store, id, at);
  expect((await store.db.clips.get('clip:x:1'))!.tags).toEqual([tag]);
});
