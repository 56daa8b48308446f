import { type FormEvent, useRef, useState } from 'react';
import type { Workspace } from '../../../lib/core/records.ts';
import { createWorkspace, deleteWorkspace, switchWorkspace, workspaces } from '../../../lib/db/workspaces.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useLive, useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Asks before a workspace is deleted: the one thing here that cannot be undone. */
function DeleteDialog({ workspace, onClose }: { workspace: Workspace; onClose(): void }) {
  const toast = useToast();
  const remove = async () => {
    onClose();
    await deleteWorkspace(workspace.id);
    toast.say(i18n.t('settings.workspace.deleted', [workspace.name]));
  };
  return (
    <dialog
      ref={(dialog) => {
        dialog?.showModal();
      }}
      aria-labelledby="delete-title"
      onClose={onClose}
    >
      <h2 id="delete-title" className="section-title">
        {i18n.t('settings.workspace.deleteTitle', [workspace.name])}
      </h2>
      <p className="control ink-2">{i18n.t('settings.workspace.deleteHint')}</p>
      <div className="row dialog-acts">
        <Button onClick={onClose}>{i18n.t('settings.workspace.keep')}</Button>
        <Button look="primary" onClick={remove}>
          {i18n.t('settings.workspace.delete')}
        </Button>
      </div>
    </dialog>
  );
}

/** All workspaces, each with its own records: which is in use, another one, a new one. */
export function Workspaces() {
  const { workspace: active } = useStore();
  const all = useLive(workspaces, []);
  const [name, setName] = useState('');
  const [deleting, setDeleting] = useState<Workspace | null>(null);
  const opener = useRef<HTMLElement>(null);
  if (!all) return null;
  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    const { id } = await createWorkspace(name);
    setName('');
    await switchWorkspace(id);
  };
  return (
    <>
      <ul className="workspaces">
        {all.map((workspace) => (
          <li key={workspace.id} className="row">
            <span className="grow control">
              <b className={workspace.id === active.id ? 'strong' : ''}>{workspace.name}</b>
              {workspace.sample && <span className="meta"> {i18n.t('ui.sampleName')}</span>}
            </span>
            {workspace.id === active.id ? (
              <span className="meta">{i18n.t('settings.workspace.active')}</span>
            ) : (
              <Button small aria-label={i18n.t('settings.workspace.switchTo', [workspace.name])} onClick={() => void switchWorkspace(workspace.id)}>
                {i18n.t('settings.workspace.switch')}
              </Button>
            )}
            {all.length > 1 && !workspace.sample && (
              <Button
                look="quiet"
                small
                aria-label={i18n.t('settings.workspace.deleteNamed', [workspace.name])}
                onClick={({ currentTarget }) => {
                  opener.current = currentTarget;
                  setDeleting(workspace);
                }}
              >
                {i18n.t('settings.workspace.delete')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form className="row wrap workspace-new" onSubmit={create}>
        <input
          className="field"
          aria-label={i18n.t('settings.workspace.name')}
          placeholder={i18n.t('settings.workspace.name')}
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit">{i18n.t('settings.workspace.create')}</Button>
      </form>
      {deleting && (
        <DeleteDialog
          workspace={deleting}
          onClose={() => {
            setDeleting(null);
            opener.current?.focus();
          }}
        />
      )}
    </>
  );
}
