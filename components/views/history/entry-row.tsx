import { dayIn } from '../../../lib/core/day.ts';
import type { Entry } from '../../../lib/db/find-actions.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, shortened, wordsOf } from '../../clip-words.ts';
import { useLast } from '../../dashboard/use-last.ts';
import type { Rows } from '../../list/use-rows.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { day, time } from '../../ui/format.ts';
import { Voice } from '../../ui/voice.tsx';
import { isOfOneClip } from './action-words.ts';

interface Props {
  /** undefined as long as it is not read yet. */
  entry: Entry | undefined;
  /** What was done. */
  describe(entry: Entry): string;
  /** The day, above the first of it. */
  day: string | null;
  attributes: ReturnType<Rows['row']> & { 'aria-posinset': number; 'aria-setsize': number };
  onUndo(entry: Entry): void;
}

/** The clip that was met: a link, a word that it is in the trash, or that its content is gone. */
function Met({ clip, trashed }: Pick<Entry, 'clip' | 'trashed'>) {
  if (!clip) return <p className="meta">{i18n.t('history.contentGone')}</p>;
  return (
    <>
      <a href={trashed ? '#/trash' : `#/clip/${encodeURIComponent(clip.id)}`}>
        <Voice as="span" text={wordsOf({ text: clip.text, ...(clip.title !== undefined && { title: clip.title }) })} lang={clip.lang} lines={1} />
      </a>
      <p className="meta dots">
        <span>{authorOf(clip)}</span>
        {trashed && <span>{i18n.t('history.inTrash')}</span>}
      </p>
    </>
  );
}

/** One thing that was done: when, what, to which clip, and the way back. */
export function EntryRow({ entry: read, describe, day: date, attributes, onUndo }: Props) {
  const { timeZone } = useStore().workspace;
  const entry = useLast(read);
  if (!entry) return <li {...attributes} className="past-row unread" aria-busy="true" />;
  return (
    <li {...attributes}>
      {date && <h2 className="small-title past-day">{day(date, dayIn(timeZone, new Date()))}</h2>}
      <Deed entry={entry} words={describe(entry)} onUndo={() => onUndo(entry)} />
    </li>
  );
}

function Deed({ entry, words, onUndo }: { entry: Entry; words: string; onUndo(): void }) {
  const { timeZone } = useStore().workspace;
  const { action, clip, canUndo } = entry;
  const single = isOfOneClip(entry);
  const about = single && clip ? shortened(wordsOf({ text: clip.text, ...(clip.title !== undefined && { title: clip.title }) }), 60) : '';
  return (
    <div className={`past-row ${action.undone ? 'undone' : ''}`}>
      <time className="meta" dateTime={action.at}>
        {time(action.at, timeZone)}
      </time>
      <div className="grow">
        <p className="control strong">{action.by ? i18n.t('history.by', { who: action.by, deed: words }) : words}</p>
        {single && <Met {...entry} />}
      </div>
      {action.undone && <span className="meta">{i18n.t('history.undone')}</span>}
      {canUndo && (
        <Button
          small
          look="quiet"
          aria-label={i18n.t('history.undoNamed', { deed: about ? i18n.t('history.about', { deed: words, about }) : words })}
          onClick={onUndo}
        >
          {i18n.t('ui.undo')}
        </Button>
      )}
    </div>
  );
}
