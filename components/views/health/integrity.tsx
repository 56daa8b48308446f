import { useState } from 'react';
import { type Broken, mostBroken } from '../../../lib/db/broken.ts';
import type { Checked } from '../../../lib/db/integrity.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { download } from '../../download.ts';
import { recountAll } from '../../finish-recount.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useTask } from '../../use-task.ts';
import { useIntegrity } from './use-integrity.ts';

const saveBroken = (broken: readonly Broken[]): void =>
  download('listening-post-broken-records.json', new Blob([JSON.stringify(broken, null, 1)], { type: 'application/json' }));

function BrokenRecords({ broken }: { broken: readonly Broken[] }) {
  if (broken.length === 0) return null;
  return (
    <details className="notice broken">
      <summary>{i18n.t('health.broken', broken.length, [`${number(broken.length)}${broken.length === mostBroken ? '+' : ''}`])}</summary>
      <p>{i18n.t('health.brokenHint')}</p>
      <ul>
        {broken.map(({ table, id, why }) => (
          <li key={`${table} ${id}`}>
            <b>
              {table} {id}
            </b>
            <br />
            {why}
          </li>
        ))}
      </ul>
      <Button small onClick={() => saveBroken(broken)}>
        {i18n.t('health.saveBroken')}
      </Button>
    </details>
  );
}

/** What a finished check found, in a sentence. */
function verdict({ wrong, moved }: Checked): string {
  const count = Object.values(wrong).reduce((sum, of) => sum + of, 0);
  if (count === 0) return i18n.t('health.right');
  if (moved) return i18n.t('health.moved');
  return i18n.t('health.wrong', count, [number(count), Object.keys(wrong).join(', ')]);
}

/** Proves the counters by computing them anew beside what is stored, and mends them; names the records that cannot be read. */
export function IntegrityCheck() {
  const store = useStore();
  const { say } = useToast();
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  const { checked, state, run, pause } = useIntegrity((error) => setFailure({ error }));
  const mending = useTask();
  const mend = async () => {
    setFailure(null);
    try {
      const finished = await mending.run((signal, onShare) => recountAll(store, { signal, onShare }).then(() => true));
      if (!finished) return;
      say(i18n.t('settings.repaired'));
      run();
    } catch (error) {
      setFailure({ error });
    }
  };
  const isWrong = state === 'done' && checked !== null && Object.keys(checked.wrong).length > 0;
  return (
    <section className="health-part" aria-labelledby="integrity-title">
      <h2 className="section-title" id="integrity-title">
        {i18n.t('health.integrity')}
      </h2>
      <p className="meta">{i18n.t('health.integrityHint')}</p>
      <div className="row wrap integrity">
        {state === 'running' ? (
          <Button onClick={pause}>{i18n.t('health.pause')}</Button>
        ) : (
          <Button disabled={mending.busy} onClick={run}>
            {i18n.t(state === 'paused' ? 'health.resume' : 'health.check')}
          </Button>
        )}
        {isWrong && !mending.busy && (
          <Button look="primary" onClick={mend}>
            {i18n.t('health.mend')}
          </Button>
        )}
        {checked && state !== 'done' && (
          <progress value={checked.done} max={checked.total} aria-label={i18n.t('health.integrity')}>
            {number(checked.done)}
          </progress>
        )}
        <span className="control" role="status">
          {state === 'done' && checked && verdict(checked)}
        </span>
      </div>
      {mending.busy && <Progress label={i18n.t('settings.repairing')} share={mending.share} onCancel={mending.cancel} />}
      {failure && <NotSaved error={failure.error} />}
      {checked && state === 'done' && <BrokenRecords broken={checked.broken} />}
    </section>
  );
}
