import { useState } from 'react';
import type { Draft } from '../../lib/core/draft.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { authorOf, wordsOf } from '../clip-words.ts';
import { number } from '../ui/format.ts';
import { SightedWords } from './sighted-words.tsx';
import { useAsked } from './use-asked.ts';

/** Posts that the page below has shown, the newest first: the feed may have dropped them, and each can still be clipped. */
export function Seen({ tab, onClip }: { tab: number; onClip(draft: Draft): void }) {
  const [shown, setShown] = useState(false);
  const posts = useAsked(tab, 'readSighted', { mentions: false })?.posts.toReversed() ?? [];

  if (posts.length === 0) return null;
  return (
    <section className="mentions" aria-labelledby="seen">
      <div className="row base">
        <h2 id="seen" className="small-title">
          {i18n.t('popup.seen', posts.length, [number(posts.length)])}
        </h2>
        <span className="meta end">
          <button type="button" className="link-button tall" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {i18n.t(shown ? 'popup.hideMentions' : 'popup.showMentions')}
          </button>
        </span>
      </div>
      {shown && (
        <ul>
          {posts.map(({ draft, clipped }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list stays as it was read
            <li key={index}>
              <button
                type="button"
                className="seen-post"
                aria-label={`${i18n.t('popup.clipSeen', [authorOf(draft)])}, ${wordsOf({ text: draft.text.slice(0, 80) })}`}
                onClick={() => onClip(draft)}
              >
                <SightedWords draft={draft}>{clipped && <span>{i18n.t('popup.seenClipped')}</span>}</SightedWords>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
