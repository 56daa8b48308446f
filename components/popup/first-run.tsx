import Lock from 'lucide-react/icons/lock';
import { type FormEvent, useState } from 'react';
import { quadrants } from '../../lib/core/quadrant.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { useStore } from '../store.tsx';
import { Button } from '../ui/button.tsx';
import { NotSaved } from '../ui/not-saved.tsx';
import { QuadrantMark } from '../ui/quadrant-mark.tsx';
import { useChord } from '../use-chord.ts';
import { ClipSection } from './clip-section.tsx';
import type { PopupData } from './popup-data.ts';
import { Today } from './today.tsx';

/** What the letters mean, and the chord that asks for one. */
function Letters() {
  const chord = useChord();
  return (
    <section className="part">
      <p className="control">{chord ? i18n.t('popup.pressChord', [chord]) : i18n.t('popup.pressNoChord')}</p>
      <ul className="quadrant-key">
        {quadrants.map((quadrant) => (
          <li key={quadrant}>
            <QuadrantMark quadrant={quadrant} size={26} />
            <span>
              <b className="strong control">{i18n.t(`quadrant.${quadrant}`)}</b>
              <small className="meta">{i18n.t(`quadrant.hint.${quadrant}`)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What there is before there is a brand: whom to listen for, what the letters mean, and a sample to look around in. */
export function FirstRun({ data }: { data: PopupData }) {
  const store = useStore();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  const listen = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!name.trim()) return;
    try {
      const { saveBrand } = await import('../../lib/db/brands.ts');
      await saveBrand(store, { name, kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
    } catch (error) {
      setFailure({ error });
    }
  };
  const sample = async () => {
    const { loadSample } = await import('../../lib/db/sample/load.ts');
    await loadSample();
  };
  return (
    <>
      <section className="part first-run">
        <h2>{i18n.t('popup.whom')}</h2>
        <form className="row" onSubmit={listen}>
          <input
            className="field"
            aria-label={i18n.t('popup.brandName')}
            placeholder={i18n.t('popup.brandName')}
            maxLength={100}
            value={name}
            // The one thing to do here, and what the person opened the popup for.
            // biome-ignore lint/a11y/noAutofocus: see above
            autoFocus
            onChange={({ target }) => setName(target.value)}
          />
          <Button look="primary" type="submit">
            {i18n.t('popup.listen')}
          </Button>
        </form>
        {failure && <NotSaved error={failure.error} />}
        <p className="meta">{i18n.t('popup.later')}</p>
      </section>
      <ClipSection data={data} secondary />
      {data.today.length > 0 ? <Today data={data} /> : <Letters />}
      <section className="part">
        <Button className="wide" onClick={sample}>
          {i18n.t('popup.sample')}
        </Button>
        <p className="meta">{i18n.t('popup.sampleHint')}</p>
      </section>
      <p className="part foot row meta">
        <Lock className="small" />
        <span>{i18n.t('popup.private')}</span>
      </p>
    </>
  );
}
