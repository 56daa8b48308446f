/** A rule as it stands in the form: every field as it is typed or chosen. */
import { fold } from '../../../lib/core/fold.ts';
import { type Quadrant, quadrants } from '../../../lib/core/quadrant.ts';
import type { Rule } from '../../../lib/core/records.ts';
import type { RuleInput } from '../../../lib/db/rules.ts';
import { themeId } from '../../../lib/db/themes.ts';
import { chosenAlready } from '../../judge/brand-choice.tsx';
import type { RulesData } from './rules-data.ts';

export interface FormState {
  name: string;
  query: string;
  brand: string | null;
  quadrant: Quadrant | null;
  /** By name. */
  theme: string;
  priority: Rule['priority'];
  mode: Rule['mode'];
  enabled: boolean;
}

export const formOf = ({ id: _, order: __, theme, ...rule }: Rule, { names }: RulesData): FormState => ({
  ...rule,
  theme: theme ? (names.get(theme) ?? '') : '',
});

/** A new rule, with what its address says of it. */
export function begunBy(query: URLSearchParams, { brands }: RulesData): FormState {
  const quadrant = quadrants.find((one) => one === query.get('quadrant')) ?? null;
  return {
    name: query.get('name') ?? '',
    query: query.get('q') ?? '',
    brand: quadrant && chosenAlready(brands, []),
    quadrant,
    theme: query.get('theme') ?? '',
    priority: null,
    mode: query.get('mode') === 'propose' ? 'propose' : 'set',
    enabled: true,
  };
}

/** As it would be saved: there is no judgement without a brand, and no theme without a judgement. */
export function inputOf(form: FormState, id: string | undefined): RuleInput {
  const quadrant = form.brand ? form.quadrant : null;
  return { ...form, id, name: form.name.trim(), quadrant, theme: quadrant ? form.theme.trim() : '' };
}

/** The rule that it would be, for a look at what it would touch. A theme that is not there yet has the id that it will have; the name plays no part. */
export function previewed(form: FormState, { themes }: RulesData): Rule {
  const { theme, id: _, ...rest } = inputOf(form, undefined);
  const known = themes.find(({ name }) => fold(name) === fold(theme))?.id;
  return { ...rest, name: '', id: 'rule:preview', order: 0, theme: theme ? (known ?? themeId(theme)) : null };
}
