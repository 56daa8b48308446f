import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

interface Drop {
  open: boolean;
  setOpen(open: boolean): void;
  /** Around the button and what it opens. */
  place: RefObject<HTMLSpanElement | null>;
  button: RefObject<HTMLButtonElement | null>;
  /** For the place: Escape closes from wherever inside the focus is, and gives it back to the button. */
  onKeyDown(event: KeyboardEvent): void;
}

/** Something that a button opens below itself; it closes when pointer or focus go elsewhere. */
export function useDrop(): Drop {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return { open, setOpen, place, button, onKeyDown };
}
