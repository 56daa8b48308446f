/** What was done, as the history shows it: newest first, in pages, what was done together as one. */
import { value } from '../core/mergeable.ts';
import type { Action, Clip } from '../core/records.ts';
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

/** The newest actions, one of each batch, until there are more than `most` entries or no more actions. */
async function heads({ db }: Store, most: number): Promise<Action[]> {
  const found: Action[] = [];
  const batches = new Set<string>();
  for (let offset = 0; found.length <= most; offset += chunkSize) {
    const chunk = await db.actions.orderBy('at').reverse().offset(offset).limit(chunkSize).toArray();
    for (const action of chunk) {
      if (!action.batch) found.push(action);
      else if (!batches.has(action.batch)) {
        batches.add(action.batch);
        found.push(action);
      }
    }
    if (chunk.length < chunkSize) break;
  }
  return found;
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

/** One page: the newest `limit` entries, and whether there are older ones. */
export async function pageOfActions(store: Store, limit: number): Promise<{ entries: Entry[]; more: boolean }> {
  const newest = await heads(store, limit);
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
