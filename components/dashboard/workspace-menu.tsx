import { workspaces } from '../../lib/db/catalogue.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { useLive, useStore } from '../store.tsx';
import { TitleMenu } from './menus.tsx';

/** Which workspace is in use, and the others, one choice away; nothing where there is but one. */
export function WorkspaceMenu() {
  const { workspace } = useStore();
  const all = useLive(workspaces, []);
  if (!all || all.length < 2) return null;
  const go = async (id: string) => {
    const { switchWorkspace } = await import('../../lib/db/workspaces.ts');
    await switchWorkspace(id);
  };
  return (
    <span className="control workspace-menu">
      <TitleMenu
        label={i18n.t('dashboard.workspace')}
        value={workspace.id}
        options={all.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => void go(id)}
      />
    </span>
  );
}
