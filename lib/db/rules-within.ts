/** What rules do to a clip inside a transaction: as it is saved, as it is met again, or when one is applied to the past. */
import { v7 } from 'uuid';
import type { Mergeable } from '../core/mergeable.ts';
import { parseQuery } from '../core/query/parse.ts';
import { asksForWords, everything } from '../core/query/query.ts';
import type { Action, Clip } from '../core/records.ts';
import { type Effect, effectsOf, type ReadyRule, readyRules, tagOf, withdrawnSet } from '../core/rules.ts';
import { priorityField } from '../core/work.ts';
import { change } from './change.ts';
import type { WorkspaceDb } from './database.ts';
import { readRules, ruleRecords, takenBackOf } from './find-rules.ts';
import { clipById } from './queries.ts';
import { contextOf } from './reader.ts';
import type { Store } from './store.ts';

/** Rules made ready, as long as neither they nor anything that their queries speak of (names, the tree of themes, the day) has changed. */
const kept = new WeakMap<WorkspaceDb, { of: string; ready: ReadyRule[]; words: boolean }>();

async function readyIn(store: Store, records: readonly Mergeable[], at: Date): Promise<{ ready: ReadyRule[]; words: boolean }> {
  const context = await contextOf(store, everything, at);
  const of = JSON.stringify([records.map(({ id, c }) => [id, c]), context]);
  const before = kept.get(store.db);
  if (before?.of === of) return before;
  const ready = readyRules(
    readRules(records).rules.filter(({ mode }) => mode === 'set'),
    context,
  );
  const fresh = { of, ready, words: ready.some(({ rule }) => asksForWords(parseQuery(rule.query).query)) };
  kept.set(store.db, fresh);
  return fresh;
}

/**
 * Makes effects of rules come true on a clip. A rule is nobody who has looked: the clip's state stays, and where its judgement is taken
 * back, the clip waits to be judged again. `accepted`: a person has looked, and said yes.
 * @returns the judgements made, and what takes all of it back.
 */
export async function carryOut(
  store: Store,
  { id: clip }: Pick<Clip, 'id'>,
  effects: readonly Effect[],
  at: Date,
  { accepted = false } = {},
): Promise<{ tags: string[]; undo: Action['undo'] }> {
  const tags = effects.flatMap((effect) => tagOf(effect, { id: v7(), clip, at: at.toISOString() }) ?? []);
  await store.db.tags.bulkAdd(tags);
  const ids = tags.map(({ id }) => id);
  const brands = effects.flatMap(({ brand }) => brand ?? []);
  const priority = effects.find((effect) => effect.priority !== null)?.priority;
  const undo = await change(store, at, clip, 'clip', {
    add: { brands },
    set: { ...(priority && { [priorityField]: priority }), ...(accepted && tags.length > 0 && { state: 'reviewed' }) },
  });
  if (ids.length > 0) undo.push({ record: clip, changes: { add: { retracted: ids, [withdrawnSet]: ids } } });
  return { tags: ids, undo };
}

/**
 * Asks the rules about a clip that was just written, and carries out what they set. With `before`, how it was until it was met again, only
 * rules are asked that did not fit it then: what they would have said was said when it was saved, or was taken back. `records` are the rules'.
 * @returns the judgements made, and what takes all of it back.
 */
export async function applyWithin(
  store: Store,
  id: string,
  at: Date,
  { before, records: read }: { before?: Clip; records?: readonly Mergeable[] } = {},
): ReturnType<typeof carryOut> {
  const nothing = { tags: [], undo: [] };
  const { db } = store;
  const records = read ?? (await ruleRecords(store));
  if (records.length === 0) return nothing;
  const { ready: all, words } = await readyIn(store, records, at);
  const ready = before ? all.filter(({ fits }) => !fits(before)) : all;
  if (ready.length === 0) return nothing;
  const clip = await clipById(store, id);
  if (!clip) return nothing;
  const known = words ? { words: new Set((await db.search.get(clip.id))?.words) } : {};
  if (effectsOf(clip, ready, known).length === 0) return nothing;
  const takenBack = (await takenBackOf(store, [clip])).get(clip.id);
  const effects = effectsOf(clip, ready, { ...known, ...(takenBack && { takenBack }) });
  return effects.length > 0 ? carryOut(store, clip, effects, at) : nothing;
}
