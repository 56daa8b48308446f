import { type ChangeEvent, useId, useState } from 'react';
import { z } from '../../../lib/core/zod.ts';
import { importBackup } from '../../../lib/db/backup.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { errorWords } from '../../ui/error-words.ts';
import { number } from '../../ui/format.ts';
import { saveBackup } from './save-backup.ts';

/** Why a file was refused as a whole. */
function refusal(error: unknown): string {
  if (error instanceof SyntaxError) return i18n.t('settings.import.notJson');
  return error instanceof z.ZodError ? z.prettifyError(error) : errorWords(error);
}

type Outcome = { imported: number; forgotten: number; refused: string[] } | { refusal: string };

/** Everything into one file, and back: what is here stays, what is broken is named. */
export function Backup() {
  const store = useStore();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const [nameless, setNameless] = useState(false);
  const hint = useId();
  const load = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    setBusy(true);
    try {
      setOutcome(await importBackup(store, JSON.parse(await file.text())));
    } catch (error) {
      setOutcome({ refusal: refusal(error) });
    } finally {
      setBusy(false);
      // So that the same file, mended, can be chosen again.
      target.value = '';
    }
  };
  return (
    <>
      <div className="row wrap">
        <Button onClick={() => saveBackup(store, nameless)}>{i18n.t('settings.export')}</Button>
        <label className="button outlined import">
          {i18n.t(busy ? 'settings.import.busy' : 'settings.import.choose')}
          <input className="sr" type="file" accept="application/json,.json" disabled={busy} onChange={load} />
        </label>
      </div>
      <label className="row control single-keys">
        <input type="checkbox" checked={nameless} aria-describedby={hint} onChange={({ target }) => setNameless(target.checked)} />
        {i18n.t('settings.nameless')}
      </label>
      <p className="meta picture-hint" id={hint}>
        {i18n.t('settings.namelessHint')}
      </p>
      <div role="status" className="import-outcome">
        {outcome && 'refusal' in outcome && <p className="notice">{i18n.t('settings.import.refused', [outcome.refusal])}</p>}
        {outcome && 'imported' in outcome && (
          <p className="control">{i18n.t('settings.import.done', outcome.imported, [number(outcome.imported)])}</p>
        )}
        {outcome && 'forgotten' in outcome && outcome.forgotten > 0 && (
          <p className="control">{i18n.t('settings.import.forgotten', outcome.forgotten, [number(outcome.forgotten)])}</p>
        )}
        {outcome && 'refused' in outcome && outcome.refused.length > 0 && (
          <details className="notice" open>
            <summary>{i18n.t('settings.import.left', outcome.refused.length, [number(outcome.refused.length)])}</summary>
            <ul>
              {outcome.refused.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </>
  );
}
