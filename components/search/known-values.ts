import { weekdays } from '../../lib/core/day.ts';
import { letters, quadrants } from '../../lib/core/quadrant.ts';
import type { Known, KnownValue } from '../../lib/core/query/complete.ts';
import { none } from '../../lib/core/query/context.ts';
import { choices, hasValues, isValues } from '../../lib/core/query/keys.ts';
import { languagesOf, networksOf } from '../../lib/db/find-clips.ts';
import { brandsOf, ownersOf, themesOf } from '../../lib/db/queries.ts';
import type { Store } from '../../lib/db/store.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { languageName } from '../clip-words.ts';
import { networkName } from '../ui/network-name.ts';

const byName = ({ name }: { name: string }): KnownValue => ({ value: name, label: name });
const days = ['today', '7d', '30d', '90d'] as const;

/** Values that may be offered behind each key, in the person's words. */
export async function knownValues(store: Store): Promise<Known> {
  const [brands, themes, networks, languages, owners] = await Promise.all([
    brandsOf(store),
    themesOf(store),
    networksOf(store),
    languagesOf(store),
    ownersOf(store),
  ]);
  const when = days.map((value) => ({ value, label: i18n.t(`query.value.day.${value}`) }));
  return {
    brand: brands.map(byName),
    theme: [...themes.map(byName), { value: none, label: i18n.t('query.value.theme.none') }],
    on: networks.map((value) => ({ value, label: networkName(value) })),
    lang: languages.map((value) => ({ value, label: languageName(value) })),
    swot: quadrants.map((quadrant) => ({ value: letters[quadrant].toLowerCase(), label: i18n.t(`quadrant.${quadrant}`) })),
    kind: choices.kind.map((value) => ({ value, label: i18n.t(`query.value.kind.${value}`) })),
    has: hasValues.map((value) => ({ value, label: i18n.t(`query.value.has.${value}`) })),
    is: isValues.map((value) => ({ value, label: i18n.t(`query.value.is.${value}`) })),
    sentiment: choices.sentiment.map((value) => ({ value, label: i18n.t(`query.value.sentiment.${value}`) })),
    factor: choices.factor.map((value) => ({ value, label: i18n.t(`factor.${value}`) })),
    priority: choices.priority.map((value) => ({ value, label: i18n.t(`work.priority.${value}`) })),
    owner: [...owners.map((value) => ({ value, label: value })), { value: none, label: i18n.t('work.noOwner') }],
    weekday: weekdays.map((value) => ({ value, label: i18n.t(`query.value.weekday.${value}`) })),
    origin: choices.origin.map((value) => ({ value, label: i18n.t(`query.value.origin.${value}`) })),
    after: when,
    before: when,
    day: when,
  };
}
