import ArrowDownRight from 'lucide-react/icons/arrow-down-right';
import ArrowLeftRight from 'lucide-react/icons/arrow-left-right';
import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import Hourglass from 'lucide-react/icons/hourglass';
import Plus from 'lucide-react/icons/plus';
import type { Change, Statement } from '../../../lib/core/board.ts';
import type { Clip } from '../../../lib/core/records.ts';
import type { Period } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, newestTag, shortened, whenOf, wordsOf } from '../../clip-words.ts';
import { useStore } from '../../store.tsx';
import { number } from '../../ui/format.ts';
import { Sentence, slots } from '../../ui/sentence.tsx';
import { Trace } from '../../ui/trace.tsx';
import { Voice } from '../../ui/voice.tsx';
import { keyOf } from './swot-data.ts';

function changeWords(change: Change) {
  switch (change.kind) {
    case 'new':
      return { Icon: Plus, words: i18n.t('swot.change.new') };
    case 'grew':
      return { Icon: ArrowUpRight, words: i18n.t('swot.change.grew', { n: number(change.by) }) };
    case 'shrank':
      return { Icon: ArrowDownRight, words: i18n.t('swot.change.shrank', { n: number(change.by) }) };
    case 'flipped':
      return { Icon: ArrowLeftRight, words: i18n.t(`swot.change.was.${change.from}`) };
    case 'fading':
      return { Icon: Hourglass, words: i18n.t('swot.change.fading') };
    case 'same':
      return { Icon: null, words: i18n.t('swot.change.same') };
  }
}

function ChangeWord({ change }: { change: Change }) {
  const { Icon, words } = changeWords(change);
  return (
    <span className="change">
      {Icon && <Icon />}
      {words}
    </span>
  );
}

/** "27 clips · 25 authors · 5 networks · strong · 3 say otherwise". */
const StatementFacts = ({ statement: { clips, authors, platforms, word, otherwise } }: { statement: Statement }) => (
  <p className="meta dots facts">
    <span>
      <Sentence words={i18n.t('swot.clips', clips, slots('n'))} parts={{ n: <b>{number(clips)}</b> }} />
    </span>
    <span>{i18n.t('swot.authors', authors, { n: number(authors) })}</span>
    <span>{i18n.t('swot.networks', platforms.size, { n: number(platforms.size) })}</span>
    <span>{i18n.t(`swot.strength.${word}`)}</span>
    {otherwise > 0 && <span>{i18n.t('swot.otherwise', otherwise, { n: number(otherwise) })}</span>}
  </p>
);

interface Props {
  statement: Statement;
  brand: string;
  name: string;
  fresh: Clip | undefined;
  period: Period;
  open: boolean;
  onOpen(): void;
}

/** One line of the board: as heavy as its evidence, with its trace, its newest voice and what became of it. The whole row opens the margin. */
export function StatementRow({ statement, brand, name, fresh, period, open, onOpen }: Props) {
  const { workspace } = useStore();
  const { quadrant, theme, word, days, contrary, change } = statement;
  const tag = fresh && newestTag(fresh, (one) => one.brand === brand && one.quadrant === quadrant && one.theme === theme);
  return (
    <li className={`statement ${theme === null ? 'unnamed' : `evidence-${word}`} ${open ? 'open' : ''}`}>
      <h3>
        <button type="button" id={`statement-${keyOf(statement)}`} aria-expanded={open} onClick={onOpen}>
          {name}
        </button>
      </h3>
      <div className="side">
        <Trace days={days} against={contrary} {...period} quadrant={quadrant} width={112} height={30} />
        {change && <ChangeWord change={change} />}
      </div>
      <StatementFacts statement={statement} />
      {fresh && (
        <p className="fresh">
          <Voice as="span" text={shortened(tag?.quote || wordsOf(fresh))} lang={fresh.lang} />{' '}
          <span className="meta">{i18n.t('swot.by', { author: authorOf(fresh), when: whenOf(fresh, workspace.timeZone) })}</span>
        </p>
      )}
    </li>
  );
}
