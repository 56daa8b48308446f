/** What a rule says, in words. */
import type { Rule } from '../../lib/core/records.ts';
import { priorityName } from '../../lib/core/work.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { list } from '../ui/format.ts';

type Said = Pick<Rule, 'brand' | 'quadrant' | 'theme' | 'priority'>;

/** "Weakness of Arvelle, Delivery and high priority"; empty where it says nothing. */
export function saidWords({ brand, quadrant, theme, priority }: Said, names: ReadonlyMap<string, string>): string {
  const parts: string[] = [];
  if (brand !== null) {
    const name = names.get(brand) ?? i18n.t('rules.somebodyGone');
    const of = quadrant ? i18n.t(`quadrant.of.${quadrant}`, [name]) : i18n.t('rules.about', { brand: name });
    parts.push(theme ? i18n.t('clip.judgedOn', { judged: of, theme: names.get(theme) ?? i18n.t('swot.themeGone') }) : of);
  }
  if (priority !== null) parts.push(i18n.t(`rules.priority.${priorityName(priority)}`));
  return list(parts);
}
