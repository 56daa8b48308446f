import { useState } from 'react';
import { backupWarning, type BackupWarning as Warning } from '../lib/background/backup-state.ts';
import { i18n } from '../lib/i18n/index.ts';
import { backups } from '../lib/settings.ts';
import { viewLink } from './links.ts';
import { useLive, useStore } from './store.tsx';
import { useItem } from './use-item.ts';

/** Says quietly that backups are missing and something changed since; nothing where all is well. A folder that was closed opens with one click. */
export function BackupWarning() {
  const store = useStore();
  const states = useItem(backups);
  const [refused, setRefused] = useState(false);
  const warning = useLive<Warning | null>((one) => backupWarning(one), [states]);
  if (!warning) return null;
  const renew = async () => {
    const [{ openFolder }, { backUp }] = await Promise.all([import('./backup-folder.ts'), import('../lib/background/backup.ts')]);
    const open = await openFolder();
    setRefused(!open);
    if (open) await backUp(store);
  };
  return (
    <aside className="backup-warning meta" aria-label={i18n.t('backup.title')}>
      <span className="grow">{i18n.t(refused ? 'backup.refused' : `backup.warn.${warning}`)}</span>
      {warning === 'permission' && !refused ? (
        <button type="button" className="link-button" onClick={renew}>
          {i18n.t('backup.allow')}
        </button>
      ) : (
        <a href={viewLink('settings')} target={location.pathname.startsWith('/dashboard') ? undefined : '_blank'} rel="noreferrer">
          {i18n.t('backup.toSettings')}
        </a>
      )}
    </aside>
  );
}
