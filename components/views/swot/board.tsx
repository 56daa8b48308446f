import ChevronDown from 'lucide-react/icons/chevron-down';
import LogOut from 'lucide-react/icons/log-out';
import { type KeyboardEvent, useState } from 'react';
import type { Region, Statement } from '../../../lib/core/board.ts';
import type { Quadrant } from '../../../lib/core/quadrant.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { number } from '../../ui/format.ts';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import { StatementRow } from './statement-row.tsx';
import { keyOf, type SwotData } from './swot-data.ts';

/** Statements shown of a quadrant before its weaker ones are asked for. */
const shownFirst = 5;

export const statementName = (data: SwotData, theme: string | null): string =>
  theme === null ? i18n.t('swot.noTheme') : (data.themes.get(theme) ?? i18n.t('swot.themeGone'));

/** Arrows go from statement to statement: up and down within a quadrant, left and right to the quadrant beside it. */
function move(event: KeyboardEvent<HTMLElement>) {
  const arrows = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] } as const;
  const step = arrows[event.key as keyof typeof arrows];
  if (!step || !(event.target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  const region = event.target.closest('.region');
  if (!region || !event.target.closest('.statement')) return;
  const rows = (place: Element | null | undefined) => [...(place?.querySelectorAll<HTMLElement>('.statement button') ?? [])];
  const at = rows(region).indexOf(event.target.closest('button')!);
  const regions = [...event.currentTarget.querySelectorAll('.region')];
  const beside = regions[regions.indexOf(region) + step[0]];
  const below = regions[regions.indexOf(region) + 2 * step[1]];
  const target = step[0] ? (rows(beside)[at] ?? rows(beside).at(-1)) : (rows(region)[at + step[1]] ?? rows(below).at(step[1] > 0 ? 0 : -1));
  if (!target) return;
  event.preventDefault();
  target.focus();
}

interface RegionProps {
  region: Region;
  data: SwotData;
  fresh: ReadonlyMap<string, Clip> | undefined;
  open: string | null;
  onOpen(statement: Statement): void;
}

function BoardRegion({ region: { quadrant, statements, left }, data, fresh, open, onOpen }: RegionProps) {
  const [all, setAll] = useState(false);
  const weaker = statements.length - shownFirst;
  const shown = all ? statements : statements.slice(0, shownFirst);
  return (
    <section className={`region q-${quadrant}`} aria-labelledby={`region-${quadrant}`}>
      <header>
        <QuadrantMark quadrant={quadrant} size={28} />
        <h2 id={`region-${quadrant}`} className="section-title">
          {i18n.t(`quadrant.plural.${quadrant}`)}
        </h2>
        <span className="meta">{i18n.t(`quadrant.hint.${quadrant}`)}</span>
      </header>
      {statements.length === 0 && <p className="control ink-2 nothing">{i18n.t(`swot.empty.${quadrant as Quadrant}`)}</p>}
      <ul>
        {shown.map((statement) => (
          <StatementRow
            key={keyOf(statement)}
            statement={statement}
            brand={data.brand.id}
            name={statementName(data, statement.theme)}
            fresh={fresh?.get(keyOf(statement))}
            period={data.period}
            open={open === keyOf(statement)}
            onOpen={() => onOpen(statement)}
          />
        ))}
      </ul>
      {weaker > 0 && (
        <button type="button" className="link-button meta row weaker" aria-expanded={all} onClick={() => setAll(!all)}>
          <ChevronDown className="small" />
          {all ? i18n.t('swot.fewer') : i18n.t('swot.weaker', weaker, { n: number(weaker) })}
        </button>
      )}
      {left.length > 0 && (
        <ul className="meta left">
          {left.map(({ theme, before }) => (
            <li key={theme}>
              <LogOut className="small" />
              <s>{statementName(data, theme)}</s>
              <span>{i18n.t('swot.left', { n: number(before) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface Props {
  data: SwotData;
  fresh: ReadonlyMap<string, Clip> | undefined;
  open: string | null;
  onOpen(statement: Statement): void;
}

/** Inside over outside, what helps beside what harms: a cross, no boxes. */
export const Board = ({ data, fresh, open, onOpen }: Props) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: arrows only move the focus between the buttons inside
  <div className={`board ${open ? 'folded' : ''}`} onKeyDown={move}>
    {data.regions.map((region) => (
      <BoardRegion key={region.quadrant} region={region} data={data} fresh={fresh} open={open} onOpen={onOpen} />
    ))}
  </div>
);
