import { useEffect, useRef } from 'react';
import type { LongList } from './use-parts.ts';
import { indexIn, type Rows } from './use-rows.ts';

/** So many rows are read at once on the way to the end, and so many for one press of the key. */
const stride = 500;
const most = 10_000;

interface Wanted {
  list: LongList<unknown>;
  rows: Rows;
  /** What of a row takes the focus; null where there is nothing yet, or nothing at all. */
  target(row: HTMLElement): HTMLElement | null;
  /** A row that is stepped over. */
  skip?(key: string): boolean;
}

/** The focus goes from row to row of a long list, also to those that are not drawn or not read yet. */
export function useSteps({ list: { keys, isWhole, tiredAt, isBusy, further }, rows, target, skip = () => false }: Wanted) {
  /** Where the focus was last: what was done with a row may take it away, and the focus with it. */
  const last = useRef(0);
  /** What gets the focus once it is drawn. */
  const awaited = useRef<string | null>(null);
  /** On the way to the end: how many rows may be read still. */
  const toEnd = useRef(0);
  /** Steps down that were taken beyond the last row known: they go on as rows are read. */
  const owed = useRef(0);

  const focus = (index: number): boolean => {
    const row = rows.list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    const found = row && target(row);
    if (!row || !found) return false;
    found.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
    return true;
  };
  const go = (index: number) => {
    const key = keys[index];
    if (key === undefined) return;
    last.current = index;
    awaited.current = focus(index) ? null : key;
    if (awaited.current) rows.scrollTo(index);
  };
  const down = (from: number, steps: number) => {
    let at = from;
    let left = steps;
    for (let next = at + 1; left > 0 && next < keys.length; next++) {
      if (skip(keys[next]!)) continue;
      at = next;
      left--;
    }
    owed.current = isWhole || tiredAt ? 0 : left;
    if (at !== from) go(at);
  };
  useEffect(() => {
    if (owed.current > 0) down(last.current, owed.current);
    if (toEnd.current > 0 && !isBusy) {
      if (!isWhole && !tiredAt && toEnd.current > stride) {
        toEnd.current -= stride;
        further(stride);
      } else {
        toEnd.current = 0;
        go(keys.length - 1);
      }
    }
    if (awaited.current && focus(keys.indexOf(awaited.current))) awaited.current = null;
  });
  useEffect(() => {
    // Whoever does something else meanwhile is not taken away from it.
    const stop = (event: Event) => {
      toEnd.current = 0;
      // A step is taken from where the step before leads, though that is not drawn yet.
      if (event instanceof KeyboardEvent && event.key !== 'Tab') return;
      awaited.current = null;
      owed.current = 0;
    };
    const types = ['pointerdown', 'wheel', 'keydown'] as const;
    for (const type of types) addEventListener(type, stop, { capture: true, passive: true });
    return () => {
      for (const type of types) removeEventListener(type, stop, { capture: true });
    };
  }, []);

  return {
    step(by: 1 | -1) {
      const at = awaited.current ? keys.indexOf(awaited.current) : indexIn(rows.list.current, document.activeElement);
      if (by > 0 && at >= 0) return down(at, owed.current + 1);
      if (owed.current > 0) {
        owed.current--;
        return;
      }
      let next = at < 0 ? Math.min(last.current, keys.length - 1) : at + by;
      while (keys[next] !== undefined && skip(keys[next]!)) next += by;
      go(next);
    },
    toStart() {
      owed.current = 0;
      go(0);
    },
    toEnd() {
      owed.current = 0;
      toEnd.current = most + stride;
      go(keys.length - 1);
    },
  };
}
