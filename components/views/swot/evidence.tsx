import { useState } from 'react';
import type { Line } from '../../../lib/core/board.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { Margin } from '../../dashboard/margin.tsx';
import { themeLink } from '../../links.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import { EditLine, Parts } from './edit-line.tsx';
import { judgedElsewhere, nameOf, themeName } from './line-words.ts';
import { Said } from './said.tsx';
import type { SwotData } from './swot-data.ts';
import type { BoardActs } from './use-board.ts';
import { WordsField } from './words-field.tsx';

/** The line's words, and where they can be changed. */
function Title({ data, line, acts }: Props) {
  const [writing, setWriting] = useState(false);
  const { statement, sources } = line;
  const name = nameOf(data, statement);
  if (writing)
    return (
      <WordsField
        label={i18n.t('swot.reword')}
        words={name}
        opener="reword"
        onSave={async (words) => {
          if (await acts.word(line, words)) setWriting(false);
        }}
        onLeave={() => setWriting(false)}
      />
    );
  return (
    <>
      <h2 className="margin-title">{name}</h2>
      <p className="meta dots">
        {statement.words !== null && sources.length === 1 && <span>{i18n.t('swot.onTheme', { theme: themeName(data, sources[0]!.theme) })}</span>}
        <span>
          <button id="reword" type="button" className="link-button" onClick={() => setWriting(true)}>
            {i18n.t('swot.reword')}
          </button>
        </span>
        {statement.words !== null && statement.source && (
          <span>
            <button type="button" className="link-button" onClick={() => acts.word(line, null)}>
              {i18n.t('swot.themesName')}
            </button>
          </span>
        )}
      </p>
    </>
  );
}

/** What the line's themes mean, each with the way to its page. */
const About = ({ data, line: { sources } }: Pick<Props, 'data' | 'line'>) =>
  [...new Set(sources.map(({ theme }) => theme))].map((theme) => {
    const name = theme === null ? undefined : data.themes.get(theme);
    return (
      theme !== null &&
      name !== undefined && (
        <p key={theme} className="control about-theme">
          {data.definitions.get(theme)}{' '}
          <a className="meta" href={themeLink(theme)}>
            {i18n.t('themes.open', { name })}
          </a>
        </p>
      )
    );
  });

interface Props {
  data: SwotData;
  line: Line;
  acts: BoardActs;
}

/** What a line stands on: figures, trace, newest voices, what contradicts it, where it was heard; and what can be done with it. */
export function Evidence({ data, line, acts, onClose }: Props & { onClose(): void }) {
  const { quadrant } = line.statement;
  const judged = judgedElsewhere(line);
  return (
    <Margin
      label={i18n.t('swot.evidence')}
      opener={`statement-${line.id}`}
      onClose={onClose}
      head={
        <span className="row meta">
          <QuadrantMark quadrant={quadrant} size={24} />
          {i18n.t(`quadrant.of.${quadrant}`, [data.brand.name])}
        </span>
      }
    >
      <Title data={data} line={line} acts={acts} />
      <About data={data} line={line} />
      {judged && (
        <p className="meta">
          {judged}. {i18n.t('swot.judgedNote')}
        </p>
      )}
      {acts.failed && <NotSaved error={acts.failed.error} onAgain={acts.failed.again} />}
      <EditLine data={data} line={line} acts={acts} />
      {line.merged.length > 0 && <Parts data={data} line={line} acts={acts} />}
      <Said data={data} line={line} />
    </Margin>
  );
}
