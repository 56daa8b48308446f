import { useRef, useState } from 'react';

/**
 * Which rows of a list are selected, also such as are not shown. `order`: ids of the shown ones; `of`: what the list answers, with which
 * a selection begins anew.
 */
export function useSelection(order: readonly string[], of = '') {
  const [kept, setKept] = useState<{ of: string; ids: ReadonlySet<string> }>({ of, ids: new Set() });
  /** The one selected last, from which a range goes on. */
  const last = useRef<string | null>(null);
  const ids = kept.of === of ? kept.ids : new Set<string>();
  const set = (next: Iterable<string>) => setKept({ of, ids: new Set(next) });
  return {
    ids,
    set,
    clear: () => set([]),
    /** With `range`, all from the one selected last up to this one. */
    toggle(id: string, range = false) {
      const [from, to] = [order.indexOf(last.current ?? ''), order.indexOf(id)].sort((a, b) => a - b) as [number, number];
      last.current = id;
      if (range && from >= 0) set([...ids, ...order.slice(from, to + 1)]);
      else set(ids.has(id) ? [...ids].filter((other) => other !== id) : [...ids, id]);
    },
  };
}
