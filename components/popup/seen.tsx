import { useEffect, useState } from 'react';
import { askPage } from '../../lib/background/page.ts';
import type { Draft } from '../../lib/core/draft.ts';
import { i18n } from '../../lib/i18n/index.ts';
import type { Sighted } from '../../lib/messages/protocol.ts';
import { authorOf, wordsOf } from '../clip-words.ts';
import { number } from '../ui/format.ts';
import { Voice } from '../ui/voice.tsx';

/** Posts that the page below has shown, the newest first: the feed may have dropped them, and each can still be clipped. */
export function Seen({ tab, onClip }: { tab: number; onClip(draft: Draft): void }) {
  const [posts, setPosts] = useState<readonly Sighted[]>([]);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    let mounted = true;
    // A page whose script was brought just now has seen nothing yet, and one that went away answers nothing: no posts either way.
    void askPage(tab, 'readSighted', { mentions: false }).then(
      (answer) => mounted && setPosts(answer.posts.toReversed()),
      () => undefined,
    );
    return () => {
      mounted = false;
    };
  }, [tab]);

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
                <Voice
                  as="span"
                  text={wordsOf({ text: draft.text, ...(draft.title !== undefined && { title: draft.title }) })}
                  lang={draft.lang}
                  lines={1}
                />
                <span className="meta dots">
                  <span>{authorOf(draft)}</span>
                  {clipped && <span>{i18n.t('popup.seenClipped')}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
