import type { Rule } from '../../../lib/core/records.ts';
import type { Touched } from '../../../lib/db/find-rules.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, newestTag, whenOf, wordsOf } from '../../clip-words.ts';
import { clipLink } from '../../links.ts';
import { useStore } from '../../store.tsx';
import { number } from '../../ui/format.ts';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import { Voice } from '../../ui/voice.tsx';

/** How many clips of the past the rule would touch as it stands, and the newest few of them. */
export function PastPreview({ mode, touched }: { mode: Rule['mode']; touched: Touched | undefined }) {
  const { timeZone } = useStore().workspace;
  const what = mode === 'set' ? 'touched' : 'proposed';
  return (
    <section className="rule-past" aria-labelledby="rule-past" aria-busy={!touched}>
      <h2 className="small-title" id="rule-past">
        {i18n.t('rules.preview.title')}
      </h2>
      <p className="control" role="status">
        {touched ? i18n.t(`rules.preview.${what}`, touched.total, { n: number(touched.total) }) : i18n.t('rules.preview.counting')}
      </p>
      <ul>
        {touched?.newest.map((clip) => {
          const quadrant = newestTag(clip)?.quadrant ?? null;
          return (
            <li key={clip.id} className="row top">
              <QuadrantMark quadrant={quadrant} label={i18n.t(`quadrant.${quadrant ?? 'unjudged'}`)} />
              <div className="grow">
                <a href={clipLink(clip.id)} target="_blank" rel="noreferrer">
                  <Voice as="span" text={wordsOf(clip)} lang={clip.lang} lines={2} />
                </a>
                <p className="meta dots">
                  <b className="ink-2">{authorOf(clip)}</b>
                  <span>{whenOf(clip, timeZone)}</span>
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      <p className="meta">{i18n.t('rules.preview.already')}</p>
    </section>
  );
}
