import { type KeyboardEvent, type RefObject, useId } from 'react';
import { i18n } from '../../lib/i18n/index.ts';
import { Kbd } from '../ui/kbd.tsx';

interface Props {
  theme: string;
  reason: string;
  themes: readonly { id: string; name: string }[];
  onTheme(theme: string): void;
  onReason(reason: string): void;
  /** A field was left. */
  onDone?(): void;
  /** Enter or Escape: the focus is to go back to where single keys judge. */
  onLeave(): void;
  themeRef?: RefObject<HTMLInputElement | null>;
  reasonRef?: RefObject<HTMLTextAreaElement | null>;
}

/** Theme and reason of a judgement, both optional. Shift+Enter breaks a line in the reason. */
export function WhyFields({ theme, reason, themes, onTheme, onReason, onDone, onLeave, themeRef, reasonRef }: Props) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.shiftKey || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    // Escape would close the popup with the words in it, Enter would break a line.
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
  return (
    <div className="why-fields">
      <label htmlFor={`${id}-theme`}>
        {i18n.t('ui.judge.theme')} <Kbd keys="#" />
      </label>
      <input
        id={`${id}-theme`}
        ref={themeRef}
        className="field"
        list={`${id}-themes`}
        autoComplete="off"
        maxLength={100}
        placeholder={i18n.t('ui.judge.themeHint')}
        value={theme}
        onChange={({ target }) => onTheme(target.value)}
        onBlur={onDone}
        onKeyDown={onKeyDown}
      />
      <datalist id={`${id}-themes`}>
        {themes.map(({ id: theme, name }) => (
          <option key={theme} value={name} />
        ))}
      </datalist>
      <label htmlFor={`${id}-reason`}>
        {i18n.t('ui.judge.reason')} <Kbd keys="N" />
      </label>
      <textarea
        id={`${id}-reason`}
        ref={reasonRef}
        className="field"
        rows={1}
        maxLength={2000}
        placeholder={i18n.t('ui.judge.reasonHint')}
        value={reason}
        onChange={({ target }) => onReason(target.value)}
        onBlur={onDone}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
