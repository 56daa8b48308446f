import type { Draft } from '../../lib/core/draft.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { networks } from '../../lib/platforms/networks.ts';

/** A network's own name; words of ours only where it is none. */
export function networkName(id: string): string {
  if (id === 'generic' || id === 'manual') return i18n.t(`network.${id}`);
  return networks.find((network) => network.id === id)?.name ?? id;
}

/** Where a post stands: its network, or the site's own host where that is no network we know. */
export const placeName = ({ platform, url }: Pick<Draft, 'platform' | 'url'>): string =>
  platform === 'generic' && url ? new URL(url).hostname.replace(/^www\./, '') : networkName(platform);
