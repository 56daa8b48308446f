import { i18n } from '../lib/i18n/index.ts';
import { useStore } from './store.tsx';

/** Says that what is shown is invented, and takes it away in one click. Nothing where the workspace is a real one. */
export function SampleBanner() {
  const { workspace } = useStore();
  if (!workspace.sample) return null;
  const remove = async () => {
    const { removeSample } = await import('../lib/db/sample/load.ts');
    await removeSample();
  };
  return (
    <aside className="sample-banner meta" aria-label={i18n.t('ui.sampleName')}>
      <span className="grow">{i18n.t('ui.sample')}</span>
      <button type="button" className="link-button" onClick={remove}>
        {i18n.t('ui.removeSample')}
      </button>
    </aside>
  );
}
