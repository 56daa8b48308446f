import { useCallback, useState } from 'react';
import type { Paged } from '../../lib/db/paged.ts';
import { useLast } from '../dashboard/use-last.ts';
import { useLive } from '../store.tsx';
import { begin, further, type Parts, readSpan, spanOf, taken, turned } from './parts.ts';

/** A long list as far as it is needed. */
export interface LongList<Row> {
  /** Of all rows that are known so far, in order. */
  keys: readonly string[];
  /** Those near the screen. */
  rows: ReadonlyMap<string, Row>;
  /** All keys are known. */
  isWhole: boolean;
  /** It goes on, and waits to be asked: much was looked at and little found. Down to what place. */
  tiredAt: unknown;
  isBusy: boolean;
  /** Says which rows are on screen. */
  turn(first: number, last: number): void;
  /** Reads on, so many rows. */
  further(rows?: number): void;
}

/** Reads a long list where one looks, and keeps that up with every change. `null` before the first answer; then the last list stays until the next is there. */
export function useParts<Row, Place>(paged: Paged<Row, Place>, question: string): (LongList<Row> & { tiredAt: Place | null }) | null {
  const [state, setState] = useState(() => begin<Row, Place>(question));
  let list = state.question === question ? state : begin<Row, Place>(question);
  const span = spanOf(list);
  const { after, last, until, ahead } = span;
  const answer = useLive((store) => readSpan(store, paged, span), [question, JSON.stringify([after, last, until]), ahead]);
  if (answer && answer !== list.answer) list = taken(list, paged, answer);
  if (list !== state) setState(list);

  const isRead = answer !== undefined;
  const change = useCallback(
    (to: (parts: Parts<Row, Place>) => Parts<Row, Place>) => setState((now) => (now.question === question ? to(now) : now)),
    [question],
  );
  const turn = useCallback((first: number, end: number) => change((now) => turned(now, [first, end], isRead)), [change, isRead]);
  const more = useCallback((rows?: number) => change((now) => further(now, rows)), [change]);
  const shown = useLast(list.answer ? list : undefined);
  if (!shown) return null;
  const { keys, rows, next, tired } = shown;
  return { keys, rows, isWhole: next === null, tiredAt: (tired && next) || null, isBusy: !isRead, turn, further: more };
}
