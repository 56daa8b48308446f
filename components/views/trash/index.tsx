import { useState } from 'react';
import { dayIn } from '../../../lib/core/day.ts';
import { daysLeft, type InTrash, trashDays, trashOf } from '../../../lib/db/find-trash.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, wordsOf } from '../../clip-words.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { useLive, useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { day, number } from '../../ui/format.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { Voice } from '../../ui/voice.tsx';
import { PastHead } from '../history/past-head.tsx';
import { usePastKeys } from '../history/use-past-keys.ts';

const page = 50;

const said = ({ draft, name }: InTrash): string =>
  draft ? wordsOf({ text: draft.text, ...(draft.title !== undefined && { title: draft.title }) }) : (name ?? '');

function TrashRow({ row, onRestore }: { row: InTrash; onRestore(): void }) {
  const { timeZone } = useStore().workspace;
  const now = new Date();
  const left = daysLeft(row, now);
  const { draft, kind, trashedAt } = row;
  return (
    <li className="past-row">
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

/** What was deleted, with how long it stays and the way back. */
export default function Trash() {
  const { store, write, failed, takeBack } = useWriting();
  const [limit, setLimit] = useState(page);
  const answer = useLive((at) => trashOf(at, limit), [limit]);
  const found = useLast(answer);
  usePastKeys(takeBack);
  if (!found) return null;
  const { rows, total } = found;
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
      <section aria-label={i18n.t('trash.title')}>
        <ol className="past-list" aria-busy={answer === undefined}>
          {rows.map((row) => (
            <TrashRow key={row.id} row={row} onRestore={() => void write(({ restore }) => restore(store, row.id), words(1))} />
          ))}
        </ol>
      </section>
      {rows.length < total && (
        <div className="row more">
          <Button onClick={() => setLimit(limit + page)}>{i18n.t('history.more')}</Button>
          <span className="meta">{i18n.t('library.shown', { shown: number(rows.length), n: number(total) })}</span>
        </div>
      )}
    </div>
  );
}
