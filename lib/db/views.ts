/** Commands on the views of the dashboard that people keep. They are few, so no table but the records' holds them. */
import { v7 } from 'uuid';
import type { Changes } from '../core/mergeable.ts';
import type { Action } from '../core/records.ts';
import { isRoute, type SavedView, viewName } from '../core/saved-view.ts';
import { change, inTransaction, log, NotFound } from './change.ts';
import { savedViews } from './find-views.ts';
import type { Store } from './store.ts';

/** Edits of views as one thing done. */
const edit = (store: Store, at: Date, edits: (views: SavedView[]) => readonly (readonly [id: string, changes: Changes])[]): Promise<Action> =>
  inTransaction(store, async () => {
    const undo: Action['undo'] = [];
    for (const [id, changes] of edits(await savedViews(store))) undo.unshift(...(await change(store, at, id, 'view', changes)));
    return log(store, at, { name: 'view', undo });
  });

const known = (views: readonly SavedView[], id: string): void => {
  if (!views.some((view) => view.id === id)) throw new NotFound('this saved view is no longer here');
};

function checked(name: string): string {
  const kept = viewName(name);
  if (kept === null) throw new Error('a saved view needs a name of at most 100 characters');
  return kept;
}

/**
 * Keeps where the dashboard is under a name.
 * @throws Error where the name is none, or the address is not one of the dashboard's.
 */
export const saveView = async (store: Store, { name, hash }: Pick<SavedView, 'name' | 'hash'>, at = new Date()): Promise<Action> => {
  if (!isRoute(hash)) throw new Error('this address is none of the dashboard’s');
  const set = { name: checked(name), hash };
  return edit(store, at, () => [[`view:${v7()}`, { set }]]);
};

export const renameView = async (store: Store, id: string, name: string, at = new Date()): Promise<Action> => {
  const set = { name: checked(name) };
  return edit(store, at, (views) => {
    known(views, id);
    return [[id, { set }]];
  });
};

/** Pins one view, or none (null): whatever was pinned before is not any more. Where two copies pin apart, the newest pin wins. */
export const pinView = (store: Store, id: string | null, at = new Date()): Promise<Action> =>
  edit(store, at, (views) => {
    if (id !== null) known(views, id);
    const others = views
      .filter((view) => view.pinnedAt !== null && view.id !== id)
      .map((view): [string, Changes] => [view.id, { clear: ['pinnedAt'] }]);
    return id === null ? others : [...others, [id, { set: { pinnedAt: at.toISOString() } }]];
  });

export const deleteView = (store: Store, id: string, at = new Date()): Promise<Action> =>
  edit(store, at, (views) => {
    known(views, id);
    return [[id, { trashed: true }]];
  });
