import type { ComponentProps } from 'react';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, wordsOf } from '../../clip-words.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { WorkFacts } from '../../judge/work-facts.tsx';
import type { Row, Rows } from '../../list/use-rows.ts';
import { useStore } from '../../store.tsx';
import { placeName } from '../../ui/network-name.ts';
import { Voice } from '../../ui/voice.tsx';
import { clipAge } from './clip-facts.tsx';
import { OpenClip } from './open-clip.tsx';

interface Props extends Omit<ComponentProps<typeof OpenClip>, 'clip'> {
  row: Row;
  /** undefined as long as it is not read yet. */
  clip: Clip | undefined;
  attributes: ReturnType<Rows['row']>;
  /** How many wait in all. */
  count: number;
}

function Closed({ clip, titleId }: { clip: Clip; titleId: string }) {
  const { workspace } = useStore();
  return (
    <>
      <div className="grow" id={titleId}>
        <Voice lines={2} text={wordsOf(clip)} lang={clip.lang} />
        <p className="meta dots">
          <span>{authorOf(clip)}</span>
          <span>{placeName(clip)}</span>
          <WorkFacts clip={clip} />
        </p>
      </div>
      <span className="meta">{clipAge(clip, workspace.timeZone, new Date())}</span>
    </>
  );
}

/** What stands in the list for the clip that is beside it: for the eye alone, since its words are there already. */
function Echo({ clip }: { clip: Clip }) {
  const { workspace } = useStore();
  return (
    <div className="echo" aria-hidden="true">
      <div className="grow">
        <p className="voice clamp-2" data-told={wordsOf(clip)} lang={clip.lang ?? undefined} />
        <p className="meta dots">
          <span data-told={authorOf(clip)} />
          <span data-told={placeName(clip)} />
        </p>
      </div>
      <span className="meta" data-told={clipAge(clip, workspace.timeZone, new Date())} />
    </div>
  );
}

/** One clip of the inbox: two lines of it, or all of it where it is the one that is open. */
export function InboxRow({ row: { key, index }, clip: read, attributes, count, triage, ...open }: Props) {
  const clip = useLast(read);
  const isOpen = key === triage.at;
  const isSelected = triage.selection.ids.has(key);
  return (
    <article
      {...attributes}
      className={`inbox-clip${isOpen ? ' open' : ''}${isSelected ? ' selected' : ''}${clip ? '' : ' unread'}`}
      tabIndex={isOpen ? 0 : -1}
      aria-current={isOpen ? 'true' : undefined}
      aria-labelledby={clip && open.titleId}
      aria-busy={!clip}
      aria-posinset={index + 1}
      aria-setsize={count}
      onFocus={() => triage.open(key)}
    >
      {clip && (
        <input
          type="checkbox"
          className="select-clip"
          aria-label={i18n.t('inbox.select')}
          checked={isSelected}
          tabIndex={isOpen ? 0 : -1}
          onChange={({ nativeEvent }) => triage.selection.toggle(key, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
      )}
      {clip && !isOpen && <Closed clip={clip} titleId={open.titleId} />}
      {clip && isOpen && (
        <div className="grow opened">
          <Echo clip={clip} />
          <OpenClip clip={clip} triage={triage} {...open} />
        </div>
      )}
    </article>
  );
}
