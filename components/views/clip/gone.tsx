import { dayIn } from '../../../lib/core/day.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useStore } from '../../store.tsx';
import { day } from '../../ui/format.ts';
import { networkName } from '../../ui/network-name.ts';

/** That its site says it is gone, and when that was seen; nothing where it was never said. */
export function Gone({ clip: { goneAt, platform } }: { clip: Clip }) {
  const { timeZone } = useStore().workspace;
  if (!goneAt) return null;
  const seen = day(dayIn(timeZone, new Date(goneAt)), dayIn(timeZone, new Date()));
  return <p className="ink-2">{i18n.t('clip.siteGone', { network: networkName(platform), day: seen })}</p>;
}
