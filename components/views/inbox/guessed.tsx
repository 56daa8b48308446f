import { i18n } from '../../../lib/i18n/index.ts';
import { Reads } from '../../suggest/reads.tsx';
import { SuggestionBox } from '../../suggest/suggestion.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import type { Guesses } from './use-guesses.ts';

/** What is guessed of the opened clip, beside what a person can say of it. */
export function Guessed({ guesses: { brand, offered, failed, accept, feeling, setFeeling } }: { guesses: Guesses }) {
  return (
    <>
      <SuggestionBox offered={offered} failed={failed} brand={brand} onAccept={accept} />
      {feeling && (
        <Reads feeling={feeling}>
          {setFeeling && (
            <Button small aria-keyshortcuts="Y" onClick={setFeeling}>
              {i18n.t(`suggest.speaks.${feeling.label}`, [brand])} <Kbd keys="Y" />
            </Button>
          )}
        </Reads>
      )}
    </>
  );
}
