import ClipboardPlus from 'lucide-react/icons/clipboard-plus';
import Pencil from 'lucide-react/icons/pencil';
import TextCursorInput from 'lucide-react/icons/text-cursor-input';
import Undo2 from 'lucide-react/icons/undo-2';
import type { Clip } from '../../../lib/core/records.ts';
import { type Deed, pastOf } from '../../../lib/db/clip-past.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { judgedWords, momentOf } from '../../clip-words.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { useLive, useStore } from '../../store.tsx';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import { Voice } from '../../ui/voice.tsx';
import { actionWords } from '../history/action-words.ts';
import type { Names } from './clip-detail.tsx';

const nothingMet = { clip: null, trashed: false, tag: null, name: null, total: 1, canUndo: false, gone: false } as const;

/** What was done, without who did it. */
function wordsOf({ what, capture, tag, action, undid }: Deed, names: Names): string {
  if (what === 'clipped' && capture) return i18n.t(`past.origin.${capture.origin}`);
  if (action) return actionWords({ ...nothingMet, action, undid: undid ? { ...nothingMet, action: undid } : null }, names.nameOf);
  if (!tag || what === 'clipped' || what === 'words' || what === 'did') return i18n.t('past.words');
  return i18n.t(`past.${what}`, { judged: judgedWords(tag, names.nameOf) });
}

function Mark({ what, tag }: Deed) {
  if (what === 'clipped') return <ClipboardPlus />;
  if (what === 'words') return <TextCursorInput />;
  if (what === 'takenBack') return <Undo2 />;
  return tag ? <QuadrantMark quadrant={tag.quadrant} /> : <Pencil />;
}

/** One line of it: when, who where that is known, what, and how the judgement came about. */
function Line({ deed, names, lang }: { deed: Deed; names: Names; lang: string | undefined }) {
  const { timeZone } = useStore().workspace;
  const { at, by, what, tag, old, gone } = deed;
  const words = wordsOf(deed, names);
  const made = what === 'judged' || what === 'anew';
  const when = at && momentOf(at, timeZone);
  return (
    <li className="row top">
      <span className="past-mark">
        <Mark {...deed} />
      </span>
      <time className="meta" dateTime={at || undefined}>
        {when || i18n.t('past.unknownTime')}
      </time>
      <div className="grow">
        <p className={`control ${gone ? 'gone' : ''}`}>{by ? i18n.t('history.by', { who: by, deed: words }) : words}</p>
        {made && tag && (
          <>
            {tag.quote && <Voice text={tag.quote} lang={lang} lines={2} />}
            <p className="meta dots">
              <span>{i18n.t(`past.by.${tag.origin}`)}</span>
              {tag.factor && <span>{i18n.t(`factor.${tag.factor}`)}</span>}
              {old && <span>{i18n.t('past.instead', { judged: judgedWords(old, names.nameOf) })}</span>}
              {gone && <span>{i18n.t('past.noLonger')}</span>}
            </p>
          </>
        )}
      </div>
    </li>
  );
}

/** All that became of the clip, newest first; what was taken back too, for nothing is overwritten. */
export function Past({ clip, names }: { clip: Clip; names: Names }) {
  const deeds = useLast(useLive((store) => pastOf(store, clip), [clip.id, clip.keys.join()]));
  if (!deeds) return null;
  return (
    <section className="clip-past" aria-labelledby="clip-past">
      <h3 className="small-title" id="clip-past">
        {i18n.t('past.title')}
      </h3>
      <ol>
        {deeds.map((deed) => (
          <Line key={deed.id} deed={deed} names={names} lang={clip.lang} />
        ))}
      </ol>
    </section>
  );
}
