import X from 'lucide-react/icons/x';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { i18n } from '../../lib/i18n/index.ts';

interface Props {
  label: string;
  hint: string;
  words: readonly string[];
  onChange(words: string[]): void;
}

/** Several words or phrases: Enter or a comma adds one, each can be taken out. */
export function TokenField({ label, hint, words, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const add = () => {
    const fresh = typed.split(',').flatMap((word) => word.trim() || []);
    setTyped('');
    if (fresh.length > 0) onChange([...new Set([...words, ...fresh])]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== ',')) return;
    event.preventDefault();
    add();
  };
  return (
    <div className="token-field">
      <label htmlFor={id}>{label}</label>
      <div className="row wrap">
        {words.map((word) => (
          <span key={word} className="chip">
            {word}
            <button
              type="button"
              aria-label={i18n.t('settings.brand.remove', [word])}
              onClick={() => {
                onChange(words.filter((other) => other !== word));
                input.current?.focus();
              }}
            >
              <X className="small" />
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          className="field"
          autoComplete="off"
          spellCheck={false}
          placeholder={hint}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={add}
          onKeyDown={onKeyDown}
        />
      </div>
    </div>
  );
}
