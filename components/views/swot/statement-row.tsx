import ArrowDownRight from 'lucide-react/icons/arrow-down-right';
import ArrowLeftRight from 'lucide-react/icons/arrow-left-right';
import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import Hourglass from 'lucide-react/icons/hourglass';
import LogOut from 'lucide-react/icons/log-out';
import Pin from 'lucide-react/icons/pin';
import Plus from 'lucide-react/icons/plus';
import { useEffect, useRef } from 'react';
import type { Change, Line } from '../../../lib/core/board.ts';
import { letters, type Quadrant, quadrants } from '../../../lib/core/quadrant.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, newestTag, shortened, whenOf, wordsOf } from '../../clip-words.ts';
import { useStore } from '../../store.tsx';
import { Defined } from '../../ui/defined.tsx';
import { number } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Sentence, slots } from '../../ui/sentence.tsx';
import { Trace } from '../../ui/trace.tsx';
import { Voice } from '../../ui/voice.tsx';
import { definitionOf, factsOf, weightOf } from './line-words.ts';
import type { SwotData } from './swot-data.ts';

/** What became of a line that was judged `judged`, in a word or two. */
export function changeWords(change: Change, judged: Quadrant | undefined) {
  switch (change.kind) {
    case 'entered':
      return { Icon: Plus, words: i18n.t('swot.change.new') };
    case 'left':
      return { Icon: LogOut, words: i18n.t('swot.change.left', { n: number(change.by) }) };
    case 'grew':
      return { Icon: ArrowUpRight, words: i18n.t('swot.change.grew', { n: number(change.by) }) };
    case 'shrank':
      return { Icon: ArrowDownRight, words: i18n.t('swot.change.shrank', { n: number(change.by) }) };
    case 'flipped':
      return { Icon: ArrowLeftRight, words: i18n.t(judged === change.from ? `swot.change.became.${change.to}` : `swot.change.was.${change.from}`) };
    case 'fading':
      return { Icon: Hourglass, words: i18n.t('swot.change.fading') };
    case 'same':
      return { Icon: null, words: i18n.t('swot.change.same') };
  }
}

function ChangeWord({ line: { change, sources } }: { line: Line }) {
  if (!change) return null;
  const { Icon, words } = changeWords(change, sources[0]?.quadrant);
  return (
    <span className="change">
      {Icon && <Icon />}
      {words}
    </span>
  );
}

interface Props {
  line: Line;
  data: SwotData;
  name: string;
  fresh: Clip | undefined;
  open: boolean;
  /** It waits for the letter of a quadrant. */
  moving: boolean;
  /** Whether it was just moved by key or drag: the focus goes with it. */
  arrives(): boolean;
  /** Its place in its quadrant. */
  index: number;
  /** Classes while something is dragged. */
  look: string;
  onOpen(): void;
}

/** One line of the board: as heavy as its evidence, with its trace, its newest voice and what became of it. The whole row opens the margin. */
export function StatementRow({ line, data, name, fresh, open, moving, arrives, index, look, onOpen }: Props) {
  const { workspace } = useStore();
  const { id, statement, sources, clips, days, contrary, change, word } = line;
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another move
  useEffect(() => {
    if (arrives()) button.current?.focus();
  }, [index]);
  const tag =
    fresh &&
    newestTag(fresh, (one) => one.brand === data.brand.id && sources.some(({ quadrant, theme }) => one.quadrant === quadrant && one.theme === theme));
  const fading = change?.kind === 'fading' ? 'fading' : '';
  return (
    <li className={`statement ${weightOf(line)} ${open ? 'open' : ''} ${fading} ${look}`} data-id={id}>
      <h3>
        <Defined definition={definitionOf(data, line)}>
          {(describedBy) => (
            <button
              ref={button}
              type="button"
              id={`statement-${id}`}
              aria-expanded={open}
              aria-keyshortcuts="M Alt+ArrowUp Alt+ArrowDown"
              aria-describedby={describedBy}
              onClick={onOpen}
            >
              {statement.pinned && <Pin className="small pin" aria-label={i18n.t('swot.pinned')} />}
              {name}
            </button>
          )}
        </Defined>
      </h3>
      <div className="side">
        <Trace days={days} against={contrary} {...data.period} quadrant={sources[0]?.quadrant ?? statement.quadrant} width={112} height={30} />
        <ChangeWord line={line} />
      </div>
      <p className="meta dots facts">
        {word !== 'opinion' && (
          <span>
            <Sentence words={i18n.t('swot.clips', clips, slots('n'))} parts={{ n: <b>{number(clips)}</b> }} />
          </span>
        )}
        {factsOf(line)
          .slice(word === 'opinion' ? 0 : 1)
          .map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
      </p>
      <p className="meta row wrap moving" role="status">
        {moving && (
          <>
            {i18n.t('swot.moveTo')}
            {quadrants.map((quadrant) => (
              <span key={quadrant}>
                <Kbd keys={letters[quadrant]} /> {i18n.t(`quadrant.${quadrant}`)}
              </span>
            ))}
          </>
        )}
      </p>
      {fresh && (
        <p className="fresh">
          <Voice as="span" text={shortened(tag?.quote || wordsOf(fresh))} lang={fresh.lang} />{' '}
          <span className="meta">{i18n.t('swot.by', { author: authorOf(fresh), when: whenOf(fresh, workspace.timeZone) })}</span>
        </p>
      )}
    </li>
  );
}
