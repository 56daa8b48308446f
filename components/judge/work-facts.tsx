import type { Clip } from '../../lib/core/records.ts';
import { priorityName } from '../../lib/core/work.ts';
import { i18n } from '../../lib/i18n/index.ts';

/** How soon a clip is due and who sees to it, among the facts of its row; nothing of what nobody said. */
export function WorkFacts({ clip: { priority, owner } }: { clip: Pick<Clip, 'priority' | 'owner'> }) {
  return (
    <>
      {priority && <b className="ink-2">{i18n.t('work.priorityNamed', { priority: i18n.t(`work.priority.${priorityName(priority)}`) })}</b>}
      {owner && <span>{i18n.t('work.ownerNamed', { name: owner })}</span>}
    </>
  );
}
