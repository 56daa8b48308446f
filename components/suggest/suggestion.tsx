import { i18n } from '../../lib/i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { errorWords } from '../ui/error-words.ts';
import { list, number, percent } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { QuadrantMark } from '../ui/quadrant-mark.tsx';
import { Sentence, slots } from '../ui/sentence.tsx';
import type { Offered } from './use-suggestion.ts';
import './suggest.css';

/** How sure it is, as people say it; the number stands beside. */
const sureness = (confidence: number) => (confidence >= 0.9 ? 'very' : confidence >= 0.8 ? 'quite' : 'rather');

interface Props {
  offered: Offered | null;
  failed: unknown;
  /** The brand's name. */
  brand: string;
  onAccept(): void;
}

/** What was learned says of the opened clip, with the words that moved it and those that spoke against it: taken by one key, and never by itself. */
export function SuggestionBox({ offered, failed, brand, onAccept }: Props) {
  return (
    <div className={offered ? `suggestion q-${offered.label}` : failed === null ? 'sr' : ''}>
      {offered && <QuadrantMark quadrant={offered.label} size={26} outlined />}
      {/* There before its words are, else they are not read out. */}
      <div className="grow" role="status">
        {offered && (
          <>
            <p className="control strong">{i18n.t(`suggest.is.${offered.label}`, [brand])}</p>
            <p className="control">{i18n.t(`suggest.sure.${sureness(offered.confidence)}`, [percent(offered.confidence), list(offered.words)])}</p>
            {offered.against.length > 0 && (
              <p className="control">
                <Sentence
                  words={i18n.t('suggest.against', slots('words'))}
                  parts={{ words: <mark className="against">{list(offered.against)}</mark> }}
                />
              </p>
            )}
            <p className="meta">{i18n.t('suggest.from', offered.from, [number(offered.from)])}</p>
          </>
        )}
      </div>
      {offered && (
        <div className="row">
          <Button small look="primary" aria-keyshortcuts="Enter" onClick={onAccept}>
            {i18n.t('suggest.accept')} <Kbd keys="↵" />
          </Button>
          <Button small look="quiet" aria-keyshortcuts="Escape" onClick={offered.dismiss}>
            {i18n.t('suggest.dismiss')} <Kbd keys="Esc" />
          </Button>
        </div>
      )}
      {failed !== null && <p className="meta">{i18n.t('suggest.failed', [errorWords(failed)])}</p>}
    </div>
  );
}
