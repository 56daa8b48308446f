import { useState } from 'react';
import { rebuild } from '../../../lib/db/rebuild.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';

/** Counts everything anew from the records. */
export function Repair() {
  const store = useStore();
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const repair = async () => {
    setState('busy');
    await rebuild(store);
    setState('done');
  };
  return (
    <div className="row wrap">
      <Button disabled={state === 'busy'} onClick={repair}>
        {i18n.t('settings.repairNow')}
      </Button>
      <span className="control ink-2" role="status">
        {state !== 'idle' && i18n.t(state === 'busy' ? 'settings.repairing' : 'settings.repaired')}
      </span>
    </div>
  );
}
