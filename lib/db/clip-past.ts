/** What became of one clip, from the records that say it: nothing of it is ever overwritten. */
import { elements, type Mergeable } from '../core/mergeable.ts';
import { quadrants } from '../core/quadrant.ts';
import type { Action, Capture, Clip, Tag } from '../core/records.ts';
import type { Store } from './store.ts';

export interface Deed {
  id: string;
  at: string;
  /** Name of who did it; empty where nobody's name is known. */
  by: string;
  /** `judged` anew where another judgement gave way to it. */
  what: 'clipped' | 'words' | 'judged' | 'anew' | 'takenBack' | 'again' | 'did';
  /** Of `clipped` and `words`. */
  capture?: Capture;
  /** Of a judgement that was made, taken back, or put in force again. */
  tag?: Tag;
  /** The judgement that gave way. */
  old?: Tag;
  /** Of `did`: anything else, as the history tells it. */
  action?: Action;
  /** Of an undo: what it took back. */
  undid?: Action;
  /** The judgement does not stand any more. */
  gone?: boolean;
}

/** Judgements that an action put in force and took back: the other way round in what takes it back. */
function judgedBy({ undo }: Action): { made: string[]; taken: string[] } {
  const of = (side: 'add' | 'remove') => undo.flatMap(({ changes }) => changes[side]?.['retracted'] ?? []);
  return { made: of('add'), taken: of('remove') };
}

/** When a judgement was taken back and by whom, by the mark on the clip's record. */
function markOf(record: Mergeable, tag: string): { at: string; by: string } {
  const marks = Object.keys(record.s['retracted']?.[tag] ?? {}).flatMap((dot) => (record.m[dot] ? [record.m[dot]] : []));
  const [clock, by] = marks.sort(([a], [b]) => a - b)[0] ?? [null, ''];
  return { at: clock === null ? '' : new Date(clock).toISOString(), by };
}

const told: ReadonlySet<Action['name']> = new Set([
  'sentiment',
  'state',
  'priority',
  'owner',
  'about',
  'work',
  'trash',
  'restore',
  'picture',
  'import',
]);

function deedsOf(action: Action, tags: ReadonlyMap<string, Tag>, standing: ReadonlySet<string>, undid: Action | undefined): Deed[] {
  const { at, by } = action;
  const { made, taken } = judgedBy(action);
  const deed = (what: Deed['what'], id: string, more: Partial<Deed>): Deed => ({ id: `${action.id}-${what}-${id}`, at, by, what, ...more });
  const put = made.flatMap((id) => tags.get(id) ?? []);
  const gave = taken.flatMap((id) => tags.get(id) ?? []);
  const isUndo = action.undoes !== undefined;
  const [old] = gave;
  if (!isUndo && old && put[0]) return [deed('anew', put[0].id, { tag: put[0], old, gone: !standing.has(put[0].id) })];
  const judged = put.map((tag) => deed(isUndo ? 'again' : 'judged', tag.id, { tag, gone: !standing.has(tag.id) }));
  const back = gave.map((tag) => deed('takenBack', tag.id, { tag }));
  const isMore = told.has(action.name) || (action.name === 'clip' && action.already) || (isUndo && judged.length + back.length === 0);
  const other = isMore ? [deed('did', action.name, { action, ...(undid && { undid }) })] : [];
  return [...judged, ...back, ...other];
}

/** All that became of a clip, the newest first. */
export async function pastOf({ db }: Store, { keys, id }: Pick<Clip, 'keys' | 'id'>): Promise<Deed[]> {
  const ids = [...new Set([id, ...keys])];
  const [records, captures, stored, actions] = await Promise.all([
    db.records.bulkGet(ids),
    db.captures.where('clip').anyOf(ids).sortBy('at'),
    db.tags.where('clip').anyOf(ids).toArray(),
    db.actions.where('clip').anyOf(ids).toArray(),
  ]);
  // One that was spoilt underneath says nothing; the health page names it.
  const all = stored.filter(({ quadrant }) => quadrants.includes(quadrant));
  const tags = new Map(all.map((tag) => [tag.id, tag]));
  const own = records.filter((record) => record?.kind === 'clip') as Mergeable[];
  const retracted = new Map(own.flatMap((record) => elements(record, 'retracted').map((tag) => [tag, record] as const)));
  const standing = new Set(all.flatMap((tag) => (retracted.has(tag.id) ? [] : [tag.id])));

  const deeds: Deed[] = captures.map((capture, index) => ({
    id: capture.id,
    at: capture.at,
    by: capture.by,
    what: index === 0 ? 'clipped' : 'words',
    capture,
  }));
  const byId = new Map(actions.map((action) => [action.id, action]));
  for (const action of actions) deeds.push(...deedsOf(action, tags, standing, byId.get(action.undoes ?? '')));
  // What came without its action, as from another's backup: the judgement itself and its mark tell.
  const has = (tag: string, ...whats: Deed['what'][]) => deeds.some((one) => one.tag?.id === tag && whats.includes(one.what));
  for (const tag of all) {
    const { at, by } = tag;
    if (!has(tag.id, 'judged', 'anew')) deeds.push({ id: tag.id, at, by, what: 'judged', tag, gone: !standing.has(tag.id) });
    const record = retracted.get(tag.id);
    if (record && !has(tag.id, 'takenBack') && !deeds.some(({ old }) => old?.id === tag.id))
      deeds.push({ id: `${tag.id}-back`, ...markOf(record, tag.id), what: 'takenBack', tag });
  }
  // Done in one moment: what was clipped and judged at once was clipped first.
  const rank = (deed: Deed) => (deed.what === 'clipped' ? 0 : 1);
  return deeds.sort((a, b) => (a.at !== b.at ? (a.at < b.at ? 1 : -1) : rank(b) - rank(a)));
}
