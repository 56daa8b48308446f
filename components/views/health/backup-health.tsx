import { noBackup } from '../../../lib/background/backup-state.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { backupPlan, backups } from '../../../lib/settings.ts';
import { viewLink } from '../../links.ts';
import { useStore } from '../../store.tsx';
import { age, bytes } from '../../ui/format.ts';
import { useItem } from '../../use-item.ts';

/** When the workspace was last backed up by itself, and whether the one tried after it failed. */
export function BackupHealth() {
  const { id, timeZone } = useStore().workspace;
  const plan = useItem(backupPlan);
  const states = useItem(backups);
  if (plan === undefined || states === undefined) return null;
  const { last, failed } = states[id] ?? noBackup;
  const when = (at: string) => age(at, timeZone, new Date());
  return (
    <section className="health-part" aria-labelledby="backup-title">
      <h2 className="section-title" id="backup-title">
        {i18n.t('backup.title')}
      </h2>
      <p className="control">
        {last
          ? i18n.t('backup.last', { when: when(last.at), name: last.name, size: bytes(last.bytes) })
          : i18n.t(plan ? 'backup.none' : 'backup.off')}
      </p>
      {failed && <p className="notice">{i18n.t(`backup.failed.${failed.why}`, { when: when(failed.at) })}</p>}
      <a className="control" href={viewLink('settings')}>
        {i18n.t('health.toSettings')}
      </a>
    </section>
  );
}
