import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { numbersOf } from '../../clip-words.ts';
import { age } from '../../ui/format.ts';

/** How old what is said in a clip is; how long ago it was clipped where the page did not tell. */
export function clipAge({ publishedAt, clippedAt }: Pick<Clip, 'publishedAt' | 'clippedAt'>, timeZone: string, now: Date): string {
  if (publishedAt) return age(publishedAt.instant, timeZone, now, publishedAt.precision);
  return i18n.t('ui.clippedAge', [age(clippedAt, timeZone, now)]);
}

/** A clip's public numbers as last seen, and what else one should know before judging it. */
export function ClipFacts({ clip }: { clip: Clip }) {
  return (
    <p className="meta dots">
      {numbersOf(clip).map((words) => (
        <span key={words}>{words}</span>
      ))}
      {clip.goneAt && <span>{i18n.t('clip.siteGoneShort')}</span>}
      {clip.truncated && <span>{i18n.t('ui.truncated')}</span>}
      {clip.promoted && <span>{i18n.t('ui.promoted')}</span>}
      {!clip.url && <span>{i18n.t('popup.noLink')}</span>}
    </p>
  );
}
