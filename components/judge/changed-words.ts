/** What was done to one clip or to many, in words. */
import { priorityName } from '../../lib/core/work.ts';
import type { ClipChange } from '../../lib/db/bulk.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { number } from '../ui/format.ts';

/** "3 clips, high priority"; that they were changed where more than one thing was. */
export function changedWords(what: ClipChange, count: number, nameOf: (brand: string) => string): string {
  const { state, priority, owner, brand, judgement } = what;
  const n = number(count);
  if (Object.keys(what).length > 1) return i18n.t('work.saved.several', count, { n });
  if (judgement) {
    const name = nameOf(judgement.brand);
    return count === 1 ? i18n.t(`quadrant.saved.${judgement.quadrant}`, [name]) : i18n.t(`inbox.savedMany.${judgement.quadrant}`, [n, name]);
  }
  if (state) return i18n.t(`work.saved.state.${state}`, count, { n });
  if (priority !== undefined) return i18n.t(`work.saved.priority.${priority ? priorityName(priority) : 'none'}`, count, { n });
  if (brand) return i18n.t('work.saved.brand', count, { n, brand: nameOf(brand) });
  return owner ? i18n.t('work.saved.owner', count, { n, name: owner }) : i18n.t('work.saved.noOwner', count, { n });
}

/** Whether a clip waits no longer to be judged once this was done. */
export const leavesAfter = (what: ClipChange | 'trash'): boolean =>
  what === 'trash' || what.judgement !== undefined || (what.state ?? 'inbox') !== 'inbox';
