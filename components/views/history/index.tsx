import { useState } from 'react';
import { dayIn } from '../../../lib/core/day.ts';
import { type Entry, pageOfActions } from '../../../lib/db/find-actions.ts';
import { namesOf } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { useLive, useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { day } from '../../ui/format.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { actionWords } from './action-words.ts';
import { EntryRow } from './entry-row.tsx';
import { PastHead } from './past-head.tsx';
import { usePastKeys } from './use-past-keys.ts';

const page = 50;

/** Everything that was done, newest first, day by day, each with its undo. */
export default function History() {
  const { timeZone } = useStore().workspace;
  const { store, write, failed, takeBack } = useWriting();
  const [limit, setLimit] = useState(page);
  const answer = useLive((at) => pageOfActions(at, limit), [limit]);
  const found = useLast(answer);
  const names = useLive(namesOf, []);
  usePastKeys(takeBack);
  if (!found || !names) return null;

  const nameOf = (id: string) => names.get(id) ?? null;
  const today = dayIn(timeZone, new Date());
  const days = Map.groupBy(found.entries, ({ action: { at } }) => dayIn(timeZone, new Date(at)));
  const undo = ({ action }: Entry) =>
    write(({ undo: one, undoBatch }) => (action.batch ? undoBatch(store, action.batch) : one(store, action.id)), i18n.t('ui.undone'));
  return (
    <div className="past">
      <PastHead page="history" />
      {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
      {found.entries.length === 0 && <EmptyState title={i18n.t('history.empty')} />}
      {[...days].map(([date, entries]) => (
        <section key={date} aria-labelledby={`day-${date}`}>
          <h2 className="small-title" id={`day-${date}`}>
            {day(date, today)}
          </h2>
          <ol className="past-list">
            {entries.map((entry) => (
              <EntryRow key={entry.action.id} entry={entry} words={actionWords(entry, nameOf)} onUndo={() => void undo(entry)} />
            ))}
          </ol>
        </section>
      ))}
      {found.more && (
        <div className="row more" aria-busy={answer === undefined}>
          <Button onClick={() => setLimit(limit + page)}>{i18n.t('history.more')}</Button>
        </div>
      )}
    </div>
  );
}
