import { noTheme } from '../../../lib/core/facets.ts';
import type { Mix } from '../../../lib/core/mix.ts';
import type { Content } from '../../../lib/core/posts.ts';
import type { Quadrant } from '../../../lib/core/quadrant.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import type { libraryLink } from '../../links.ts';
import { networkName } from '../../ui/network-name.ts';
import { onCounted } from './benchmark-data.ts';
import type { SeenData } from './seen-data.ts';

/** More kinds than this are summed up. */
export const mostColumns = 6;

/** What a column is called, and what of it the Library can show. */
export function columnOf(id: Mix['id'], key: string, { themes, chosen }: SeenData): { name: string; filter: Parameters<typeof libraryLink>[0] } {
  const on = onCounted({ chosen });
  switch (id) {
    case 'quadrantMix':
      return { name: i18n.t(`quadrant.plural.${key as Quadrant}`), filter: { ...on, quadrant: key as Quadrant } };
    case 'themeMix':
      return { name: themes.find((theme) => theme.id === key)?.name ?? i18n.t('library.noTheme'), filter: { ...on, theme: key || noTheme } };
    case 'networkMix':
      return { name: networkName(key), filter: { on: key } };
    case 'contentMix':
      return { name: i18n.t(`benchmark.content.${key as Content}`), filter: on };
  }
}
