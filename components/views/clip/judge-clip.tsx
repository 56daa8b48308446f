import { type KeyboardEvent, useRef, useState } from 'react';
import type { Factor } from '../../../lib/core/factors.ts';
import { type Quadrant, quadrantOf } from '../../../lib/core/quadrant.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { BrandChoice, chosenAlready, inOrder } from '../../judge/brand-choice.tsx';
import { WhyFields } from '../../judge/why-fields.tsx';
import { isTyping } from '../../typing.ts';
import { QuadrantPicker } from '../../ui/quadrant-picker.tsx';
import { useSingleKeys } from '../../use-single-keys.ts';
import type { Names, Writing } from './clip-detail.tsx';

interface Props {
  clip: Clip;
  names: Names;
  writing: Writing;
}

/** Judges the clip for one more brand, or otherwise: theme and reason first if one likes, then one letter saves it. */
export function JudgeClip({ clip, names: { brands, themes, nameOf }, writing: { write, store } }: Props) {
  const ordered = inOrder(brands, clip.brands);
  const [chosen, setBrand] = useState<string | null>(null);
  const [theme, setTheme] = useState('');
  const [factor, setFactor] = useState<Factor | null>(null);
  const [reason, setReason] = useState('');
  const brand = chosen ?? chosenAlready(brands, clip.brands);
  const singleKeys = useSingleKeys();
  const place = useRef<HTMLElement>(null);
  const themeField = useRef<HTMLInputElement>(null);
  const factorField = useRef<HTMLSelectElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);

  const judge = async (quadrant: Quadrant) => {
    if (!brand) return;
    const words = i18n.t(`quadrant.saved.${quadrant}`, [nameOf(brand) ?? '']);
    const done = await write(
      ({ tagClip }) => tagClip(store, clip.id, { brand, quadrant, theme: theme.trim() || undefined, factor, quote: reason.trim() }),
      words,
    );
    if (!done) return;
    setTheme('');
    setFactor(null);
    setReason('');
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
      />
    </section>
  );
}
