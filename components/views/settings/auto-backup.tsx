import { useState } from 'react';
import { backUp } from '../../../lib/background/backup.ts';
import { noBackup } from '../../../lib/background/backup-state.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { type BackupState, backupPlan, backups } from '../../../lib/settings.ts';
import { backUpToDownloads, canPickFolder, openFolder, pickFolder, stopBackups } from '../../backup-folder.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { errorWords } from '../../ui/error-words.ts';
import { age, bytes } from '../../ui/format.ts';
import { useItem } from '../../use-item.ts';

function State({ state: { last, failed } }: { state: BackupState }) {
  const { timeZone } = useStore().workspace;
  const when = (at: string) => age(at, timeZone, new Date());
  return (
    <div role="status" className="backup-state">
      <p className="control">
        {last ? i18n.t('backup.last', { when: when(last.at), name: last.name, size: bytes(last.bytes) }) : i18n.t('backup.none')}
      </p>
      {failed && (
        <p className="notice">
          {i18n.t(`backup.failed.${failed.why}`, { when: when(failed.at) })}
          {failed.why === 'failed' && ` ${failed.words}`}
        </p>
      )}
    </div>
  );
}

/** Automatic backups of this workspace: where to, when, what became of the last one, and one now. */
export function AutoBackup() {
  const store = useStore();
  const plan = useItem(backupPlan);
  const states = useItem(backups);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (plan === undefined || states === undefined) return null;
  const state = states[store.workspace.id] ?? noBackup;

  /** The choice comes first: an `await` before it would lose the click. */
  const run = async (choose: () => Promise<boolean>) => {
    setProblem(null);
    try {
      if (!(await choose())) return;
      setBusy(true);
      await backUp(store);
    } catch (error) {
      setProblem(errorWords(error));
    } finally {
      setBusy(false);
    }
  };
  const choose = () => run(canPickFolder() ? pickFolder : backUpToDownloads);
  if (store.workspace.sample) return <p className="control">{i18n.t('backup.sample')}</p>;
  return (
    <div className="auto-backup">
      <p className="control">
        {plan === null ? i18n.t('backup.off') : plan.to === 'folder' ? i18n.t('backup.into', [plan.name]) : i18n.t('backup.intoDownloads')}
      </p>
      {plan && <State state={state} />}
      <div className="row wrap">
        {plan && (
          <Button disabled={busy} onClick={() => run(plan.to === 'folder' ? openFolder : async () => true)}>
            {i18n.t(busy ? 'backup.busy' : state.failed?.why === 'permission' ? 'backup.allow' : 'backup.now')}
          </Button>
        )}
        {(plan === null || canPickFolder()) && (
          <Button disabled={busy} onClick={choose}>
            {i18n.t(canPickFolder() ? (plan ? 'backup.another' : 'backup.choose') : 'backup.chooseDownloads')}
          </Button>
        )}
        {plan && (
          <Button look="quiet" disabled={busy} onClick={() => void stopBackups()}>
            {i18n.t('backup.stop')}
          </Button>
        )}
      </div>
      {problem && (
        <p className="notice" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
