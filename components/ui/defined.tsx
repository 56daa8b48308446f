import { type PointerEvent, type ReactNode, useId, useRef } from 'react';

interface Props {
  /** Empty: there is nothing to tell. */
  definition: string;
  /** What is defined: something that takes the focus, described by the element of this id. */
  children(describedBy: string | undefined): ReactNode;
}

/** Room between the words, the definition and the window's edge, in px. */
const gap = 6;

/**
 * Tells a definition while pointer or focus is on what is defined. It stays while the pointer moves onto it, and Escape takes it away
 * (WCAG 1.4.13).
 */
export function Defined({ definition, children }: Props) {
  const id = useId();
  const place = useRef<HTMLSpanElement>(null);
  const told = useRef<HTMLSpanElement>(null);
  if (!definition) return children(undefined);

  const words = () => place.current?.firstElementChild?.getBoundingClientRect();
  const show = () => {
    const [at, box] = [words(), told.current];
    if (!at || !box || box.matches(':popover-open')) return;
    box.showPopover();
    const { offsetWidth: width, offsetHeight: height } = box;
    // Without the scroll bars.
    const window = document.documentElement;
    const below = at.bottom + height + gap <= window.clientHeight;
    box.style.left = `${Math.max(gap, Math.min(at.left, window.clientWidth - width - gap))}px`;
    box.style.top = `${below ? at.bottom : Math.max(0, at.top - height)}px`;
  };
  const hide = () => told.current?.hidePopover();
  const leave = () => {
    if (!place.current?.contains(document.activeElement)) hide();
  };
  /** Where a whole row answers for the words, only the words themselves tell what they mean. */
  const move = ({ clientX: x, clientY: y, target }: PointerEvent) => {
    const at = words();
    if (told.current?.contains(target as Node)) return;
    if (at && x >= at.left && x <= at.right && y >= at.top && y <= at.bottom) show();
    else leave();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to what happens on what stands inside
    <span ref={place} className="defined" onPointerMove={move} onPointerLeave={leave} onFocus={show} onBlur={hide}>
      {children(id)}
      <span ref={told} id={id} role="tooltip" popover="auto">
        <span>{definition}</span>
      </span>
    </span>
  );
}

/** Words by themselves; with a definition they can be focused to hear it. */
export const DefinedWords = ({ words, definition }: { words: string; definition: string }) => (
  <Defined definition={definition}>
    {(describedBy) =>
      describedBy ? (
        <button type="button" className="defined-words" aria-describedby={describedBy}>
          {words}
        </button>
      ) : (
        words
      )
    }
  </Defined>
);
