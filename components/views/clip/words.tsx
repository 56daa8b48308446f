import type { Clip } from '../../../lib/core/records.ts';
import { newestTag, wordsOf } from '../../clip-words.ts';
import { Voice } from '../../ui/voice.tsx';
import { Thread } from './thread.tsx';
import type { Judging } from './use-judging.ts';

/** What it says, whole. The words of a suggestion are marked while it stands; else those that judgements quote. */
export function Words({ clip, offered }: { clip: Clip; offered: Judging['offered'] }) {
  const quotes = offered?.words ?? clip.tags.map(({ quote }) => quote);
  const marked = { lang: clip.lang, quotes, against: offered?.against ?? [], wholeWords: offered !== null };
  const hue = `q-${offered?.label ?? newestTag(clip)?.quadrant ?? ''}`;
  return (
    <>
      {clip.title && clip.text && <Voice {...marked} className={`clip-heading ${hue}`} text={clip.title} />}
      <blockquote className={hue}>
        {clip.thread ? <Thread {...marked} parts={clip.thread} /> : <Voice {...marked} className="words" text={wordsOf(clip)} />}
      </blockquote>
    </>
  );
}
