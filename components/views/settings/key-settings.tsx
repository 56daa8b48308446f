import { i18n } from '../../../lib/i18n/index.ts';
import { singleKeys } from '../../../lib/settings.ts';
import { openShortcuts } from '../../open-shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useChord } from '../../use-chord.ts';
import { useSingleKeys } from '../../use-single-keys.ts';

/** The chord, which only the browser can change, and the switch for single letters. */
export function KeySettings() {
  const chord = useChord();
  const single = useSingleKeys();
  return (
    <>
      <div className="row wrap">
        <span className="control">{i18n.t(chord ? 'settings.chord' : 'settings.noChord')}</span>
        {chord && <Kbd keys={chord} />}
        {openShortcuts ? (
          <Button small onClick={openShortcuts}>
            {i18n.t('settings.changeChord')}
          </Button>
        ) : (
          <span className="meta">{i18n.t('settings.changeChordByHand')}</span>
        )}
      </div>
      <label className="row control single-keys">
        <input type="checkbox" checked={single} onChange={({ target }) => void singleKeys.setValue(target.checked)} />
        {i18n.t('settings.singleKeys')}
      </label>
    </>
  );
}
