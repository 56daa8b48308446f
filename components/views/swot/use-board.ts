import { useEffect, useRef, useState } from 'react';
import type { Line, Region } from '../../../lib/core/board.ts';
import type { Quadrant } from '../../../lib/core/quadrant.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { nameOf } from './line-words.ts';
import type { SwotData } from './swot-data.ts';

/** What can be done to the lines of a board. Each is one command, told and taken back by one undo. */
export function useBoard(data: SwotData | null | undefined) {
  const { store, write, failed, takeBack } = useWriting();
  /** The line moved last: it stays in sight where it comes to stand. */
  const [moved, setMoved] = useState<string | null>(null);
  /** The line that takes the focus where it comes to stand, unless the person has gone elsewhere meanwhile. */
  const arriving = useRef<string | null>(null);
  useEffect(() => {
    const elsewhere = ({ target }: Event) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('.statement') : null;
      if (row?.dataset['id'] !== arriving.current) arriving.current = null;
    };
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('pointerdown', elsewhere);
    return () => {
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('pointerdown', elsewhere);
    };
  }, []);
  const regions = data?.regions ?? [];
  /** Only where all lines of a quadrant are in sight can they be put in order. */
  const ordering = data?.shown === 'now';
  const name = (line: Line) => (data ? nameOf(data, line.statement) : '');
  const linesIn = (quadrant: Quadrant) => regions.find((region: Region) => region.quadrant === quadrant)?.lines ?? [];

  /** Into a quadrant, before one of its lines (null: last). Where nobody ordered that quadrant by hand, evidence gives the place. */
  function place(line: Line, quadrant: Quadrant, before: string | null) {
    const same = quadrant === line.statement.quadrant;
    if (same && !ordering) return;
    const others = linesIn(quadrant).filter(({ id }) => id !== line.id);
    const byHand = ordering && (same || others.some(({ statement }) => statement.order !== null));
    const ids = others.map(({ id }) => id);
    const at = before === null ? ids.length : ids.indexOf(before);
    const order = byHand ? ids.toSpliced(at < 0 ? ids.length : at, 0, line.id) : null;
    setMoved(line.id);
    // Moved by a button of the margin, the focus stays on that.
    if (!document.activeElement?.closest('.margin')) arriving.current = line.id;
    const words = same ? 'swot.ordered' : (`swot.movedTo.${quadrant}` as const);
    void write((all) => all.placeStatement(store, line.id, quadrant, order), i18n.t(words, { name: name(line) }));
  }

  /** One place up or down within its quadrant. */
  function shift(line: Line, by: 1 | -1) {
    const { quadrant } = line.statement;
    const here = linesIn(quadrant);
    const at = here.findIndex(({ id }) => id === line.id);
    const next = at + by;
    if (next < 0 || next >= here.length) return;
    place(line, quadrant, by < 0 ? here[next]!.id : (here[next + 1]?.id ?? null));
  }

  return {
    failed,
    takeBack,
    moved,
    arriving,
    place,
    shift,
    move: (line: Line, quadrant: Quadrant) => quadrant !== line.statement.quadrant && place(line, quadrant, null),
    say: (quadrant: Quadrant, words: string) =>
      data ? write((all) => all.sayStatement(store, { brand: data.brand.id, quadrant, words }), i18n.t('swot.said')) : Promise.resolve(false),
    word: (line: Line, words: string | null) => write((all) => all.wordStatement(store, line.id, words), i18n.t('swot.worded')),
    weigh: (line: Line, of: 'impact' | 'likelihood', grade: number | null) =>
      write((all) => all.weighStatement(store, line.id, of, grade), i18n.t('swot.weighed', { name: name(line) })),
    mark: (line: Line, mark: 'pinned' | 'archived', on: boolean) =>
      write((all) => all.markStatement(store, line.id, mark, on), i18n.t(`swot.marked.${mark}.${on ? 'set' : 'unset'}`, { name: name(line) })),
    merge: (line: Line, into: string) => write((all) => all.mergeStatements(store, line.id, into), i18n.t('swot.merged', { name: name(line) })),
    split: (id: string) => write((all) => all.splitStatement(store, id), i18n.t('swot.split')),
  };
}
export type BoardActs = ReturnType<typeof useBoard>;
