import { useId, useState } from 'react';
import { inTree } from '../../../lib/core/themes.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import type { MarginProps } from './theme-margin.tsx';
import { ThemeOptions } from './theme-options.tsx';

/** Two themes that are one: how many clips move is told before. */
export function MergeForm({ theme, themes, count, writing: { store, write } }: MarginProps) {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const into = themes.find((other) => other.id === chosen);
  const merge = () =>
    into && write(({ mergeThemes }) => mergeThemes(store, theme.id, into.id), i18n.t('themes.mergedNow', { name: theme.name, into: into.name }));
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="small-title">
        {i18n.t('themes.merge')}
      </h3>
      <div className="row">
        <select className="field" aria-label={i18n.t('themes.mergeInto')} value={chosen} onChange={({ target }) => setChosen(target.value)}>
          <option value="">{i18n.t('themes.mergeInto')}</option>
          <ThemeOptions rows={inTree(themes).filter((row) => row.theme.id !== theme.id)} />
        </select>
        <Button disabled={!into} onClick={merge}>
          {i18n.t('themes.mergeNow')}
        </Button>
      </div>
      <p className="meta theme-note" role="status">
        {into && count ? i18n.t('themes.mergePreview', count.own, { n: number(count.own), into: into.name }) : i18n.t('themes.mergeHint')}
      </p>
    </section>
  );
}
