/** The workspace's rules, and which clips they would touch, as surfaces ask. */
import { elements, isTrashed, type Mergeable, value } from '../core/mergeable.ts';
import { parseQuery } from '../core/query/parse.ts';
import { everything, type Query } from '../core/query/query.ts';
import type { Clip, Rule } from '../core/records.ts';
import { type Effect, effectOf, inOrder, judgementKey, proposalsOf, ruleOf, troubleOf, withdrawnSet } from '../core/rules.ts';
import { findClips, type Page } from './find-clips.ts';
import { isReadable } from './readable-clip.ts';
import { contextOf } from './reader.ts';
import type { Store } from './store.ts';

export interface KnownRules {
  /** In their order. */
  rules: Rule[];
  /** Rules of which this version cannot read what they say. */
  unreadable: { id: string; name: string | null }[];
}

/** What a list of records says, whatever the disk or a later version made of some of them. */
export function readRules(records: readonly Mergeable[]): KnownRules {
  const rules: Rule[] = [];
  const unreadable: KnownRules['unreadable'] = [];
  for (const record of records) {
    const isWhole = isReadable(record);
    const rule = isWhole ? ruleOf(record) : null;
    if (rule) rules.push(rule);
    else if (!isWhole || !isTrashed(record)) {
      const name = isWhole ? value(record, 'name') : null;
      unreadable.push({ id: record.id, name: typeof name === 'string' ? name : null });
    }
  }
  return { rules: rules.sort(inOrder), unreadable };
}

export const ruleRecords = ({ db }: Store): Promise<Mergeable[]> => db.records.where('kind').equals('rule').toArray();

export const rulesOf = async (store: Store): Promise<KnownRules> => readRules(await ruleRecords(store));

/** Names of all rules that there ever were: a judgement outlives its rule. */
export async function ruleNames(store: Store): Promise<Map<string, string>> {
  const named = (await ruleRecords(store)).filter(isReadable).map((record) => [record.id, value(record, 'name')] as const);
  return new Map(named.flatMap(([id, name]) => (typeof name === 'string' ? [[id, name] as const] : [])));
}

/** By clip, the judgements (`judgementKey`) that a person took back: those no longer there, but for what went with an undo. */
export async function takenBackOf({ db }: Store, clips: readonly Clip[]): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  const owners = new Map(clips.flatMap((clip) => clip.keys.map((key) => [key, clip] as const)));
  const tags = await db.tags
    .where('clip')
    .anyOf([...owners.keys()])
    .toArray();
  const gone = tags.filter((tag) => !owners.get(tag.clip)!.tags.some(({ id }) => id === tag.id));
  if (gone.length === 0) return found;
  const records = await db.records.bulkGet([...new Set(gone.flatMap(({ clip }) => owners.get(clip)!.keys))]);
  const withdrawn = new Set(records.flatMap((record) => (record ? elements(record, withdrawnSet) : [])));
  for (const tag of gone) {
    if (withdrawn.has(tag.id)) continue;
    const { id } = owners.get(tag.clip)!;
    found.set(id, (found.get(id) ?? new Set()).add(judgementKey(tag)));
  }
  return found;
}

/** So many clips are read at once, between which others have their turn. */
const together = 100;

/** Clips that a rule without trouble would touch now, the newest first, a chunk at a time; those where all is so already are not among them. */
export async function* touchedBy(store: Store, rule: Rule, signal?: AbortSignal): AsyncGenerator<Clip[]> {
  const { query } = parseQuery(rule.query);
  for (let after: Page['next'] | undefined; after !== null; ) {
    signal?.throwIfAborted();
    const page: Page = await findClips(store, query, { limit: together, most: 10 * together, ...(after && { after }) });
    const some = page.clips.filter((clip) => effectOf(rule, clip));
    const takenBack = await takenBackOf(store, some);
    yield some.filter((clip) => effectOf(rule, clip, takenBack.get(clip.id)));
    after = page.next;
  }
}

export interface Touched {
  total: number;
  newest: Clip[];
}

/**
 * How many clips of the past a rule would touch, and the newest few of them. Its theme may be one that is not there yet, while it is written.
 * @throws the signal's reason when cancelled.
 */
export async function countTouched(store: Store, rule: Rule, few: number, signal?: AbortSignal): Promise<Touched> {
  const touched: Touched = { total: 0, newest: [] };
  if (troubleOf({ ...rule, theme: null }, await contextOf(store, everything))) return touched;
  for await (const clips of touchedBy(store, rule, signal)) {
    touched.total += clips.length;
    touched.newest.push(...clips.slice(0, few - touched.newest.length));
  }
  return touched;
}

/** What the rules that only propose say of a clip. */
export async function proposalsFor(store: Store, clip: Clip): Promise<Effect[]> {
  const { rules } = await rulesOf(store);
  const proposing = rules.filter(({ mode }) => mode === 'propose');
  if (proposing.length === 0) return [];
  const asked: Query = { type: 'or', terms: proposing.map(({ query }) => parseQuery(query).query) };
  const takenBack = (await takenBackOf(store, [clip])).get(clip.id);
  return proposalsOf(clip, proposing, { ...(await contextOf(store, asked)), ...(takenBack && { takenBack }) });
}
