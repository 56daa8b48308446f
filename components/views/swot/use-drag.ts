import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';
import { type Quadrant, quadrants } from '../../../lib/core/quadrant.ts';

/** Where what is dragged would come to stand: before a line, or (null) last. */
export interface Drop {
  quadrant: Quadrant;
  before: string | null;
}

interface Dragging {
  id: string;
  x: number;
  y: number;
  drop: Drop | null;
}

/** Px that the pointer travels before a press is a drag, not a click. */
const least = 6;
/** Px from the window's edge within which it scrolls. */
const edge = 56;

function dropAt(x: number, y: number): Drop | null {
  const region = document.elementFromPoint(x, y)?.closest<HTMLElement>('.region');
  const quadrant = quadrants.find((name) => name === region?.dataset['quadrant']);
  if (!region || !quadrant) return null;
  const below = [...region.querySelectorAll<HTMLElement>('.statement')].find((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return { quadrant, before: below?.dataset['id'] ?? null };
}

/**
 * Lines dragged by mouse or pen; a finger scrolls, and has the buttons in the margin. Pointer events rather than a library: the keyboard's
 * way and the announcements are the board's own, so a library would bring only this.
 */
export function useDrag(onDrop: (id: string, drop: Drop) => void) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const pressed = useRef<{ id: string; x: number; y: number } | null>(null);
  const now = useRef<Dragging | null>(null);
  const dropped = useRef(onDrop);
  dropped.current = onDrop;

  useEffect(() => {
    const set = (next: Dragging | null) => {
      now.current = next;
      setDragging(next);
    };
    const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
      const from = pressed.current;
      if (!from || (!now.current && Math.hypot(x - from.x, y - from.y) < least)) return;
      if (y < edge) scrollBy(0, -edge / 4);
      else if (y > innerHeight - edge) scrollBy(0, edge / 4);
      set({ id: from.id, x, y, drop: dropAt(x, y) });
    };
    const stop = () => {
      pressed.current = null;
      set(null);
    };
    const onUp = ({ isTrusted }: PointerEvent) => {
      const was = now.current;
      stop();
      if (!was) return;
      // The click that follows is the end of the drag.
      const swallow = (event: MouseEvent) => event.stopPropagation();
      document.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => document.removeEventListener('click', swallow, { capture: true }));
      if (isTrusted && was.drop && was.drop.before !== was.id) dropped.current(was.id, was.drop);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !now.current) return;
      event.preventDefault();
      stop();
    };
    document.addEventListener('pointermove', onMove);
    document.addEventListener('pointerup', onUp);
    document.addEventListener('pointercancel', stop);
    document.addEventListener('keydown', onKey, { capture: true });
    return () => {
      document.removeEventListener('pointermove', onMove);
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('pointercancel', stop);
      document.removeEventListener('keydown', onKey, { capture: true });
    };
  }, []);

  const onPointerDown = (event: ReactPointerEvent) => {
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>('.statement')?.dataset['id'] : undefined;
    if (!id || event.button !== 0 || event.pointerType === 'touch') return;
    pressed.current = { id, x: event.clientX, y: event.clientY };
  };
  return { dragging, onPointerDown };
}
