import { useEffect, useState } from 'react';
import { type Field, fields } from '../../../lib/core/import-columns.ts';
import type { ReadRow } from '../../../lib/db/in/table-rows.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { networks } from '../../../lib/platforms/networks.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { age, number } from '../../ui/format.ts';
import { networkName } from '../../ui/network-name.ts';
import { Voice } from '../../ui/voice.tsx';
import type { Chosen } from './file-form.tsx';

const fieldName = (field: Field): string => {
  if (field === 'date') return i18n.t('table.published');
  return field === 'time' ? i18n.t('add.file.time') : i18n.t(`table.${field}`);
};

/** So many rows are looked at for the preview, and so many of them shown. */
const looked = 200;
const shown = 5;

interface Preview {
  rows: ReadRow[];
  /** Dates in figures that could be read in two ways. */
  ambiguous: boolean;
}

/** What the first rows become, as the columns are taken now. */
function usePreview({ table, mapping, monthFirst }: Chosen): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    let stale = false;
    void import('../../../lib/db/in/table-rows.ts').then(({ readRow, monthFirstIn }) => {
      if (stale) return;
      const order = monthFirstIn(table.rows, mapping, monthFirst);
      const reading = { mapping, monthFirst: order.monthFirst, networks, now: new Date() };
      setPreview({ rows: table.rows.slice(0, looked).map((cells) => readRow(cells, reading)), ambiguous: order.ambiguous });
    });
    return () => {
      stale = true;
    };
  }, [table, mapping, monthFirst]);
  return preview;
}

/** Which column is what, and what its rows become. */
export function MappedColumns({ chosen, onChange, onCancel }: { chosen: Chosen; onChange(chosen: Chosen): void; onCancel(): void }) {
  const { workspace } = useStore();
  const { table, mapping, monthFirst, name } = chosen;
  const preview = usePreview(chosen);
  const takeAs = (column: number, field: Field | null) =>
    onChange({ ...chosen, mapping: mapping.map((one, at) => (at === column ? field : one === field ? null : one)) });
  const problems = preview?.rows.flatMap(({ problem }, index) => (problem ? { row: index + 1, problem } : [])) ?? [];
  const unread = [...new Set(preview?.rows.flatMap((row) => row.unread) ?? [])];
  const canAdd = table.rows.length > 0 && (mapping.includes('text') || mapping.includes('title') || mapping.includes('url'));
  return (
    <>
      <p className="control" role="status">
        {i18n.t('add.file.rows', table.rows.length, { n: number(table.rows.length), name })}
      </p>
      <div className="wide-table scrolled">
        <table className="mapped">
          <caption className="sr">{i18n.t('add.file.columns')}</caption>
          <thead>
            <tr>
              <th scope="col">{i18n.t('add.file.column')}</th>
              <th scope="col" className="example">
                {i18n.t('add.file.example')}
              </th>
              <th scope="col">{i18n.t('add.file.takenAs')}</th>
            </tr>
          </thead>
          <tbody>
            {table.heads.map((head, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one head, and they never change places
              <tr key={column}>
                <th scope="row">{head || i18n.t('add.file.nameless', [number(column + 1)])}</th>
                <td className="example ink-2">{table.rows.find((cells) => cells[column])?.[column]?.slice(0, 80)}</td>
                <td>
                  <select
                    className="field"
                    aria-label={i18n.t('add.file.takeColumn', [head || number(column + 1)])}
                    value={mapping[column] ?? ''}
                    onChange={({ target }) => takeAs(column, fields.find((field) => field === target.value) ?? null)}
                  >
                    <option value="">{i18n.t('add.file.leaveOut')}</option>
                    {fields.map((field) => (
                      <option key={field} value={field}>
                        {fieldName(field)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {preview?.ambiguous && (
        <label className="row control">
          {i18n.t('add.file.order')}
          <select
            className="field order"
            value={monthFirst ? 'month' : 'day'}
            onChange={({ target }) => onChange({ ...chosen, monthFirst: target.value === 'month' })}
          >
            <option value="day">{i18n.t('add.file.dayFirst')}</option>
            <option value="month">{i18n.t('add.file.monthFirst')}</option>
          </select>
        </label>
      )}
      {preview && canAdd && (
        <>
          <ol className="preview" aria-label={i18n.t('add.file.preview')}>
            {preview.rows
              .flatMap(({ draft }) => draft ?? [])
              .slice(0, shown)
              .map((draft, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same, and they never change places
                <li key={index}>
                  <Voice text={draft.text || (draft.url ?? '')} lang={draft.lang} lines={2} />
                  <p className="meta">
                    {[
                      draft.author.name ?? draft.author.handle ?? i18n.t('ui.unknownAuthor'),
                      networkName(draft.platform),
                      draft.publishedAt && age(draft.publishedAt.instant, workspace.timeZone, new Date(), draft.publishedAt.precision),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </li>
              ))}
          </ol>
          <div className="meta" role="status">
            {problems.slice(0, 10).map(({ row, problem }) => (
              <p key={row} className="critical">
                {i18n.t(`add.file.problem.${problem}`, [number(row)])}
              </p>
            ))}
            {unread.length > 0 && <p>{i18n.t('add.file.unread', [unread.map(fieldName).join(', ')])}</p>}
          </div>
        </>
      )}
      {!canAdd && <p className="meta critical">{i18n.t('add.file.needsText')}</p>}
      <div className="row wrap">
        <Button type="submit" aria-disabled={!canAdd}>
          {i18n.t('add.file.add', table.rows.length - problems.length, [number(table.rows.length - problems.length)])}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t('ui.cancel')}
        </Button>
      </div>
    </>
  );
}
