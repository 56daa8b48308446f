import type { ReactNode } from 'react';
import type { Draft } from '../../lib/core/draft.ts';
import { authorOf, wordsOf } from '../clip-words.ts';
import { Voice } from '../ui/voice.tsx';

/** A post that the page has shown, in two lines: its words, and who wrote it, with whatever is to be said beside. */
export function SightedWords({ draft, children }: { draft: Draft; children?: ReactNode }) {
  return (
    <>
      <Voice as="span" text={wordsOf({ text: draft.text, ...(draft.title !== undefined && { title: draft.title }) })} lang={draft.lang} lines={1} />
      <span className="meta dots">
        <span>{authorOf(draft)}</span>
        {children}
      </span>
    </>
  );
}
