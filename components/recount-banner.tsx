import { useEffect } from 'react';
import { i18n } from '../lib/i18n/index.ts';
import { finishRecount } from './finish-recount.ts';
import { useLive, useStore } from './store.tsx';
import { Button } from './ui/button.tsx';
import { Progress } from './ui/progress.tsx';
import { useTask } from './use-task.ts';

/**
 * Where a recount or an import was broken off, or an update asks for a recount, it is gone on with as soon as one of our pages opens. Until it is
 * done the counts are too low, and this says so. Nothing otherwise.
 */
export function RecountBanner() {
  const store = useStore();
  const here = useLive(({ db, workspace }) => db.workspace.get(workspace.id), []);
  const { run, cancel, busy, share } = useTask();
  const go = () => void run((signal, onShare) => finishRecount(store, { signal, onShare }));
  const isLeft = store.workspace.uncounted === true || store.workspace.recount !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was left when the workspace was opened; what begins later has its own page
  useEffect(() => {
    if (isLeft) go();
  }, [store]);
  if (!here?.recount && !(isLeft && busy)) return null;
  return (
    <aside className="sample-banner meta">
      {busy ? (
        <Progress label={i18n.t('ui.recount.busy')} share={share} onCancel={cancel} />
      ) : (
        <div className="row wrap">
          <span className="grow" role="status">
            {i18n.t('ui.recount.left')}
          </span>
          <Button small onClick={go}>
            {i18n.t('ui.recount.goOn')}
          </Button>
        </div>
      )}
    </aside>
  );
}
