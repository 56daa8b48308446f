import { dayIn } from '../../../lib/core/day.ts';
import { type Entry, pagedActions } from '../../../lib/db/find-actions.ts';
import { namesOf } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { type LongList, useParts } from '../../list/use-parts.ts';
import { useRows } from '../../list/use-rows.ts';
import { useLive, useStore } from '../../store.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NotSaved } from '../../ui/not-saved.tsx';
import { actionWords } from './action-words.ts';
import { EntryRow } from './entry-row.tsx';
import { PastHead } from './past-head.tsx';
import { usePastKeys } from './use-past-keys.ts';

interface Props {
  list: LongList<Entry>;
  nameOf(id: string): string | null;
  onUndo(entry: Entry): void;
  onTakeBack(): void;
}

/** A row of two lines, as most are. */
const height = 64;

function Entries({ list, nameOf, onUndo, onTakeBack }: Props) {
  const { timeZone } = useStore().workspace;
  const rows = useRows({ ...list, height });
  usePastKeys({ list, rows, skip: (key) => list.rows.get(key)?.canUndo === false, takeBack: onTakeBack });
  const dayOf = (key: string | undefined) => {
    const entry = key && list.rows.get(key);
    return entry ? dayIn(timeZone, new Date(entry.action.at)) : null;
  };
  return (
    <ol className="past-list" aria-busy={list.isBusy} aria-label={i18n.t('history.title')} {...rows.place}>
      {rows.drawn.map((row) => {
        const date = dayOf(row.key);
        const before = row.index > 0 ? dayOf(list.keys[row.index - 1]) : '';
        return (
          <EntryRow
            key={row.key}
            entry={list.rows.get(row.key)}
            describe={(entry) => actionWords(entry, nameOf)}
            // Of a row before that is not read nobody knows; it is out of sight.
            day={before !== null && before !== date ? date : null}
            attributes={{ ...rows.row(row), 'aria-posinset': row.index + 1, 'aria-setsize': list.isWhole ? list.keys.length : -1 }}
            onUndo={onUndo}
          />
        );
      })}
    </ol>
  );
}

/** Everything that was done, newest first, day by day, each with its undo. */
export default function History() {
  const { store, write, failed, takeBack } = useWriting();
  const list = useParts(pagedActions, '');
  const names = useLive(namesOf, []);
  if (!list || !names) return null;

  const nameOf = (id: string) => names.get(id) ?? null;
  const undo = ({ action }: Entry) =>
    void write(({ undo: one, undoBatch }) => (action.batch ? undoBatch(store, action.batch) : one(store, action.id)), i18n.t('ui.undone'));
  return (
    <div className="past">
      <PastHead page="history" />
      {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
      {list.isWhole && list.keys.length === 0 && <EmptyState title={i18n.t('history.empty')} />}
      {list.keys.length > 0 && <Entries list={list} nameOf={nameOf} onUndo={undo} onTakeBack={takeBack} />}
    </div>
  );
}
