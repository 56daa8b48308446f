import { beforeEach, describe, expect, test } from 'vitest';
import { boardOf, type Line } from '../../lib/core/board.ts';
import type { Quadrant } from '../../lib/core/quadrant.ts';
import { unknownNames } from '../../lib/core/query/context.ts';
import { filterQuery } from '../../lib/core/query/filter.ts';
import { parseQuery } from '../../lib/core/query/parse.ts';
import { statementId } from '../../lib/core/statements.ts';
import { boardInput } from '../../lib/db/boards.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { undo, undoAll } from '../../lib/db/change.ts';
import { saveClip, setState } from '../../lib/db/clips.ts';
import { everyClip } from '../../lib/db/find-clips.ts';
import { checkIntegrity } from '../../lib/db/integrity.ts';
import { type Sheet, sheetOf } from '../../lib/db/out/sheet.ts';
import { themedTallyOf, themesOf } from '../../lib/db/queries.ts';
import { contextOf } from '../../lib/db/reader.ts';
import { rebuild } from '../../lib/db/rebuild.ts';
import { mergeStatements, wordStatement } from '../../lib/db/statements.ts';
import type { Store } from '../../lib/db/store.ts';
import { refineTag, tagClip, untag } from '../../lib/db/tags.ts';
import { addTheme, editTheme, mergeThemes, partTheme, splitTheme, themeId, trashTheme } from '../../lib/db/themes.ts';
import { restore } from '../../lib/db/trash.ts';
import { bundleOf, takeFrom } from './bundle-of.ts';
import { draft, dump, freshStore } from './store.ts';

const at = new Date('2026-05-22T10:00:00Z');
const period = { from: '2026-03-01', to: '2026-05-29' };
const [price, cost, fees] = [themeId('Price'), themeId('Cost'), themeId('Fees')];
let store: Store;
let brand: string;

async function clip(id: string, judged: [Quadrant, string][]): Promise<string> {
  const said = draft({ nativeId: id, url: `https://x.com/ana/status/${id}`, author: { name: null, handle: `author${id}` }, text: `post ${id}` });
  const saved = await saveClip(store, { draft: said, brands: [brand], judgement: null }, at);
  for (const [quadrant, theme] of judged) await tagClip(store, saved.clip!, { brand, quadrant, theme }, at);
  return saved.clip!;
}

const found = async (text: string) => (await everyClip(store, parseQuery(text).query)).map(({ nativeId }) => nativeId).sort();
const counts = async () => (await themedTallyOf(store, brand, period)).themes.map(({ quadrant, theme, clips }) => [quadrant, theme, clips]);
const linesIn = async (quadrant: Quadrant, of = store): Promise<Line[]> =>
  boardOf(await boardInput(of, brand, period, null)).find((one) => one.quadrant === quadrant)!.lines;
const named = async (id: string) => (await themesOf(store)).find((theme) => theme.id === id);
/** All that is computed; the truth has the edits in it. */
async function computed(): Promise<unknown> {
  const { clips, themes, statements, search, dayCells, themeCells, voiceCells, postCells } = await dump(store);
  return { clips, themes, statements, search, dayCells, themeCells, voiceCells, postCells };
}
async function isWhole(): Promise<void> {
  const kept = await dump(store);
  const checks = await Array.fromAsync(checkIntegrity(store));
  expect(checks.at(-1)).toMatchObject({ wrong: {}, broken: [] });
  await rebuild(store);
  expect(await dump(store)).toEqual(kept);
}

beforeEach(async () => {
  store = await freshStore();
  brand = (await saveBrand(store, { name: 'Kestrin', kind: 'competitor', aliases: [], handles: [], must: [], mustNot: [] }, at)).brand.id;
  await clip('1', [['weakness', 'Price']]);
  await clip('2', [
    ['weakness', 'Price'],
    ['weakness', 'Cost'],
  ]);
  await clip('3', [['weakness', 'Cost']]);
  await clip('4', [['strength', 'Fees']]);
});

describe('merged', () => {
  test('what was judged with either counts under the one, each clip once; the judgements stay as they were made', async () => {
    const [before, tags] = [await computed(), await store.db.tags.toArray()];
    const action = await mergeThemes(store, cost, price, at);
    expect(await counts()).toEqual([
      ['weakness', price, 3],
      ['strength', fees, 1],
    ]);
    expect((await linesIn('weakness')).map(({ id, clips }) => [id, clips])).toEqual([
      [statementId(brand, { quadrant: 'weakness', theme: price }), 3],
    ]);
    expect(await found('theme:price')).toEqual(['1', '2', '3']);
    expect(await found('theme:cost')).toEqual(['1', '2', '3']);
    expect(await store.db.tags.toArray()).toEqual(tags);
    await isWhole();
    const back = await undo(store, action.id, at);
    expect(await computed()).toEqual(before);
    await undo(store, back.id, at);
    expect(await found('theme:price')).toEqual(['1', '2', '3']);
  });

  test('the reason of a judgement that is equal to another by then is found no more, and again once they part', async () => {
    await tagClip(store, 'clip:x:1', { brand, quadrant: 'weakness', theme: 'Cost', quote: 'extortionate' }, at);
    await mergeThemes(store, cost, price, at);
    const kept = (await store.db.clips.get('clip:x:1'))!.tags.map(({ quote }) => quote);
    expect(await found('extortionate')).toEqual(kept.includes('extortionate') ? ['1'] : []);
    await isWhole();
    await partTheme(store, cost, at);
    expect(await found('extortionate')).toEqual(['1']);
    await isWhole();
  });

  test('what was merged into it comes along, and stays with it when it parts again', async () => {
    await mergeThemes(store, cost, price, at);
    await mergeThemes(store, price, fees, at);
    expect(await counts()).toEqual([
      ['weakness', fees, 3],
      ['strength', fees, 1],
    ]);
    await isWhole();
    await partTheme(store, price, at);
    expect(await found('theme:price')).toEqual(['1', '2', '3']);
    expect(await found('theme:fees')).toEqual(['4']);
    await isWhole();
  });

  test('a link by the old id, an export and a new judgement by the old name mean the one', async () => {
    await mergeThemes(store, cost, price, at);
    expect((await everyClip(store, filterQuery({ theme: cost }))).map(({ nativeId }) => nativeId).sort()).toEqual(['1', '2', '3']);
    const sheet = await sheetOf(store, await everyClip(store, parseQuery('theme:cost').query), {} as Sheet['labels']);
    expect((await Array.fromAsync(sheet.rows)).flat().map(({ themes }) => themes)).toEqual(['Price', 'Price', 'Price']);
    const id = await clip('5', [['threat', 'Cost']]);
    expect((await store.db.clips.get(id))!.tags).toMatchObject([{ theme: price }]);
    expect((await store.db.tags.where('clip').equals(id).toArray())[0]).toMatchObject({ theme: price });
  });

  test('a judgement that is refined or taken back counts as before', async () => {
    await mergeThemes(store, cost, price, at);
    const row = (await store.db.clips.toArray()).find(({ nativeId }) => nativeId === '3')!;
    const refined = await refineTag(store, row.tags[0]!.id, { weight: 2 }, at);
    expect((await store.db.clips.get(row.id))!.tags).toMatchObject([{ theme: price, weight: 2 }]);
    await untag(store, refined.tag!, at);
    expect(await counts()).toEqual([
      ['weakness', price, 2],
      ['strength', fees, 1],
    ]);
    await isWhole();
  });

  test('two people who merge each the other way, apart, have one theme', async () => {
    const other = await freshStore('b2');
    await takeFrom(other, await bundleOf(store));
    await mergeThemes(store, cost, price, at);
    await mergeThemes(other, price, cost, at);
    const [mine, theirs] = await Promise.all([bundleOf(store), bundleOf(other)]);
    await takeFrom(store, theirs);
    await takeFrom(other, mine);
    expect(await themesOf(other)).toEqual(await themesOf(store));
    expect((await themesOf(store)).map(({ id }) => id).sort()).toEqual([fees, [price, cost].sort()[0]!].sort());
    expect(await found('theme:price')).toEqual(['1', '2', '3']);
    await isWhole();
  });

  test('what is refused', async () => {
    await mergeThemes(store, cost, price, at);
    await expect(mergeThemes(store, cost, fees, at)).rejects.toThrow('no longer here');
    await expect(mergeThemes(store, price, price, at)).rejects.toThrow('one already');
    await expect(partTheme(store, price, at)).rejects.toThrow('not merged');
  });
});

describe('lines of a board whose theme is merged', () => {
  const line = (theme: string, quadrant: Quadrant = 'weakness') => statementId(brand, { quadrant, theme });
  const said = async () =>
    (await linesIn('weakness')).map(({ id, clips, statement, merged }) => [id, clips, statement.words, merged.map(({ words }) => words)]);

  test('words that were given to it stand for the line it joins, where that has none', async () => {
    await wordStatement(store, line(cost), 'They cost too much', at);
    const action = await mergeThemes(store, cost, price, at);
    expect(await said()).toEqual([[line(cost), 3, 'They cost too much', []]]);
    // Without its words the line is the theme's again.
    const worded = await wordStatement(store, line(cost), null, at);
    expect(await said()).toEqual([[line(price), 3, null, []]]);
    await undo(store, worded.id, at);
    await undo(store, action.id, at);
    const apart = new Map((await said()).map(([id, ...rest]) => [id, rest]));
    expect(apart.get(line(price))).toEqual([2, null, []]);
    expect(apart.get(line(cost))).toEqual([2, 'They cost too much', []]);
  });

  test('where both have words, those of the theme that stays stand, and the others are among what the line is made of', async () => {
    await wordStatement(store, line(cost), 'They cost too much', at);
    await wordStatement(store, line(price), 'Dear', at);
    await mergeThemes(store, cost, price, at);
    expect(await said()).toEqual([[line(price), 3, 'Dear', ['They cost too much']]]);
  });

  test('a line that people had merged into another stays there with its words, and its evidence goes with its theme', async () => {
    await wordStatement(store, line(cost), 'They cost too much', at);
    await mergeStatements(store, line(cost), line(fees, 'strength'), at);
    await mergeThemes(store, cost, price, at);
    expect(await said()).toEqual([[line(price), 3, null, []]]);
    expect(await linesIn('strength')).toMatchObject([{ id: line(fees, 'strength'), clips: 1, merged: [{ words: 'They cost too much' }] }]);
  });

  test('a line that had been merged into the one of the theme that goes takes its place', async () => {
    await mergeStatements(store, line(price), line(cost), at);
    await mergeThemes(store, cost, price, at);
    const lines = await linesIn('weakness');
    expect(lines).toMatchObject([{ clips: 3, sources: [{ quadrant: 'weakness', theme: price }], statement: { source: { theme: price } } }]);
  });
});

describe('names', () => {
  test('an alias means the theme: judging, and searching by key and by word', async () => {
    await editTheme(store, price, { aliases: { add: ['Tarif', ' prix ', 'tarif', ''] } }, at);
    expect(await named(price)).toMatchObject({ aliases: ['Tarif', 'prix'] });
    await clip('5', [['opportunity', 'TARIF']]);
    expect(await found('theme:tarif')).toEqual(['1', '2', '5']);
    expect(await found('prix')).toEqual(['1', '2', '5']);
    expect(await store.db.themes.count()).toBe(3);
    await isWhole();
  });

  test('a new name leaves the old as an alias; taken away, the old name is free for another theme', async () => {
    await editTheme(store, price, { name: 'Prices' }, at);
    expect(await named(price)).toMatchObject({ name: 'Prices', aliases: ['Price'] });
    await clip('5', [['opportunity', 'price']]);
    expect(await found('theme:prices')).toEqual(['1', '2', '5']);
    await editTheme(store, price, { aliases: { remove: ['Price'] } }, at);
    await clip('6', [['opportunity', 'Price']]);
    expect(await found('theme:price')).toEqual(['6']);
    await clip('7', [['opportunity', 'Price']]);
    expect(await found('theme:price')).toEqual(['6', '7']);
    await isWhole();
  });

  test('aliases given one after the other are all there, though who gave the second had not seen the first', async () => {
    await editTheme(store, price, { aliases: { add: ['Tarif'] } }, at);
    await editTheme(store, price, { aliases: { add: ['Fee'] } }, at);
    expect(await named(price)).toMatchObject({ aliases: ['Fee', 'Tarif'] });
  });

  test('a name means one theme', async () => {
    await expect(editTheme(store, price, { name: 'COST' }, at)).rejects.toMatchObject({ name: 'NameTaken' });
    await expect(editTheme(store, price, { aliases: { add: ['cost'] } }, at)).rejects.toMatchObject({ name: 'NameTaken' });
    await expect(addTheme(store, 'Cóst', at)).rejects.toMatchObject({ name: 'NameTaken' });
    await expect(editTheme(store, price, { name: ' ' }, at)).rejects.toThrow('a theme needs a name');
    await expect(editTheme(store, price, { definition: 'x'.repeat(501) }, at)).rejects.toThrow('500');
    const added = await addTheme(store, 'Support', at);
    expect(await named(themeId('Support'))).toMatchObject({ name: 'Support', definition: '' });
    await undo(store, added.id, at);
    expect(await named(themeId('Support'))).toBeUndefined();
  });

  test('each edit is undone by itself', async () => {
    const before = await named(price);
    const renamed = await editTheme(store, price, { name: 'Prices' }, at);
    const defined = await editTheme(store, price, { definition: 'What it costs to buy' }, at);
    await undo(store, renamed.id, at);
    expect(await named(price)).toMatchObject({ name: 'Price', aliases: [], definition: 'What it costs to buy' });
    await undo(store, defined.id, at);
    expect(await named(price)).toEqual(before);
  });
});

describe('the tree', () => {
  test('a theme by its name is all under it; by the id that numbers link to, it is itself', async () => {
    await editTheme(store, cost, { parent: price }, at);
    expect(await found('theme:price')).toEqual(['1', '2', '3']);
    expect(await found('theme:cost')).toEqual(['2', '3']);
    const by = async (theme: string) => (await everyClip(store, filterQuery({ theme }))).map(({ nativeId }) => nativeId).sort();
    expect(await by(price)).toEqual(['1', '2']);
    expect(await by(`${price}/`)).toEqual(['1', '2', '3']);
    const { query, names } = parseQuery('theme:price/ theme:cost');
    expect(unknownNames(names, await contextOf(store, query), [])).toMatchObject([{ value: 'price/' }]);
  });

  test('no theme stands under itself, nor under what is below it', async () => {
    await editTheme(store, cost, { parent: price }, at);
    await expect(editTheme(store, price, { parent: cost }, at)).rejects.toThrow('under itself');
    await expect(editTheme(store, price, { parent: price }, at)).rejects.toThrow('under itself');
    await expect(editTheme(store, price, { parent: 'theme:none' }, at)).rejects.toThrow('not here');
    await editTheme(store, cost, { parent: null }, at);
    expect((await named(cost))!.parent).toBeNull();
  });

  test('put away, its clips keep it, and what stood under it is at the top; brought back, all is as it was', async () => {
    await editTheme(store, cost, { parent: price }, at);
    await mergeThemes(store, fees, price, at);
    const before = await themesOf(store);
    await trashTheme(store, price, at);
    expect(await themesOf(store)).toMatchObject([{ id: cost, parent: null }]);
    expect((await counts()).find(([, theme]) => theme === price)).toEqual(['weakness', price, 2]);
    await isWhole();
    await restore(store, price, at);
    expect(await themesOf(store)).toEqual(before);
  });

  test('judged by the name of one put away, it is here again', async () => {
    await mergeThemes(store, cost, price, at);
    await trashTheme(store, price, at);
    await clip('5', [['threat', 'Cost']]);
    expect(await themesOf(store)).toMatchObject([{ id: fees }, { id: price, merged: [{ id: cost }] }]);
  });
});

describe('split', () => {
  test('the chosen clips have the other theme, judged as they were; undone as one', async () => {
    await mergeThemes(store, cost, price, at);
    const second = (await store.db.clips.toArray()).find(({ nativeId }) => nativeId === '2')!;
    const third = (await store.db.clips.toArray()).find(({ nativeId }) => nativeId === '3')!;
    await setState(store, third.id, 'archived', at);
    const before = await computed();
    const done = await splitTheme(store, price, [second.id, third.id, 'clip:x:none'], 'Repair bills', at);
    expect(done).toHaveLength(2);
    expect(new Set(done.map(({ batch }) => batch)).size).toBe(1);
    expect(await found('theme:price')).toEqual(['1']);
    expect(await found('theme:"repair bills"')).toEqual(['2', '3']);
    expect((await store.db.clips.get(second.id))!.tags).toMatchObject([
      { brand, quadrant: 'weakness', weight: 1, quote: '', origin: 'hand', theme: themeId('Repair bills') },
    ]);
    expect(await store.db.clips.get(third.id)).toMatchObject({ state: 'archived' });
    await isWhole();
    await undoAll(
      store,
      done.map(({ id }) => id),
      at,
    );
    const { themes, ...after } = (await computed()) as { themes: unknown[] };
    const { themes: known, ...was } = before as { themes: unknown[] };
    expect(after).toEqual(was);
    // The theme that was made stays, as it does when a judgement is undone.
    expect(themes).toHaveLength(known.length + 1);
  });

  test('what is refused changes nothing', async () => {
    const before = await dump(store);
    const { id } = (await store.db.clips.toArray())[0]!;
    await expect(splitTheme(store, fees, [id], 'Other', at)).rejects.toThrow('none of these clips');
    await expect(splitTheme(store, price, [id], 'price', at)).rejects.toMatchObject({ name: 'NameTaken' });
    expect(await dump(store)).toEqual(before);
  });
});
