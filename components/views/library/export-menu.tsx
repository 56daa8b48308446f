import { type FormEvent, useId, useRef, useState } from 'react';
import { type ColumnId, columnIds } from '../../../lib/core/clip-table.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n, locale } from '../../../lib/i18n/index.ts';
import { download, fileNameOf } from '../../download.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { useToast } from '../../ui/toast.tsx';

const formats = ['csv', 'xlsx', 'markdown', 'json'] as const;
type Format = (typeof formats)[number];
const extensions: Record<Format, string> = { csv: '.csv', xlsx: '.xlsx', markdown: '.md', json: '.json' };

/** Where commas divide decimals, spreadsheets divide cells by semicolons. */
const usualDelimiter = () => (new Intl.NumberFormat(locale()).format(1.5).includes(',') ? ';' : ',');

/** The writers come when they are first needed: each brings a library of its own. */
async function write(
  format: Format,
  delimiter: ',' | ';',
  sheet: Parameters<typeof import('../../../lib/db/out/csv.ts')['csvOf']>[0],
): Promise<Blob> {
  if (format === 'csv') return (await import('../../../lib/db/out/csv.ts')).csvOf(sheet, delimiter);
  if (format === 'xlsx') return (await import('../../../lib/db/out/xlsx.ts')).xlsxOf(sheet);
  if (format === 'markdown') return (await import('../../../lib/db/out/markdown.ts')).markdownOf(sheet);
  return (await import('../../../lib/db/out/json.ts')).jsonOf(sheet);
}

interface Props {
  /** How many clips the list holds in all, null where nobody has counted them; and a way to them. */
  total: number | null;
  load(): Promise<readonly Clip[]>;
  /** How many are selected, and a way to them. */
  picked: number;
  loadPicked(): Promise<readonly Clip[]>;
}

/** Asks which clips, and as what file. */
function ExportDialog({ total, load, picked, loadPicked, onClose }: Props & { onClose(): void }) {
  const store = useStore();
  const toast = useToast();
  const id = useId();
  const [which, setWhich] = useState<'picked' | 'all'>(picked > 0 ? 'picked' : 'all');
  const [format, setFormat] = useState<Format>('csv');
  const [delimiter, setDelimiter] = useState<',' | ';'>(usualDelimiter);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  /** More clips than an Excel file can be made of: how many it can. */
  const [most, setMost] = useState<number | null>(null);
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailed(null);
    setMost(null);
    try {
      const { mostRows } = format === 'xlsx' ? await import('../../../lib/db/out/xlsx.ts') : { mostRows: Infinity };
      const isTooMuch = (count: number) => {
        if (count <= mostRows) return false;
        setMost(mostRows);
        setBusy(false);
        return true;
      };
      if (isTooMuch(which === 'picked' ? picked : (total ?? 0))) return;
      const clips = await (which === 'picked' ? loadPicked() : load());
      if (isTooMuch(clips.length)) return;
      const { sheetOf } = await import('../../../lib/db/out/sheet.ts');
      const labels = Object.fromEntries(columnIds.map((column) => [column, i18n.t(`table.${column}`)])) as Record<ColumnId, string>;
      download(fileNameOf(store, extensions[format]), await write(format, delimiter, await sheetOf(store, clips, labels)));
      onClose();
      toast.say(i18n.t('library.exported', clips.length, { n: number(clips.length) }));
    } catch (error) {
      setFailed(error);
      setBusy(false);
    }
  };
  return (
    <dialog ref={(dialog) => dialog?.showModal()} aria-labelledby={`${id}-title`} onClose={onClose}>
      <form className="export-form" onSubmit={save}>
        <h2 id={`${id}-title`} className="section-title">
          {i18n.t('library.exportTitle')}
        </h2>
        {picked > 0 && (
          <fieldset>
            <legend className="meta">{i18n.t('library.exportWhich')}</legend>
            {(['picked', 'all'] as const).map((one) => (
              <label key={one} className="row control">
                <input type="radio" name={`${id}-which`} checked={which === one} onChange={() => setWhich(one)} />
                {one === 'picked'
                  ? i18n.t('library.selected', picked, { n: number(picked) })
                  : total === null
                    ? i18n.t('library.exportWhole')
                    : i18n.t('library.exportAll', total, { n: number(total) })}
              </label>
            ))}
          </fieldset>
        )}
        <fieldset>
          <legend className="meta">{i18n.t('library.exportAs')}</legend>
          {formats.map((one) => (
            <label key={one} className="row control">
              <input type="radio" name={`${id}-format`} checked={format === one} onChange={() => setFormat(one)} />
              {i18n.t(`library.format.${one}`)}
            </label>
          ))}
        </fieldset>
        {format === 'csv' && (
          <label className="row control">
            {i18n.t('library.delimiter')}
            <select className="field" value={delimiter} onChange={({ target }) => setDelimiter(target.value === ';' ? ';' : ',')}>
              <option value=",">{i18n.t('library.comma')}</option>
              <option value=";">{i18n.t('library.semicolon')}</option>
            </select>
          </label>
        )}
        {most !== null && (
          <p className="notice" role="alert">
            {i18n.t('library.tooMany', [number(most)])}
          </p>
        )}
        {failed !== null && <NotSaved error={failed} onAgain={() => void save()} />}
        <div className="row dialog-acts">
          <Button onClick={onClose}>{i18n.t('ui.cancel')}</Button>
          <Button type="submit" look="primary" aria-disabled={busy}>
            {i18n.t(busy ? 'library.exporting' : 'library.export')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}

/** A button that leads out: the selected clips, or all that the list holds, as a file for another program. */
export function ExportMenu(props: Props) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button small ref={opener} onClick={() => setOpen(true)}>
        {i18n.t('library.exportMenu')}
      </Button>
      {open && (
        <ExportDialog
          {...props}
          onClose={() => {
            setOpen(false);
            opener.current?.focus();
          }}
        />
      )}
    </>
  );
}
