import { type KeyboardEvent, useState } from 'react';
import type { Line } from '../../../lib/core/board.ts';
import { quadrantOf } from '../../../lib/core/quadrant.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { useDrag } from '../../dashboard/use-drag.ts';
import { useSingleKeys } from '../../use-single-keys.ts';
import { BoardRegion } from './board-region.tsx';
import { dropAt } from './drop.ts';
import { nameOf } from './line-words.ts';
import type { SwotData } from './swot-data.ts';
import type { BoardActs } from './use-board.ts';

const arrows = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] } as const;
type Arrow = keyof typeof arrows;

/** Arrows go from line to line: up and down within a quadrant, left and right to the quadrant beside it. */
function goTo(board: HTMLElement, from: HTMLElement, arrow: Arrow): boolean {
  const [across, down] = arrows[arrow];
  const region = from.closest('.region');
  const rows = (place: Element | null | undefined) => [...(place?.querySelectorAll<HTMLElement>('.statement button') ?? [])];
  const at = rows(region).indexOf(from.closest('button')!);
  const regions = [...board.querySelectorAll('.region')];
  const index = regions.indexOf(region!);
  const [beside, below] = [regions[index + across], regions[index + 2 * down]];
  const target = across ? (rows(beside)[at] ?? rows(beside).at(-1)) : (rows(region)[at + down] ?? rows(below).at(down > 0 ? 0 : -1));
  target?.focus();
  return target !== undefined;
}

interface Props {
  data: SwotData;
  acts: BoardActs;
  fresh: ReadonlyMap<string, Clip> | undefined;
  open: string | null;
  onOpen(line: Line): void;
}

/** Inside over outside, what helps beside what harms: a cross, no boxes. */
export function Board({ data, acts, fresh, open, onOpen }: Props) {
  const single = useSingleKeys();
  /** The line that the next of S W O T moves. */
  const [moving, setMoving] = useState<string | null>(null);
  const lines = data.regions.flatMap((region) => region.lines);
  const lineOf = (id: string | undefined) => lines.find((line) => line.id === id);
  const { dragging, onPointerDown } = useDrag({
    rows: '.statement',
    dropAt,
    onDrop(id, { quadrant, before }) {
      const line = lineOf(id);
      if (line && before !== id) acts.place(line, quadrant, before);
    },
  });

  function onKey(event: KeyboardEvent<HTMLElement>) {
    const { key, target } = event;
    const row = target instanceof HTMLElement ? target.closest<HTMLElement>('.statement') : null;
    const line = lineOf(row?.dataset['id']);
    if (!row || !line || event.ctrlKey || event.metaKey) return;
    const taken = (() => {
      if (key in arrows && event.altKey) {
        if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
        acts.shift(line, key === 'ArrowUp' ? -1 : 1);
        return true;
      }
      if (event.altKey) return false;
      if (key in arrows) return goTo(event.currentTarget, target as HTMLElement, key as Arrow);
      if (!single) return false;
      const letter = key.toUpperCase();
      if (moving === line.id) {
        setMoving(null);
        const quadrant = quadrantOf(letter);
        if (quadrant) acts.move(line, quadrant);
        return quadrant !== undefined || key === 'Escape';
      }
      if (letter === 'M') setMoving(line.id);
      else if (letter === 'Z') acts.takeBack();
      else return false;
      return true;
    })();
    if (taken) event.preventDefault();
  }

  const dragged = lineOf(dragging?.id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and drags are those of the lines inside
    <div
      className={`board ${open ? 'folded' : ''} ${dragging ? 'dragging' : ''}`}
      onKeyDown={onKey}
      onPointerDown={onPointerDown}
      onBlur={() => setMoving(null)}
      // Its own dragging of links and words would take the pointer away.
      onDragStart={(event) => event.preventDefault()}
    >
      {data.regions.map((region) => (
        <BoardRegion
          key={region.quadrant}
          region={region}
          data={data}
          acts={acts}
          fresh={fresh}
          open={open}
          moving={moving}
          dragged={dragging?.id ?? null}
          drop={dragging?.drop?.quadrant === region.quadrant ? dragging.drop : null}
          onOpen={onOpen}
        />
      ))}
      {dragging && dragged && (
        <p className="drag-name control strong" style={{ translate: `${dragging.x + 12}px ${dragging.y + 12}px` }} aria-hidden="true">
          {nameOf(data, dragged.statement)}
        </p>
      )}
    </div>
  );
}
