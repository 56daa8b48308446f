import { useId, useState } from 'react';
import { type StandingTheme, themeCalled } from '../../../lib/core/themes.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import type { useWriting } from '../../dashboard/use-writing.ts';
import { Button } from '../../ui/button.tsx';

interface Props {
  themes: readonly StandingTheme[];
  writing: ReturnType<typeof useWriting>;
}

/** A theme that no clip was judged with yet. */
export function NewTheme({ themes, writing: { store, write } }: Props) {
  const id = useId();
  const [name, setName] = useState('');
  const known = name.trim() ? themeCalled(themes, name) : null;
  const add = async () => {
    const said = name.trim();
    if (said && !known && (await write(({ addTheme }) => addTheme(store, said), i18n.t('themes.added', { name: said })))) setName('');
  };
  return (
    <form
      className="new-theme"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label htmlFor={id} className="control">
        {i18n.t('themes.new')}
      </label>
      <div className="row">
        <input
          id={id}
          className="field"
          maxLength={100}
          autoComplete="off"
          placeholder={i18n.t('ui.judge.themeHint')}
          value={name}
          aria-describedby={known ? `${id}-known` : undefined}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" disabled={!name.trim() || known !== null}>
          {i18n.t('themes.add')}
        </Button>
      </div>
      <p id={`${id}-known`} className="meta" role="status">
        {known && i18n.t('themes.known', { name: known.name })}
      </p>
    </form>
  );
}
