import Archive from 'lucide-react/icons/archive';
import ChevronDown from 'lucide-react/icons/chevron-down';
import LogOut from 'lucide-react/icons/log-out';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { Line, Region } from '../../../lib/core/board.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import type { Drop } from './drop.ts';
import { nameOf } from './line-words.ts';
import { MarketLines } from './market-lines.tsx';
import { StatementRow } from './statement-row.tsx';
import type { SwotData } from './swot-data.ts';
import type { BoardActs } from './use-board.ts';
import { WordsField } from './words-field.tsx';

/** Lines shown of a quadrant before its weaker ones are asked for. */
const shownFirst = 5;

interface Props {
  region: Region;
  data: SwotData;
  acts: BoardActs;
  fresh: ReadonlyMap<string, Clip> | undefined;
  open: string | null;
  /** The line that waits for a letter. */
  moving: string | null;
  dragged: string | null;
  /** Where in this quadrant the dragged line would come to stand. */
  drop: Drop | null;
  onOpen(line: Line): void;
}

/** One quadrant: its statements, those put away, and what has left it. */
export function BoardRegion({ region, data, acts, fresh, open, moving, dragged, drop, onOpen }: Props) {
  const { quadrant, lines, left, archived } = region;
  const [all, setAll] = useState(false);
  const [adding, setAdding] = useState(false);
  const [away, setAway] = useState(false);
  const whole = all || data.shown === 'changed' || lines.slice(shownFirst).some(({ id }) => id === acts.moved || id === open);
  const weaker = lines.length - shownFirst;
  const shown = whole ? lines : lines.slice(0, shownFirst);
  const row = (line: Line, index: number) => (
    <StatementRow
      key={line.id}
      line={line}
      data={data}
      name={nameOf(data, line.statement)}
      fresh={fresh?.get(line.id)}
      open={open === line.id}
      moving={moving === line.id}
      arrives={() => acts.arriving.current === line.id}
      index={index}
      look={[dragged === line.id && 'dragged', drop?.before === line.id && 'drop-before'].filter(Boolean).join(' ')}
      onOpen={() => onOpen(line)}
    />
  );
  return (
    <section className={`region q-${quadrant} ${drop ? 'drop' : ''}`} data-quadrant={quadrant} aria-labelledby={`region-${quadrant}`}>
      <header>
        <QuadrantMark quadrant={quadrant} size={28} />
        <h2 id={`region-${quadrant}`} className="section-title">
          {i18n.t(`quadrant.plural.${quadrant}`)}
        </h2>
        <span className="meta">{i18n.t(`quadrant.hint.${quadrant}`)}</span>
        <Button
          id={`add-${quadrant}`}
          look="quiet"
          iconOnly
          className="end"
          aria-label={i18n.t(`swot.add.${quadrant}`)}
          title={i18n.t(`swot.add.${quadrant}`)}
          onClick={() => setAdding(true)}
        >
          <Plus />
        </Button>
      </header>
      {adding && (
        <WordsField
          label={i18n.t(`swot.add.${quadrant}`)}
          words=""
          opener={`add-${quadrant}`}
          onSave={async (words) => {
            if (!(await acts.say(quadrant, words))) return;
            setAdding(false);
            // It stands behind what has evidence, and is to be seen.
            setAll(true);
          }}
          onLeave={() => setAdding(false)}
        />
      )}
      {lines.length === 0 && (
        <p className="control ink-2 nothing">{data.shown === 'changed' ? i18n.t('swot.unchanged') : i18n.t(`swot.empty.${quadrant}`)}</p>
      )}
      <ul className={drop && drop.before === null ? 'drop-end' : undefined}>{shown.map(row)}</ul>
      {weaker > 0 && data.shown !== 'changed' && (
        <button type="button" className="link-button meta row weaker" aria-expanded={whole} onClick={() => setAll(!whole)}>
          <ChevronDown className="small" />
          {whole ? i18n.t('swot.fewer') : i18n.t('swot.weaker', weaker, { n: number(weaker) })}
        </button>
      )}
      {data.market && <MarketLines data={data} lines={data.market[quadrant]} />}
      {archived.length > 0 && (
        <>
          <button type="button" className="link-button meta row weaker" aria-expanded={away} onClick={() => setAway(!away)}>
            <Archive className="small" />
            {i18n.t('swot.archived', archived.length, { n: number(archived.length) })}
          </button>
          {away && (
            <ul className="meta left">
              {archived.map((line) => (
                <li key={line.id}>
                  <span>{nameOf(data, line.statement)}</span>
                  <button type="button" className="link-button" onClick={() => acts.mark(line, 'archived', false)}>
                    {i18n.t('swot.bringBack')}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {left.length > 0 && (
        <ul className="meta left">
          {left.map(({ id, statement, before }) => (
            <li key={id}>
              <LogOut className="small" />
              <s>{nameOf(data, statement)}</s>
              <span>{i18n.t('swot.left', { n: number(before ?? 0) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
