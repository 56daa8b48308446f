/**
 * Rules: what a person wrote down once, to be said of every clip that answers a query. Here is decided which rules there are to a clip, and
 * what each has left to do; nothing is written. A rule never repeats a judgement that is there, and never sets one again that a person took
 * back, so that asking twice is as once.
 */
import { isTrashed, type Mergeable, value } from './mergeable.ts';
import { type QueryContext, unknownNames } from './query/context.ts';
import { matcher } from './query/matches.ts';
import { parseQuery } from './query/parse.ts';
import { type Clip, Rule, type Tag } from './records.ts';

/** Why a rule does nothing: its query cannot be read whole, names nobody, or asks for everything; whom or what it speaks of is gone; it says nothing. */
export type Trouble = 'query' | 'name' | 'everything' | 'brand' | 'theme' | 'nothing';

const fields = ['name', 'query', 'brand', 'quadrant', 'theme', 'priority', 'mode', 'enabled', 'order'] as const;

/** The rule that a record holds; null where it is trashed, or holds what this version cannot read. */
export function ruleOf(record: Mergeable): Rule | null {
  if (isTrashed(record)) return null;
  const { data } = Rule.safeParse({ id: record.id, ...Object.fromEntries(fields.map((field) => [field, value(record, field) ?? null])) });
  return data ?? null;
}

/** What is wrong with a rule here and now; null where nothing is. Of a query that is understood in part the rest would find too much, so it is not asked at all. */
export function troubleOf(
  { query: text, brand, quadrant, theme, priority }: Omit<Rule, 'id' | 'name' | 'order'>,
  context: QueryContext,
): Trouble | null {
  const { query, problems, names } = parseQuery(text);
  if (problems.length > 0) return 'query';
  if (query.type === 'and' && query.terms.length === 0) return 'everything';
  // A network of which there is no clip yet may have some tomorrow.
  const named = names.filter(({ key }) => key !== 'on');
  if (unknownNames(named, context, []).length > 0) return 'name';
  if (brand !== null && !context.brands.some(({ id }) => id === brand)) return 'brand';
  if (theme !== null && !context.themes.some(({ id }) => id === theme)) return 'theme';
  const isHalf = (quadrant !== null && brand === null) || (theme !== null && quadrant === null);
  return isHalf || (brand === null && priority === null) ? 'nothing' : null;
}

/** A rule that is on and whole, its query made ready for many clips. */
export interface ReadyRule {
  rule: Rule;
  fits: ReturnType<typeof matcher>;
}

export const inOrder = (a: Rule, b: Rule): number => a.order - b.order || (a.id < b.id ? -1 : 1);

/** The rules that do something, in their order. */
export const readyRules = (rules: readonly Rule[], context: QueryContext): ReadyRule[] =>
  rules
    .filter((rule) => rule.enabled && troubleOf(rule, context) === null)
    .sort(inOrder)
    .map((rule) => ({ rule, fits: matcher(parseQuery(rule.query).query, context) }));

/** What a rule has left to do to one clip. A brand alone says that the clip is about it. */
export interface Effect extends Pick<Rule, 'brand' | 'quadrant' | 'theme' | 'priority'> {
  rule: Rule['id'];
}

/** By which equal judgements are known. */
export const judgementKey = ({ brand, quadrant, theme }: Pick<Effect, 'brand' | 'quadrant' | 'theme'>): string => `${brand}|${quadrant}|${theme}`;

/** Set of a clip's record: retracted judgements that went with the undo of what had made them. Nobody said that they were wrong, so a rule may make them again. */
export const withdrawnSet = 'withdrawn';

const nobody: ReadonlySet<string> = new Set();

/** What a rule that fits a clip has left to do; null where all of it is so already. `takenBack`: judgements (`judgementKey`) that a person took back. */
export function effectOf(rule: Rule, clip: Clip, takenBack: ReadonlySet<string> = nobody): Effect | null {
  const { brand, quadrant, theme } = rule;
  const key = judgementKey(rule);
  const isSo =
    brand === null || (quadrant === null ? clip.brands.includes(brand) : takenBack.has(key) || clip.tags.some((tag) => judgementKey(tag) === key));
  // A priority that somebody set, or a rule before this one, stays.
  const priority = clip.priority === undefined ? rule.priority : null;
  if (isSo && priority === null) return null;
  return { ...(isSo ? { brand: null, quadrant: null, theme: null } : { brand, quadrant, theme }), priority, rule: rule.id };
}

/** The judgement that an effect is; null where it judges nothing. */
export function tagOf({ brand, quadrant, theme, rule }: Effect, { id, clip, at }: Pick<Tag, 'id' | 'clip' | 'at'>): Tag | null {
  if (brand === null || quadrant === null) return null;
  return { id, v: 1, clip, brand, quadrant, theme, weight: 1, quote: '', at, by: '', origin: 'rule', rule };
}

/** The clip as it is once an effect has come true, as far as a query can ask. */
function withEffect(clip: Clip, effect: Effect): Clip {
  const tag = tagOf(effect, { id: `${effect.rule}|${clip.tags.length}`, clip: clip.id, at: '' });
  return {
    ...clip,
    ...(tag && { tags: [...clip.tags, tag], inbox: 0 as const }),
    ...(effect.priority !== null && { priority: effect.priority }),
    ...(effect.brand !== null && { brands: [...new Set([...clip.brands, effect.brand])] }),
  };
}

interface Knowing {
  takenBack?: ReadonlySet<string>;
  /** The clip's words, where somebody has them at hand. */
  words?: ReadonlySet<string>;
}

/** What the rules that set do to a clip, one after the other: each sees what those before it did. */
export function effectsOf(clip: Clip, ready: readonly ReadyRule[], { takenBack, words }: Knowing = {}): Effect[] {
  const effects: Effect[] = [];
  let now = clip;
  for (const { rule, fits } of ready) {
    const effect = rule.mode === 'set' && fits(now, words) ? effectOf(rule, now, takenBack) : null;
    if (!effect) continue;
    effects.push(effect);
    now = withEffect(now, effect);
  }
  return effects;
}

/** What the rules that only propose have to say of a clip as it is; the same from two of them once, as the first's. */
export function proposalsOf(clip: Clip, rules: readonly Rule[], context: QueryContext & { takenBack?: ReadonlySet<string> }): Effect[] {
  const proposing = readyRules(
    rules.filter(({ mode }) => mode === 'propose'),
    context,
  );
  const said = new Map<string, Effect>();
  for (const { rule, fits } of proposing) {
    const effect = fits(clip) ? effectOf(rule, clip, context.takenBack) : null;
    const key = effect && `${judgementKey(effect)}|${effect.priority}`;
    if (effect && key !== null && !said.has(key)) said.set(key, effect);
  }
  return [...said.values()];
}
