import { dayIn } from '../../../lib/core/day.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useStore } from '../../store.tsx';
import { day, number } from '../../ui/format.ts';
import { Sentence, slots } from '../../ui/sentence.tsx';

interface Props {
  shown: number;
  /** null: not all that answer were looked at, so there are at least those shown. */
  total: number | null;
  authors: number | null;
  /** Day down to which was looked, where that was not the end. */
  looked: string | null;
}

/** How many clips were found; "at least" where nobody counted to the end. */
export function FoundWords({ shown, total, authors, looked }: Props) {
  const { workspace } = useStore();
  const n = total ?? shown;
  const words = total === null ? i18n.t('library.foundAtLeast', n, slots('n')) : i18n.t('library.found', n, slots('n'));
  return (
    <>
      <Sentence words={words} parts={{ n: <b>{number(n)}</b> }} />{' '}
      {authors !== null && n > 0 && <span className="ink-2">{i18n.t('library.fromAuthors', authors, { n: number(authors) })}</span>}
      {looked && <span className="ink-2">{i18n.t('library.lookedTo', { day: day(looked, dayIn(workspace.timeZone, new Date())) })}</span>}
    </>
  );
}
