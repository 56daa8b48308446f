import { useId, useState } from 'react';
import { filterQuery } from '../../../lib/core/query/filter.ts';
import { parseQuery } from '../../../lib/core/query/parse.ts';
import { both } from '../../../lib/core/query/query.ts';
import { themeCalled } from '../../../lib/core/themes.ts';
import { everyClip, findClips } from '../../../lib/db/find-clips.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, shortened, wordsOf } from '../../clip-words.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { useLive } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { Voice } from '../../ui/voice.tsx';
import type { MarginProps } from './theme-margin.tsx';

/** So many clips are listed; by a search, more can be chosen at once. */
const shown = 20;

/** Some of a theme's clips get another one: found by a search, or ticked one by one. */
export function SplitForm({ theme, themes, count, writing: { store, write } }: MarginProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const query = both(filterQuery({ theme: theme.id }), parseQuery(typed, { unfinished: true }).query);
  const found = useLast(useLive(async (at) => (isOpen ? findClips(at, query, { limit: shown }) : undefined), [isOpen, typed, theme.id]));
  const known = name.trim() ? themeCalled(themes, name) : null;
  const isSame = known?.id === theme.id;
  const toggle = (clip: string) => setChosen(new Set(chosen.has(clip) ? [...chosen].filter((one) => one !== clip) : [...chosen, clip]));
  const split = async () => {
    const words = i18n.t('themes.splitNow', chosen.size, { n: number(chosen.size), name: known?.name ?? name.trim() });
    if (!(await write(({ splitTheme }) => splitTheme(store, theme.id, [...chosen], name.trim()), words))) return;
    setChosen(new Set());
    setName('');
  };
  if (count?.own === 0) return null;
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="small-title">
        {i18n.t('themes.split')}
      </h3>
      {!isOpen && (
        <p>
          <Button small onClick={() => setOpen(true)}>
            {i18n.t('themes.chooseClips')}
          </Button>
        </p>
      )}
      {isOpen && (
        <form
          className="theme-split"
          onSubmit={(event) => {
            event.preventDefault();
            void split();
          }}
        >
          <input
            className="field"
            type="search"
            // The person asked for it.
            // biome-ignore lint/a11y/noAutofocus: see above
            autoFocus
            aria-label={i18n.t('themes.search')}
            placeholder={i18n.t('themes.search')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <ul className="theme-found">
            {found?.clips.map((clip) => (
              <li key={clip.id}>
                <label className="row top">
                  <input type="checkbox" checked={chosen.has(clip.id)} onChange={() => toggle(clip.id)} />
                  <span className="grow">
                    <Voice as="span" text={shortened(wordsOf(clip), 90)} lang={clip.lang} lines={2} />
                    <span className="meta">{authorOf(clip)}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {found?.clips.length === 0 && <p className="meta">{i18n.t('themes.noneFound')}</p>}
          <div className="row wrap">
            <Button small onClick={async () => setChosen(new Set([...chosen, ...(await everyClip(store, query)).map((clip) => clip.id)]))}>
              {i18n.t('themes.chooseAll')}
            </Button>
            {chosen.size > 0 && (
              <Button small look="quiet" onClick={() => setChosen(new Set())}>
                {i18n.t('themes.chooseNone')}
              </Button>
            )}
          </div>
          <label htmlFor={`${id}-name`} className="meta">
            {i18n.t('themes.splitName')}
          </label>
          <input
            id={`${id}-name`}
            className="field"
            maxLength={100}
            autoComplete="off"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <p className="meta theme-note" role="status">
            {isSame
              ? i18n.t('themes.same', { name: theme.name })
              : i18n.t('themes.splitPreview', chosen.size, { n: number(chosen.size), name: known?.name ?? (name.trim() || '…') })}
          </p>
          <div className="row">
            <Button type="submit" disabled={chosen.size === 0 || !name.trim() || isSame}>
              {i18n.t('themes.splitOff')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
