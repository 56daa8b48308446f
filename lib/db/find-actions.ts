/** What was done, as the history shows it: newest first, in pages, what was done together as one. */
import { value } from '../core/mergeable.ts';
import type { Action, Clip } from '../core/records.ts';
import { latest, latestFirst, type Moment, type Paged } from './paged.ts';
import type { Store } from './store.ts';

/** What an action met, as far as it is still here. */
interface Met {
  /** The clip, null where there is none or its content is gone. */
  clip: Pick<Clip, 'id' | 'text' | 'title' | 'author' | 'lang'> | null;
  /** The clip is in the trash. */
  trashed: boolean;
  /** The judgement that was made or taken back. */
  tag: Clip['tags'][number] | null;
  /** Name of the brand, theme or rule. */
  name: string | null;
  /** It was a brand, theme or picture whose content is gone for good. */
  gone: boolean;
}

export interface Entry extends Met {
  /** The newest of what was done together. */
  action: Action;
  /** How many actions that is. */
  total: number;
  /** Of an undo: what it took back. */
  undid: (Met & { action: Action }) | null;
  canUndo: boolean;
}

/** Read at once; a page holds fewer entries than actions where some were done together. */
const chunkSize = 100;

const placeOf = ({ at, id }: Action): Moment => ({ at, id });

/** The newest of what was done together. */
const headOf = ({ db }: Store, batch: string) => db.actions.where('[batch+at]').between([batch, ''], [batch, '\uffff']).last();

/** The newest actions behind a place, one of each batch, until there are `limit` entries or no more actions. */
async function heads(store: Store, limit: number, after: Moment | null): Promise<Action[]> {
  const found: Action[] = [];
  const known = new Map<string, string | undefined>();
  for (let behind = after; found.length < limit; ) {
    const chunk = await latest(store.db.actions, { index: 'at', key: (at) => at }, behind, chunkSize);
    for (const action of chunk) {
      const { batch } = action;
      if (batch && !known.has(batch)) known.set(batch, (await headOf(store, batch))?.id);
      if (!batch || known.get(batch) === action.id) found.push(action);
    }
    const last = chunk.at(-1);
    if (!last || chunk.length < chunkSize) break;
    behind = placeOf(last);
  }
  return found.slice(0, limit);
}

async function ruleNamed(db: Store['db'], id: string): Promise<{ name: string } | undefined> {
  const record = id.startsWith('rule:') ? await db.records.get(id) : undefined;
  const name = record && value(record, 'name');
  return typeof name === 'string' ? { name } : undefined;
}

async function met({ db }: Store, { name, clip: id, tag, undo }: Action): Promise<Met> {
  const record = undo.find((one) => /^(brand|theme|rule):/.test(one.record))?.record;
  const picture = name === 'picture' ? undo.flatMap(({ changes }) => changes.remove?.['retracted'] ?? [])[0] : undefined;
  const [clip, capture, judged, named, pictures] = await Promise.all([
    id ? ((await db.clips.get(id)) ?? db.clips.where('keys').equals(id).first()) : undefined,
    id ? db.captures.where('clip').equals(id).first() : undefined,
    tag ? db.tags.get(tag) : undefined,
    id || !record
      ? undefined
      : ((await db.brands.get(record)) ?? (await db.themes.get(record)) ?? (await db.trash.get(record)) ?? ruleNamed(db, record)),
    picture === undefined ? 1 : db.pictures.where('id').equals(picture).count(),
  ]);
  return {
    clip: clip ?? (capture && id ? { ...capture.draft, id } : null),
    trashed: !clip && capture !== undefined,
    tag: judged ?? null,
    name: named?.name ?? null,
    gone: pictures === 0 || (!id && record !== undefined && named === undefined),
  };
}

/** One page: the newest `limit` entries, or those behind a place; and whether there are older ones. */
export async function pageOfActions(store: Store, limit: number, after: Moment | null = null): Promise<{ entries: Entry[]; more: boolean }> {
  const newest = await heads(store, limit + 1, after);
  const entries = newest.slice(0, limit).map(async (action): Promise<Entry> => {
    const { batch, undoes } = action;
    const [total, about, target] = await Promise.all([
      batch ? store.db.actions.where('batch').equals(batch).count() : 1,
      met(store, action),
      undoes ? store.db.actions.get(undoes) : undefined,
    ]);
    return {
      action,
      total,
      ...about,
      undid: target ? { ...(await met(store, target)), action: target } : null,
      // Where the content is gone for good nothing can come back.
      canUndo: !action.undone && action.undo.length > 0 && !about.gone && (action.clip === null || about.clip !== null),
    };
  });
  return { entries: await Promise.all(entries), more: newest.length > limit };
}

/** All that was done, however much it is. */
export const pagedActions: Paged<Entry, Moment> = {
  keyOf: ({ action }) => action.id,
  placeOf: ({ action }) => placeOf(action),
  order: latestFirst,
  async page(store, after, limit) {
    const { entries, more } = await pageOfActions(store, limit, after);
    const last = entries.at(-1);
    return { rows: entries, next: more && last ? placeOf(last.action) : null };
  },
};

/** The newest times that an author was forgotten; found by the count of their clips, which few actions have, so that no others are read. */
export const forgettings = async ({ db }: Store, limit: number): Promise<Action[]> =>
  (
    await db.actions
      .where('count')
      .aboveOrEqual(0)
      .filter(({ name }) => name === 'forget')
      .toArray()
  )
    .sort((a, b) => latestFirst(placeOf(a), placeOf(b)))
    .slice(0, limit);
