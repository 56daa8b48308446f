import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { usePrinting } from './use-printing.ts';

interface Wanted {
  /** Of all rows, in order. */
  keys: readonly string[];
  /** Those whose content is known. */
  rows: ReadonlyMap<string, unknown>;
  /** How high a row is about, in pixels, before it was drawn. */
  height: number;
  /** A row that stays in the page wherever one scrolls, beside the one that has the focus. */
  kept?: string | null | undefined;
  turn(first: number, last: number): void;
  isBusy: boolean;
  isWhole: boolean;
}

/** A row to be drawn. */
export interface Row {
  key: string;
  index: number;
  /** Room above it for rows that are not drawn. */
  gap: number;
}

/**
 * Which rows of a long list are drawn: those near the screen, and the one with the focus. They flow as ever, with room left for the others,
 * so that their heights are their own. What comes in or goes above the screen moves nothing on it.
 */
export function useRows({ keys, rows, height, kept, turn, isBusy, isWhole }: Wanted) {
  const list = useRef<HTMLElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<string | null>(null);
  const printing = usePrinting();
  const getItemKey = useCallback((index: number) => keys[index]!, [keys]);
  const always = [focused, kept].flatMap((key) => {
    const index = key ? keys.indexOf(key) : -1;
    return index < 0 ? [] : [index];
  });
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count: keys.length,
    estimateSize: () => height,
    getItemKey,
    scrollMargin: top,
    overscan: 8,
    rangeExtractor: (range) => [...new Set([...always, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  });
  const items = virtualizer.getVirtualItems();
  const end = top + virtualizer.getTotalSize();
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;

  useLayoutEffect(() => {
    const place = list.current;
    if (place) setTop(Math.round(place.getBoundingClientRect().top + scrollY));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once more when what was asked for has come, for it may go on; a list that was whole too, where one row more is there than was read
  useEffect(() => turn(first, last), [turn, first, last, keys, isBusy, isWhole]);

  /** Where rows on screen stood, from the list's top, when they were last drawn. */
  const stood = useRef<readonly { key: string; start: number }[]>([]);
  const known = useRef(keys);
  useLayoutEffect(() => {
    if (known.current !== keys && scrollY > top) {
      const before = stood.current.find(({ key }) => keys.includes(key));
      const moved = before ? (virtualizer.measurementsCache[keys.indexOf(before.key)]?.start ?? 0) - top - before.start : 0;
      if (moved !== 0) scrollBy(0, moved);
    }
    known.current = keys;
    stood.current = items.filter((item) => item.end > scrollY).map(({ key, start }) => ({ key: String(key), start: start - top }));
  });

  const drawn: Row[] = printing
    ? keys.flatMap((key, index) => (rows.has(key) ? { key, index, gap: 0 } : []))
    : items.map(({ key, index, start }, place) => ({ key: String(key), index, gap: start - (items[place - 1]?.end ?? top) }));
  return {
    drawn,
    /** Of the list. */
    place: {
      ref: list as React.RefObject<never>,
      style: { paddingBlockEnd: printing ? 0 : Math.max(0, end - (items.at(-1)?.end ?? top)), overflowAnchor: 'none' as const },
      onFocus: ({ target }: { target: Element }) => setFocused(keyIn(list.current, target, keys)),
      onBlur: ({ relatedTarget }: { relatedTarget: Element | null }) => {
        if (relatedTarget && !list.current?.contains(relatedTarget)) setFocused(null);
      },
    },
    /** Of a row. */
    row: ({ index, gap }: Row) => ({
      ref: virtualizer.measureElement,
      'data-index': index,
      ...(gap > 0 && { style: { marginBlockStart: gap } }),
    }),
    list,
    scrollTo: (index: number) => virtualizer.scrollToIndex(index),
  };
}
export type Rows = ReturnType<typeof useRows>;

/** The index of the row in which an element is; -1 outside of the list. */
export function indexIn(list: HTMLElement | null, element: Element | null): number {
  const row = list?.contains(element) ? element?.closest<HTMLElement>('[data-index]') : null;
  return row ? Number(row.dataset['index']) : -1;
}

const keyIn = (list: HTMLElement | null, element: Element, keys: readonly string[]): string | null => keys[indexIn(list, element)] ?? null;
