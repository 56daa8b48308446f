import { type KeyboardEvent, useRef, useState } from 'react';
import { weekdays } from '../../../lib/core/day.ts';
import { hoursOfDay, inkOf } from '../../../lib/core/hour-map.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { hour, number, weekday } from '../../ui/format.ts';

type Cell = readonly [day: number, at: number];

const moves: Partial<Record<string, (cell: Cell) => Cell>> = {
  ArrowUp: ([day, at]) => [day - 1, at],
  ArrowDown: ([day, at]) => [day + 1, at],
  ArrowLeft: ([day, at]) => [day, at - 1],
  ArrowRight: ([day, at]) => [day, at + 1],
  Home: ([day]) => [day, 0],
  End: ([day]) => [day, hoursOfDay - 1],
};

interface Props {
  cells: readonly (readonly number[])[];
  most: number;
  link(day: number, at: number): string;
}

/** 7 × 24 counts, each a link to its clips where there are any. One stop for Tab; arrows go from cell to cell. */
export function HourGrid({ cells, most, link }: Props) {
  const [[day, at], setFocus] = useState<Cell>([0, 0]);
  const grid = useRef<HTMLTableElement>(null);
  const times = Array.from({ length: hoursOfDay }, (_, index) => hour(index));
  const names = weekdays.map((_, index) => weekday(index, 'long'));
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moves[event.key]?.([day, at]);
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (cells[next[0]]?.[next[1]] === undefined) return;
    setFocus(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.join()}"]`)?.focus();
  };
  return (
    <div className="wide-table">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are gone through by arrows, as in a grid */}
      <table ref={grid} className="hour-grid" role="grid" aria-labelledby="hours-title" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <td />
            {times.map((time, index) => (
              <th key={time} scope="col">
                <span className="sr">{time}</span>
                {index % 3 === 0 && <span aria-hidden="true">{time.slice(0, 2)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row, index) => (
            <tr key={weekdays[index]}>
              <th scope="row">
                <span aria-hidden="true">{weekday(index, 'short')}</span>
                <span className="sr">{names[index]}</span>
              </th>
              {row.map((count, column) => {
                const focusable = {
                  'data-cell': `${index},${column}`,
                  tabIndex: index === day && column === at ? 0 : -1,
                  onFocus: () => setFocus([index, column]),
                };
                const words = { day: names[index]!, from: times[column]!, to: times[(column + 1) % hoursOfDay]!, n: number(count) };
                const label = i18n.t('benchmark.hours.cell', count, words);
                return count === 0 ? (
                  <td key={times[column]} className="ink" data-ink={0} aria-label={label} {...focusable} />
                ) : (
                  <td key={times[column]} className="ink" data-ink={inkOf(count, most)}>
                    <a href={link(index, column)} aria-label={label} title={label} {...focusable}>
                      {number(count)}
                    </a>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
