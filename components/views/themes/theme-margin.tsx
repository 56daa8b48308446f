import { useEffect, useId, useRef, useState } from 'react';
import { inTree, type StandingTheme, themeCalled, under } from '../../../lib/core/themes.ts';
import type { ThemeCount } from '../../../lib/db/find-themes.ts';
import type { ThemeChanges } from '../../../lib/db/themes.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { Margin } from '../../dashboard/margin.tsx';
import type { useWriting } from '../../dashboard/use-writing.ts';
import { TokenField } from '../../setup/token-field.tsx';
import { Button } from '../../ui/button.tsx';
import { NotSaved } from '../../ui/not-saved.tsx';
import { MergeForm } from './merge-form.tsx';
import { SplitForm } from './split-form.tsx';
import { ThemeOptions } from './theme-options.tsx';
import '../../setup/setup.css';

export interface MarginProps {
  theme: StandingTheme;
  themes: readonly StandingTheme[];
  /** Undefined while it is counted. */
  count: ThemeCount | undefined;
  writing: ReturnType<typeof useWriting>;
}

/** A line or several, saved when the field is left; Escape leaves it as it was. */
function Written({ label, value, long, most, onSave }: { label: string; value: string; long?: boolean; most: number; onSave(words: string): void }) {
  const id = useId();
  const [written, setWritten] = useState(value);
  const Field = long ? 'textarea' : 'input';
  const leave = () => {
    const said = written.trim();
    if (!said && !long) setWritten(value);
    else if (said !== value) onSave(said);
  };
  return (
    <p className="theme-field">
      <label htmlFor={id} className="meta">
        {label}
      </label>
      <Field
        id={id}
        className={`field ${long ? '' : 'strong'}`}
        {...(long && { rows: 3 })}
        maxLength={most}
        autoComplete="off"
        value={written}
        onChange={({ target }: { target: { value: string } }) => setWritten(target.value)}
        onBlur={leave}
        onKeyDown={(event: React.KeyboardEvent<HTMLElement>) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && !long) event.currentTarget.blur();
          if (event.key !== 'Escape' || written === value) return;
          event.preventDefault();
          setWritten(value);
        }}
      />
    </p>
  );
}

/** Names that were merged into this one, each with its way out. */
function Merged({ theme: { name, merged }, writing: { store, write } }: MarginProps) {
  return (
    <>
      <h3 className="small-title">{i18n.t('themes.merged')}</h3>
      <ul className="theme-merged">
        {merged.map((one) => (
          <li key={one.id} className="row control">
            <span className="grow">{one.name}</span>
            <Button
              small
              look="quiet"
              aria-label={i18n.t('themes.partNamed', { name: one.name })}
              onClick={() => write(({ partTheme }) => partTheme(store, one.id), i18n.t('themes.parted', { name: one.name, from: name }))}
            >
              {i18n.t('themes.part')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One theme: all that it is called and means, where it stands, and what can become of it. Every change is saved at once, and can be undone. */
export function ThemeMargin(props: MarginProps & { onClose(): void }) {
  const { theme, themes, writing, onClose } = props;
  const { store, write, failed } = writing;
  const { id, name, aliases, definition, parent, merged } = theme;
  const [taken, setTaken] = useState<string | null>(null);
  // Each letter typed on a list of choices chooses again, until what was chosen is saved.
  const chosen = useRef(parent);
  useEffect(() => {
    chosen.current = parent;
  }, [parent]);
  const others = themes.filter((other) => other.id !== id);
  const below = under(themes, id);
  const save = (changes: ThemeChanges, words = i18n.t('themes.saved', { name: changes.name ?? name })) => {
    const said = [changes.name ?? [], changes.aliases?.add ?? []].flat();
    const other = said.map((one) => themeCalled(others, one)).find((one) => one !== null);
    setTaken(other?.name ?? null);
    if (!other) void write(({ editTheme }) => editTheme(store, id, changes), words);
  };
  return (
    <Margin label={i18n.t('themes.theme')} opener={`theme-${id}`} onClose={onClose} head={<span className="meta">{i18n.t('themes.theme')}</span>}>
      <h2 className="section-title">{name}</h2>
      {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
      {taken && (
        <p className="notice" role="alert">
          {i18n.t('themes.taken', { name: taken })}
        </p>
      )}
      <Written key={`name ${name}`} label={i18n.t('themes.name')} value={name} most={100} onSave={(words) => save({ name: words })} />
      <Written
        key={`definition ${definition}`}
        label={i18n.t('themes.definition')}
        value={definition}
        long
        most={500}
        onSave={(words) => save({ definition: words })}
      />
      <TokenField
        label={i18n.t('themes.aliases')}
        hint={i18n.t('themes.aliasesHint')}
        words={aliases}
        onChange={(words) =>
          save({ aliases: { add: words.filter((word) => !aliases.includes(word)), remove: aliases.filter((word) => !words.includes(word)) } })
        }
      />
      <p className="theme-field">
        <label htmlFor={`under-${id}`} className="meta">
          {i18n.t('themes.under')}
        </label>
        <select
          id={`under-${id}`}
          className="field"
          value={parent ?? ''}
          onChange={({ target }) => {
            const to = others.find((other) => other.id === target.value);
            if (chosen.current === (to?.id ?? null)) return;
            chosen.current = to?.id ?? null;
            save({ parent: to?.id ?? null }, i18n.t(to ? 'themes.moved' : 'themes.movedUp', { name, to: to?.name ?? '' }));
          }}
        >
          <option value="">{i18n.t('themes.top')}</option>
          <ThemeOptions rows={inTree(themes).filter(({ theme: other }) => !below.has(other.id))} />
        </select>
      </p>
      {merged.length > 0 && <Merged {...props} />}
      {others.length > 0 && <MergeForm {...props} />}
      <SplitForm {...props} />
      <div className="theme-away">
        <Button small onClick={() => write(({ trashTheme }) => trashTheme(store, id), i18n.t('themes.putAway', { name }))}>
          {i18n.t('themes.trash')}
        </Button>
        <p className="meta theme-note">{i18n.t('themes.trashHint')}</p>
      </div>
    </Margin>
  );
}
