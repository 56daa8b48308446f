/** Posts that were on screen before, to be judged now: the feed may have dropped them meanwhile. Newest first, nine at a time, a digit each. */
import type { Draft } from '../../lib/core/draft.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { h } from './element.ts';
import { button, close, hint, key } from './ring-parts.ts';
import { check, icon } from './signs.ts';

export interface TrayPost {
  draft: Draft;
  clipped: boolean;
}

const atOnce = 9;

/** The nine of a page of the tray. */
export const trayPage = (posts: readonly TrayPost[], page: number): readonly TrayPost[] => posts.slice(page * atOnce, (page + 1) * atOnce);

/** The page after this one; after the last comes the first again. */
export const nextPage = (posts: readonly TrayPost[], page: number): number => ((page + 1) * atOnce < posts.length ? page + 1 : 0);

function row({ draft, clipped }: TrayPost, index: number): HTMLElement {
  const words = draft.text || draft.title || i18n.t('ui.noWords');
  const author = draft.author.name ?? draft.author.handle ?? i18n.t('ring.unknownAuthor');
  const name = h(
    'span',
    { class: 'grow' },
    h('b', {}, author),
    ' ',
    clipped && h('span', { class: 'meta' }, icon(check, 12), ' ', i18n.t('ring.seenClipped')),
    h('span', { class: 'voice one', lang: draft.lang }, words.slice(0, 200)),
  );
  return h('li', {}, button(String(index + 1), 'seen', key(String(index + 1)), name));
}

/** The tray in place of the ring's parts. */
export function trayParts(posts: readonly TrayPost[], page: number): Node[] {
  const shown = trayPage(posts, page);
  const more = posts.length > atOnce;
  return [
    h(
      'div',
      { class: 'part row top' },
      h(
        'div',
        { class: 'grow' },
        h('h2', { class: 'title', id: 'title' }, i18n.t('ring.seenTitle')),
        h('p', { class: 'meta' }, i18n.t('ring.seenHint')),
      ),
      close(i18n.t('ring.back')),
    ),
    h('ol', { class: 'part seen-list', role: 'list', 'aria-labelledby': 'title' }, ...shown.map(row)),
    h('div', { class: 'part keys' }, more && hint('P', i18n.t('ring.seenOlder')), hint('Escape', i18n.t('ring.back'))),
  ];
}
