import { useState } from 'react';
import { i18n } from '../../../lib/i18n/index.ts';
import { recountAll } from '../../finish-recount.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useTask } from '../../use-task.ts';

/** Counts everything anew from the records. Stopped, it is gone on with later. */
export function Repair() {
  const store = useStore();
  const { run, cancel, busy, share } = useTask();
  const [done, setDone] = useState(false);
  const repair = async () => {
    setDone(false);
    const finished = await run((signal, onShare) => recountAll(store, { signal, onShare }).then(() => true));
    setDone(finished === true);
  };
  if (busy) return <Progress label={i18n.t('settings.repairing')} share={share} onCancel={cancel} />;
  return (
    <div className="row wrap">
      <Button onClick={repair}>{i18n.t('settings.repairNow')}</Button>
      <span className="control ink-2" role="status">
        {done && i18n.t('settings.repaired')}
      </span>
    </div>
  );
}
