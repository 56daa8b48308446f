import { noTheme } from '../facets.ts';
import { externalFactors, internalFactors } from '../factors.ts';
import type { Quadrant } from '../quadrant.ts';
import { letters, quadrants } from '../quadrant.ts';
import type { Clip, Tag } from '../records.ts';
import { brandIds, none, type QueryContext, themeIds } from './context.ts';
import type { Query } from './query.ts';

const judgementKeys = ['brand', 'swot', 'theme', 'factor', 'sentiment'] as const;
type JudgementKey = (typeof judgementKeys)[number];
export type JudgementTerm = Extract<Query, { type: 'choice' }> & { key: JudgementKey };

export const isJudgementTerm = (query: Query): query is JudgementTerm =>
  query.type === 'choice' && (judgementKeys as readonly string[]).includes(query.key);

/** One judgement that is asked for: of any of these brands, in any of these quadrants … Left out: whichever. */
export type Asked = Partial<Record<JudgementKey, ReadonlySet<string>>>;

const byLetter = new Map<string, Quadrant>(quadrants.map((quadrant) => [letters[quadrant].toLowerCase(), quadrant]));

/** `factor:internal` is any of those within, `factor:external` any around. */
const factorsMeant = (value: string): readonly string[] =>
  value === 'internal' ? internalFactors : value === 'external' ? externalFactors : [value];

function meant({ key, values }: JudgementTerm, context: QueryContext): ReadonlySet<string> {
  if (key === 'brand') return brandIds(values, context);
  if (key === 'theme') return themeIds(values, context);
  if (key === 'factor') return new Set(values.flatMap(factorsMeant));
  return new Set(key === 'swot' ? values.map((letter) => byLetter.get(letter)!) : values);
}

/**
 * The judgements that the terms of one `and` ask for, all of which a clip must bear. Terms of different keys speak of one judgement: "a
 * weakness of Acme, on price". Where a key stands twice, each is asked with all the others: `brand:acme swot:w swot:t` is a weakness of
 * Acme and a threat of Acme.
 */
export function asked(terms: readonly JudgementTerm[], context: QueryContext): Asked[] {
  let all: Asked[] = [{}];
  for (const key of judgementKeys) {
    const sets = new Map(terms.filter((term) => term.key === key).map((term) => [term.values.join('\n'), meant(term, context)]));
    if (sets.size > 0) all = all.flatMap((one) => [...sets.values()].map((set) => ({ ...one, [key]: set })));
  }
  return all;
}

/** Whether a judgement is one that is asked for. */
export const isAsked = ({ brand, quadrant, theme, factor }: Tag, asks: Asked): boolean =>
  (!asks.brand || asks.brand.has(brand)) &&
  (!asks.swot || asks.swot.has(quadrant)) &&
  (!asks.theme || asks.theme.has(theme ?? noTheme)) &&
  (!asks.factor || asks.factor.has(factor ?? none));

/** Whether a clip bears a judgement that is asked for; of a brand alone, whether it is about the brand. */
export function bears({ tags, brands, sentiments }: Pick<Clip, 'tags' | 'brands' | 'sentiments'>, asks: Asked): boolean {
  const { brand, swot, theme, factor, sentiment } = asks;
  const speaks = (of: string) => !sentiment || (sentiments[of] !== undefined && sentiment.has(sentiments[of]));
  if (swot || theme || factor) return tags.some((tag) => isAsked(tag, asks) && speaks(tag.brand));
  if (sentiment) return Object.keys(sentiments).some((of) => (!brand || brand.has(of)) && speaks(of));
  return !brand || brands.some((id) => brand.has(id));
}
