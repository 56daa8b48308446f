/** How commands write: records edited with their inverse kept, everything computed brought up to date, one action to undo. */
import { v7 } from 'uuid';
import { type Changes, edit, emptyRecord, inverse, isTrashed, type Mergeable, saidAnew } from '../core/mergeable.ts';
import type { Action } from '../core/records.ts';
import { type Known, writeRecord } from './project.ts';
import { isPurged } from './project-trash.ts';
import { hand, type Store } from './store.ts';

/** Said of an id that the store does not hold. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** Chromium's word, in an `UnknownError`, for a disk without room; a quota that is used up has an error of its own, which Firefox gives for both. */
const noRoom = /NO_SPACE/;

/** Why a transaction was aborted, as an error that has a name of its own. */
const reason = (error: DOMException): DOMException => (noRoom.test(error.message) ? new DOMException(error.message, 'QuotaExceededError') : error);

/**
 * One transaction over all tables: a change is whole or not at all. The scope is an `async` function by its own name, not one that
 * returns another's promise: Dexie looks for that, and without it commits some transactions before their last await came back.
 */
export function inTransaction<T>({ db }: Store, work: () => Promise<T>): Promise<T> {
  let native: IDBTransaction | undefined;
  return db
    .transaction('rw', db.tables, async ({ idbtrans }) => {
      native = idbtrans;
      return await work();
    })
    .catch((error: unknown) => {
      // Where the disk is full each request says no more than that the transaction was aborted, and Dexie that some of many were; why, only the
      // transaction knows.
      if (error instanceof Error && (error.name === 'AbortError' || error.name === 'BulkError') && native?.error)
        throw new Error(error.message, { cause: reason(native.error) });
      throw error;
    });
}

type Undo = Action['undo'];

/** Edits one record (made if new) inside a transaction, brings its projections up, and returns what takes the edit back. `known` is what was read already. */
export async function change(store: Store, at: Date, id: string, kind: string, changes: Changes, { record, ...known }: Known = {}): Promise<Undo> {
  const before = record ?? (await store.db.records.get(id)) ?? emptyRecord(id, kind);
  const after = edit(before, hand(store, at), changes);
  await writeRecord(store, after, before, known);
  return [{ record: id, changes: inverse(before, changes) }];
}

/** A store through which everything that is done is one: one entry in the history, and undone as one. */
export const inBatch = (store: Store): Store => ({ ...store, batch: v7() });

/** Writes down what a command did. */
export async function log(store: Store, at: Date, action: Pick<Action, 'name' | 'undo'> & Partial<Action>): Promise<Action> {
  const row: Action = {
    id: v7(),
    v: 1,
    at: at.toISOString(),
    by: '',
    clip: null,
    tag: null,
    already: false,
    undone: false,
    ...(store.batch && { batch: store.batch }),
    ...action,
  };
  await store.db.actions.add(row);
  return row;
}

/** Notes that an action is taken back, or in force again. What took an undo back put the action that it undid into force, and so on. */
async function mark(store: Store, action: Action, undone: boolean): Promise<void> {
  await store.db.actions.update(action.id, { undone });
  const target = action.undoes ? await store.db.actions.get(action.undoes) : undefined;
  if (target) await mark(store, target, !undone);
}

/** The edit that takes one back, where its record stands now. */
function takingBack(known: Mergeable, changes: Changes): Changes {
  if (!isTrashed(known)) return changes;
  // An edit brings what was trashed back; taking a judgement back must not.
  if (changes.trashed === undefined) return { ...changes, trashed: true };
  if (changes.trashed || known.kind === 'clip') return changes;
  const { set, add } = saidAnew(known);
  return { ...changes, set: { ...set, ...changes.set }, add: { ...add, ...changes.add } };
}

/**
 * Takes back what one action did. Taking back is a change like any other, and can be taken back itself. Asked twice, it is done once.
 * @throws NotFound if there is no such action.
 */
export const undo = (store: Store, id: string, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const action = await store.db.actions.get(id);
    if (!action) throw new NotFound('nothing to undo: this action is not known here');
    if (action.undone) return action;
    const back: Undo = [];
    for (const { record, changes } of [...action.undo].reverse()) {
      const known = await store.db.records.get(record);
      // Of what was purged there is nothing to bring back.
      if (known && !isPurged(known)) back.unshift(...(await change(store, at, record, known.kind, takingBack(known, changes))));
    }
    await mark(store, action, true);
    return log(store, at, { name: 'undo', clip: action.clip, undoes: id, undo: back });
  });

/**
 * Takes several actions back, the last of them first, all or none; that is one action too.
 * @returns what took them back; nothing for those that were taken back before.
 * @throws NotFound if one of them is not known.
 */
export const undoAll = (store: Store, ids: readonly string[], at = new Date()): Promise<Action[]> =>
  inTransaction(store, async () => {
    const together = ids.length > 1 ? inBatch(store) : store;
    const done: Action[] = [];
    for (const id of [...ids].reverse()) {
      const action = await undo(together, id, at);
      if (action.undoes === id) done.push(action);
    }
    return done;
  });

/** Takes back everything of a batch that is still in force. */
export const undoBatch = (store: Store, batch: string, at = new Date()): Promise<Action[]> =>
  inTransaction(store, async () => {
    const actions = await store.db.actions.where('batch').equals(batch).sortBy('at');
    return undoAll(
      store,
      actions.map(({ id }) => id),
      at,
    );
  });
