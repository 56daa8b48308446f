import { type KeyboardEvent, useRef } from 'react';
import { quadrantOf } from '../../../lib/core/quadrant.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { BrandChoice, inOrder } from '../../judge/brand-choice.tsx';
import { WhyFields } from '../../judge/why-fields.tsx';
import { SuggestionBox } from '../../suggest/suggestion.tsx';
import { isTyping } from '../../typing.ts';
import { QuadrantPicker } from '../../ui/quadrant-picker.tsx';
import { useSingleKeys } from '../../use-single-keys.ts';
import type { Names } from './clip-detail.tsx';
import { type Judging, useSuggestionKeys } from './use-judging.ts';

interface Props {
  clip: Clip;
  names: Names;
  judging: Judging;
}

/** Judges the clip for one more brand, or otherwise: theme and reason first if one likes, then one letter saves it. */
export function JudgeClip({ clip, names: { brands, themes, nameOf }, judging }: Props) {
  const { brand, setBrand, theme, setTheme, factor, setFactor, reason, setReason, judge, offered, failed, accept } = judging;
  const ordered = inOrder(brands, clip.brands);
  const singleKeys = useSingleKeys();
  const place = useRef<HTMLElement>(null);
  const themeField = useRef<HTMLInputElement>(null);
  const factorField = useRef<HTMLSelectElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  useSuggestionKeys(judging, place);
  /** What was clicked goes away: the focus is where keys go on judging. */
  const leave = (act: () => unknown) => {
    place.current?.focus();
    act();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!singleKeys || isTyping(event.target) || event.ctrlKey || event.metaKey || (event.altKey && event.key !== '#')) return;
    const key = event.key.toUpperCase();
    const quadrant = quadrantOf(key);
    const whose = ordered[Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]) - 1];
    if (quadrant) void judge(quadrant);
    else if (key === '#') themeField.current?.focus();
    else if (key === 'I') factorField.current?.focus();
    else if (key === 'N') reasonField.current?.focus();
    else if (whose) setBrand(whose.id);
    else return;
    event.preventDefault();
  };
  if (brands.length === 0) return null;
  return (
    <section aria-labelledby="judge-clip" tabIndex={-1} ref={place} onKeyDown={onKeyDown}>
      <h3 className="small-title" id="judge-clip">
        {i18n.t('clip.judge')}
      </h3>
      <BrandChoice brands={ordered} chosen={brand} onChoose={setBrand} />
      <WhyFields
        theme={theme}
        factor={factor}
        reason={reason}
        themes={themes}
        onTheme={setTheme}
        onFactor={setFactor}
        onReason={setReason}
        onLeave={() => place.current?.focus()}
        themeRef={themeField}
        factorRef={factorField}
        reasonRef={reasonField}
      />
      <QuadrantPicker
        label={brand ? i18n.t('ui.judge.is', [nameOf(brand) ?? '']) : i18n.t('ui.judge.chooseBrand')}
        onPick={(quadrant) => void judge(quadrant)}
        suggested={offered?.label ?? null}
      />
      <SuggestionBox
        offered={offered && { ...offered, dismiss: () => leave(offered.dismiss) }}
        failed={failed}
        brand={brand ? (nameOf(brand) ?? '') : ''}
        onAccept={() => leave(accept)}
      />
    </section>
  );
}
