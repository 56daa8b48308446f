/** Commands on rules: written, ordered, put away, and applied to the past. */
import { v7 } from 'uuid';
import { everything } from '../core/query/query.ts';
import { type Action, Rule } from '../core/records.ts';
import { type Effect, effectOf, troubleOf } from '../core/rules.ts';
import { change, inBatch, inTransaction, log, NotFound } from './change.ts';
import { rulesOf, takenBackOf, touchedBy } from './find-rules.ts';
import { contextOf } from './reader.ts';
import { carryOut } from './rules-within.ts';
import type { Store } from './store.ts';
import { themeNamed } from './themes.ts';

/** `theme`: by name, made if there is none of that name. */
export type RuleInput = Omit<Rule, 'id' | 'order' | 'theme'> & { id?: string | undefined; theme: string };

/**
 * Makes a rule, the last of all, or changes the one whose id is given.
 * @throws ZodError that says what is wrong with the input.
 */
export const saveRule = (store: Store, { theme, ...input }: RuleInput, at = new Date()): Promise<{ rule: Rule; action: Action }> =>
  inTransaction(store, async () => {
    const { rules } = await rulesOf(store);
    const id = input.id ?? `rule:${v7()}`;
    const before = await store.db.records.get(id);
    const order = rules.find((rule) => rule.id === id)?.order ?? Math.max(-1, ...rules.map((rule) => rule.order)) + 1;
    const about = theme.trim() ? (await themeNamed(store, theme.trim(), at)).id : null;
    const rule = Rule.parse({ ...input, id, order, theme: about });
    const { id: _, ...set } = rule;
    const undo = await change(store, at, id, 'rule', { set, trashed: false });
    const action = await log(store, at, { name: 'rule', undo: before ? undo : [{ record: id, changes: { trashed: true } }] });
    return { rule, action };
  });

const changeRule = (store: Store, id: string, changes: Parameters<typeof change>[4], at: Date): Promise<Action> =>
  inTransaction(store, async () => {
    if ((await store.db.records.get(id))?.kind !== 'rule') throw new NotFound('this rule is no longer here');
    return log(store, at, { name: 'rule', undo: await change(store, at, id, 'rule', changes) });
  });

/** Turns a rule on or off. What it did stays. */
export const enableRule = (store: Store, id: string, enabled: boolean, at = new Date()): Promise<Action> =>
  changeRule(store, id, { set: { enabled } }, at);

/** Puts a rule into the trash. What it did stays. */
export const trashRule = (store: Store, id: string, at = new Date()): Promise<Action> => changeRule(store, id, { trashed: true }, at);

/** Moves a rule up (−1) or down (1) among the others. */
export const moveRule = (store: Store, id: string, by: -1 | 1, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const { rules } = await rulesOf(store);
    const from = rules.findIndex((rule) => rule.id === id);
    if (from < 0) throw new NotFound('this rule is no longer here');
    const [rule] = rules.splice(from, 1);
    rules.splice(Math.min(Math.max(0, from + by), rules.length), 0, rule!);
    const undo: Action['undo'] = [];
    // Two people may have made rules of the same place: all are counted anew, and only those that moved are written.
    for (const [order, one] of rules.entries()) if (one.order !== order) undo.push(...(await change(store, at, one.id, 'rule', { set: { order } })));
    return log(store, at, { name: 'rule', undo });
  });

/** Says yes to what a rule proposes for a clip: a person has looked, and the rule is named. */
export const acceptProposal = (store: Store, clip: string, proposal: Effect, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    if (!(await store.db.clips.get(clip))) throw new NotFound('this clip is no longer here');
    const { tags, undo } = await carryOut(store, { id: clip }, [proposal], at, { accepted: true });
    return log(store, at, { name: 'apply', clip, tag: tags[0] ?? null, undo });
  });

interface Options {
  signal?: AbortSignal;
  /** How many clips were touched so far. */
  onProgress?(count: number): void;
  at?: Date;
}

/**
 * Applies a rule to the clips of the past that it would touch, a chunk at a time, as one entry in the history. Each clip is asked again
 * inside the transaction that writes it: somebody may have judged it meanwhile.
 * @returns the batch, for `undoBatch`, and how many clips were touched; cancelled, those before stay.
 */
export async function applyRule(
  store: Store,
  id: string,
  { signal, onProgress, at = new Date() }: Options = {},
): Promise<{ batch: string; count: number }> {
  const rule = (await rulesOf(store)).rules.find((one) => one.id === id);
  if (!rule) throw new NotFound('this rule is no longer here');
  const together = inBatch(store);
  let count = 0;
  if (troubleOf(rule, await contextOf(store, everything))) return { batch: together.batch!, count };
  try {
    for await (const clips of touchedBy(store, rule, signal)) {
      if (clips.length === 0) continue;
      count += await inTransaction(together, async () => {
        const now = (await store.db.clips.bulkGet(clips.map((clip) => clip.id))).filter((clip) => clip !== undefined);
        const takenBack = await takenBackOf(store, now);
        let touched = 0;
        for (const clip of now) {
          const effect = effectOf(rule, clip, takenBack.get(clip.id));
          if (!effect) continue;
          const { tags, undo } = await carryOut(together, clip, [effect], at);
          await log(together, at, { name: 'apply', clip: clip.id, tag: tags[0] ?? null, undo });
          touched += 1;
        }
        return touched;
      });
      onProgress?.(count);
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
  return { batch: together.batch!, count };
}
