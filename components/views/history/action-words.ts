/** What was done, in words. */
import type { Action } from '../../../lib/core/records.ts';
import type { Entry } from '../../../lib/db/find-actions.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { judgedWords } from '../../clip-words.ts';
import { number } from '../../ui/format.ts';

type NameOf = (id: string) => string | null;

/** A brand, theme or rule was brought in where its undo puts it away, and the other way round; a theme was merged where its undo parts it. */
function named({ action: { undo }, name }: Pick<Entry, 'action' | 'name'>): string {
  const what = { name: name ?? i18n.t('clip.brandGone') };
  const trashed = undo.map(({ changes }) => changes.trashed).find((mark) => mark !== undefined);
  const parts = undo.some(({ changes }) => changes.clear?.includes('into'));
  if (parts && trashed === undefined) return i18n.t('themes.did.merged', what);
  if (undo.some(({ changes }) => changes.set?.['into'])) return i18n.t('themes.did.parted', what);
  if (trashed === undefined) return i18n.t('history.did.changed', what);
  return i18n.t(trashed ? 'history.did.added' : 'history.did.putAway', what);
}

function one(entry: Pick<Entry, 'action' | 'tag' | 'name'>, nameOf: NameOf): string {
  const { action, tag } = entry;
  switch (action.name) {
    case 'clip':
      if (tag) return i18n.t('history.did.clipJudged', { judged: judgedWords(tag, nameOf) });
      return i18n.t(action.already ? 'history.did.clipAgain' : 'history.did.clip');
    case 'tag':
    case 'refine':
    case 'untag':
      return tag ? i18n.t(`history.did.${action.name}`, { judged: judgedWords(tag, nameOf) }) : i18n.t('history.did.tagGone');
    case 'brand':
    case 'theme':
    case 'rule':
      return named(entry);
    case 'apply':
      return tag ? i18n.t('rules.did.judged', { judged: judgedWords(tag, nameOf) }) : i18n.t('rules.did.applied');
    case 'purge':
      if (action.purged) return i18n.t(`history.purged.${action.purged}`, action.count ?? 0, { n: number(action.count ?? 0) });
      return i18n.t('history.did.purge', action.count ?? 0, { n: number(action.count ?? 0) });
    case 'forget':
    case 'anonymise':
      return i18n.t(`history.did.${action.name}`, action.count ?? 0, { n: number(action.count ?? 0) });
    default:
      return i18n.t(`history.did.${action.name}`);
  }
}

/** "Judged: Weakness of Arvelle, Delivery"; of several done together, how many clips they met; of an undo, what it took back. */
export function actionWords({ undid, ...entry }: Entry, nameOf: NameOf): string {
  const deed = undid ? one(undid, nameOf) : one(entry, nameOf);
  const words = entry.total > 1 ? i18n.t('history.together', entry.total, { deed, n: number(entry.total) }) : deed;
  return undid ? i18n.t('history.undid', { deed: words }) : words;
}

/** Whether it met one clip, whose words then tell which. */
export const isOfOneClip = ({ total, action }: { total: number; action: Action }): boolean => total === 1 && action.clip !== null;
