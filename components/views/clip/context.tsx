import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { number } from '../../ui/format.ts';
import { Voice } from '../../ui/voice.tsx';

type Reference = NonNullable<Clip['inReplyTo']>;

const nameOf = ({ name, handle }: Reference['author']): string => name ?? handle ?? i18n.t('ui.unknownAuthor');

function Other({ words, reference: { url, text } }: { words: string; reference: Reference }) {
  return (
    <div className="other-post">
      <p className="meta">
        {url ? (
          <a href={url} target="_blank" rel="noreferrer">
            {words}
          </a>
        ) : (
          words
        )}
      </p>
      {text && <Voice text={text} lines={2} />}
    </div>
  );
}

/** Who passed it on, what it answers and quotes, and what it shows besides words. */
export function Context({ clip: { sharedBy, inReplyTo, quotes, media } }: { clip: Clip }) {
  return (
    <>
      {sharedBy && <p className="meta">{i18n.t('clip.sharedBy', { name: nameOf(sharedBy) })}</p>}
      {inReplyTo && <Other words={i18n.t('clip.repliesTo', { name: nameOf(inReplyTo.author) })} reference={inReplyTo} />}
      {quotes && <Other words={i18n.t('clip.quotes', { name: nameOf(quotes.author) })} reference={quotes} />}
      {media.length > 0 && <p className="meta">{i18n.t('clip.media', media.length, { n: number(media.length) })}</p>}
    </>
  );
}
