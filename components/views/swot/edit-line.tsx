import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { useState } from 'react';
import type { Line } from '../../../lib/core/board.ts';
import { noTheme } from '../../../lib/core/facets.ts';
import { letters, quadrants } from '../../../lib/core/quadrant.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { libraryLink } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import { nameOf, themeName } from './line-words.ts';
import type { SwotData } from './swot-data.ts';
import type { BoardActs } from './use-board.ts';

interface Props {
  data: SwotData;
  line: Line;
  acts: BoardActs;
}

const grades = [1, 2, 3, 4, 5];

/** One to five; pressed again, nobody has said. */
function Grade({ of, line, acts }: Props & { of: 'impact' | 'likelihood' }) {
  const set = line.statement[of];
  return (
    <fieldset className="grade">
      <legend className="meta">{i18n.t(`swot.${of}`)}</legend>
      {grades.map((grade) => (
        <button
          key={grade}
          type="button"
          className="grade-button"
          aria-pressed={set === grade}
          aria-label={i18n.t('swot.ofFive', { n: number(grade) })}
          onClick={() => acts.weigh(line, of, set === grade ? null : grade)}
        >
          {number(grade)}
        </button>
      ))}
      {set === null && <span className="meta grade-unset">{i18n.t('swot.unset')}</span>}
    </fieldset>
  );
}

/** The statements that a line was made of, each with its clips and a way out. */
export const Parts = ({ data, line, acts }: Props) => (
  <>
    <h3 className="small-title">{i18n.t('swot.madeOf')}</h3>
    <ul className="parts">
      {[line.statement, ...line.merged].map((part) => (
        <li key={part.id} className="control row wrap">
          <span className="grow">
            {nameOf(data, part)}
            {part.words !== null && part.source && <span className="meta"> {themeName(data, part.source.theme)}</span>}
          </span>
          {part.source && (
            <a
              className="meta"
              href={libraryLink({ brand: data.brand.id, quadrant: part.source.quadrant, theme: part.source.theme ?? noTheme, ...data.period })}
            >
              {i18n.t('swot.itsClips')}
            </a>
          )}
          {/* What came along with its theme parts with it. */}
          {part.into !== null && (
            <Button small look="quiet" onClick={() => acts.split(part.id)}>
              {i18n.t('swot.splitOff')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  </>
);

/** Whatever a drag or a key does to a line, and more, as buttons: for fingers, and for whoever does not know the keys. */
export function EditLine({ data, line, acts }: Props) {
  const [into, setInto] = useState('');
  const { statement } = line;
  const others = data.regions.flatMap((region) => region.lines).filter(({ id }) => id !== line.id);
  /** The line is gone from the board, and its margin with it: the focus goes to another. */
  const leave = async (done: Promise<boolean>, to: string | undefined) => {
    if (await done) document.getElementById(`statement-${to}`)?.focus();
  };
  return (
    <section className="edit-line" aria-label={i18n.t('swot.edit')}>
      <div className="row wrap">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
        <div className="row" role="group" aria-label={i18n.t('swot.moveTo')}>
          {quadrants.map((quadrant) => (
            <button
              key={quadrant}
              type="button"
              className={`place-button q-${quadrant}`}
              aria-pressed={statement.quadrant === quadrant}
              aria-label={i18n.t(`quadrant.${quadrant}`)}
              title={`${i18n.t(`quadrant.${quadrant}`)} (M ${letters[quadrant]})`}
              onClick={() => acts.move(line, quadrant)}
            >
              <QuadrantMark quadrant={quadrant} size={22} />
            </button>
          ))}
        </div>
        <Button
          small
          iconOnly
          disabled={data.shown !== 'now'}
          aria-label={i18n.t('swot.up')}
          title={`${i18n.t('swot.up')} (Alt+↑)`}
          onClick={() => acts.shift(line, -1)}
        >
          <ArrowUp />
        </Button>
        <Button
          small
          iconOnly
          disabled={data.shown !== 'now'}
          aria-label={i18n.t('swot.down')}
          title={`${i18n.t('swot.down')} (Alt+↓)`}
          onClick={() => acts.shift(line, 1)}
        >
          <ArrowDown />
        </Button>
      </div>
      <div className="row wrap">
        <Button small aria-pressed={statement.pinned} onClick={() => acts.mark(line, 'pinned', !statement.pinned)}>
          {i18n.t(statement.pinned ? 'swot.unpin' : 'swot.pin')}
        </Button>
        <Button
          small
          onClick={() => leave(acts.mark(line, 'archived', true), others.find(({ statement: other }) => other.quadrant === statement.quadrant)?.id)}
        >
          {i18n.t('swot.archive')}
        </Button>
      </div>
      <Grade of="impact" data={data} line={line} acts={acts} />
      <Grade of="likelihood" data={data} line={line} acts={acts} />
      {others.length > 0 && (
        <div className="row merge">
          <select aria-label={i18n.t('swot.mergeInto')} value={into} onChange={({ target }) => setInto(target.value)}>
            <option value="">{i18n.t('swot.mergeInto')}</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {`${letters[other.statement.quadrant]} · ${nameOf(data, other.statement)}`}
              </option>
            ))}
          </select>
          <Button small disabled={!into} onClick={() => leave(acts.merge(line, into), into)}>
            {i18n.t('swot.merge')}
          </Button>
        </div>
      )}
    </section>
  );
}
