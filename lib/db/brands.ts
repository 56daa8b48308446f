import { v7 } from 'uuid';
import { elements } from '../core/mergeable.ts';
import { type Action, Brand } from '../core/records.ts';
import { change, inTransaction, log, NotFound } from './change.ts';
import type { Store } from './store.ts';

const sets = ['aliases', 'handles', 'must', 'mustNot'] as const;
export type BrandInput = Omit<Brand, 'id' | 'order'> & { id?: string };

const clean = (list: readonly string[]) => [...new Set(list.map((words) => words.trim()).filter(Boolean))];

/**
 * Makes a brand, or changes the one whose id is given. Empty and doubled words are dropped.
 * @throws ZodError that says what is wrong with the input.
 */
export const saveBrand = (store: Store, input: BrandInput, at = new Date()): Promise<{ brand: Brand; action: Action }> =>
  inTransaction(store, async () => {
    const id = input.id ?? `brand:${v7()}`;
    const before = await store.db.records.get(id);
    const order = (await store.db.brands.get(id))?.order ?? (await store.db.brands.count());
    const brand = Brand.parse({ ...input, id, order, ...Object.fromEntries(sets.map((name) => [name, clean(input[name])])) });
    const undo = await change(store, at, id, 'brand', {
      set: { name: brand.name, kind: brand.kind, order },
      add: Object.fromEntries(sets.map((name) => [name, brand[name]])),
      remove: Object.fromEntries(sets.map((name) => [name, before ? elements(before, name).filter((words) => !brand[name].includes(words)) : []])),
      trashed: false,
    });
    const action = await log(store, at, { name: 'brand', undo: before ? undo : [{ record: id, changes: { trashed: true } }] });
    return { brand, action };
  });

/** Of each list, the words it gets and those it loses: all others stay, also those that whoever asks has not seen yet. */
export type BrandChanges = Partial<
  Pick<Brand, 'name' | 'kind'> & Record<(typeof sets)[number], { add: readonly string[]; remove: readonly string[] }>
>;

/**
 * Changes of a brand only what is said.
 * @throws ZodError that says what is wrong with it.
 */
export const editBrand = (store: Store, id: string, changes: BrandChanges, at = new Date()): Promise<{ brand: Brand; action: Action }> =>
  inTransaction(store, async () => {
    const before = await store.db.brands.get(id);
    if (!before) throw new NotFound('this brand is no longer here');
    const { name = before.name, kind = before.kind } = changes;
    const changed = sets.flatMap((list) => (changes[list] ? [{ list, add: clean(changes[list].add), remove: changes[list].remove }] : []));
    const listsNow = changed.map(({ list, add, remove }) => [list, clean([...before[list].filter((words) => !remove.includes(words)), ...add])]);
    const brand = Brand.parse({ ...before, name, kind, ...Object.fromEntries(listsNow) });
    const undo = await change(store, at, id, 'brand', {
      set: { ...(changes.name !== undefined && { name: brand.name }), ...(changes.kind !== undefined && { kind: brand.kind }) },
      add: Object.fromEntries(changed.map(({ list, add }) => [list, add])),
      remove: Object.fromEntries(changed.map(({ list, remove }) => [list, [...remove]])),
    });
    return { brand, action: await log(store, at, { name: 'brand', undo }) };
  });

/** Puts a brand away. Its clips and tags stay, and come back into sight with it. */
export const trashBrand = (store: Store, id: string, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    if (!(await store.db.brands.get(id))) throw new NotFound('this brand is no longer here');
    return log(store, at, { name: 'brand', undo: await change(store, at, id, 'brand', { trashed: true }) });
  });
