import { dayIn } from '../../../lib/core/day.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { day } from '../../ui/format.ts';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import { Voice } from '../../ui/voice.tsx';
import { judgedWords, type Names, type Writing } from './clip-detail.tsx';

/** What was said of it: each judgement with its reason, and a way to take it back. */
export function Judgements({ clip, names, writing: { write, store } }: { clip: Clip; names: Names; writing: Writing }) {
  const { timeZone } = useStore().workspace;
  const today = dayIn(timeZone, new Date());
  return (
    <section aria-labelledby="judgements">
      <h3 className="small-title" id="judgements">
        {i18n.t('clip.judgements')}
      </h3>
      {clip.tags.length === 0 && <p className="meta">{i18n.t('clip.noJudgement')}</p>}
      <ul className="judgements">
        {clip.tags.map((tag) => (
          <li key={tag.id} className={`row top q-${tag.quadrant}`}>
            <QuadrantMark quadrant={tag.quadrant} />
            <div className="grow">
              <p className="control strong">{judgedWords(tag, names)}</p>
              {tag.quote && <Voice text={tag.quote} lang={clip.lang} />}
              <p className="meta dots">
                <span>{day(dayIn(timeZone, new Date(tag.at)), today)}</span>
                {tag.weight !== 1 && <span>{i18n.t(tag.weight < 1 ? 'clip.inPassing' : 'clip.inDetail')}</span>}
              </p>
            </div>
            <Button
              small
              look="quiet"
              aria-label={i18n.t('clip.takeBackNamed', { judged: judgedWords(tag, names) })}
              onClick={() => write(({ untag }) => untag(store, tag.id), i18n.t('clip.takenBack', { judged: judgedWords(tag, names) }))}
            >
              {i18n.t('clip.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
