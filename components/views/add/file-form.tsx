import { type ChangeEvent, type FormEvent, useId, useState } from 'react';
import { guessMapping, headSignature, type Mapping } from '../../../lib/core/import-columns.ts';
import { brandsIn } from '../../../lib/core/mentions.ts';
import type { Action } from '../../../lib/core/records.ts';
import type { ForeignTable } from '../../../lib/db/in/read-table.ts';
import type { RowProblem } from '../../../lib/db/in/table-rows.ts';
import { brandsOf } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { networks } from '../../../lib/platforms/networks.ts';
import { importMappings, rememberMapping } from '../../../lib/settings.ts';
import { commands } from '../../commands.ts';
import { useStore } from '../../store.tsx';
import { errorWords } from '../../ui/error-words.ts';
import { number } from '../../ui/format.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useTask } from '../../use-task.ts';
import { MappedColumns } from './mapped-columns.tsx';

/** The readers come when a file is chosen. */
const readers = async () => {
  const [{ readTable }, { isBookmarks, readBookmarks }] = await Promise.all([
    import('../../../lib/db/in/read-table.ts'),
    import('../../../lib/db/in/read-bookmarks.ts'),
  ]);
  return { readTable, isBookmarks, readBookmarks };
};

/** So many rows are read between two looks at whether the person stopped. */
const slice = 100;

export interface Chosen {
  name: string;
  table: ForeignTable;
  mapping: Mapping;
  monthFirst: boolean;
}

interface RefusedRow {
  /** Counted from 1 after the heads. */
  row: number;
  problem: RowProblem;
}

/** Mentions from a file: exports of listening suites, tables saved as CSV, bookmarks. What will be added is shown before it is. */
export function FileForm() {
  const store = useStore();
  const toast = useToast();
  const task = useTask();
  const id = useId();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [unreadable, setUnreadable] = useState('');
  const [refused, setRefused] = useState<RefusedRow[]>([]);
  const [failed, setFailed] = useState<unknown>(null);

  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = '';
    if (!file) return;
    setRefused([]);
    setFailed(null);
    setUnreadable('');
    try {
      const { readTable, isBookmarks, readBookmarks } = await readers();
      const start = await file.slice(0, 200).text();
      const table = isBookmarks(start) ? readBookmarks(await file.text()) : await readTable(file);
      const signature = headSignature(table.heads);
      const known = (await importMappings.getValue()).find((one) => one.signature === signature);
      setChosen({ name: file.name, table, mapping: known?.mapping ?? guessMapping(table.heads), monthFirst: known?.monthFirst ?? false });
    } catch (error) {
      setUnreadable(errorWords(error));
    }
  };

  const add = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!chosen || task.busy) return;
    const { table, mapping, monthFirst } = chosen;
    setFailed(null);
    const actions: Action[] = [];
    const left: RefusedRow[] = [];
    let added = 0;
    try {
      await rememberMapping({ signature: headSignature(table.heads), mapping: [...mapping], monthFirst });
      await task.run(async (signal, onShare) => {
        const [{ importClips }, { readRow, monthFirstIn }, brands] = await Promise.all([
          import('../../../lib/db/in/import-clips.ts'),
          import('../../../lib/db/in/table-rows.ts'),
          brandsOf(store),
        ]);
        const now = new Date();
        const reading = { mapping, monthFirst: monthFirstIn(table.rows, mapping, monthFirst).monthFirst, networks, now };
        for (let from = 0; from < table.rows.length; from += slice) {
          const arriving = table.rows.slice(from, from + slice).flatMap((cells, index) => {
            const { draft, sentiment, problem } = readRow(cells, reading);
            if (problem) left.push({ row: from + index + 1, problem });
            return draft ? { draft, sentiment, brands: brandsIn(draft, brands) } : [];
          });
          await importClips(store, arriving, { signal, done: actions, at: now });
          added += arriving.length;
          onShare(Math.min(1, (from + slice) / table.rows.length));
        }
      });
      setChosen(null);
      setRefused(left);
    } catch (error) {
      setFailed(error);
    }
    // What came in before it was stopped, or failed, can be taken back too.
    if (added > 0)
      toast.say(i18n.t('add.saved', added, [number(added)]), async () => {
        const { undo } = await commands();
        for (const action of actions.reverse()) await undo(store, action.id);
      });
  };

  return (
    <form className="add-part" onSubmit={add} aria-labelledby={`${id}-title`}>
      <h2 className="section-title" id={`${id}-title`}>
        {i18n.t('add.file.title')}
      </h2>
      <p className="control ink-2">{i18n.t('add.file.hint')}</p>
      {task.busy ? (
        <Progress label={i18n.t('add.file.adding')} share={task.share} onCancel={task.cancel} />
      ) : (
        <label className="button outlined choose-file">
          {i18n.t('add.file.choose')}
          <input className="sr" type="file" accept=".csv,.tsv,.txt,.html,.htm,text/csv,text/html" onChange={choose} />
        </label>
      )}
      <div role="status" className="meta">
        {unreadable && <p className="critical">{i18n.t('add.file.unreadable', [unreadable])}</p>}
        {refused.length > 0 && (
          <details open>
            <summary>{i18n.t('add.file.left', refused.length, [number(refused.length)])}</summary>
            {refused.slice(0, 100).map(({ row, problem }) => (
              <p key={row}>{i18n.t(`add.file.problem.${problem}`, [number(row)])}</p>
            ))}
          </details>
        )}
      </div>
      {chosen && !task.busy && <MappedColumns chosen={chosen} onChange={setChosen} onCancel={() => setChosen(null)} />}
      {failed !== null && <NotSaved error={failed} onAgain={() => void add()} />}
    </form>
  );
}
