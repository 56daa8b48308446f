import { useId } from 'react';
import { i18n } from '../../../lib/i18n/index.ts';
import { pictures } from '../../../lib/settings.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useChord } from '../../use-chord.ts';
import { usePictures } from '../../use-pictures.ts';

/** The switch for pictures, and why the button on the page gives none. */
export function PictureSettings() {
  const chord = useChord();
  const on = usePictures();
  const hint = useId();
  return (
    <>
      <label className="row control">
        <input
          type="checkbox"
          checked={on ?? false}
          disabled={on === null}
          aria-describedby={hint}
          onChange={({ target }) => void pictures.setValue(target.checked)}
        />
        {i18n.t('settings.picturesOn')}
      </label>
      <p className="meta picture-hint" id={hint}>
        {i18n.t('settings.picturesButton')} {i18n.t(chord ? 'settings.picturesChord' : 'settings.picturesNoChord')} {chord && <Kbd keys={chord} />}
      </p>
    </>
  );
}
