import { useId, useState } from 'react';
import type { Workspace } from '../../../lib/core/records.ts';
import { deleteWorkspace } from '../../../lib/db/workspaces.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { NotSaved } from '../../ui/not-saved.tsx';
import { useToast } from '../../ui/toast.tsx';
import { saveBackupOf } from './save-backup.ts';

/** Asks before a workspace is deleted, which nothing undoes: its name is to be typed, and a backup is offered first. */
export function DeleteWorkspace({ workspace, onClose }: { workspace: Workspace; onClose(): void }) {
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const [saved, setSaved] = useState(false);
  const [failed, setFailed] = useState<{ error: unknown; again: () => void } | null>(null);
  const id = useId();
  const isNamed = typed.trim() === workspace.name.trim();

  const attempt = async (work: () => Promise<void>) => {
    setFailed(null);
    try {
      await work();
    } catch (error) {
      setFailed({ error, again: () => void attempt(work) });
    }
  };
  const save = () =>
    attempt(async () => {
      await saveBackupOf(workspace);
      setSaved(true);
    });
  const remove = () =>
    attempt(async () => {
      await deleteWorkspace(workspace.id);
      onClose();
      toast.say(i18n.t('settings.workspace.deleted', [workspace.name]));
    });
  return (
    <dialog ref={(dialog) => (dialog?.open ? undefined : dialog?.showModal())} aria-labelledby={`${id}-title`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isNamed) void remove();
        }}
      >
        <h2 id={`${id}-title`} className="section-title">
          {i18n.t('settings.workspace.deleteTitle', [workspace.name])}
        </h2>
        <p className="control ink-2">{i18n.t('settings.workspace.deleteHint')}</p>
        <div className="row wrap workspace-new">
          <Button onClick={save}>{i18n.t('settings.export')}</Button>
          <span className="control ink-2" role="status">
            {saved && i18n.t('settings.workspace.backedUp')}
          </span>
        </div>
        <label className="control workspace-typed">
          {i18n.t('settings.workspace.typeName', [workspace.name])}
          <input className="field" value={typed} autoComplete="off" onChange={({ target }) => setTyped(target.value)} />
        </label>
        {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
        <div className="row dialog-acts">
          <Button onClick={onClose}>{i18n.t('settings.workspace.keep')}</Button>
          <Button look="primary" type="submit" aria-disabled={!isNamed}>
            {i18n.t('settings.workspace.delete')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
