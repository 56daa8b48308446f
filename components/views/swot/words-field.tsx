import { useEffect, useId, useRef, useState } from 'react';
import { i18n } from '../../../lib/i18n/index.ts';
import { Button } from '../../ui/button.tsx';

interface Props {
  label: string;
  words: string;
  /** Id of what opened it: focus goes back there. */
  opener: string;
  onSave(words: string): unknown;
  onLeave(): void;
}

/** A statement's words, written where they will stand. Enter saves, Esc leaves. */
export function WordsField({ label, words, opener, onSave, onLeave }: Props) {
  const [written, setWritten] = useState(words);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    field.current?.select();
    return () => document.getElementById(opener)?.focus();
  }, [opener]);
  const said = written.trim();
  return (
    <form
      className="words-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (said) void onSave(said);
      }}
    >
      <label htmlFor={id} className="meta">
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        rows={2}
        maxLength={300}
        value={written}
        onChange={({ target }) => setWritten(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onLeave();
          }
        }}
      />
      <div className="row">
        <Button type="submit" small disabled={!said}>
          {i18n.t('swot.save')}
        </Button>
        <Button small look="quiet" onClick={onLeave}>
          {i18n.t('swot.cancel')}
        </Button>
      </div>
    </form>
  );
}
