import { type FormEvent, useRef, useState } from 'react';
import type { Workspace } from '../../../lib/core/records.ts';
import { workspaces } from '../../../lib/db/catalogue.ts';
import { createWorkspace, switchWorkspace } from '../../../lib/db/workspaces.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useLive, useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { DeleteWorkspace } from './delete-workspace.tsx';
import { WorkspaceRow } from './workspace-row.tsx';

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
          <WorkspaceRow
            key={workspace.id}
            workspace={workspace}
            active={workspace.id === active.id}
            onDelete={
              all.length > 1 && !workspace.sample
                ? (from) => {
                    opener.current = from;
                    setDeleting(workspace);
                  }
                : undefined
            }
          />
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
        <DeleteWorkspace
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
