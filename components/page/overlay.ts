/** The one element of ours in a page: it stands above everything, in a closed root that no script of the page can enter. */
import { locale } from '../../lib/i18n/index.ts';
import { h } from './element.ts';
import { styled } from './styled.ts';

/** Left on the host while nothing in it needs keeping, so that a successor can clear away what an update orphaned. */
const idle = 'data-idle-overlay';

export interface Overlay {
  host: HTMLElement;
  root: ShadowRoot;
  frame: HTMLElement;
  /** Puts it on top of all that the page shows, inside its modal dialog if it has one open: the rest is inert then. */
  raise(): void;
  /** Back to its place below the document's root, nothing in it to be kept. */
  rest(): void;
  /** Out of sight, or into it again; what has the keyboard keeps it. */
  veil(on: boolean): void;
  remove(): void;
}

const modal = () => [...document.querySelectorAll('dialog:modal, :fullscreen:not(video, iframe, img, canvas, html)')].at(-1);

/** Puts an empty overlay into the page. */
export function createOverlay(): Overlay {
  for (const orphan of document.querySelectorAll(`html > [${idle}]`)) orphan.remove();
  const host = h('div', { popover: 'manual', [idle]: true });
  const root = host.attachShadow({ mode: 'closed' });
  const frame = styled(root, locale());

  function put(parent: Element): void {
    if (host.parentElement !== parent || !host.isConnected) parent.append(host);
    else if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
    // A page may zoom itself in its own style; rectangles are given without that.
    frame.style.zoom = String(1 / (parent.currentCSSZoom || 1));
  }
  put(document.documentElement);
  return {
    host,
    root,
    frame,
    raise() {
      host.removeAttribute(idle);
      put(modal() ?? document.documentElement);
    },
    rest() {
      host.setAttribute(idle, '');
      if (host.parentElement !== document.documentElement) put(document.documentElement);
    },
    veil(on) {
      frame.style.opacity = on ? '0' : '';
    },
    remove: () => host.remove(),
  };
}
