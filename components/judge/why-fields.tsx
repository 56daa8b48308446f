import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Factor } from '../../lib/core/factors.ts';
import { fold } from '../../lib/core/fold.ts';
import type { Quadrant } from '../../lib/core/quadrant.ts';
import { type StandingTheme, themeCalled } from '../../lib/core/themes.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { Chip } from '../ui/chip.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { FactorChoice, FactorDoubt } from './factor-choice.tsx';

interface Props {
  theme: string;
  factor: Factor | null;
  /** Judged so already: a factor that usually goes with another is asked about. */
  quadrant?: Quadrant | null;
  /** Left out where many are judged at once, each of other words. */
  reason?: string;
  themes: readonly StandingTheme[];
  onTheme(theme: string): void;
  onFactor(factor: Factor | null): void;
  onReason?(reason: string): void;
  /** A field was left. */
  onDone?(): void;
  /** Enter or Escape: the focus is to go back to where single keys judge. */
  onLeave(): void;
  themeRef?: RefObject<HTMLInputElement | null>;
  factorRef?: RefObject<HTMLSelectElement | null>;
  reasonRef?: RefObject<HTMLTextAreaElement | null>;
}

/** Theme, factor and reason of a judgement, all optional. A digit in the empty theme field takes one of the nine offered. Shift+Enter breaks a line. */
export function WhyFields(props: Props) {
  const { theme, factor, quadrant = null, reason = '', themes, onTheme, onFactor, onReason, onDone, onLeave, themeRef, factorRef, reasonRef } = props;
  const id = useId();
  const known = theme.trim() ? themeCalled(themes, theme) : null;
  const meaning =
    known && [fold(known.name) === fold(theme) ? '' : i18n.t('themes.meant', { name: known.name }), known.definition].filter(Boolean).join(' ');
  const [choosing, setChoosing] = useState(false);
  const offered = choosing && theme === '' ? themes.slice(0, 9) : [];
  const leave = (event: KeyboardEvent) => {
    // Escape would close the popup with the words in it, Enter would break a line.
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
  const take = (name: string) => {
    // Drawn before the field is left, for leaving saves what stands there.
    flushSync(() => onTheme(name));
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.shiftKey || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    leave(event);
  };
  const onThemeKey = (event: KeyboardEvent) => {
    // By their place: on a French keyboard digits need Shift.
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const chosen = digit && !event.ctrlKey && !event.metaKey && !event.altKey ? offered[Number(digit) - 1] : undefined;
    if (!chosen) return onKeyDown(event);
    event.preventDefault();
    event.stopPropagation();
    take(chosen.name);
  };
  return (
    <div className="why-fields">
      <label htmlFor={`${id}-theme`}>
        {i18n.t('ui.judge.theme')} <Kbd keys="#" />
      </label>
      <input
        id={`${id}-theme`}
        ref={themeRef}
        name="theme"
        className="field"
        list={`${id}-themes`}
        autoComplete="off"
        maxLength={100}
        placeholder={i18n.t('ui.judge.themeHint')}
        value={theme}
        aria-describedby={meaning ? `${id}-meaning` : undefined}
        onChange={({ target }) => onTheme(target.value)}
        onFocus={() => setChoosing(true)}
        onBlur={() => {
          setChoosing(false);
          onDone?.();
        }}
        onKeyDown={onThemeKey}
      />
      <datalist id={`${id}-themes`}>
        {themes.map(({ id: theme, name }) => (
          <option key={theme} value={name} />
        ))}
      </datalist>
      {meaning && (
        <p id={`${id}-meaning`} className="meta why-meaning">
          {meaning}
        </p>
      )}
      {offered.length > 0 && (
        // The field keeps the focus, and the chips with it, until one is taken.
        // biome-ignore lint/a11y/useSemanticElements: chips that wrap, not fields of a form
        <div
          className="row wrap brand-choice theme-choice"
          role="group"
          aria-label={i18n.t('ui.judge.theme')}
          onPointerDown={(event) => event.preventDefault()}
        >
          {offered.map(({ id: theme, name }, index) => (
            <Chip key={theme} look="digit" on={false} onClick={() => take(name)}>
              <kbd>{index + 1}</kbd>
              {name}
            </Chip>
          ))}
        </div>
      )}
      <label htmlFor={`${id}-factor`}>
        {i18n.t('factor.label')} <Kbd keys="I" />
      </label>
      <FactorChoice id={`${id}-factor`} factor={factor} onChange={onFactor} onKeyDown={onKeyDown} {...(factorRef && { fieldRef: factorRef })} />
      <FactorDoubt quadrant={quadrant} factor={factor} />
      {onReason && (
        <>
          <label htmlFor={`${id}-reason`}>
            {i18n.t('ui.judge.reason')} <Kbd keys="N" />
          </label>
          <textarea
            id={`${id}-reason`}
            ref={reasonRef}
            name="reason"
            className="field"
            rows={1}
            maxLength={2000}
            placeholder={i18n.t('ui.judge.reasonHint')}
            value={reason}
            onChange={({ target }) => onReason(target.value)}
            onBlur={onDone}
            onKeyDown={onKeyDown}
          />
        </>
      )}
    </div>
  );
}
