/** The ring's offer of a whole thread: how much of it was seen, and once it is taken, its parts in order with their gaps. */
import type { Draft, Thread } from '../../lib/core/draft.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { h } from './element.ts';
import { key } from './ring-parts.ts';

const line = (part: Thread[number]): HTMLElement =>
  'missing' in part
    ? h(
        'li',
        { class: 'meta gap' },
        part.missing === null ? i18n.t('ring.threadGap') : i18n.t('ring.threadMissing', part.missing, [String(part.missing)]),
      )
    : h('li', { class: 'voice' }, part.text || i18n.t('ui.noWords'));

/** The toggle, and the parts where the whole thread is to be clipped. */
export function threadPart({ thread = [] }: Draft, whole: boolean): HTMLElement {
  const seen = thread.filter((part) => !('missing' in part)).length;
  const said = i18n.t(seen < thread.length ? 'ring.threadWithGaps' : 'ring.threadOf', seen, [String(seen)]);
  const toggle = h(
    'button',
    { value: 'A', class: whole ? 'chip on' : 'chip', 'aria-pressed': String(whole), 'aria-keyshortcuts': 'A' },
    said,
    key('A'),
  );
  return h('div', { class: 'part' }, toggle, whole && h('ol', { class: 'thread', role: 'list', 'aria-label': said }, ...thread.map(line)));
}
