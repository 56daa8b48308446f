import { retentionDue, retentionOf } from '../lib/db/find-retention.ts';
import { i18n } from '../lib/i18n/index.ts';
import { useLive } from './store.tsx';
import { number } from './ui/format.ts';

/** Says that clips are older than the workspace's rule lets them be, and where that is looked at. It does nothing by itself. */
export function RetentionReminder({ here }: { here: boolean }) {
  const due = useLive(async (store) => {
    const rule = await retentionOf(store);
    return rule ? retentionDue(store, rule) : 0;
  }, []);
  if (!due || here) return null;
  return (
    <aside className="sample-banner meta" aria-label={i18n.t('privacy.retention.title')}>
      <span className="grow">{i18n.t('privacy.retention.due', due, { n: number(due) })}</span>
      <a href="#/privacy">{i18n.t('privacy.retention.look')}</a>
    </aside>
  );
}
