/**
 * Keeps what happens in our overlay from the page. Events from a closed root reach the page's listeners all the same, retargeted to the host;
 * so they are taken on `window` in the capture phase, before the page sees them. That needs a script that came before the page's own.
 * Default actions go on: a taken key still types into our field, a taken click still presses our button (which we learn from its form's `submit`,
 * an event that never leaves the root).
 */

const keys = ['keydown', 'keypress', 'keyup'];

/** Taken where they meet our overlay. Not pointerenter and pointerrawupdate: merely listening makes the browser send them for every element and move. */
const events = [
  ...['beforeinput', 'input', 'textInput', 'compositionstart', 'compositionupdate', 'compositionend'],
  ...['beforecopy', 'copy', 'beforecut', 'cut', 'beforepaste', 'paste', 'select', 'selectstart', 'toggle', 'beforetoggle'],
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointercancel', 'gotpointercapture', 'lostpointercapture'],
  ...['mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'click', 'dblclick', 'auxclick', 'contextmenu'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel', 'dragstart', 'drag', 'dragend', 'focusin', 'focusout', 'focus', 'blur'],
];

export interface Guarded {
  /** Our element in the page, once there is one. */
  host(): Element | null;
  /** Whether the ring is open and has the keyboard; then every key is its own, wherever the page has put the focus. */
  holds(): boolean;
  /** A trusted keydown while it has. */
  onKey(event: KeyboardEvent): void;
  /** A trusted press on the page while it has. */
  onOutside(): void;
  /** A trusted event of another kind in our overlay. */
  onInside(type: string): void;
  /** The page took the focus away. */
  onFocusLost(): void;
}

/** Takes events from now until the signal. */
export function guard({ host, holds, onKey, onOutside, onInside, onFocusLost }: Guarded, signal: AbortSignal): void {
  /** Keys taken when they went down: the page must not see them come up, though the ring has closed meanwhile. */
  const down = new Set<string>();
  const onKeys = (event: Event) => {
    const { isTrusted, type, target, code } = event as KeyboardEvent;
    const taken = down.has(code) && type !== 'keydown';
    if (!isTrusted || !(holds() || taken || (target && target === host()))) return;
    event.stopImmediatePropagation();
    if (type === 'keyup') down.delete(code);
    if (type !== 'keydown') return;
    down.add(code);
    if (holds()) onKey(event as KeyboardEvent);
  };
  const onOther = (event: Event) => {
    if (!event.isTrusted) return;
    const inside = event.target !== null && event.target === host();
    if (inside) {
      event.stopImmediatePropagation();
      onInside(event.type);
      return;
    }
    if (!holds()) return;
    if (event.type === 'pointerdown') onOutside();
    // A dialog of the page may pull the focus back to itself; it must not learn that it has lost it.
    else if (event.type.startsWith('focus') || (event.type === 'blur' && event.target !== window)) {
      if (event.target === window) return;
      event.stopImmediatePropagation();
      if (event.type === 'focusin') onFocusLost();
    }
  };
  for (const type of keys) window.addEventListener(type, onKeys, { capture: true, signal });
  for (const type of events) window.addEventListener(type, onOther, { capture: true, passive: true, signal });
}
