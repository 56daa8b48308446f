import { lazy, Suspense, useState } from 'react';
import type { Brand, Clip } from '../../../lib/core/records.ts';
import type { StandingTheme } from '../../../lib/core/themes.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, wordsOf } from '../../clip-words.ts';
import { BrandChoice, inOrder } from '../../judge/brand-choice.tsx';
import { WhyFields } from '../../judge/why-fields.tsx';
import { clipLink } from '../../links.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { placeName } from '../../ui/network-name.ts';
import { QuadrantPicker } from '../../ui/quadrant-picker.tsx';
import { Voice } from '../../ui/voice.tsx';
import { ClipFacts, clipAge } from './clip-facts.tsx';
import { Guessed } from './guessed.tsx';
import type { Guesses } from './use-guesses.ts';
import type { Triage } from './use-triage.ts';
import { WorkRow } from './work-row.tsx';

/** Brought in after the first paint: rules are read by their schema, which the side panel does without until then. */
const Proposals = lazy(() => import('../../judge/proposals.tsx').then(({ Proposals: it }) => ({ default: it })));

const longest = 700;

/** The words, the beginning of them only where they are very many; those that moved a suggestion are marked, and those against it otherwise. */
function Words({ clip, offered }: { clip: Clip; offered: Guesses['offered'] }) {
  const [whole, setWhole] = useState(false);
  const text = wordsOf(clip);
  const long = text.length > longest * 1.3;
  const marked = { lang: clip.lang, quotes: offered?.words ?? [], against: offered?.against ?? [], wholeWords: true };
  const hue = offered ? `q-${offered.label}` : '';
  return (
    <>
      {clip.title && clip.text && <Voice {...marked} as="h3" className={`clip-title ${hue}`} text={clip.title} />}
      <Voice {...marked} className={`lead ${hue}`} text={long && !whole ? `${text.slice(0, longest)}…` : text} />
      {long && (
        <button type="button" className="link-button meta" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {i18n.t(whole ? 'inbox.less' : 'inbox.whole')}
        </button>
      )}
    </>
  );
}

/** A field that a key leads to. */
export type Writable = 'theme' | 'factor' | 'reason' | 'owner';

interface Props {
  clip: Clip;
  titleId: string;
  triage: Triage;
  guesses: Guesses;
  brands: readonly Brand[];
  themes: readonly StandingTheme[];
  /** Names that clips were given. */
  people: readonly string[];
  /** What is being written. */
  writing: Writable | null;
  onWrite(field: Writable): void;
  onLeave(): void;
}

/** The clip one is on: all its words and numbers, and everything that judges it. In its row, or beside the list where there is room. */
export function OpenClip({ clip, titleId, triage, guesses, brands, themes, people, writing, onWrite, onLeave }: Props) {
  const { workspace } = useStore();
  const { said, say, judge, accept, selected } = triage;
  const chosen = brands.find(({ id }) => id === said.brand);
  const shown = (writing !== null && writing !== 'owner') || said.theme || said.factor || said.reason;
  return (
    <div className="desk">
      <div className="desk-in">
        <div className="row base" id={titleId}>
          <b className="strong">{authorOf(clip)}</b>
          <span className="meta">{placeName(clip)}</span>
          <span className="meta end">{clipAge(clip, workspace.timeZone, new Date())}</span>
        </div>
        <Words clip={clip} offered={guesses.offered} />
        <ClipFacts clip={clip} />
        <div className="meta dots">
          {clip.url && (
            <span>
              <a href={clip.url} target="_blank" rel="noreferrer" data-open="">
                {i18n.t('ui.openPost')}
              </a>
            </span>
          )}
          <span>
            <a href={clipLink(clip.id)} target="_blank" rel="noreferrer" data-open="">
              {i18n.t('ui.openClip')}
            </a>
          </span>
        </div>
        {brands.length === 0 ? (
          <p className="control ink-2">{i18n.t('inbox.noBrands')}</p>
        ) : (
          <div className="judging">
            {selected === 0 && (
              <Suspense>
                <Proposals clip={clip} brands={brands} themes={themes} onAccept={accept} />
              </Suspense>
            )}
            <BrandChoice brands={inOrder(brands, clip.brands)} chosen={said.brand} onChoose={(brand) => say({ brand })} />
            <QuadrantPicker
              label={chosen ? i18n.t('ui.judge.is', [chosen.name]) : i18n.t('ui.judge.chooseBrand')}
              onPick={(quadrant) => void judge(quadrant)}
              suggested={guesses.offered?.label ?? null}
            />
            <Guessed guesses={guesses} />
            {shown && (
              <WhyFields
                theme={said.theme}
                factor={said.factor}
                reason={said.reason}
                themes={themes}
                onTheme={(theme) => say({ theme })}
                onFactor={(factor) => say({ factor })}
                onReason={(reason) => say({ reason })}
                onLeave={onLeave}
              />
            )}
            {!shown && (
              <div className="row wrap acts">
                <Button look="quiet" small onClick={() => onWrite('theme')}>
                  <Kbd keys="#" /> {i18n.t('ui.judge.theme')}
                </Button>
                <Button look="quiet" small onClick={() => onWrite('reason')}>
                  <Kbd keys="N" /> {i18n.t('ui.judge.reason')}
                </Button>
              </div>
            )}
          </div>
        )}
        <WorkRow clip={clip} triage={triage} people={people} writing={writing === 'owner'} onWrite={() => onWrite('owner')} onLeave={onLeave} />
      </div>
    </div>
  );
}
