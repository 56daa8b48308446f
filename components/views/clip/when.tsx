import { dayIn } from '../../../lib/core/day.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useStore } from '../../store.tsx';
import { age, day, time } from '../../ui/format.ts';

/** When it was published and clipped, each as exactly as it is known, and on which of the two days it counts. */
export function When({ clip: { publishedAt, clippedAt, dayFrom } }: { clip: Clip }) {
  const { timeZone } = useStore().workspace;
  const now = new Date();
  const today = dayIn(timeZone, now);
  const moment = (instant: string) => i18n.t('clip.moment', { day: day(dayIn(timeZone, new Date(instant)), today), time: time(instant, timeZone) });
  const published = () => {
    if (!publishedAt) return i18n.t('clip.publishedUnknown');
    const { instant, precision, raw } = publishedAt;
    if (precision === 'second' || precision === 'minute') return i18n.t('clip.published', { when: moment(instant) });
    const when =
      precision === 'hour' || precision === 'day' ? day(dayIn(timeZone, new Date(instant)), today) : age(instant, timeZone, now, precision);
    return raw ? i18n.t('clip.publishedLabel', { when, raw }) : i18n.t('clip.published', { when });
  };
  return (
    <p className="meta dots">
      <span>{published()}</span>
      <span>{i18n.t('clip.clipped', { when: moment(clippedAt) })}</span>
      <span>{i18n.t(`clip.countsFrom.${dayFrom}`)}</span>
    </p>
  );
}
