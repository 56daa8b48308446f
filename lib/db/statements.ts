/** Commands on the lines of a board. None of them touches a tag: a statement is what people conclude, its tags are what they judged. */
import { v7 } from 'uuid';
import type { Changes } from '../core/mergeable.ts';
import type { Quadrant } from '../core/quadrant.ts';
import { type Action, Statement } from '../core/records.ts';
import { groupsOf, opinionId, parseStatementId } from '../core/statements.ts';
import { change, inTransaction, log, NotFound } from './change.ts';
import { mergesOf } from './queries.ts';
import type { Store } from './store.ts';

type Undo = Action['undo'];

async function ownerOf({ db }: Store, id: string): Promise<string> {
  const brand = parseStatementId(id)?.brand;
  if (!brand || !(await db.brands.get(brand))) throw new NotFound('the brand of this statement is no longer here');
  return brand;
}

/** Several records edited as one thing done. */
const edit = (store: Store, edits: readonly (readonly [id: string, changes: Changes])[], at: Date): Promise<Action> =>
  inTransaction(store, async () => {
    const undo: Undo = [];
    for (const [id, changes] of edits) {
      await ownerOf(store, id);
      undo.push(...(await change(store, at, id, 'statement', changes)));
    }
    return log(store, at, { name: 'statement', undo });
  });

/** A field given, or emptied by null. */
const field = (name: string, value: string | number | null): Changes => (value === null ? { clear: [name] } : { set: { [name]: value } });

/**
 * A new line in a person's words: an opinion, until something with evidence is merged into it.
 * @throws ZodError if there are no words, or too many.
 */
export const sayStatement = async (
  store: Store,
  { brand, quadrant, words }: { brand: string; quadrant: Quadrant; words: string },
  at = new Date(),
): Promise<Action> => edit(store, [[opinionId(brand, v7()), { set: { quadrant, words: Statement.shape.words.unwrap().parse(words) } }]], at);

/** Words a line; null gives it its theme's name back. What has no theme needs words. */
export const wordStatement = async (store: Store, id: string, words: string | null, at = new Date()): Promise<Action> =>
  edit(store, [[id, field('words', words === null && parseStatementId(id)?.source ? null : Statement.shape.words.unwrap().parse(words))]], at);

/**
 * Puts a line into a quadrant: at the place it has in `order`, which lists the ids of all lines there from the top, or without `order`
 * at the place of its evidence. Ordering within a quadrant is the same command.
 */
export const placeStatement = (store: Store, id: string, quadrant: Quadrant, order: readonly string[] | null, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const rows = await store.db.statements.bulkGet([...(order ?? [])]);
    const moved = (order ?? []).flatMap((one, index) => (one !== id && rows[index]?.order !== index ? [[one, field('order', index)] as const] : []));
    const place = order?.indexOf(id) ?? -1;
    const own: Changes = place < 0 ? { set: { quadrant }, clear: ['order'] } : { set: { quadrant, order: place } };
    return edit(store, [[id, own], ...moved], at);
  });

/** How much a line matters, and how likely it is: 1 to 5; null: nobody has said. */
export const weighStatement = async (store: Store, id: string, of: 'impact' | 'likelihood', grade: number | null, at = new Date()): Promise<Action> =>
  edit(store, [[id, field(of, Statement.shape[of].parse(grade))]], at);

/** Pins a line to the top of its quadrant or puts it away, or takes that back. A set: whoever pins while another puts away loses neither. */
export const markStatement = (store: Store, id: string, mark: 'pinned' | 'archived', on: boolean, at = new Date()): Promise<Action> =>
  edit(store, [[id, on ? { add: { marks: [mark] } } : { remove: { marks: [mark] } }]], at);

/**
 * Makes one line of two: the evidence of the first is the second's from now on.
 * @throws NotFound where the two are of different brands, or are one already.
 */
export const mergeStatements = (store: Store, id: string, into: string, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const brand = await ownerOf(store, id);
    const [one, other] = [id, into].map((each) => parseStatementId(each)!);
    if (other?.brand !== brand) throw new NotFound('statements of two brands cannot be one');
    const said = await store.db.statements.where('brand').equals(brand).toArray();
    const groups = groupsOf(
      brand,
      said,
      [one, other].flatMap((each) => each?.source ?? []),
      await mergesOf(store),
    );
    const lineOf = (each: string) =>
      groups.find(({ statement, merged }) => [statement, ...merged].some((member) => member.id === each))?.statement.id;
    const root = lineOf(into);
    if (!root || root === lineOf(id)) throw new NotFound('these statements are one already');
    return edit(store, [[lineOf(id)!, { set: { into: root } }]], at);
  });

/** Takes a statement out of the one it was merged into. */
export const splitStatement = (store: Store, id: string, at = new Date()): Promise<Action> => edit(store, [[id, { clear: ['into'] }]], at);
