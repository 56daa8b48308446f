import { type KeyboardEvent, useState } from 'react';
import { type Quadrant, quadrantOf } from '../../../lib/core/quadrant.ts';
import { i18n, locale } from '../../../lib/i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import { QuadrantPicker } from '../../ui/quadrant-picker.tsx';
import { Voice } from '../../ui/voice.tsx';
import { useChord } from '../../use-chord.ts';
import { useSingleKeys } from '../../use-single-keys.ts';

/** A post to judge where nothing is stored: the page's own, for no content script runs on a page of ours. */
export function TryOnce({ brand }: { brand: string }) {
  const chord = useChord();
  const singleKeys = useSingleKeys();
  const [judged, setJudged] = useState<Quadrant | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !singleKeys) return;
    const key = event.key.toUpperCase();
    const quadrant = quadrantOf(key);
    if (quadrant) setJudged(quadrant);
    else if (key === 'Z') setJudged(null);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <p className="control ink-2">{chord ? i18n.t('welcome.tryHint', [chord]) : i18n.t('popup.pressNoChord')}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a post and its judgement, not fields of a form */}
      <div className="try-once" role="group" aria-label={i18n.t('welcome.try')} onKeyDown={onKeyDown}>
        {/* The keys work while the post has the focus, as they do on a site. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
        <article className="try-post" tabIndex={0} aria-label={i18n.t('welcome.tryPost')}>
          <p className="row meta">
            <span className="grow">
              <b className="strong ink-2">Dewi Larasati</b> · Plaza
            </span>
            {judged && <QuadrantMark quadrant={judged} size={18} label={i18n.t(`quadrant.${judged}`)} />}
          </p>
          <Voice text={i18n.t('welcome.tryWords', [brand])} lang={locale()} />
        </article>
        <QuadrantPicker label={i18n.t('ui.judge.is', [brand])} chosen={judged} onPick={setJudged} />
      </div>
      <div className="row tried" role="status">
        {judged && (
          <>
            <span className="control grow">{i18n.t(`welcome.tried.${judged}`, [brand])}</span>
            <Button small onClick={() => setJudged(null)}>
              {i18n.t('ui.undo')} <Kbd keys="Z" />
            </Button>
          </>
        )}
      </div>
    </>
  );
}
