import { useEffect, useState } from 'react';
import { i18n } from '../lib/i18n/index.ts';
import { useStore } from './store.tsx';

/** Where an import was broken off, what had come in is counted as soon as a dashboard opens. Nothing otherwise. */
export function UncountedBanner() {
  const store = useStore();
  const [counting, setCounting] = useState(store.workspace.uncounted === true);
  useEffect(() => {
    if (store.workspace.uncounted !== true) return;
    void import('../lib/db/bundle/take.ts').then(({ count }) => count(store)).then(() => setCounting(false));
  }, [store]);
  if (!counting) return null;
  return (
    <aside className="sample-banner meta" role="status">
      {i18n.t('settings.bundle.unfinished')}
    </aside>
  );
}
