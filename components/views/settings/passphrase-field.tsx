import { useId } from 'react';
import { strengthOf } from '../../../lib/core/passphrase.ts';
import { i18n } from '../../../lib/i18n/index.ts';

/** A passphrase typed twice, with what it is worth and what it means to lose it. */
export function PassphraseField({
  value,
  again,
  wrong,
  onChange,
}: {
  value: string;
  again: string;
  /** Why it cannot be used; empty where it can. */
  wrong: string;
  onChange(value: string, again: string): void;
}) {
  const id = useId();
  return (
    <div className="passphrase">
      <p className="meta" id={`${id}-hint`}>
        {i18n.t('settings.seal.hint')}
      </p>
      <label htmlFor={`${id}-one`}>{i18n.t('settings.seal.passphrase')}</label>
      <div>
        <input
          id={`${id}-one`}
          className="field"
          type="password"
          autoComplete="new-password"
          value={value}
          aria-invalid={wrong !== ''}
          aria-describedby={`${id}-hint ${id}-strength`}
          onChange={({ target }) => onChange(target.value, again)}
        />
        <p className="meta" id={`${id}-strength`} role="status">
          {value && i18n.t(`settings.seal.strength.${strengthOf(value)}`)}
        </p>
      </div>
      <label htmlFor={`${id}-two`}>{i18n.t('settings.seal.again')}</label>
      <div>
        <input
          id={`${id}-two`}
          className="field"
          type="password"
          autoComplete="new-password"
          value={again}
          aria-invalid={wrong !== ''}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={({ target }) => onChange(value, target.value)}
        />
        {wrong && (
          <p className="meta critical" id={`${id}-wrong`} role="alert">
            {wrong}
          </p>
        )}
      </div>
    </div>
  );
}
