import { everything } from '../../../lib/core/query/query.ts';
import type { Rule } from '../../../lib/core/records.ts';
import { type Trouble, troubleOf } from '../../../lib/core/rules.ts';
import { rulesOf } from '../../../lib/db/find-rules.ts';
import { brandsOf, themesOf } from '../../../lib/db/queries.ts';
import { contextOf } from '../../../lib/db/reader.ts';
import type { Store } from '../../../lib/db/store.ts';

/** All rules with what is wrong with each, and whom and what they may speak of. */
export async function rulesData(store: Store) {
  const [{ rules, unreadable }, brands, themes, context] = await Promise.all([
    rulesOf(store),
    brandsOf(store),
    themesOf(store),
    contextOf(store, everything),
  ]);
  const names = new Map([...brands, ...themes].map(({ id, name }) => [id, name]));
  const listed: { rule: Rule; trouble: Trouble | null }[] = rules.map((rule) => ({ rule, trouble: troubleOf(rule, context) }));
  return { rules: listed, unreadable, brands, themes, names, context };
}

export type RulesData = Awaited<ReturnType<typeof rulesData>>;
