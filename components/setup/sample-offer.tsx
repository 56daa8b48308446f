import { useState } from 'react';
import { loadSample, removeSample } from '../../lib/db/sample/load.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { useStore } from '../store.tsx';
import { Button } from '../ui/button.tsx';

/** Loads the sample workspace with one click, removes it with another. */
export function SampleOffer() {
  const { workspace } = useStore();
  const [busy, setBusy] = useState(false);
  const turn = async () => {
    setBusy(true);
    try {
      await (workspace.sample ? removeSample() : loadSample());
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button disabled={busy} onClick={turn}>
      {i18n.t(workspace.sample ? 'ui.removeSample' : 'settings.sample.load')}
    </Button>
  );
}
