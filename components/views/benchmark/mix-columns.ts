import { noTheme } from '../../../lib/core/facets.ts';
import type { Content } from '../../../lib/core/posts.ts';
import type { Quadrant } from '../../../lib/core/quadrant.ts';
import { andUnder } from '../../../lib/core/query/context.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import type { libraryLink } from '../../links.ts';
import { mixWords } from '../../metric-words.ts';
import { networkName } from '../../ui/network-name.ts';
import { onCounted } from './benchmark-data.ts';
import { hasUnder, type ShownMix } from './mix-tables.ts';
import type { SeenData } from './seen-data.ts';

interface MixColumn {
  name: string;
  /** What of it the Library can show. */
  filter: Parameters<typeof libraryLink>[0];
  /** A theme that others stand under, which are counted in: it can be opened. */
  opens: boolean;
}

function themeColumn(key: string, under: ShownMix['under'], themes: SeenData['themes']): MixColumn {
  if (key === noTheme) return { name: i18n.t('library.noTheme'), filter: { theme: noTheme }, opens: false };
  if (key === under?.id) return { name: i18n.t('benchmark.themes.directly'), filter: { theme: key }, opens: false };
  const name = themes.find((theme) => theme.id === key)?.name ?? i18n.t('swot.themeGone');
  const opens = hasUnder(themes, key);
  return { name, filter: { theme: opens ? key + andUnder : key }, opens };
}

/** What a column of a mix is called, and where its numbers lead. */
export function columnOf({ id, under }: ShownMix, key: string, { themes, chosen }: SeenData): MixColumn {
  const on = onCounted({ chosen });
  switch (id) {
    case 'quadrantMix':
      return { name: i18n.t(`quadrant.plural.${key as Quadrant}`), filter: { ...on, quadrant: key as Quadrant }, opens: false };
    case 'themeMix': {
      const column = themeColumn(key, under, themes);
      return { ...column, filter: { ...on, ...column.filter } };
    }
    case 'networkMix':
      return { name: networkName(key), filter: { on: key }, opens: false };
    case 'contentMix':
      return { name: i18n.t(`benchmark.content.${key as Content}`), filter: on, opens: false };
  }
}

/** What a table of a mix is called. */
export const mixName = ({ id, under }: Pick<ShownMix, 'id' | 'under'>): string =>
  under ? i18n.t('benchmark.themes.under', { name: under.name }) : mixWords(id, 'name');
