import { type FormEvent, useRef, useState } from 'react';
import type { Workspace } from '../../../lib/core/records.ts';
import { editWorkspace, switchWorkspace } from '../../../lib/db/workspaces.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { saveBackupOf } from './save-backup.ts';

interface Props {
  workspace: Workspace;
  active: boolean;
  /** Left out where it is the only one, or the sample, which has a way of its own. */
  onDelete?: ((opener: HTMLElement) => void) | undefined;
}

/** One workspace: its name, which can be changed, and what can be done with it. */
export function WorkspaceRow({ workspace, active, onDelete }: Props) {
  const { id, name, sample } = workspace;
  const [draft, setDraft] = useState<string | null>(null);
  const rename = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setDraft(null);
    // The button is there again once this is drawn.
    requestAnimationFrame(() => rename.current?.focus());
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (draft?.trim()) await editWorkspace(id, { name: draft });
    leave();
  };
  if (draft !== null)
    return (
      <li>
        <form className="row wrap" onSubmit={save} onKeyDown={({ key }) => key === 'Escape' && leave()}>
          <input
            ref={(field) => field?.focus()}
            className="field grow"
            aria-label={i18n.t('settings.workspace.renameNamed', [name])}
            maxLength={100}
            value={draft}
            onChange={({ target }) => setDraft(target.value)}
          />
          <Button small type="submit" aria-disabled={!draft.trim()}>
            {i18n.t('settings.workspace.save')}
          </Button>
          <Button small look="quiet" onClick={leave}>
            {i18n.t('settings.workspace.leave')}
          </Button>
        </form>
      </li>
    );
  return (
    <li className="row wrap">
      <span className="grow control">
        <b className={active ? 'strong' : ''}>{name}</b>
        {sample && <span className="meta"> {i18n.t('ui.sampleName')}</span>}
        {active && <span className="meta"> {i18n.t('settings.workspace.active')}</span>}
      </span>
      {!active && (
        <Button small aria-label={i18n.t('settings.workspace.switchTo', [name])} onClick={() => void switchWorkspace(id)}>
          {i18n.t('settings.workspace.switch')}
        </Button>
      )}
      <Button ref={rename} look="quiet" small aria-label={i18n.t('settings.workspace.renameNamed', [name])} onClick={() => setDraft(name)}>
        {i18n.t('settings.workspace.rename')}
      </Button>
      <Button look="quiet" small aria-label={i18n.t('settings.workspace.exportNamed', [name])} onClick={() => saveBackupOf(workspace)}>
        {i18n.t('settings.workspace.export')}
      </Button>
      {onDelete && (
        <Button
          look="quiet"
          small
          aria-label={i18n.t('settings.workspace.deleteNamed', [name])}
          onClick={({ currentTarget }) => onDelete(currentTarget)}
        >
          {i18n.t('settings.workspace.delete')}
        </Button>
      )}
    </li>
  );
}
