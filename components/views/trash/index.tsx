import { dayIn } from '../../../lib/core/day.ts';
import { daysLeft, type InTrash, pagedTrash, trashDays } from '../../../lib/db/find-trash.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, wordsOf } from '../../clip-words.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { type LongList, useParts } from '../../list/use-parts.ts';
import { type Rows, useRows } from '../../list/use-rows.ts';
import { useLive, useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { day, number } from '../../ui/format.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { Voice } from '../../ui/voice.tsx';
import { PastHead } from '../history/past-head.tsx';
import { usePastKeys } from '../history/use-past-keys.ts';

const said = ({ draft, name }: InTrash): string =>
  draft ? wordsOf({ text: draft.text, ...(draft.title !== undefined && { title: draft.title }) }) : (name ?? '');

interface RowProps {
  /** undefined as long as it is not read yet. */
  row: InTrash | undefined;
  attributes: ReturnType<Rows['row']> & { 'aria-posinset': number; 'aria-setsize': number };
  onRestore(): void;
}

function TrashRow({ row: read, attributes, onRestore }: RowProps) {
  const { timeZone } = useStore().workspace;
  const row = useLast(read);
  if (!row) return <li {...attributes} className="past-row unread" aria-busy="true" />;
  const now = new Date();
  const left = daysLeft(row, now);
  const { draft, kind, trashedAt } = row;
  return (
    <li {...attributes} className="past-row">
      <div className="grow">
        {draft ? <Voice text={said(row)} lang={draft.lang} lines={2} /> : <p className="control strong">{said(row)}</p>}
        <p className="meta dots">
          <span>{draft ? authorOf(draft) : i18n.t(`trash.kind.${kind}`)}</span>
          {trashedAt && <span>{i18n.t('trash.since', { day: day(dayIn(timeZone, new Date(trashedAt)), dayIn(timeZone, now)) })}</span>}
          <span>{left === null ? i18n.t('trash.stays') : i18n.t('trash.left', left, { n: number(left) })}</span>
        </p>
      </div>
      <Button small aria-label={i18n.t('trash.restoreNamed', { what: said(row).slice(0, 60) })} onClick={onRestore}>
        {i18n.t('trash.restore')}
      </Button>
    </li>
  );
}

/** A row of two lines, as most are. */
const height = 64;

function List({ list, total, onRestore, onTakeBack }: { list: LongList<InTrash>; total: number; onRestore(id: string): void; onTakeBack(): void }) {
  const rows = useRows({ ...list, height });
  usePastKeys({ list, rows, takeBack: onTakeBack });
  return (
    <ol className="past-list" aria-busy={list.isBusy} aria-label={i18n.t('trash.title')} {...rows.place}>
      {rows.drawn.map((row) => (
        <TrashRow
          key={row.key}
          row={list.rows.get(row.key)}
          attributes={{ ...rows.row(row), 'aria-posinset': row.index + 1, 'aria-setsize': total }}
          onRestore={() => onRestore(row.key)}
        />
      ))}
    </ol>
  );
}

/** What was deleted, with how long it stays and the way back. */
export default function Trash() {
  const { store, write, failed, takeBack } = useWriting();
  const list = useParts(pagedTrash, '');
  const total = useLive(({ db }) => db.trash.count(), []);
  if (!list || total === undefined) return null;
  const words = (n: number) => i18n.t('trash.restored', n, { n: number(n) });
  return (
    <div className="past">
      <PastHead page="trash" />
      <p className="meta past-hint">{i18n.t('trash.when', trashDays, { n: number(trashDays) })}</p>
      {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
      {total === 0 && <EmptyState title={i18n.t('trash.empty')} />}
      {total > 1 && (
        <div className="row past-acts">
          <Button onClick={() => write(({ restoreAll }) => restoreAll(store), words(total))}>
            {i18n.t('trash.restoreAll', total, { n: number(total) })}
          </Button>
        </div>
      )}
      <List list={list} total={total} onRestore={(id) => void write(({ restore }) => restore(store, id), words(1))} onTakeBack={takeBack} />
    </div>
  );
}
