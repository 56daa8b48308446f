/** The tabs at posts: "clip this" where pointer or focus is, what a post was clipped as, which brands it mentions. At most one per post. */

import { i18n } from '../../lib/i18n/index.ts';
import type { PageMark } from '../../lib/messages/protocol.ts';
import { h } from './element.ts';
import { dayOf } from './facts.ts';
import { tabShows } from './place.ts';
import { isWithin } from './posts.ts';
import { icon, mark, plus } from './signs.ts';

/** What a post's tab says. */
export type Say = { clipped: PageMark } | { mentions: string[] } | { chord: string };

interface Tab {
  button: HTMLButtonElement;
  width: number;
  at: string;
}

const controls = 'a[href], button, input, select, summary, [role="button"], [role="link"], [role="menuitem"], [aria-haspopup]';
const margin = 8;
/** So near the top or bottom of the view a bar of the page may lie over a post. */
const edge = 160;

/** The words around the brands, asked for once: a feed may show hundreds. */
let mentions: string[] | undefined;

function content(say: Say): { kind: string; name: string; children: (Node | string)[] } {
  if ('clipped' in say) {
    const { quadrant, brand, theme, clippedAt } = say.clipped;
    const judged = [quadrant && i18n.t(`ring.${quadrant}`), brand, theme].filter((part) => part !== null);
    const when = i18n.t('page.clipped', [dayOf(new Date(clippedAt), new Date())]);
    const short = theme ?? brand;
    const words = h('span', {}, short && h('b', {}, short), short && ' · ', when);
    return { kind: '', name: [...judged, when, i18n.t('page.again')].join(', '), children: [mark(quadrant, 18), words] };
  }
  if ('mentions' in say) {
    const brands = say.mentions.join(', ');
    mentions ??= [...i18n.t('page.mentions', ['\n']).split('\n'), i18n.t('page.clip')];
    const [before = '', after = '', clip = ''] = mentions;
    const words = h('span', {}, before, h('b', {}, brands), after);
    return { kind: 'mention', name: `${before}${brands}${after}, ${clip}`, children: [icon(plus, 14), words] };
  }
  return { kind: 'bare', name: say.chord ? i18n.t('page.clipWith', [say.chord]) : i18n.t('page.clip'), children: [icon(plus)] };
}

export interface Tabs {
  /** Gives a post's tab its words, or takes it away. */
  say(post: Element, say: Say | null): void;
  has(post: Element): boolean;
  /** Follows the posts to where they are now. `covered`: look also for what the page has put over them, which costs more. */
  place(covered: boolean): void;
  /** Removes all of them. */
  clear(): void;
}

/** Tabs in a frame of ours; `host` is the overlay's element in the page. */
export function createTabs(frame: HTMLElement, host: Element, open: (post: Element) => void): Tabs {
  const tabs = new Map<Element, Tab>();
  /** How far from a post's right edge its tab stands, so that it covers no button of the page. */
  let inset: number | undefined;
  const form = h('form', { class: 'tabs', method: 'dialog' });
  frame.prepend(form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const pressed = [...tabs].find(([, { button }]) => button === (event as SubmitEvent).submitter);
    if (event.isTrusted && pressed) open(pressed[0]);
  });

  /** Left of the post's own menu button, where it has one in this corner; posts of one page are alike, so it is looked for where the pointer is. */
  function findInset(post: Element): number {
    const box = post.getBoundingClientRect();
    let found = margin;
    for (let tries = 0; tries < 3; tries += 1) {
      const control = document.elementFromPoint(box.right - found - 14, box.top + margin + 14)?.closest(controls);
      if (!control || control === post || !isWithin(control, post)) return found;
      const { left, width } = control.getBoundingClientRect();
      // The whole card may be one link: there is no place beside that.
      if (width > box.width / 2) return found;
      found = box.right - left + margin;
    }
    return found;
  }

  /** Whether something of the page, a bar at its edge as a rule, lies over the post beside its tab. */
  function isCovered(post: Element, x: number, y: number): boolean {
    const top = document.elementFromPoint(x, y);
    return top !== null && top !== host && !isWithin(top, post) && !isWithin(post, top);
  }

  function place(covered: boolean): void {
    const view = { width: innerWidth, height: innerHeight };
    const moves = [...tabs].map(([post, tab]) => {
      const box = post.getBoundingClientRect();
      if (!post.isConnected || !tabShows(box, view)) return { tab, shown: false, at: tab.at };
      tab.width ||= tab.button.offsetWidth;
      inset ??= findInset(post);
      const left = Math.max(0, box.right - inset - tab.width);
      const top = box.top + margin;
      const atEdge = top < edge || top > view.height - edge;
      const shown = covered ? !(atEdge && isCovered(post, left - 4, top + 14)) : !tab.button.hidden;
      return { tab, shown, at: `${Math.round(left + scrollX)}px ${Math.round(top + scrollY)}px` };
    });
    for (const { tab, shown, at } of moves) {
      if (tab.button.hidden === shown) tab.button.hidden = !shown;
      if (tab.at === at) continue;
      tab.at = at;
      tab.button.style.translate = at;
      tab.button.style.visibility = '';
    }
  }

  return {
    has: (post) => tabs.has(post),
    say(post, say) {
      const old = tabs.get(post);
      if (!say) {
        old?.button.remove();
        tabs.delete(post);
        return;
      }
      const { kind, name, children } = content(say);
      const button = old?.button ?? h('button');
      if (old && button.ariaLabel === name) return;
      button.className = `tab ${kind}`;
      button.ariaLabel = name;
      button.title = kind === 'bare' ? name : '';
      button.replaceChildren(...children);
      if (!old) {
        // It has a width from now on, and a place only when the posts are next looked at: until then it is not seen.
        button.style.visibility = 'hidden';
        form.append(button);
      }
      tabs.set(post, { button, width: 0, at: old?.at ?? '' });
      if ('chord' in say) inset = undefined;
    },
    place,
    clear() {
      for (const { button } of tabs.values()) button.remove();
      tabs.clear();
    },
  };
}
