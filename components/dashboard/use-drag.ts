import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';
import './drag.css';

interface Dragging<Drop> {
  id: string;
  x: number;
  y: number;
  /** Where it would come to stand; null: nowhere. */
  drop: Drop | null;
}

interface Dragged<Drop> {
  /** What can be dragged: elements that carry their id as `data-id`. */
  rows: string;
  /** Where what is dragged would come to stand from this point of the window. */
  dropAt(x: number, y: number, id: string): Drop | null;
  onDrop(id: string, drop: Drop): void;
}

/** Px that the pointer travels before a press is a drag, not a click. */
const least = 6;
/** Px from the window's edge within which it scrolls. */
const edge = 56;

/**
 * Lines dragged by mouse or pen; a finger scrolls, and has the buttons in the margin. Pointer events rather than a library: the keyboard's
 * way and the announcements are each view's own, so a library would bring only this.
 */
export function useDrag<Drop>({ rows, ...given }: Dragged<Drop>) {
  const [dragging, setDragging] = useState<Dragging<Drop> | null>(null);
  const pressed = useRef<{ id: string; x: number; y: number } | null>(null);
  const now = useRef<Dragging<Drop> | null>(null);
  const latest = useRef(given);
  latest.current = given;

  useEffect(() => {
    const set = (next: Dragging<Drop> | null) => {
      now.current = next;
      setDragging(next);
    };
    const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
      const from = pressed.current;
      if (!from || (!now.current && Math.hypot(x - from.x, y - from.y) < least)) return;
      if (y < edge) scrollBy(0, -edge / 4);
      else if (y > innerHeight - edge) scrollBy(0, edge / 4);
      set({ id: from.id, x, y, drop: latest.current.dropAt(x, y, from.id) });
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
      if (isTrusted && was.drop) latest.current.onDrop(was.id, was.drop);
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
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>(rows)?.dataset['id'] : undefined;
    if (!id || event.button !== 0 || event.pointerType === 'touch') return;
    pressed.current = { id, x: event.clientX, y: event.clientY };
  };
  return { dragging, onPointerDown };
}
