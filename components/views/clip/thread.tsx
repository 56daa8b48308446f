import type { Thread as Parts } from '../../../lib/core/draft.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { number } from '../../ui/format.ts';
import { Voice } from '../../ui/voice.tsx';

interface Props {
  parts: Parts;
  lang?: string | undefined;
  quotes: readonly string[];
  against: readonly string[];
  wholeWords: boolean;
}

/** All parts of an author's thread that were seen, in order, and where some were not. */
export function Thread({ parts, ...marked }: Props) {
  return (
    <ol className="clip-thread" aria-label={i18n.t('clip.thread')}>
      {parts.map((part, index) =>
        'missing' in part ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts stay as they were captured
          <li key={index} className="meta gap">
            {part.missing === null ? i18n.t('clip.threadGap') : i18n.t('clip.threadMissing', part.missing, { n: number(part.missing) })}
          </li>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts stay as they were captured
          <li key={index}>
            <Voice className="words" text={part.text || i18n.t('ui.noWords')} {...marked} />
          </li>
        ),
      )}
    </ol>
  );
}
